"""Total-fit line breaking: of all ways to break a paragraph, the one whose lines are set best as a whole.

After Knuth and Plass, “Breaking paragraphs into lines” (1981): a shortest path over feasible breaks, where a
line's badness grows with the cube of its stretch or shrink, and hyphens, runs of them, and neighbours of very
unlike tightness cost extra. Nothing here knows of the engine; all lengths are in one unit, whichever.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Cut(NamedTuple):
    """A place where a line may end.

    The line ends at character *end* whose right edge is at *right* in the unbroken text (with the hyphen's
    width *hyphen*, if it gets one); the next begins at character *start*, whose left edge is at *left*.
    *blanks* counts the expandable blanks before *end*, *passed* those before *start*. *cost* is added to the
    demerits of a line that ends here.
    """

    end: int
    start: int
    right: float
    left: float
    blanks: int
    passed: int
    hyphen: float = 0.0
    cost: float = 0.0


class Manner(NamedTuple):
    """How lines are judged; stretch and shrink are shares of a blank's width."""

    stretch: float = 0.5
    shrink: float = 0.25
    line: float = 10.0
    hyphen: float = 50.0
    hyphens_in_a_row: float = 3000.0
    ladder: float = 100_000.0
    unlike_neighbours: float = 3000.0
    hyphen_before_the_last: float = 5000.0
    short_end: float = 30_000.0
    #: A last line shorter than this, in em, is a short end.
    shortest_end: float = 2.5


class _Node(NamedTuple):
    """A feasible end of a line, and the best way to it."""

    cut: Cut | None
    run: int
    fitness: int
    demerits: float
    before: "_Node | None"


MANNER = Manner()
#: A stretch beyond this is as bad as can be told apart.
LOOSEST = 12.0


class _Text(NamedTuple):
    """What does not change while a paragraph is broken."""

    measure: float
    indent: float
    blank: float
    em: float
    last: Cut


def break_lines(
    cuts: Sequence[Cut], measure: float, indent: float, blank: float, em: float, first: Cut | None = None
) -> list[Cut] | None:
    """The cuts of the best lines, the paragraph's end last; None where no lines are feasible.

    *cuts* are in order and end with the paragraph's end; *first* is where the text to be broken begins, if that
    isn't the paragraph's beginning (it is then a line's beginning without indent).
    """
    text = _Text(measure, indent, blank, em, cuts[-1])
    active = [_Node(first, 0, 1, 0.0, None)]
    for cut in cuts:
        if first is not None and cut.end <= first.start:
            continue
        active, ways = _reach(cut, active, text)
        if cut is text.last:
            return _path(min(ways, key=lambda way: way.demerits)) if ways else None
        active += ways
        if not active:
            return None
    return None


def _reach(cut: Cut, active: list[_Node], text: _Text) -> tuple[list[_Node], list[_Node]]:
    """The nodes from which later cuts can still be reached, and the best ways to *cut*, one for each kind."""
    still: list[_Node] = []
    ways: dict[tuple[int, int], _Node] = {}
    for node in active:
        left, passed = (node.cut.left, node.cut.passed) if node.cut else (0.0, 0)
        room = text.measure - (0.0 if node.cut else text.indent)
        blanks = max(cut.blanks - passed, 0) * text.blank
        slack = room - (cut.right - left)
        if slack < -blanks * MANNER.shrink:
            continue
        still.append(node)
        slack -= cut.hyphen
        if slack < -blanks * MANNER.shrink - 1e-6:
            continue
        way = _ended(node, cut, slack, room, blanks, text.em) if cut is text.last else _line(node, cut, slack, blanks)
        kind = (way.run, way.fitness)
        if kind not in ways or way.demerits < ways[kind].demerits:
            ways[kind] = way
    return still, list(ways.values())


def _line(node: _Node, cut: Cut, slack: float, blanks: float) -> _Node:
    """A line of running text from *node* to *cut*, *slack* short of the measure (negative: too long)."""
    if slack >= 0:
        ratio = min(slack / (blanks * MANNER.stretch) if blanks else slack + 3, LOOSEST)
    else:
        ratio = slack / (blanks * MANNER.shrink) if blanks else -1.0
    demerits = (MANNER.line + 100 * abs(ratio) ** 3) ** 2 + cut.cost
    run = node.run + 1 if cut.hyphen else 0
    if cut.hyphen:
        demerits += MANNER.hyphen**2
    if run >= 2:
        demerits += MANNER.hyphens_in_a_row
    if run >= 3:
        demerits += MANNER.ladder * MANNER.ladder
    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
    if abs(fitness - node.fitness) > 1:
        demerits += MANNER.unlike_neighbours
    return _Node(cut, min(run, 3), fitness, node.demerits + demerits, node)


def _ended(node: _Node, cut: Cut, slack: float, room: float, blanks: float, em: float) -> _Node:
    """The paragraph's last line: set with its natural blanks, so only shrinking and shortness count."""
    ratio = slack / (blanks * MANNER.shrink) if slack < 0 and blanks else 0.0
    demerits = (MANNER.line + 100 * abs(ratio) ** 3) ** 2
    if room - slack < MANNER.shortest_end * em and node.cut is not None:
        demerits += MANNER.short_end
    if node.run:
        demerits += MANNER.hyphen_before_the_last
    return _Node(cut, 0, 1, node.demerits + demerits, node)


def _path(node: _Node) -> list[Cut]:
    cuts = []
    way: _Node | None = node
    while way is not None and way.before is not None:
        if way.cut is not None:
            cuts.append(way.cut)
        way = way.before
    return cuts[::-1]
