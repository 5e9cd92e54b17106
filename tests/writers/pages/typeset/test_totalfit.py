"""Total-fit breaking: the best of all ways, found without trying them all."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.writers.pages.typeset import totalfit
from publisher.writers.pages.typeset.totalfit import LOOSEST, MANNER, PLAIN, Aim, Cut, Measure

BLANK, EM = 2.5, 10.0


def break_lines(cuts: list[Cut], measure: Measure, aim: Aim = PLAIN) -> list[Cut] | None:
    """The cuts of the best lines."""
    found = totalfit.break_lines(cuts, measure, None, aim)
    return found and found.cuts


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
            ratio = abs(slack) / (blanks * BLANK * share) if blanks else abs(slack) + 3
            ratio = min(ratio, LOOSEST + ratio / 100)
            total += (MANNER.line + 100 * ratio**3) ** 2
    return total


def lines_at(widths: list[float], ends: tuple[int, ...]) -> list[tuple[float, int, bool]]:
    bounds = [0, *ends, len(widths)]
    return [(sum(widths[a:b]) + BLANK * (b - a - 1), b - a - 1, b == len(widths)) for a, b in pairwise(bounds)]


@given(st.lists(st.floats(4, 30), min_size=2, max_size=9))
def test_no_other_way_is_much_better(widths: list[float]) -> None:
    found = break_lines(cuts_of(widths), Measure(60.0, 0.0, BLANK, EM))
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


def test_lines_beside_a_drop_capital_are_shorter_by_its_width() -> None:
    cuts = cuts_of([10.0] * 30)
    found = break_lines(cuts, Measure(60.0, 0.0, BLANK, EM, beside=(12.5, 12.5)))
    assert found is not None
    ends = [0, *(cut.end // 10 for cut in found)]
    # Five words fill 60; beside the letter, four do.
    assert [b - a for a, b in pairwise(ends)][:4] == [5, 4, 4, 5]


def test_the_paragraph_ends_where_it_ends() -> None:
    cuts = cuts_of([20.0, 20.0, 20.0, 20.0])
    found = break_lines(cuts, Measure(60.0, 0.0, BLANK, EM))
    assert found is not None
    assert found[-1] is cuts[-1]


def test_a_word_wider_than_the_measure_leaves_no_way() -> None:
    assert break_lines(cuts_of([90.0, 20.0]), Measure(60.0, 0.0, BLANK, EM)) is None


def test_an_indent_takes_room_from_the_first_line_alone() -> None:
    widths = [27.0, 27.0, 27.0, 27.0]
    plain = break_lines(cuts_of(widths), Measure(57.0, 0.0, BLANK, EM))
    indented = break_lines(cuts_of(widths), Measure(57.0, 12.0, BLANK, EM))
    assert plain is not None
    assert indented is not None
    assert (plain[0].end, indented[0].end) == (20, 10)


def test_hyphens_do_not_stand_in_a_column() -> None:
    # Every word may be hyphenated just where the line ends; three in a row cost more than loose lines.
    cuts = cuts_of([17.0] * 16)
    hyphened = [*cuts]
    for cut in cuts[:-1]:
        hyphened.append(Cut(cut.end + 5, cut.end + 5, cut.left + 9.0, cut.left + 9.0, cut.passed, cut.passed, 3.0))
    found = break_lines(sorted(hyphened), Measure(60.0, 0.0, BLANK, EM))
    assert found is not None
    runs = "".join("h" if cut.hyphen else "." for cut in found)
    assert "hhh" not in runs


def test_hyphens_of_the_text_itself_count_in_a_column_of_them() -> None:
    # Each word may be parted just before its end as well, which is a little worse.
    dashed = [cut._replace(dash=True) for cut in cuts_of([27.0] * 8)]
    parted = [Cut(c.end - 3, c.end - 3, c.right - 4, c.right - 4, c.blanks, c.blanks) for c in dashed]
    found = break_lines(sorted([*dashed[:-1], *parted, dashed[-1]._replace(dash=False)]), Measure(60.0, 0.0, BLANK, EM))
    assert found is not None
    assert "hhh" not in "".join("h" if cut.dash else "." for cut in found)


def test_letters_take_their_share_so_that_lines_break_otherwise() -> None:
    tracked = Measure(60.0, 0.0, BLANK, EM, 0.015)
    assert tracked.letterspaced(2.0, 30) == 1.0
    assert tracked.letterspaced(20.0, 30) == pytest.approx(4.5)
    assert tracked.letterspaced(-20.0, 30) == pytest.approx(-3.0)
    # 62 units of words and blanks: too much for the blanks alone, not for blanks and letters.
    widths = [19.5, 19.5, 18.0, 20.0]
    alone = break_lines(cuts_of(widths), Measure(60.0, 0.0, BLANK, EM))
    together = break_lines(cuts_of(widths), tracked)
    assert alone is not None
    assert together is not None
    assert (alone[0].end, together[0].end) == (20, 30)


def test_the_last_line_of_a_column_ends_with_a_whole_word() -> None:
    cuts = cuts_of([17.0] * 6)
    inside = [Cut(c.end + 5, c.end + 5, c.left + 9.0, c.left + 9.0, c.passed, c.passed, 1.0) for c in cuts[:-1]]
    every = sorted([*cuts, *inside])
    plain = break_lines(every, Measure(51.0, 0.0, BLANK, EM))
    whole = break_lines(every, Measure(51.0, 0.0, BLANK, EM), aim=Aim(whole=1))
    assert plain is not None
    assert whole is not None
    assert (bool(plain[0].hyphen), bool(whole[0].hyphen)) == (True, False)


def test_a_later_line_that_ends_a_column_is_planned_for_from_the_beginning() -> None:
    cuts = cuts_of([17.0] * 9)
    inside = [Cut(c.end + 5, c.end + 5, c.left + 9.0, c.left + 9.0, c.passed, c.passed, 1.0) for c in cuts[:-1]]
    every = sorted([*cuts, *inside])
    plain = break_lines(every, Measure(51.0, 0.0, BLANK, EM))
    assert plain is not None
    last = next(number for number, cut in enumerate(plain) if number and cut.hyphen)
    whole = break_lines(every, Measure(51.0, 0.0, BLANK, EM), aim=Aim(whole=last + 1))
    assert whole is not None
    assert not whole[last].hyphen


@pytest.mark.parametrize("more", [0, 1, 2])
def test_as_many_lines_as_are_asked_for(more: int) -> None:
    cuts = cuts_of([7.0, 9.0, 8.0] * 12)
    measure = Measure(60.0, 0.0, BLANK, EM, 0.015)
    best = break_lines(cuts, measure)
    assert best is not None
    found = break_lines(cuts, measure, aim=Aim(number=len(best) + more))
    assert found is not None
    assert len(found) == len(best) + more
    assert break_lines(cuts, measure, aim=Aim(number=2)) is None
