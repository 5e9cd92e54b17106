"""The figures of a finished PDF's typesetting: how loose, how even, how well composed."""

from collections.abc import Sequence
from typing import NamedTuple

from publisher.preflight.typesetting.composition import last_headings, low, uneven
from publisher.preflight.typesetting.lines import Line, Sheet
from publisher.preflight.typesetting.paragraphs import SHORT, Paragraph, paragraphs, slack

#: Blanks are loose from this many times their natural width on, and very loose from that.
LOOSE, VERY_LOOSE = 1.5, 2.0
#: Hyphens at the ends of this many lines in a row are a ladder.
LADDER = 3
#: A justified line's edge may be off by this much, pt.
EDGE = 0.2
#: A line may stand off the grid by this much, pt.
GRID = 0.1
#: A last line shorter than this is a short one, em.
SHORT_END = 2.0


class Figures(NamedTuple):
    """What was measured; lines and paragraphs are counts, shares are of 1, lengths pt."""

    lines: int
    """Lines of paragraphs at full measure."""
    justified: int
    """Of these, lines set to the measure that hold a blank."""
    loose: int
    very_loose: int
    mean_gap: float
    """Mean width of their blanks, as a multiple of the natural one."""
    hyphens: int
    ladders: tuple[Line, ...]
    """The third and each further line of a run that ends with hyphens."""
    ragged: tuple[Line, ...]
    """Justified lines whose edge is off."""
    worst_edge: float
    paragraphs: int
    """Paragraphs of several lines."""
    full: int
    """Of these, those all of whose lines but the last reach the edge."""
    short_ends: tuple[Line, ...]
    widows: tuple[Line, ...]
    orphans: tuple[Line, ...]
    headings: tuple[Line, ...]
    """Headings that a column or a page ends with."""
    uneven: tuple[Line, ...]
    """Last lines of columns that don't end level."""
    low: tuple[Line, ...]
    """First lines of columns that stand lower than their neighbour."""
    off_grid: tuple[Line, ...]
    on_grid: float
    """Share of the body's lines that stand on the grid."""

    def share(self, number: int) -> float:
        """*number* as a share of the justified lines."""
        return number / self.justified if self.justified else 0.0


def measured(sheet: Sheet) -> Figures:
    """The figures of a sheet."""
    found = list(paragraphs(sheet))
    several = [paragraph for paragraph in found if len(paragraph.lines) > 1]
    justified = [line for p in several for line in p.lines[:-1] if abs(slack(line, sheet)) <= SHORT and line.gap]
    gaps = [line.gap / (sheet.blank or 1) for line in justified]
    lines = [line for paragraph in found for line in paragraph.lines]
    body = [line for line in sheet.lines if line.is_body and line.column >= 0]
    off_grid = _off_grid(body, sheet)
    return Figures(
        lines=len(lines),
        justified=len(justified),
        loose=sum(gap > LOOSE for gap in gaps),
        very_loose=sum(gap > VERY_LOOSE for gap in gaps),
        mean_gap=sum(gaps) / len(gaps) if gaps else 0.0,
        hyphens=sum(line.is_hyphened for line in lines),
        ladders=tuple(line for p in found for line in _ladders(p)),
        ragged=tuple(line for line in justified if abs(slack(line, sheet)) > EDGE),
        worst_edge=max((abs(slack(line, sheet)) for line in justified), default=0.0),
        paragraphs=len(several),
        full=sum(all(abs(slack(line, sheet)) <= SHORT for line in p.lines[:-1]) for p in several),
        short_ends=tuple(p.lines[-1] for p in several if _length(p.lines[-1]) < SHORT_END * sheet.body.size),
        widows=tuple(p.lines[-1] for p in several if _moved(*p.lines[-2:])),
        orphans=tuple(p.lines[0] for p in several if _moved(*p.lines[:2])),
        headings=tuple(last_headings(sheet)),
        uneven=tuple(uneven(sheet)),
        low=tuple(low(sheet)),
        off_grid=off_grid,
        on_grid=1 - len(off_grid) / len(body) if body else 1.0,
    )


def _length(line: Line) -> float:
    return line.right - line.left


def _ladders(paragraph: Paragraph) -> list[Line]:
    run, found = 0, []
    for line in paragraph.lines:
        run = run + 1 if line.is_hyphened else 0
        if run >= LADDER:
            found.append(line)
    return found


def _moved(line: Line, following: Line) -> bool:
    """Whether two lines stand in different columns or on different pages."""
    return (line.page, line.column) != (following.page, following.column)


def _off_grid(body: Sequence[Line], sheet: Sheet) -> tuple[Line, ...]:
    """The lines whose baseline isn't a whole number of lines from where most lines of the file have it."""
    step = sheet.leading
    if not body:
        return ()
    phases = sorted(line.baseline % step for line in body)
    # The phase that most lines share, counted on the circle.
    doubled = [*phases, *(phase + step for phase in phases)]
    best, most, end = phases[0], 0, 0
    for start in range(len(phases)):
        while end < len(doubled) and doubled[end] - phases[start] <= 2 * GRID:
            end += 1
        if end - start > most:
            best, most = (phases[start] + doubled[end - 1]) / 2, end - start
    return tuple(line for line in body if abs((line.baseline - best + step / 2) % step - step / 2) > GRID)
