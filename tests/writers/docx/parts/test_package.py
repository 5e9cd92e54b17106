"""The file as such: the same bytes twice, sound to the validators, read back by others word for word."""

import datetime
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

from publisher.formats import Artifact, Format
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin
from publisher.preflight.docx import check_docx
from tests.samples import bulletin
from tests.writers.docx.noted import annotated
from tests.writers.docx.reread import reread
from tests.writers.docx.samples import (
    every_node,
    gazette,
    issue,
    lines_of,
    parts,
    said,
    say,
    seed,
    written,
)

BULLETINS: dict[str, Callable[[], Bulletin]] = {
    "seed": seed,
    "every node": every_node,
    "annotated": annotated,
    "long": lambda: bulletin(14),
}
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


@pytest.fixture(params=BULLETINS)
def made(request: pytest.FixtureRequest) -> Bulletin:
    return BULLETINS[request.param]()


def test_the_official_schemas_find_no_fault(made: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "bulletin.docx"
    path.write_bytes(written(made))
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path)
    assert [(error.part_uri, error.description) for error in result.errors] == []


def test_our_own_check_finds_no_fault(made: Bulletin) -> None:
    found = list(check_docx(Artifact(Format.DOCX, "bulletin.docx", written(made))))
    # One of its tables has a single cell, and so no heading row.
    assert [finding.code for finding in found] == (["docx.table-header"] if made == every_node() else [])


def test_the_same_bulletin_gives_the_same_bytes(made: Bulletin, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(made)
    monkeypatch.setitem(os.environ, "TZ", "Asia/Almaty")
    monkeypatch.setitem(os.environ, "LC_ALL", "de_DE.UTF-8")
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1")
    assert written(made) == first


def test_content_types_come_first_and_nothing_of_a_template_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(written(seed()))) as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert sorted(names) == sorted(
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "docProps/custom.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/header1.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme/theme1.xml",
        ]
    )


def test_python_docx_reads_it_back() -> None:
    document = docx.Document(io.BytesIO(written(seed())))
    read = [(p.style.name if p.style else None, p.text) for p in document.paragraphs if p.text]
    assert read[2:4] == [("Kicker", "Environment"), ("Heading 1", "Ministers meet on the river's future")]
    assert [words for _, words in read] == [words for _, words in lines_of(seed()) if words]
    assert len(docx.Document(io.BytesIO(written(every_node()))).tables) == 2


@pytest.mark.parametrize("bulletin", [seed(), every_node(), bulletin(14)], ids=["seed", "every node", "long"])
def test_pandoc_reads_every_word_in_order(bulletin: Bulletin, tmp_path: Path) -> None:
    read = reread(written(bulletin), tmp_path)
    places = [read.find(said(article)) for article in bulletin.articles]
    assert -1 not in places
    assert places == sorted(places)


def test_core_properties_are_the_bulletins() -> None:
    made = issue(*seed().articles, title="The Bulletin", subtitle="News of the quay", authors=("A. Writer", "B. Clerk"))
    core = docx.Document(io.BytesIO(written(made))).core_properties
    assert core.title == "The Bulletin"
    assert core.subject == "News of the quay"
    assert core.author == "A. Writer, B. Clerk"
    assert core.keywords == "bridge, winter"
    assert core.language == "en-US"
    assert core.identifier.startswith("urn:uuid:")
    assert core.category == "Bulletin"
    assert core.comments.startswith("The Bulletin is published by")
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.date() == datetime.date(2026, 11, 24)


def test_without_authors_and_a_date_there_are_stand_ins_that_no_clock_gives() -> None:
    made = issue(*seed().articles, authors=(), date=None)
    core = docx.Document(io.BytesIO(written(made))).core_properties
    assert core.author == "the Valley Council"
    assert core.created is not None
    assert core.created.date() == datetime.date(1980, 1, 1)


def test_a_title_longer_than_word_takes_is_cut_in_the_properties_alone() -> None:
    made = issue(*seed().articles, title="Long " * 60)
    data = written(made)
    assert len(docx.Document(io.BytesIO(data)).core_properties.title) == 255
    assert dict(lines_of(made))["Title"] == "Long " * 60


def test_extended_and_custom_properties() -> None:
    found = parts(written(issue(*seed().articles, subtitle="News of the quay")))
    assert found["docProps/app.xml"].findtext(f"{EXTENDED}Company") == "the Valley Council"
    assert found["docProps/app.xml"].findtext(f"{EXTENDED}Application") == "bulletin-publisher"
    properties = {p.get("name"): p[0].text for p in found["docProps/custom.xml"].iter(f"{CUSTOM}property")}
    assert properties["Number"] == "7"
    assert properties["Publisher"] == "the Valley Council"
    assert properties["Rights"] == "May be reprinted with attribution."
    assert properties["Subtitle"] == "News of the quay"
    assert properties["Identifier"].startswith("urn:uuid:")
    assert properties["Series"] == "The Valley Bulletin"
    assert found["docProps/app.xml"].findtext(f"{EXTENDED}Manager") == "desk@example.org"


def test_what_articles_say_of_their_use_is_told_once_each() -> None:
    about = [
        Metadata(headline="One", slugline="RIVER", usage_terms="No reprints.", copyright_notice="© Valley Wire"),
        Metadata(headline="Two", slugline="QUAY", usage_terms="No reprints."),
    ]
    made = issue(*(Article(one, (say("Words."),)) for one in about), embargoed_until="2026-11-25T06:00:00+01:00")
    found = parts(written(made))["docProps/custom.xml"]
    properties = {p.get("name"): p[0].text for p in found.iter(f"{CUSTOM}property")}
    assert properties["Slugline"] == "RIVER; QUAY"
    assert properties["Usage terms"] == "No reprints."
    assert properties["Copyright notice"] == "© Valley Wire"
    assert properties["Embargoed until"] == "2026-11-25T06:00:00+01:00"


def test_absent_values_leave_no_empty_properties() -> None:
    bare = issue(*seed().articles, number=None, publisher=None, rights=None, contact=None, date=None)
    found = parts(written(bare))
    names = {p.get("name") for p in found["docProps/custom.xml"].iter(f"{CUSTOM}property")}
    assert names == {"Series", "Identifier", "Language"}
    assert found["docProps/app.xml"].find(f"{EXTENDED}Company") is None
    assert found["docProps/app.xml"].find(f"{EXTENDED}Manager") is None


def test_another_page_makes_a_sound_document_too(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.docx"
    path.write_bytes(written(bulletin(5), gazette(facing=True, columns=1, article_start="page", size="A5")))
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors == []
