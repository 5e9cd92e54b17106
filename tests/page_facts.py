"""What stands on the pages of a PDF, as text: blocks with their faces, boxes and first and last words; pictures.

No pixels: whoever reviews a change reads which block moved, grew or got another face. Lengths are whole pt from the
page's top left.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

from publisher.preflight.typesetting.glyphs import Face, Glyph, read_glyphs

#: A block shows as many characters of its beginning and of its end.
SHOWN = 28


def page_facts(data: bytes) -> str:
    """A line for each page of *data*, and for each block and picture on it, in the order they were drawn."""
    document = pypdfium2.PdfDocument(data)
    try:
        return "".join(f"{line}\n" for number in range(len(document)) for line in _page(document, number))
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[str]:
    page = document[number]
    height = page.get_height()
    yield f"page {number + 1}: {page.get_width():.0f} × {height:.0f}"
    for block in _blocks(read_glyphs(page)):
        yield _block(block, height)
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        yield f"  {left:.0f}–{right:.0f} × {height - top:.0f}–{height - bottom:.0f}  picture"


def _blocks(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs of one face that stand together: on a line, or on lines one below the other."""
    block: list[Glyph] = []
    for glyph in glyphs:
        if block and not _goes_on(block[-1], glyph):
            yield block
            block = []
        block.append(glyph)
    if block:
        yield block


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    if glyph.is_blank or not _same(last.face, glyph.face):
        return _same(last.face, glyph.face)
    return -0.5 < last.baseline - glyph.baseline < 2.2 * max(glyph.face.size, 8)


def _same(one: Face, other: Face) -> bool:
    return (one.name, round(one.size)) == (other.name, round(other.size))


def _block(block: Sequence[Glyph], height: float) -> str:
    inked = [glyph for glyph in block if not glyph.is_blank] or list(block)
    left, right = min(glyph.left for glyph in inked), max(glyph.right for glyph in inked)
    lines = len([*groupby(inked, lambda glyph: round(glyph.baseline))])
    text = " ".join("".join(glyph.letter for glyph in block).split())
    shown = text if len(text) <= 2 * SHOWN else f"{text[:SHOWN].strip()} … {text[-SHOWN:].strip()}"
    first, last = height - inked[0].baseline, height - inked[-1].baseline
    face = inked[0].face
    return f"  {left:.0f}–{right:.0f} × {first:.0f}–{last:.0f}  {face.name} {face.size:g}  {lines}  {shown}"
