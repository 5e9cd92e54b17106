"""Glyphs of a finished page: letter, place and face, as the file has them."""

import ctypes
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

#: Characters that pdfium gives for a hyphen at a line's end.
HYPHENS = "-\u2010\u00ad\u0002\ufffe"
_LONGEST_NAME = 128


class Face(NamedTuple):
    """A font as a run of text has it: its name without the subset's tag, and its size, pt."""

    name: str
    size: float

    @property
    def is_upright(self) -> bool:
        """Whether its name says neither bold nor italic."""
        return not any(word in self.name for word in ("Bold", "Italic", "It"))

    @property
    def is_bold(self) -> bool:
        """Whether its name says bold."""
        return "Bold" in self.name


class Glyph(NamedTuple):
    """A glyph; *left* and *right* bound its advance, *baseline* is counted upwards from the page's foot, pt."""

    letter: str
    left: float
    right: float
    baseline: float
    face: Face

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank of any kind."""
        return self.letter.isspace()


def read_glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """The glyphs of *page* in the order they were drawn; what pdfium itself puts in between is left out."""
    text = page.get_textpage()
    try:
        return list(_glyphs(text.raw, text.count_chars()))
    finally:
        text.close()


def _glyphs(text: Any, number: int) -> Iterator[Glyph]:
    fonts: dict[int, _Font] = {}
    font = _Font(Face("", 0.0), None, 0.0)
    x, y, box, left = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), 0.0
    for index in range(number):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (10, 13):
            continue
        drawn = raw.FPDFText_GetTextObject(text, index)
        letter, last = chr(code), font
        if drawn:
            address = ctypes.cast(drawn, ctypes.c_void_p).value or 0
            font = fonts.get(address) or fonts.setdefault(address, _Font.of(drawn))
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        if letter in HYPHENS and font is not last:
            # A hyphen that is read as another character (ActualText) has a box of its strokes alone: as much is
            # blank before as behind them.
            left = font.left
            yield Glyph(letter, left, box.right + box.left - left, y.value, font.face)
            continue
        # Where a blank is very wide, pdfium puts one of its own in the place of the file's.
        own = letter.isspace() and raw.FPDFText_IsGenerated(text, index) == 1
        # The letters of a ligature stand all where it begins; its box is theirs.
        is_part = font is last and x.value == left
        left = x.value
        right = left if own else max(box.right if is_part else font.advance(letter, left, box.right), left)
        yield Glyph(letter, left, right, y.value, font.face)


class _Font:
    """A text object's face, where it begins, and the advances of its letters as it stands on the page."""

    def __init__(self, face: Face, handle: Any, left: float) -> None:
        self.face = face
        self.handle = handle
        self.left = left
        self.advances: dict[str, float] = {}

    @classmethod
    def of(cls, drawn: Any) -> "_Font":
        """The font of a text object; its size as it stands on the page."""
        size, matrix = ctypes.c_float(), raw.FS_MATRIX()
        raw.FPDFTextObj_GetFontSize(drawn, size)
        raw.FPDFPageObj_GetMatrix(drawn, matrix)
        name, handle = ctypes.create_string_buffer(_LONGEST_NAME), raw.FPDFTextObj_GetFont(drawn)
        raw.FPDFFont_GetBaseFontName(handle, name, _LONGEST_NAME)
        plain = name.value.decode("utf-8", "replace").rpartition("+")[2]
        return cls(Face(plain, round(size.value * abs(matrix.d), 2)), handle, matrix.e)

    def advance(self, letter: str, left: float, right: float) -> float:
        """Where the advance of *letter* ends: its box, *left* to *right*, holds overhanging strokes as well."""
        if self.handle is None or not letter.isalpha():
            return right
        if letter not in self.advances:
            width = ctypes.c_float()
            raw.FPDFFont_GetGlyphWidth(self.handle, ord(letter), self.face.size, width)
            self.advances[letter] = width.value
        return left + self.advances[letter] if self.advances[letter] else right


def is_right_to_left(glyphs: list[Glyph]) -> bool:
    """Whether most of the letters run from right to left."""
    kinds = [unicodedata.bidirectional(glyph.letter[0]) for glyph in glyphs if glyph.letter.isalpha()]
    return 2 * sum(kind in ("R", "AL") for kind in kinds) > len(kinds)
