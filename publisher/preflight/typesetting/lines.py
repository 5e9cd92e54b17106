"""Lines of a finished PDF, and the columns they stand in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2

from publisher.preflight.typesetting.glyphs import HYPHENS, Face, Glyph, is_right_to_left, read_glyphs

#: Baselines that differ by less than this share of the size belong to one line: calls, superscripts.
RAISED = 0.5
#: Edges that differ by no more than this are one, pt.
SAME = 1.0
#: A page of ours has no more columns than this (`theme.tokens.Page.columns`).
MOST_COLUMNS = 4


class Line(NamedTuple):
    """A line of type; its edges and the mean width of its blanks (*gap*, 0 where it has none) in pt.

    *left* is where reading begins: edges are mirrored where text runs from right to left.
    """

    page: int
    column: int
    left: float
    right: float
    baseline: float
    face: Face
    letters: int
    gap: float
    text: str
    is_body: bool

    @property
    def is_hyphened(self) -> bool:
        """Whether it ends with a hyphen."""
        return self.text[-1:] in HYPHENS


class Column(NamedTuple):
    """A column of a page: its edges, pt."""

    left: float
    right: float


class Sheet(NamedTuple):
    """The lines of a file in the order they were drawn, the columns of its pages, and its body's face."""

    lines: tuple[Line, ...]
    columns: tuple[tuple[Column, ...], ...]
    body: Face
    blank: float
    measure: float
    leading: float


def read_sheet(data: bytes) -> Sheet | None:
    """The lines and columns of a PDF; None where it holds no text."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [read_glyphs(document[number]) for number in range(len(document))]
    finally:
        document.close()
    letters = Counter(glyph.face for page in pages for glyph in page if not glyph.is_blank and glyph.face.is_upright)
    if not letters:
        return None
    body = letters.most_common(1)[0][0]
    mirrored = is_right_to_left([glyph for page in pages for glyph in page])
    raw = [line for number, page in enumerate(pages, 1) for line in _lines(page, number, body, mirrored)]
    measure = _measure(raw)
    columns = tuple(_columns([line for line in raw if line.page == n], measure) for n in range(1, len(pages) + 1))
    placed = tuple(line._replace(column=_column(line, columns[line.page - 1])) for line in raw)
    blank = _blank(glyph for page in pages for glyph in page if glyph.face == body)
    return Sheet(placed, columns, body, blank, measure, _leading(placed) or body.size)


def _lines(page: Sequence[Glyph], number: int, body: Face, mirrored: bool) -> Iterator[Line]:
    run: list[Glyph] = []
    for glyph in page:
        if run and not _continues(run, glyph):
            yield from _line(run, number, body, mirrored)
            run = []
        run.append(glyph)
    yield from _line(run, number, body, mirrored)


def _continues(run: list[Glyph], glyph: Glyph) -> bool:
    size = max(run[0].face.size, glyph.face.size)
    return abs(run[0].baseline - glyph.baseline) < RAISED * size


def _line(run: list[Glyph], page: int, body: Face, mirrored: bool) -> Iterator[Line]:
    inked = [number for number, glyph in enumerate(run) if not glyph.is_blank]
    if not inked:
        return
    run = run[inked[0] : inked[-1] + 1]
    shown = [glyph for glyph in run if not glyph.is_blank]
    face = Counter(glyph.face for glyph in shown).most_common(1)[0][0]
    left, right = min(glyph.left for glyph in shown), max(glyph.right for glyph in shown)
    baseline = Counter(round(glyph.baseline, 2) for glyph in shown).most_common(1)[0][0]
    text = "".join(glyph.letter for glyph in run)
    own = (-right, -left) if mirrored else (left, right)
    is_body = face.size == body.size and face.is_upright
    yield Line(page, -1, *own, baseline, face, len(shown), _gap(run), text, is_body)


def _gap(run: list[Glyph]) -> float:
    """The mean width of the blanks between words."""
    gaps = [
        max(after.left - before.right, before.left - after.right)
        for before, blank, after in zip(run, run[1:], run[2:], strict=False)
        if blank.is_blank and not before.is_blank and not after.is_blank
    ]
    return sum(gaps) / len(gaps) if gaps else 0.0


def _blank(glyphs: Iterable[Glyph]) -> float:
    """The natural width of the body's blanks, pt."""
    widths = Counter(round(glyph.right - glyph.left, 2) for glyph in glyphs if glyph.letter == " ")
    widths.pop(0.0, None)
    return widths.most_common(1)[0][0] if widths else 0.0


def _measure(lines: Sequence[Line]) -> float:
    """The width most lines of the body share, pt."""
    widths = Counter(round(line.right - line.left) for line in lines if line.is_body)
    most = max(widths.values(), default=0)
    # An indented first line is full as well: of two widths that many lines share, the wider one is the measure.
    return float(max((width for width, number in widths.items() if number > most / 3), default=0))


def _leading(lines: Sequence[Line]) -> float:
    """The distance of baselines that most lines of the body keep, pt."""
    steps = Counter(
        round(a.baseline - b.baseline, 2)
        for a, b in pairwise(lines)
        if a.is_body and b.is_body and (a.page, a.column) == (b.page, b.column) and a.baseline > b.baseline
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _columns(lines: Sequence[Line], measure: float) -> tuple[Column, ...]:
    """The columns of a page by the lines that fill one, from the first to read."""
    found: list[Column] = []
    for line in sorted((line for line in lines if line.is_body), key=lambda line: line.left):
        if len(found) == MOST_COLUMNS:
            break
        if abs(line.right - line.left - measure) <= SAME and not any(line.left <= c.right for c in found):
            found.append(Column(line.left, line.right))
    return tuple(_settled(column, lines) for column in found)


def _settled(column: Column, lines: Sequence[Line]) -> Column:
    """The column with the edges that most of its lines share: a single one may stick out."""
    inside = [line for line in lines if line.is_body and column.left - SAME <= line.left < column.right]
    lefts = Counter(round(line.left, 1) for line in inside if abs(line.left - column.left) <= SAME)
    rights = Counter(round(line.right, 1) for line in inside if abs(line.right - column.right) <= SAME)
    return Column(lefts.most_common(1)[0][0], rights.most_common(1)[0][0])


def _column(line: Line, columns: Sequence[Column]) -> int:
    """The number of the column that *line* stands in; −1 where it stands in none, or in several."""
    for number, column in enumerate(columns):
        if column.left - SAME <= line.left and line.right <= column.right + 4 * SAME:
            return number
    return -1
