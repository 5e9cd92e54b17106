"""Display text drawn as pixels: faces found for each script, lines broken and evened, words shaped."""

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from fontTools import unicodedata as scripts
from PIL import ImageDraw, ImageFont, features

from publisher.fonts import WEIGHTS, Face, characters, families, is_variable, parts
from publisher.normalise.language.detection import direction
from publisher.theme.tokens import Role, Theme
from publisher.writers.epub.typefaces import chosen
from publisher.writing import JOINED

#: A headline is cut after as many characters: no cover shows more.
LONGEST = 200
#: Scripts that need shaping, or run from right to left.
SHAPED = JOINED | {"Hebr", "Thai"}


class Lettering(NamedTuple):
    """How a text is drawn: the faces that may serve, size in pixels, letter-space in em, case, language."""

    faces: tuple[Face, ...]
    size: int
    tracking: float
    capitals: bool
    language: str

    def scaled(self, factor: float) -> "Lettering":
        """The same, *factor* times as large."""
        return self._replace(size=round(self.size * factor))


class Run(NamedTuple):
    """Characters set in one face."""

    face: Face
    text: str


def lettering(role: Role, theme: Theme, size: float, tag: str) -> Lettering:
    """The lettering of *role* at *size* pixels, for words in the language *tag*."""
    stack = (theme.family[key] for key in families(theme, role.family, tag))
    faces = tuple(chosen(family, role.weight == "bold", role.italic) for family in stack)
    return Lettering(faces, round(size), role.tracking, role.capitals, tag)


@functools.cache
def has_shaper() -> bool:
    """Whether Pillow can shape scripts here: its Raqm needs FriBiDi on the machine."""
    return bool(features.check("raqm"))


@functools.lru_cache(maxsize=64)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """A face at *size* pixels."""
    engine = ImageFont.Layout.RAQM if has_shaper() else ImageFont.Layout.BASIC
    made = ImageFont.truetype(face.path, size, layout_engine=engine)
    if is_variable(face.path):
        made.set_variation_by_axes([WEIGHTS[face.weight]])
    return made


def runs(text: str, faces: Sequence[Face]) -> list[Run]:
    """*text* cut where another face must take over; what can't be drawn rightly is left out."""
    found: list[Run] = []
    text = "".join(parts(character, faces[0].path) for character in text) if faces else text
    # What stands before the first letter, such as the day of a date, is set like it.
    before = next((_face(letter, None, faces) for letter in text if letter.isalpha()), None)
    for character in text:
        if not has_shaper() and scripts.script(character) in SHAPED:
            continue
        face = _face(character, found[-1].face if found else before, faces)
        if face is None:
            continue
        if found and face == found[-1].face:
            found[-1] = Run(face, found[-1].text + character)
        else:
            found.append(Run(face, character))
    return found


def _face(character: str, before: Face | None, faces: Sequence[Face]) -> Face | None:
    """The first face that has *character*; blanks, marks and figures stay with what stands before them."""
    if before and not character.isalpha():
        faces = (before, *faces)
    return next((face for face in faces if ord(character) in characters(face.path)), None)


def is_drawable(text: str, faces: Sequence[Face]) -> bool:
    """Whether each letter of *text* can be drawn: words that lack some are wrong words."""
    drawn = "".join(run.text for run in runs(text, faces))
    return sum(map(str.isalpha, drawn)) == sum(map(str.isalpha, text))


def is_joined(text: str) -> bool:
    """Whether letters of *text* are joined."""
    return not JOINED.isdisjoint(map(scripts.script, text))


@functools.lru_cache(maxsize=4096)
def width(text: str, style: Lettering) -> float:
    """Width of *text* on one line, in pixels."""
    return sum(length for _, length in _pieces(text, style))


def draw(canvas: ImageDraw.ImageDraw, left: float, base: float, text: str, style: Lettering, ink: str) -> None:
    """Draws one line from *left* on the baseline *base*."""
    for run, length in _pieces(text, style):
        face = font(run.face, style.size)
        canvas.text((left, base), run.text, ink, face, anchor="ls", **_shaping(style))
        left += length


def _pieces(text: str, style: Lettering) -> Iterator[tuple[Run, float]]:
    """What is drawn at one go, from left to right, with the room it takes."""
    shown = text.upper() if style.capitals else text
    cut, space = runs(shown, style.faces), 0.0
    if style.tracking > 0 and not is_joined(shown) and not _is_turned(shown, style):
        cut = [Run(run.face, cluster) for run in cut for cluster in clusters(run.text)]
        space = style.tracking * style.size
    for run in reversed(cut) if direction(style.language) == "rtl" else cut:
        yield run, font(run.face, style.size).getlength(run.text, **_shaping(style)) + space


def _is_turned(text: str, style: Lettering) -> bool:
    """Whether some of *text* runs from right to left: its order is the shaper's business, figures and all (UAX #9)."""
    return direction(style.language) == "rtl" or any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def clusters(text: str) -> list[str]:
    """The letters of *text*, each with the marks that stand on it."""
    found: list[str] = []
    for character in text:
        if found and unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf"):
            found[-1] += character
        else:
            found.append(character)
    return found


def _shaping(style: Lettering) -> dict[str, Any]:
    """What the shaper is told."""
    if not has_shaper():
        return {}
    return {"direction": direction(style.language), "language": style.language}


def fitted(text: str, style: Lettering, measure: float, lines: int, least: float) -> tuple[Lettering, list[str]]:
    """*text* in at most *lines* lines, as large as *style* or, to fit, down to *least* times its size."""
    words = " ".join(text[:LONGEST].split())
    factor = 1.0
    while True:
        trial = style.scaled(factor)
        rows = broken(words, trial, measure)
        if len(rows) <= lines and " ".join(rows) == words:
            return trial, rows
        if factor <= least:
            return trial, rows if len(rows) <= lines else [*rows[: lines - 1], _cut(rows[lines - 1], trial, measure)]
        factor = max(factor * 0.92, least)


def _cut(line: str, style: Lettering, measure: float) -> str:
    """*line* with “…” for what would follow, within *measure*."""
    while line and width(f"{line}…", style) > measure:
        line = line[:-1].rstrip()
    return f"{line}…"


def broken(text: str, style: Lettering, measure: float) -> list[str]:
    """*text* in lines no wider than *measure*, as even as their number allows."""
    words = [piece for word in text.split() for piece in _fitting(word, style, measure)]
    sizes = [width(word, style) for word in words]
    space = width(" ", style)
    best = _lines(sizes, space, measure)
    narrow, wide = max(sizes, default=0.0), measure
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        found = _lines(sizes, space, middle)
        if len(found) > len(best):
            narrow = middle
        else:
            wide, best = middle, found
    return [" ".join(words[line]) for line in best]


def _fitting(word: str, style: Lettering, measure: float) -> list[str]:
    """The word, or the pieces of it that fit: some scripts have no blanks between words."""
    if width(word, style) <= measure:
        return [word]
    pieces, used = [""], 0.0
    for cluster in clusters(word):
        size = width(cluster, style)
        if pieces[-1] and used + size > measure:
            pieces.append("")
            used = 0.0
        pieces[-1] += cluster
        used += size
    return pieces


def _lines(sizes: Sequence[float], space: float, measure: float) -> list[slice]:
    """The words of each line, by first fit."""
    lines, start, used = [], 0, 0.0
    for place, size in enumerate(sizes):
        if place > start and used + space + size > measure:
            lines.append(slice(start, place))
            start, used = place, size
        else:
            used += size + (space if place > start else 0.0)
    return [*lines, slice(start, len(sizes))] if sizes else []
