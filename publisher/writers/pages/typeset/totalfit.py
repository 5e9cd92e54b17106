"""Total-fit line breaking: of all ways to break a paragraph, the one whose lines are set best as a whole.

After Knuth and Plass, “Breaking paragraphs into lines” (1981): a shortest path over feasible breaks, where a
line's badness grows with the cube of its stretch or shrink, and hyphens, runs of them, and neighbours of very
unlike tightness cost extra. Nothing here knows of the engine; all lengths are in one unit, whichever.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Cut(NamedTuple):
    """A place where a line may end.

    The line ends at character *end* whose right edge is at *right* in the unbroken text (with the hyphen's
    width *hyphen*, if it gets one); the next begins at character *start*, whose left edge is at *left*.
    *blanks* counts the expandable blanks before *end*, *passed* those before *start*. *cost* is added to the
    demerits of a line that ends here; *dash* says that the text has a hyphen of its own before *end*.
    """

    end: int
    start: int
    right: float
    left: float
    blanks: int
    passed: int
    hyphen: float = 0.0
    cost: float = 0.0
    dash: bool = False


class Manner(NamedTuple):
    """How lines are judged; stretch and shrink are shares of a blank's width."""

    stretch: float = 0.45
    shrink: float = 0.3
    line: float = 10.0
    hyphen: float = 100.0
    hyphens_in_a_row: float = 3000.0
    ladder: float = 100_000.0
    unlike_neighbours: float = 3000.0
    hyphen_before_the_last: float = 5000.0
    short_end: float = 80_000.0
    short_end_on_purpose: float = 1e9
    hyphen_at_a_column_end: float = 1e12
    #: A last line shorter than this, in em, is a short end.
    shortest_end: float = 2.5


class _Node(NamedTuple):
    """A feasible end of a line, and the best way to it."""

    cut: Cut | None
    run: int
    fitness: int
    demerits: float
    before: "_Node | None"


class _Place(NamedTuple):
    """A cut where lines may end, None for the beginning, and the best ways to it.

    *line* is how many lines they take, counted as long as lines differ in width or their number matters.
    """

    cut: Cut | None
    nodes: list[_Node]
    line: int


MANNER = Manner()
#: A stretch beyond this is as bad as can be told apart.
LOOSEST = 12.0


class Measure(NamedTuple):
    """What a paragraph is broken to: its width and its first line's indent, a blank's width, the em, in one unit.

    *beside* is how much shorter the lines after the first are, one by one, that stand beside a drop capital.
    *tracking* is the letter-space that a loose line takes, em; a tight one gives up the share `TIGHT` of it.
    """

    width: float
    indent: float
    blank: float
    em: float
    tracking: float = 0.0
    beside: tuple[float, ...] = ()

    def room(self, number: int) -> float:
        """The width of line *number*, counted from 0."""
        if number == 0:
            return self.width - self.indent
        return self.width - (self.beside[number - 1] if number <= len(self.beside) else 0.0)

    def letterspaced(self, slack: float, letters: int) -> float:
        """How much of *slack* goes between *letters* instead of into blanks."""
        most = self.tracking * self.em * letters
        return max(-most * TIGHT, min(most, slack * SHARE))


#: How much of the letter-space that a loose line may take a tight one gives up.
TIGHT = 2 / 3
#: How much of a line's slack goes between letters, as long as that is allowed.
SHARE = 1 / 2


class Lines(NamedTuple):
    """The cuts that lines end at, the paragraph's end last, and what speaks against them."""

    cuts: list[Cut]
    demerits: float


class Aim(NamedTuple):
    """What is asked of the lines beyond looking well.

    The line number *whole* (from 1; 0: none) ends with a whole word: it is the last of its column. There are
    *number* lines, and not as many as look best (0). Lines that *most* demerits speak against are not wanted.
    """

    whole: int = 0
    number: int = 0
    most: float = math.inf


#: Whatever looks best.
PLAIN = Aim()


def break_lines(cuts: Sequence[Cut], measure: Measure, first: Cut | None = None, aim: Aim = PLAIN) -> Lines | None:
    """The best lines; None where none are feasible.

    *cuts* are in order and end with the paragraph's end; *first* is where the text to be broken begins, if that
    isn't the paragraph's beginning (it is then a line's beginning without indent).
    """
    last = cuts[-1]
    start = 1 + len(measure.beside) if first else 0
    counted = max(len(measure.beside) + 1, start + (aim.number + 1 if aim.number else aim.whole))
    end_of_column = start + aim.whole - 1 if aim.whole else -1
    costs = _Costs(end_of_column, MANNER.short_end_on_purpose if aim.number else MANNER.short_end)
    active = [_Place(first, [_Node(first, 0, 1, 0.0, None)], start)]
    for cut in cuts:
        if first is not None and cut.end <= first.start:
            continue
        active, ways = _reach(cut, active, measure, cut is last, costs)
        places = _gathered(cut, (way for way in ways if way[3] <= aim.most), counted)
        if cut is last:
            ends = [node for place in places if aim.number in (0, place.line - start) for node in place.nodes]
            return _path(min(ends, key=lambda way: way.demerits)) if ends else None
        active += places
        if not active:
            return None
    return None


