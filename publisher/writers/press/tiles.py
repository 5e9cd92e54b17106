"""Tiling patterns: a gradient stands in the cell of one, and the cell's neighbours are not to be seen."""

import pikepdf

from publisher.writers.operations import Matrix, product
from publisher.writers.placement import own_matrix
from publisher.writers.press.measures import Box, placed

#: By how much, pt, what is filled may pass a pattern's cell and still be meant to hold one alone.
SLIVER = 0.1


def keep_single(tile: pikepdf.Object | None, space: Matrix, filled: Box) -> None:
    """Moves the neighbours of a pattern's cell away, where what is filled with it has room for one.

    They would show as a sliver: machines draw a cell a dot wider or narrower than it is.
    """
    if not isinstance(tile, pikepdf.Stream) or "/BBox" not in tile:
        return
    left, bottom, right, top = (float(edge) for edge in tile.BBox)
    steps = (abs(float(tile.XStep)), abs(float(tile.YStep)))
    cell = placed((left, bottom, right, top), product(own_matrix(tile), space))
    inside = all(a - SLIVER <= b for a, b in zip(cell[:2], filled[:2], strict=True)) and all(
        a + SLIVER >= b for a, b in zip(cell[2:], filled[2:], strict=True)
    )
    if inside and steps[0] <= right - left + SLIVER and steps[1] <= top - bottom + SLIVER:
        tile.XStep, tile.YStep = (round(2 * step, 6) for step in steps)
