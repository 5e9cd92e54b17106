"""Sixteen copies broken on purpose: the schemas' check and ours together catch every one of them."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

from publisher.formats import Artifact, Format
from publisher.preflight.docx import check_docx
from tests.writers.docx.noted import annotated
from tests.writers.docx.samples import every_node, written

DOCUMENT, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
NODES, NOTED = written(every_node()), written(annotated())
Parts = dict[str, bytes]
Break = Callable[[Parts], Parts]


def swapped(part: str, old: str, new: str) -> Break:
    """*old* becomes *new* at its first place in *part*."""

    def change(parts: Parts) -> Parts:
        text = parts[part].decode()
        assert re.search(old, text), old
        return {**parts, part: re.sub(old, new, text, count=1).encode()}

    return change


def without_picture(parts: Parts) -> Parts:
    name = next(name for name in parts if name.startswith("word/media/"))
    return {other: data for other, data in parts.items() if other != name}


BROKEN: dict[str, tuple[bytes, Break]] = {
    "order of properties": (
        NODES,
        swapped(DOCUMENT, "<w:pPr>(<w:pStyle [^>]*/>)(<w:numPr>.*?</w:numPr>)", r"<w:pPr>\2\1"),
    ),
    "a size that is no number": (NODES, swapped(STYLES, r'<w:sz w:val="\d+"', '<w:sz w:val="abc"')),
    "dangling relationship": (NODES, swapped(DOCUMENT, 'r:id="rId-link1"', 'r:id="rId-gone"')),
    "unknown element": (NODES, swapped(DOCUMENT, "<w:pPr>", "<w:pPr><w:sparkle/>")),
    "two pictures of one number": (NOTED, swapped(DOCUMENT, '<wp:docPr id="3"', '<wp:docPr id="2"')),
    "two bookmarks of one name": (NODES, swapped(DOCUMENT, 'w:name="a1_one"', 'w:name="a1"')),
    "missing style": (NODES, swapped(DOCUMENT, 'pStyle w:val="Byline"', 'pStyle w:val="Gone"')),
    "missing note": (NOTED, swapped(DOCUMENT, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="99"/>')),
    "missing list": (NODES, swapped(DOCUMENT, '<w:numId w:val="3"/>', '<w:numId w:val="99"/>')),
    "cell without a paragraph": (NODES, swapped(DOCUMENT, "</w:tcPr><w:p>.*?</w:p></w:tc>", "</w:tcPr></w:tc>")),
    "link to no bookmark": (NODES, swapped(DOCUMENT, 'w:anchor="a1_one"', 'w:anchor="gone"')),
    "missing picture": (NOTED, without_picture),
    "field without an end": (NODES, swapped(DOCUMENT, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")),
    "no XML": (NODES, swapped(DOCUMENT, "</w:body>", "")),
    "two bookmarks of one number": (NODES, swapped(DOCUMENT, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"')),
    "missing content type": (NODES, swapped(TYPES, '<Override PartName="/word/document.xml"[^>]*/>', "")),
}


def zipped(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def caught(data: bytes, path: Path) -> bool:
    path.write_bytes(data)
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path)
    own = [f for f in check_docx(Artifact(Format.DOCX, path.name, data)) if f.code != "docx.table-header"]
    return bool(audit.errors or own)


def copies(name: str) -> tuple[bytes, bytes]:
    """The document as it is, and broken."""
    good, change = BROKEN[name]
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    return zipped(parts), zipped(change(parts))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_copy_is_caught(name: str, tmp_path: Path) -> None:
    good, broken = copies(name)
    assert not caught(good, tmp_path / "good.docx")
    assert caught(broken, tmp_path / "broken.docx")
