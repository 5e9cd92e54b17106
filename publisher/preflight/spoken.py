"""What a tagged PDF says to whoever listens: its words in the order of the structure tree."""

import io

import pikepdf
import pypdfium2
from pypdfium2 import raw

from publisher.preflight.extraction import object_text
from publisher.preflight.tagged import Mark, Piece, pieces

#: Structure types that stand in a line: their words run on with those around them.
IN_LINE = frozenset({"Span", "Link", "Code", "Reference", "Quote", "Note", "Lbl"})


def spoken(data: bytes) -> str:
    """All words of the tree in order, a line for each element that is no part of a line."""
    words = _words(data)
    said = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for piece in pieces(pdf):
            said.append(_said(piece, words))
    return "".join(said)


def _said(piece: Piece, words: dict[Mark, str]) -> str:
    if piece.mark is None:
        return "" if piece.element.kind in IN_LINE else "\n"
    return f"{words.get(piece.mark, '')} "


def _words(data: bytes) -> dict[Mark, str]:
    """Mark → the words drawn in it, as PDFium reads them."""
    found: dict[Mark, str] = {}
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
            mark = Mark(number, raw.FPDFPageObj_GetMarkedContentID(item.raw))
            if mark.number >= 0:
                found[mark] = found.get(mark, "") + object_text(item, text_page)
        text_page.close()
        page.close()
    document.close()
    return found
