"""What is wrong with how a PDF of ours is set, where its figures are over the bars."""

from collections.abc import Iterator, Sequence
from functools import partial

from publisher.preflight.typesetting.figures import Figures
from publisher.preflight.typesetting.lines import Line
from publisher.report import Finding, Where, finding

#: So much of the body may stand off the grid, and so many of its lines may continue a ladder; shares of 1.
MOST_OFF_GRID, MOST_LADDERS = 0.01, 0.003
#: How much of a line is quoted, characters.
_QUOTED = 40
_REWORD = "reword a sentence near it, so that lines fall otherwise"
_REPORT = "please report it with the file: our own pages ought not to have it"


def faults(figures: Figures, name: str) -> Iterator[Finding]:
    """The findings of the file *name*, one of a kind, each at the first place that has it."""
    told = partial(_told, name)
    yield from told("typesetting.widow", figures.widows, "a paragraph's last line begins a column", _REWORD)
    yield from told("typesetting.orphan", figures.orphans, "a paragraph's first line ends a column", _REWORD)
    yield from told("typesetting.heading", figures.headings, "a heading ends a column", _REWORD)
    yield from told("typesetting.columns", figures.low, "a column begins lower than its neighbour", _REPORT)
    yield from told("typesetting.columns", figures.uneven, "a column doesn't end level with its neighbour", _REWORD)
    if len(figures.ladders) > MOST_LADDERS * figures.lines:
        yield from told("typesetting.ladder", figures.ladders, "three lines in a row end with hyphens", _REWORD)
    if 1 - figures.on_grid > MOST_OFF_GRID:
        yield from told("typesetting.grid", figures.off_grid, "a line stands off the baseline grid", _REPORT)
    yield from told("typesetting.edge", figures.ragged, "a justified line misses its column's edge", _REPORT)


def _told(name: str, code: str, lines: Sequence[Line], what: str, hint: str) -> Iterator[Finding]:
    """The first of *lines*, and how many more there are."""
    if not lines:
        return
    first = lines[0]
    words = " ".join(first.text.split())
    quoted = f"{words[:_QUOTED].rstrip()}…" if len(words) > _QUOTED else words
    more = f", and {len(lines) - 1} more like it" if len(lines) > 1 else ""
    yield finding(code, f"{what}: “{quoted}”{more}", Where(file=name, page=first.page), hint)