class _Costs(NamedTuple):
    """The line that a column ends with (−1: none), and what a short last line costs."""

    end_of_column: int
    short_end: float


#: A way to a cut: the line it takes, run of hyphens, fitness, demerits, what came before.
_Way = tuple[int, int, int, float, _Node]


def _reach(
    cut: Cut, active: list[_Place], measure: Measure, is_last: bool, costs: _Costs
) -> tuple[list[_Place], list[_Way]]:
    """The places from which later cuts can still be reached, and all ways to *cut*."""
    still: list[_Place] = []
    ways: list[_Way] = []
    for place in active:
        left, passed, start = (place.cut.left, place.cut.passed, place.cut.start) if place.cut else (0.0, 0, 0)
        room = measure.room(place.line)
        blanks, letters = max(cut.blanks - passed, 0) * measure.blank, cut.end - start
        slack = room - (cut.right - left)
        tightest = -blanks * MANNER.shrink - TIGHT * measure.tracking * measure.em * letters
        if slack < tightest:
            continue
        still.append(place)
        slack -= cut.hyphen
        if slack < tightest - 1e-6:
            continue
        slack -= measure.letterspaced(slack, letters)
        short = costs.short_end if room - slack < MANNER.shortest_end * measure.em else 0.0
        lines = _endings(place, slack, blanks, short) if is_last else _lines(place, cut, slack, blanks)
        more = MANNER.hyphen_at_a_column_end if cut.hyphen and place.line == costs.end_of_column else 0.0
        ways += [(place.line + 1, run, fitness, demerits + more, node) for run, fitness, demerits, node in lines]
    return still, ways


def _gathered(cut: Cut, ways: Iterable[_Way], counted: int) -> list[_Place]:
    """The best ways to *cut*, one for each kind, by their number of lines."""
    best: dict[int, dict[tuple[int, int], _Node]] = {}
    for line, run, fitness, demerits, node in ways:
        kinds = best.setdefault(min(line, counted), {})
        known = kinds.get((run, fitness))
        if known is None or demerits < known.demerits:
            kinds[run, fitness] = _Node(cut, run, fitness, demerits, node)
    return [_Place(cut, list(kinds.values()), line) for line, kinds in best.items()]


def _lines(place: _Place, cut: Cut, slack: float, blanks: float) -> Iterator[tuple[int, int, float, _Node]]:
    """The lines of running text from *place* to *cut*: run of hyphens, fitness, demerits, and what came before.

    They are *slack* short of the measure (negative: too long), and differ only in what came before.
    """
    if slack >= 0:
        ratio = slack / (blanks * MANNER.stretch) if blanks else slack + 3
        # Beyond what can be told apart the looser line is still the worse one, though hardly.
        ratio = min(ratio, LOOSEST + ratio / 100)
    else:
        ratio = slack / (blanks * MANNER.shrink) if blanks else -1.0
    alone = (MANNER.line + 100 * abs(ratio) ** 3) ** 2 + cut.cost + (MANNER.hyphen**2 if cut.hyphen else 0)
    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
    for node in place.nodes:
        run, demerits = (node.run + 1 if cut.hyphen or cut.dash else 0), alone
        if run >= 2:
            demerits += MANNER.hyphens_in_a_row
        if run >= 3:
            demerits += MANNER.ladder * MANNER.ladder
        if abs(fitness - node.fitness) > 1:
            demerits += MANNER.unlike_neighbours
        yield min(run, 3), fitness, node.demerits + demerits, node


def _endings(place: _Place, slack: float, blanks: float, short: float) -> Iterator[tuple[int, int, float, _Node]]:
    """The paragraph's last lines, as above: blanks are natural, so only shrinking and shortness count."""
    ratio = slack / (blanks * MANNER.shrink) if slack < 0 and blanks else 0.0
    alone = (MANNER.line + 100 * abs(ratio) ** 3) ** 2
    if place.cut is not None:
        alone += short
    for node in place.nodes:
        yield 0, 1, node.demerits + (alone + MANNER.hyphen_before_the_last if node.run else alone), node


def _path(node: _Node) -> Lines:
    cuts = []
    way: _Node | None = node
    while way is not None and way.before is not None:
        if way.cut is not None:
            cuts.append(way.cut)
        way = way.before
    return Lines(cuts[::-1], node.demerits)
