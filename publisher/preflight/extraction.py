"""What an output really holds: its words read back from the finished bytes."""

import ctypes
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2
from lxml import etree
from pypdfium2 import raw

from publisher.parsing import xml_parser

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_X = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_OPF = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
#: Elements of our XHTML that hold words themselves.
LEAVES = frozenset(
    _X + name for name in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "figcaption", "caption", "pre")
)
PARSER = xml_parser()


class Streams(NamedTuple):
    """A reflowable file's leaf blocks in order: running text, notes, and what stands around them."""

    text: tuple[str, ...]
    notes: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


def pdf_pages(data: bytes) -> tuple[str, ...]:
    """The text of each page in the order it was drawn; what stands outside the bleed isn't the page's."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page_text(document, number) for number in range(len(document)))
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    """Object by object: the library's own text of a page puts what stands on one line, in two columns, side by side."""
    page = document[number]
    text_page = page.get_textpage()
    bleed = page.get_bleedbox()
    drawn = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    text = "\n".join(object_text(item, text_page) for item in drawn if _is_within(item.get_bounds(), bleed))
    text_page.close()
    page.close()
    return text


def _is_within(bounds: Sequence[float], box: Sequence[float]) -> bool:
    """Whether the middle of *bounds* lies in *box*; both are (left, bottom, right, top), pt."""
    across, up = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= up <= box[3]


def object_text(item: Any, text_page: Any) -> str:
    """The words that one text object draws."""
    length = raw.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(item.raw, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")


def docx_streams(data: bytes) -> Streams:
    """A DOCX's paragraphs; the cover's headlines, contents, heads and feet stand around the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        document = _tree(archive, "word/document.xml")
        notes = _tree(archive, "word/footnotes.xml") if "word/footnotes.xml" in names else None
        margins = [_tree(archive, name) for name in names if name.startswith(("word/header", "word/footer"))]
    text: list[str] = []
    around: list[str] = []
    initial = ""
    for paragraph in document.iter(_W + "p"):
        words, initial = initial + docx_words(paragraph), ""
        if _is_initial(paragraph):
            initial = words
            continue
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        repeats = style is not None and style.get(_W + "val", "").startswith(("TOC", "CoverHeadline"))
        (around if repeats else text).append(words)
    around += [docx_words(p) for margin in margins for p in margin.iter(_W + "p")]
    noted = [_note_words(p) for p in notes.iter(_W + "p")] if notes is not None else []
    return Streams(*(tuple(w for w in words if w.strip()) for words in (text, noted, around)))


def _is_initial(paragraph: etree._Element) -> bool:
    """Whether it is a drop capital, which begins the words of the next paragraph."""
    frame = paragraph.find(f"{_W}pPr/{_W}framePr")
    return frame is not None and frame.get(f"{_W}dropCap") in ("drop", "margin")


def _note_words(paragraph: etree._Element) -> str:
    """A note's paragraph without the blank after its number."""
    words = docx_words(paragraph)
    return words if next(paragraph.iter(_W + "footnoteRef"), None) is None else words.removeprefix(" ")


def docx_words(paragraph: etree._Element) -> str:
    """A paragraph's words: runs, tabs, breaks; no field instructions, no nested paragraphs."""
    words = []
    for element in paragraph.iter(_W + "t", _W + "tab", _W + "br", _W + "noBreakHyphen"):
        if next(element.iterancestors(_W + "p")) is not paragraph:
            continue
        if element.tag == _W + "t":
            words.append(element.text or "")
        elif next(element.iterancestors()).tag == _W + "r":  # a tab stop in w:pPr is no tab
            words.append({"tab": "\t", "br": "\n"}.get(etree.QName(element).localname, "\u2011"))
    return "".join(words)


def epub_streams(data: bytes) -> Streams:
    """An EPUB's leaf blocks in spine order; cover, navigation and note numbers stand around the text."""
    text: list[str] = []
    notes: list[str] = []
    around: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for root in spine(archive):
            body = root.find(_X + "body")
            if body is None:
                continue
            outside = is_front(body)
            for leaf in body.iter(*LEAVES):
                target = around if outside else notes if _in_note(leaf) else text
                target.append(xhtml_words(leaf))
    return Streams(*(tuple(w for w in words if w.strip()) for words in (text, notes, around)))


def package_of(archive: zipfile.ZipFile) -> etree._Element:
    """The package document of a book."""
    return _tree(archive, _package_path(archive))


def _package_path(archive: zipfile.ZipFile) -> str:
    container = _tree(archive, "META-INF/container.xml")
    return next(container.iter(_CONTAINER + "rootfile")).get("full-path", "")


def spine(archive: zipfile.ZipFile) -> Iterator[etree._Element]:
    """A book's documents in reading order."""
    folder = _package_path(archive).rpartition("/")[0]
    package = package_of(archive)
    hrefs = {item.get("id"): item.get("href", "") for item in package.iter(_OPF + "item")}
    for reference in package.iter(_OPF + "itemref"):
        yield _tree(archive, f"{folder}/{hrefs[reference.get('idref')]}".lstrip("/"))


def is_front(body: etree._Element) -> bool:
    """Whether the document is a cover or a navigation document, which repeat words of the articles."""
    kinds = {kind for element in body.iter() for kind in (element.get(EPUB_TYPE) or "").split()}
    return bool(kinds & {"cover", "toc", "landmarks"})


def _in_note(leaf: etree._Element) -> bool:
    return any("footnote" in (e.get(EPUB_TYPE) or "").split() for e in leaf.iterancestors())


def xhtml_words(leaf: etree._Element) -> str:
    """A leaf block's words without the numbers of notes, line breaks as line feeds."""
    words: list[str] = []

    def gather(element: etree._Element) -> None:
        if element.get("role") in ("doc-noteref", "doc-backlink"):
            return
        if element.tag == _X + "br":
            words.append("\n")
        words.append(element.text or "")
        for child in element:
            gather(child)
            words.append(child.tail or "")

    gather(leaf)
    return "".join(words)


def _tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), PARSER)
