"""Sources with markup through the whole of a build."""

from pathlib import Path

import pytest

from publisher.api import build, read
from publisher.errors import FindingsError, SourceError, WithheldError
from publisher.formats import Format
from publisher.report import Report
from publisher.sources import gather
from tests import pictures

SETTINGS = 'title = "The Valley Bulletin"\nnumber = 7\ndate = 2026-11-24\nlanguage = "en-GB"\n'
TEXT = b"# A bridge before the ice\n\nThe committee met on *Monday*.\n"


def test_markdown_becomes_a_book() -> None:
    artifacts = build({"a.md": TEXT, "b.html": b"<h1>B</h1><p>Words.</p>"}, SETTINGS, formats=[Format.EPUB])
    assert [file.name for file in artifacts.files] == ["the-valley-bulletin-7-en-gb.epub"]


def test_an_error_in_a_source_stops_the_build_with_all_findings() -> None:
    with pytest.raises(FindingsError) as caught:
        build({"a.md": TEXT + b"\n![](a.png)\n\n![x](https://x.example/a.png)\n"}, SETTINGS)
    codes = {getattr(finding, "code", None) for finding in caught.value.findings}
    assert {"media.missing", "media.remote"} <= codes


def test_withheld_copy_is_refused() -> None:
    with pytest.raises(WithheldError):
        build({"a.md": b"---\npub_status: withheld\n---\n\n" + TEXT}, SETTINGS)


def test_embargoed_copy_makes_a_proof() -> None:
    made = build({"a.md": b"---\nembargoed_until: 2126-11-24T08:30:00Z\n---\n\n" + TEXT}, SETTINGS)
    assert [artifact.name for artifact in made.files if "-EMBARGOED." not in artifact.name] == []


def test_all_sources_that_cannot_be_read_are_told_at_once() -> None:
    with pytest.raises(SourceError) as caught:
        build({"a.md": b"---\nby: [a\n---\n", "b.docx": b"PK\x03\x04x"}, SETTINGS)
    assert "a.md" in caught.value.message
    assert "b.docx" in caught.value.message


def test_the_python_face_reads_them() -> None:
    (article,) = read(TEXT, "a.md")
    assert article.metadata.headline == "A bridge before the ice"


def test_pictures_beside_the_texts_are_no_strangers(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(TEXT)
    (tmp_path / "a.PNG").write_bytes(pictures.png())
    report = Report()
    issue = gather((str(tmp_path),), None, b"", {".md"}, report)
    assert [source.name for source in issue.sources] == ["a.md"]
    assert "source.skipped" not in [finding.code for finding in report.findings]
