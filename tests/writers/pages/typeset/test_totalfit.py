"""Total-fit breaking: the best of all ways, found without trying them all."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from publisher.writers.pages.typeset.totalfit import MANNER, Cut, break_lines

BLANK, EM = 2.5, 10.0


def cuts_of(widths: list[float]) -> list[Cut]:
    """The cuts after each word of *widths*, with one blank between words."""
    cuts, x = [], 0.0
    for number, width in enumerate(widths, 1):
        right = x + width
        x = right + BLANK
        cuts.append(Cut(number * 10, number * 10 + 1, right, x, number - 1, number))
    return cuts


def badness(lines: list[tuple[float, int, bool]], measure: float) -> float | None:
    """The sum of cubes that a way of breaking costs; None where a line is overfull."""
    total = 0.0
    for width, blanks, is_last in lines:
        slack = measure - width
        if slack < -blanks * BLANK * MANNER.shrink - 1e-6:
            return None
        if not is_last or slack < 0:
            share = MANNER.stretch if slack >= 0 else MANNER.shrink
            ratio = min(abs(slack) / (blanks * BLANK * share), 12.0) if blanks else min(abs(slack) + 3, 12.0)
            total += (MANNER.line + 100 * ratio**3) ** 2
    return total


def lines_at(widths: list[float], ends: tuple[int, ...]) -> list[tuple[float, int, bool]]:
    bounds = [0, *ends, len(widths)]
    return [(sum(widths[a:b]) + BLANK * (b - a - 1), b - a - 1, b == len(widths)) for a, b in pairwise(bounds)]


@given(st.lists(st.floats(4, 30), min_size=2, max_size=9))
def test_no_other_way_is_much_better(widths: list[float]) -> None:
    found = break_lines(cuts_of(widths), 60.0, 0.0, BLANK, EM)
    ways = [ends for n in range(len(widths)) for ends in combinations(range(1, len(widths)), n)]
    best = min((b for ends in ways if (b := badness(lines_at(widths, ends), 60.0)) is not None), default=None)
    if found is None:
        assert best is None
        return
    ends = tuple(cut.end // 10 for cut in found[:-1])
    own = badness(lines_at(widths, ends), 60.0)
    assert own is not None
    assert best is not None
    # Demerits beyond badness (neighbours, short ends) may choose another way, but never a far worse one.
    assert own <= best + 2 * MANNER.short_end + len(widths) * MANNER.unlike_neighbours + 1e4


def test_the_paragraph_ends_where_it_ends() -> None:
    cuts = cuts_of([20.0, 20.0, 20.0, 20.0])
    found = break_lines(cuts, 60.0, 0.0, BLANK, EM)
    assert found is not None
    assert found[-1] is cuts[-1]


def test_a_word_wider_than_the_measure_leaves_no_way() -> None:
    assert break_lines(cuts_of([90.0, 20.0]), 60.0, 0.0, BLANK, EM) is None


def test_an_indent_takes_room_from_the_first_line_alone() -> None:
    widths = [27.0, 27.0, 27.0, 27.0]
    plain = break_lines(cuts_of(widths), 57.0, 0.0, BLANK, EM)
    indented = break_lines(cuts_of(widths), 57.0, 12.0, BLANK, EM)
    assert plain is not None
    assert indented is not None
    assert (plain[0].end, indented[0].end) == (20, 10)


def test_hyphens_do_not_stand_in_a_column() -> None:
    # Every word may be hyphenated just where the line ends; three in a row cost more than loose lines.
    cuts = cuts_of([17.0] * 16)
    hyphened = [*cuts]
    for cut in cuts[:-1]:
        hyphened.append(Cut(cut.end + 5, cut.end + 5, cut.left + 9.0, cut.left + 9.0, cut.passed, cut.passed, 3.0))
    found = break_lines(sorted(hyphened), 60.0, 0.0, BLANK, EM)
    assert found is not None
    runs = "".join("h" if cut.hyphen else "." for cut in found)
    assert "hhh" not in runs
