"""Page order: every page once, neighbours where a folded booklet has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.imposition.order import Blank, Side, booklet_sides, padded, paired_sides


def read(sides: tuple[Side, ...]) -> list[tuple[int | None, int | None]]:
    return [(side.left, side.right) for side in sides]


def test_eight_pages_fold_into_two_sheets() -> None:
    assert read(booklet_sides(padded(8, "end"), False)) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_a_script_from_the_right_turns_it_over() -> None:
    assert read(booklet_sides(padded(4, "end"), True)) == [(0, 3), (2, 1)]
    assert read(paired_sides(3, True)) == [(1, 0), (None, 2)]


@pytest.mark.parametrize(
    ("pages", "blank", "expected"),
    [
        (4, "end", (0, 1, 2, 3)),
        (5, "end", (0, 1, 2, 3, 4, None, None, None)),
        (6, "cover", (0, 1, 2, 3, 4, None, None, 5)),
        (1, "cover", (0, None, None, None)),
    ],
)
def test_blanks_fill_up_to_four(pages: int, blank: Blank, expected: tuple[int | None, ...]) -> None:
    assert padded(pages, blank) == expected


def folded(sides: tuple[Side, ...]) -> list[int | None]:
    """The pages as they follow one another in the folded booklet, read from the left."""
    first, last = [], []
    for front, back in zip(sides[0::2], sides[1::2], strict=True):
        first += [front.right, back.left]
        last += [front.left, back.right]
    return first + last[::-1]


@given(st.integers(1, 200), st.sampled_from(["end", "cover"]))
def test_a_folded_booklet_reads_in_order(pages: int, blank: Blank) -> None:
    sides = booklet_sides(padded(pages, blank), False)
    leaves = folded(sides)
    assert [page for page in leaves if page is not None] == list(range(pages))
    assert len(leaves) % 4 == 0
    assert len(leaves) - pages < 4
    if blank == "cover" and pages > 1:
        assert leaves[-1] == pages - 1


@given(st.integers(1, 60))
def test_inner_sheets_lie_deeper(pages: int) -> None:
    depths = [side.depth for side in booklet_sides(padded(pages, "end"), False)]
    assert depths == sorted(depths)
    assert depths[0] == 0
    assert depths[-1] == (1 if len(depths) > 2 else 0)


def test_two_side_by_side_are_in_reading_order() -> None:
    assert read(paired_sides(5, False)) == [(0, 1), (2, 3), (4, None)]
