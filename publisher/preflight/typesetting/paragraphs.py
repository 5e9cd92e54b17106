"""Paragraphs of a finished PDF: lines of the body that belong together, in reading order."""

from collections.abc import Iterator
from typing import NamedTuple

from publisher.preflight.typesetting.lines import Line, Sheet

#: A first line stands in by at least this much, em.
INDENT = 0.5
#: A line that ends at least this far from the edge is a last line, or ragged, pt.
SHORT = 3.0


class Paragraph(NamedTuple):
    """The lines of one paragraph, which may run on over columns and pages."""

    lines: tuple[Line, ...]


def paragraphs(sheet: Sheet) -> Iterator[Paragraph]:
    """The body's paragraphs at full measure; lists and quotations, which stand in as a whole, are left out."""
    run: list[Line] = []
    lines = [line for line in sheet.lines if not _is_beside(line, sheet)]
    inside = [line for line in lines if line.column >= 0]
    number = -1
    for line in lines:
        number += line.column >= 0
        before = inside[number - 1] if number > 0 else None
        after = inside[number + 1] if number + 1 < len(inside) else None
        if (
            not line.is_body
            or line.column < 0
            or (_stands_in(line, sheet) and not _is_first(line, before, after, sheet))
        ):
            yield from _whole(run)
            run = []
            continue
        if run and (_stands_in(line, sheet) or _is_apart(run[-1], line, sheet)):
            yield from _whole(run)
            run = []
        run.append(line)
    yield from _whole(run)


def _is_beside(line: Line, sheet: Sheet) -> bool:
    """Whether a line stands beside the text: in a head or foot of the page, or among its notes."""
    return not line.is_body and line.face.size < sheet.body.size


def _whole(run: list[Line]) -> Iterator[Paragraph]:
    if run:
        yield Paragraph(tuple(run))


def indent(line: Line, sheet: Sheet) -> float:
    """How far a line's beginning stands in from its column's edge, pt."""
    return line.left - sheet.columns[line.page - 1][line.column].left


def slack(line: Line, sheet: Sheet) -> float:
    """How far a line's end stands off its column's edge, pt; negative where it sticks out."""
    return sheet.columns[line.page - 1][line.column].right - line.right


def _stands_in(line: Line, sheet: Sheet) -> bool:
    return indent(line, sheet) > INDENT * sheet.body.size


def _is_first(line: Line, before: Line | None, after: Line | None, sheet: Sheet) -> bool:
    """Whether a line that stands in begins a paragraph: its neighbours don't stand in as it does."""
    own = indent(line, sheet)
    if after is None or not after.is_body or slack(line, sheet) > SHORT:
        # A paragraph of one line: among others of the body it stands in by itself.
        return (
            before is None or not _is_like(before, own, sheet) or (after is not None and not _stands_in(after, sheet))
        )
    return not _is_like(after, own, sheet) or slack(line, sheet) > SHORT


def _is_like(line: Line, own: float, sheet: Sheet) -> bool:
    return abs(indent(line, sheet) - own) < 1.0


def _is_apart(last: Line, line: Line, sheet: Sheet) -> bool:
    """Whether something stands between two lines, or the second is in a column before the first's."""
    if last.page != line.page:
        return False
    if last.column != line.column:
        return last.column > line.column
    return last.baseline - line.baseline > 1.5 * sheet.leading or last.baseline < line.baseline
