"""A dateline taken to pieces: what dashes, commas and brackets part."""

import re
from collections.abc import Iterator

from msgspec import Struct

# Arabic and Persian agencies set no blank before the dash: دمشق-سانا · تهران- ایرنا-
_DASHES = re.compile(
    r"\s+(?:-{1,2}|[–—―_|])\s+|\s?-{2,3}\s?|(?<=[.)])\s?[–—-]\s?|\s?[—–]\s?(?=\()|(?<=[\u0620-\u06ff])-\s?"
)
_PIECE = re.compile(
    r"\((?P<round>[^()]*)\)|\[(?P<square>[^\[\]]*)\]|"
    r"(?:(?<![^\W\d])/\s?|/\s)(?P<stroke>[^/,()\[\]]*[^/,\s()\[\]])\s?/|"
    r"(?P<comma>[,،、;])|(?P<words>[^()\[\],،、;/]+|/)"
)


class Piece(Struct, frozen=True):
    """A part of a group: a stretch of the text, and whether it stands in brackets."""

    start: int
    end: int
    is_bracketed: bool = False


def groups_of(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of *text* up to *end* that dashes part (start, end)."""
    start = 0
    for dash in _DASHES.finditer(text, 0, end):
        if _is_inside(text, start, dash.start(), end):
            continue
        if dash.start() > start or start == 0:
            yield start, dash.start()
        start = dash.end()
    yield start, end


def _is_inside(text: str, start: int, at: int, end: int) -> bool:
    """Whether what stands *at* belongs to brackets or strokes: /Ольга Иванова - БЕЛТА/."""
    is_stroked = text.count("/", start, at) % 2 == 1 and text.find("/", at, end) > 0
    return is_stroked or text.count("(", start, at) > text.count(")", start, at)


def pieces_of(text: str, start: int, end: int) -> Iterator[Piece]:
    """The parts of a group between commas, and those in brackets; a single stroke belongs to the words around it."""
    first = last = -1
    for match in _PIECE.finditer(text, start, end):
        if match.lastgroup == "words":
            first, last = (match.start() if first < 0 else first), match.end()
            continue
        if first >= 0:
            yield trimmed(text, first, last)
            first = -1
        if match.lastgroup != "comma":
            yield Piece(match.start(), match.end(), is_bracketed=True)
    if first >= 0:
        yield trimmed(text, first, last)


def trimmed(text: str, start: int, end: int) -> Piece:
    """A stretch of *text* without the blanks and strokes around it."""
    words = text[start:end]
    return Piece(start + len(words) - len(words.lstrip(" /\u00a0")), start + len(words.rstrip(" /\u00a0")))
