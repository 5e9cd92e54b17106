"""How the columns of a finished PDF stand beside each other: where they begin and end, and with what."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from publisher.preflight.typesetting.lines import Line, Sheet
from publisher.preflight.typesetting.paragraphs import SHORT, slack

#: Type this much larger than the body's belongs to an article's head: what follows is a text of its own.
DISPLAY = 1.5
#: At least this share of a column's lines reaches its edge where text is justified.
_FULL = 1 / 3


class Band(NamedTuple):
    """What stands side by side on a page: the lines of each column, from the top."""

    columns: tuple[tuple[Line, ...], ...]


def bands(sheet: Sheet) -> Iterator[Band]:
    """The texts of each page that stand in columns; the page's foot and what spans columns are left out."""
    columns: list[list[Line]] = []
    last: Line | None = None
    for line in without_feet(sheet):
        is_next = last is not None and line.page == last.page and _follows(last, line, sheet)
        if not is_next or line.face.size > DISPLAY * sheet.body.size:
            yield from _whole(columns)
            columns = []
        last = line if line.column >= 0 else None
        if last is None:
            continue
        if columns and columns[-1][-1].column == line.column:
            columns[-1].append(line)
        else:
            columns.append([line])
    yield from _whole(columns)


def without_feet(sheet: Sheet) -> Iterator[Line]:
    """The lines but those on a page's lowest baseline, where these aren't of the body: its running foot."""
    lowest: dict[int, float] = {}
    for line in sheet.lines:
        lowest[line.page] = min(line.baseline, lowest.get(line.page, line.baseline))
    for line in sheet.lines:
        if line.is_body or line.baseline > lowest[line.page] + 1.0:
            yield line


def _follows(last: Line, line: Line, sheet: Sheet) -> bool:
    """Whether *line* goes on where *last* ended: below it, or at the top of the next column."""
    if line.column == last.column:
        return line.baseline < last.baseline + sheet.body.size / 2
    return line.column == last.column + 1 and line.baseline > last.baseline


def _whole(columns: Sequence[Sequence[Line]]) -> Iterator[Band]:
    if len(columns) > 1:
        yield Band(tuple(map(tuple, columns)))


def uneven(sheet: Sheet) -> Iterator[Line]:
    """The last lines of columns that don't end level; the last one may lack a line for each of the others."""
    for band in bands(sheet):
        if not all(_is_justified(column, sheet) for column in band.columns):
            continue
        *others, last = (column[-1] for column in band.columns)
        lowest = min(line.baseline for line in (*others, last))
        spare = len(others) * sheet.leading
        for line in (*others, last):
            allowed = spare if line is last else 0.0
            if line.baseline - lowest > allowed + sheet.leading / 2:
                yield line


def low(sheet: Sheet) -> Iterator[Line]:
    """The first lines of columns that stand lower than the text in the column before."""
    for band in bands(sheet):
        top = max((line.baseline for line in band.columns[0] if line.is_body), default=0.0)
        for column in band.columns[1:]:
            first = column[0]
            if (first.is_body or is_heading(first, sheet)) and top - first.baseline > sheet.leading * 0.75:
                yield first


def last_headings(sheet: Sheet) -> Iterator[Line]:
    """The headings that a column or a page ends with."""
    for line, following in pairwise(without_feet(sheet)):
        if sheet.columns[line.page - 1] and is_heading(line, sheet):
            is_above = following.baseline > line.baseline + sheet.leading / 2
            if following.page != line.page or is_above:
                yield line


def is_heading(line: Line, sheet: Sheet) -> bool:
    """Whether a line is set as a heading is: bold, and no smaller than the body."""
    return line.face.is_bold and line.face.size >= sheet.body.size


def _is_justified(column: Sequence[Line], sheet: Sheet) -> bool:
    body = [line for line in column if line.is_body]
    return sum(abs(slack(line, sheet)) <= SHORT for line in body) > _FULL * len(column)
