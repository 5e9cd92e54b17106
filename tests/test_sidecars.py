"""Sidecars, and the one order in which metadata go before each other."""

import json
from pathlib import Path

import pytest

from publisher.bind import Reading, bind
from publisher.cli import run as run_command
from publisher.errors import ConfigurationError
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.readers import SUFFIXES, read
from publisher.report import Report
from publisher.sources import gather
from tests.readers.pandoc.word import document, paragraph, run

TEXT = "The council met on Monday and heard four speakers, three of whom had travelled from the coast."
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>By the file</dc:title><dc:creator>File</dc:creator>'
    "</cp:coreProperties>"
)


def known(folder: Path) -> tuple[Metadata, list[str]]:
    """What is known of the only article in *folder*, and what was found on the way."""
    report = Report()
    issue = gather([str(folder)], None, b"", SUFFIXES, report)
    readings = [Reading(source, read(source, Media(), report)) for source in issue.sources]
    (article,) = bind(readings, issue.settings, report).articles
    return article.metadata, [finding.code for finding in report.findings]


def write(folder: Path, **files: str | bytes) -> None:
    for name, data in files.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize("name", ["story.toml", "story.txt.toml"])
def test_a_sidecar_says_what_the_copy_does_not(tmp_path: Path, name: str) -> None:
    write(tmp_path, story_txt=f"{TEXT}\n\n{TEXT}\n")
    (tmp_path / name).write_text('headline = "A bridge"\nby = ["Ilse", "Peter"]\nurgency = 3\n')
    metadata, codes = known(tmp_path)
    assert (metadata.headline, metadata.by, metadata.urgency) == ("A bridge", ("Ilse", "Peter"), 3)
    assert "source.skipped" not in codes


def test_the_order_of_metadata(tmp_path: Path) -> None:
    word = document(paragraph(run(TEXT)), docProps__core_xml=CORE)
    write(tmp_path, story_docx=word)
    assert known(tmp_path)[0].headline == "By the file"
    write(
        tmp_path,
        story_docx=document(paragraph(run("By the text"), "Title") + paragraph(run(TEXT)), docProps__core_xml=CORE),
    )
    assert known(tmp_path)[0].headline == "By the text"
    write(tmp_path, story_toml='headline = "By the sidecar"\nkicker = "Towns"\n')
    assert known(tmp_path)[0].headline == "By the sidecar"
    write(tmp_path, bulletin_toml='title = "x"\n[source."story.docx"]\nheadline = "By the issue"\n')
    metadata = known(tmp_path)[0]
    assert (metadata.headline, metadata.kicker, metadata.by) == ("By the issue", "Towns", ("File",))


def test_it_goes_before_front_matter(tmp_path: Path) -> None:
    write(
        tmp_path,
        story_md=f"---\ntitle: By the text\nauthor: Ilse\n---\n\n{TEXT}\n",
        story_toml='headline = "By the sidecar"',
    )
    metadata, _ = known(tmp_path)
    assert (metadata.headline, metadata.by) == ("By the sidecar", ("Ilse",))


def test_a_wrong_key_is_told_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, story_txt=TEXT, story_toml='by = "x"\nhedline = "A bridge"\n')
    with pytest.raises(ConfigurationError, match=r"story\.toml:2") as caught:
        known(tmp_path)
    assert "headline" in f"{caught.value.hint}{caught.value.message}"
    write(tmp_path, story_toml=b"by = '\xff'")
    with pytest.raises(ConfigurationError, match="is not UTF-8"):
        known(tmp_path)


def test_a_table_that_belongs_to_no_text_is_told(tmp_path: Path) -> None:
    write(tmp_path, story_txt=TEXT, other_toml="by = 'x'\n")
    assert "source.skipped" in known(tmp_path)[1]


def test_show_has_it_too(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(tmp_path, story_txt=TEXT, story_toml='headline = "A bridge"\ned_note = "Check!"\n')
    assert run_command(["show", str(tmp_path / "story.txt"), "--json"]) == 0
    metadata = json.loads(capfdbinary.readouterr().out)["articles"][0]["metadata"]
    assert (metadata["headline"], metadata["edNote"]) == ("A bridge", "Check!")
