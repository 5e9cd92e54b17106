"""The form of a DOCX: sound ones pass, and every broken reference is found by the check that is for it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from publisher.formats import Artifact, Format
from publisher.preflight import docx as preflight
from publisher.preflight.docx import check_docx
from publisher.report import Finding
from tests.writers.docx.noted import annotated
from tests.writers.docx.samples import every_node, seed, written

GOOD = written(every_node())
NOTED = written(annotated())
DOCUMENT = "word/document.xml"
Entries = dict[str, bytes]


def entries(data: bytes = GOOD) -> Entries:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Entries) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def findings(data: bytes) -> list[Finding]:
    """The faults of form; what keeps readers out has tests of its own."""
    found = check_docx(Artifact(Format.DOCX, "bulletin.docx", data))
    return [finding for finding in found if finding.code in ("docx.reference", "docx.unreadable")]


def broken(part: str, old: str, new: str, good: bytes = GOOD) -> list[Finding]:
    """The findings of a good document once *old* is *new*, at its first place, in one part."""
    parts = entries(good)
    text = parts[part].decode()
    assert old in text
    return findings(zipped({**parts, part: text.replace(old, new, 1).encode()}))


@pytest.mark.parametrize("data", [GOOD, NOTED, written(seed())], ids=["every node", "annotated", "seed"])
def test_our_own_documents_are_sound(data: bytes) -> None:
    assert findings(data) == []


def test_a_document_of_another_program_is_sound() -> None:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    assert findings(buffer.getvalue()) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "message"),
    [
        (DOCUMENT, 'w:pStyle w:val="Byline"', 'w:pStyle w:val="Gone"', "no style “Gone”"),
        (DOCUMENT, 'w:rStyle w:val="Dateline"', 'w:rStyle w:val="Gone"', "no style “Gone”"),
        (DOCUMENT, 'w:tblStyle w:val="BulletinTable"', 'w:tblStyle w:val="Gone"', "no style “Gone”"),
        ("word/styles.xml", 'w:next w:val="Byline"', 'w:next w:val="Gone"', "no style “Gone”"),
        ("word/header1.xml", 'w:val="Header"', 'w:val="Gone"', "no style “Gone”"),
        (DOCUMENT, '<w:numId w:val="3"/>', '<w:numId w:val="99"/>', "no list 99"),
        ("word/styles.xml", '<w:numId w:val="2"/>', '<w:numId w:val="99"/>', "no list 99"),
        ("word/numbering.xml", '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>', "no kind of list 9"),
        (DOCUMENT, 'w:anchor="a1_one"', 'w:anchor="gone"', "no bookmark “gone”"),
        (DOCUMENT, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "2 bookmarks have the number 1"),
        (DOCUMENT, '<w:bookmarkEnd w:id="2"/>', "", "bookmark 2 begins and does not end"),
        (DOCUMENT, 'w:name="a1_one"', 'w:name="A1"', "2 bookmarks are called “a1”"),
        (DOCUMENT, '<w:fldChar w:fldCharType="end"/>', "", "a field begins and does not end"),
        (DOCUMENT, '<w:fldChar w:fldCharType="begin"/>', "", "a field has its “separate” without a beginning"),
        ("word/footer1.xml", '<w:fldChar w:fldCharType="end"/>', "", "a field begins and does not end"),
        (
            DOCUMENT,
            '<w:fldChar w:fldCharType="separate"/>',
            '<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="separate"/>',
            "a field is separated twice",
        ),
        (
            DOCUMENT,
            "</w:tcPr>",
            "</w:tcPr></w:tc><w:tc>",
            "a table cell has no paragraph",
        ),
        (DOCUMENT, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "a table cell ends with a table"),
        (DOCUMENT, 'r:id="rId-link1"', 'r:id="rId-gone"', "relationship rId-gone, which isn't there"),
        (DOCUMENT, 'r:id="rId-header1"', 'r:id="rId-gone"', "relationship rId-gone, which isn't there"),
        ("word/_rels/document.xml.rels", 'Target="header1.xml"', 'Target="gone.xml"', "leads to word/gone.xml"),
        ("word/_rels/document.xml.rels", 'Id="rId-header1"', 'Id="rId-styles"', "two relationships"),
        ("word/numbering.xml", 'w:num w:numId="2"', 'w:num w:numId="1"', "2 definitions of num 1"),
        ("word/styles.xml", 'w:styleId="Kicker"', 'w:styleId="Byline"', "2 definitions of style Byline"),
        (DOCUMENT, "<w:t ", '<w:footnoteReference w:id="7"/><w:t ', "no footnote 7"),
        ("[Content_Types].xml", "/word/header1.xml", "/word/gone.xml", "it names word/gone.xml, which isn't there"),
        ("[Content_Types].xml", 'Default Extension="rels"', 'Default Extension="r"', "has no media type"),
    ],
)
def test_a_broken_reference_is_found(part: str, old: str, new: str, message: str) -> None:
    found = broken(part, old, new)
    assert {finding.code for finding in found} == {"docx.reference"}
    assert any(message in finding.message for finding in found)
    assert all(finding.where.file == "bulletin.docx" for finding in found)


NOTES = "word/footnotes.xml"
GONE = {"it asks for relationship rId-gone, which isn't there"}


@pytest.mark.parametrize(
    ("part", "old", "new", "messages"),
    [
        (DOCUMENT, '<w:footnoteReference w:id="2"/>', "", {"nothing calls footnote 2"}),
        (
            DOCUMENT,
            '<w:footnoteReference w:id="2"/>',
            '<w:footnoteReference w:id="99"/>',
            {"there is no footnote 99", "nothing calls footnote 2"},
        ),
        (
            NOTES,
            '<w:footnote w:id="2">',
            '<w:footnote w:id="1">',
            {"2 definitions of footnote 1", "there is no footnote 2"},
        ),
        (NOTES, 'w:id="-1"', 'w:id="-9"', {"there is no footnote -1"}),
        (
            NOTES,
            '<w:footnote w:id="1">',
            '<w:footnote w:id="1"/><w:footnote w:id="98">',
            {"footnote 1 has no paragraph", "nothing calls footnote 98"},
        ),
        (NOTES, 'r:id="rId-link1"', 'r:id="rId-gone"', GONE),
        (DOCUMENT, '<wp:docPr id="3"', '<wp:docPr id="2"', {"2 pictures have the number 2"}),
        (DOCUMENT, 'r:embed="rId-picture1"', 'r:embed="rId-gone"', GONE),
    ],
)
def test_a_broken_note_or_picture_is_found(part: str, old: str, new: str, messages: set[str]) -> None:
    found = broken(part, old, new, NOTED)
    assert {finding.message.removeprefix("bulletin.docx: ") for finding in found} == messages
    assert {finding.code for finding in found} == {"docx.reference"}


def test_a_picture_that_is_missing_is_found() -> None:
    parts = entries(NOTED)
    name = next(name for name in parts if name.endswith(".jpg"))
    del parts[name]
    (found,) = findings(zipped(parts))
    assert found.message.endswith(f"leads to {name}, which isn't there")


def test_a_field_that_names_a_missing_bookmark_is_found_even_split_over_runs() -> None:
    field = (
        '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE</w:instrText></w:r><w:r><w:instrText>REF go'
        "</w:instrText></w:r><w:r><w:instrText>ne \\h </w:instrText></w:r><w:r>"
        '<w:fldChar w:fldCharType="end"/>'
    )
    (found,) = broken(DOCUMENT, "<w:t ", f"{field}<w:t ")
    assert "no bookmark “gone”" in found.message
    (simple,) = broken(DOCUMENT, "<w:hyperlink", '<w:fldSimple w:instr="PAGEREF gone"/><w:hyperlink')
    assert "no bookmark “gone”" in simple.message


def test_a_missing_style_is_told_once_a_part() -> None:
    parts = entries()
    text = parts[DOCUMENT].decode()
    assert text.count('w:val="BodyText"') > 3
    found = findings(zipped({**parts, DOCUMENT: text.replace('w:val="BodyText"', 'w:val="Gone"').encode()}))
    assert [finding.where.part for finding in found] == [DOCUMENT]


def test_a_part_that_is_named_and_missing_is_found() -> None:
    parts = entries()
    del parts["word/footer1.xml"]
    assert {finding.where.part for finding in findings(zipped(parts))} == {"[Content_Types].xml", DOCUMENT}


def _without(name: str) -> Callable[[], bytes]:
    def make() -> bytes:
        parts = entries()
        del parts[name]
        return zipped(parts)

    return make


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"no zip at all",
        lambda: GOOD[: len(GOOD) // 2],
        lambda: zipped({"a.txt": b"not a document"}),
        _without(DOCUMENT),
        _without("_rels/.rels"),
        lambda: zipped({**entries(), DOCUMENT: b"<w:document>"}),
        lambda: zipped({**entries(), "word/header1.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;'}),
    ],
)
def test_what_is_no_document_is_told_and_nothing_else(make: Callable[[], bytes]) -> None:
    (found,) = findings(make())
    assert found.code == "docx.unreadable"
    assert found.hint


def test_a_part_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "LARGEST", 1000)
    (found,) = findings(GOOD)
    assert found.code == "docx.unreadable"


def test_entities_bring_nothing_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret")
    bomb = f'<!DOCTYPE a [<!ENTITY b SYSTEM "file://{secret}">]><a>&b;</a>'.encode()
    assert "a secret" not in str(findings(zipped({**entries(), "word/extra.xml": bomb})))
