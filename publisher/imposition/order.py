"""Which page stands where: the order of pages on sheets, and blanks where there are too few."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Blank = Literal["end", "cover"]
#: A page by its number from 0, or None for a blank one.
Leaf = int | None


class Side(NamedTuple):
    """One side of a sheet: the pages left and right of its middle, and its sheet's depth from 0 (outermost) to 1."""

    left: Leaf
    right: Leaf
    depth: float = 0.0


def padded(pages: int, blank: Blank) -> tuple[Leaf, ...]:
    """The pages of a booklet, blanks among them up to a multiple of four.

    Blanks stand at the end, or, for *cover*, before the last page, which so stays the back cover; the pages
    before them keep their sides either way.
    """
    blanks: tuple[Leaf, ...] = (None,) * (-pages % 4)
    if blank == "cover" and pages > 1:
        return (*range(pages - 1), *blanks, pages - 1)
    return (*range(pages), *blanks)


def booklet_sides(leaves: Sequence[Leaf], from_the_right: bool) -> tuple[Side, ...]:
    """Front and back of each sheet, the outermost first, for leaves in a multiple of four folded into one another."""
    number = len(leaves)
    sheets = number // 4
    sides = []
    for sheet in range(sheets):
        depth = sheet / (sheets - 1) if sheets > 1 else 0.0
        first, last = 2 * sheet, number - 1 - 2 * sheet
        sides.append(Side(leaves[last], leaves[first], depth))
        sides.append(Side(leaves[first + 1], leaves[last - 1], depth))
    return _turned(sides, from_the_right)


def paired_sides(pages: int, from_the_right: bool) -> tuple[Side, ...]:
    """Pages two by two in reading order; the last side of an odd number is half blank."""
    sides = [Side(page, page + 1 if page + 1 < pages else None) for page in range(0, pages, 2)]
    return _turned(sides, from_the_right)


def _turned(sides: Sequence[Side], from_the_right: bool) -> tuple[Side, ...]:
    """The sides as they are for a script that reads from the right: left and right change places."""
    return tuple(Side(side.right, side.left, side.depth) if from_the_right else side for side in sides)
