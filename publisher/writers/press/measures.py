"""How large drawn things are on paper: what is small text, what is a hairline."""

import math
from typing import NamedTuple

from publisher.writers.operations import Matrix, numbers, operations, product

#: Text below this size, pt, is printed in a single ink: plates never meet to better than a tenth of a millimetre.
SMALL_TEXT = 9.0
#: So is text below this size that is nearly black: with that much black, other inks only add coloured edges.
RICH_TEXT, RICH_BLACK = 24.0, 0.8
#: Lines up to this thickness, pt, as well.
HAIRLINE = 0.5
_SLACK = 0.01


class Outline(NamedTuple):
    """A path as it stands in the content, and the space it is drawn in."""

    path: bytes
    space: Matrix


Box = tuple[float, float, float, float]
#: Where nothing says how far something goes.
EVERYWHERE: Box = (-math.inf, -math.inf, math.inf, math.inf)


def scale(*spaces: Matrix | None) -> float:
    """How much larger a length gets through *spaces*, the innermost first: the mean of both axes."""
    whole: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for space in spaces:
        if space is not None:
            whole = product(whole, space)
    return math.sqrt(abs(whole[0] * whole[3] - whole[1] * whole[2]))


def thickness(outline: Outline, clips: tuple[Outline, ...], even_odd: bool) -> float:
    """How thick, pt, a filled path is at most: the shorter side of what its clips leave of it.

    A frame of two rectangles, filled by the even-odd rule, is as thick as its thickest side.
    """
    boxes = _boxes(outline)
    if not boxes:
        return 0.0
    box = seen(around(boxes), clips)
    shorter = min(box[2] - box[0], box[3] - box[1]) - _SLACK
    if even_odd and len(boxes) == 2:
        shorter = min(shorter, _frame(*boxes))
    return max(shorter, 0.0)


def extent(outline: Outline, clips: tuple[Outline, ...]) -> Box:
    """The box on the page around a path, as far as its clips show it."""
    boxes = _boxes(outline)
    return seen(around(boxes), clips) if boxes else (0.0, 0.0, 0.0, 0.0)


def placed(box: Box, space: Matrix) -> Box:
    """The box on the page around *box* in *space*."""
    left, bottom, right, top = box
    return _bounds([(left, bottom), (right, bottom), (left, top), (right, top)], space)


def seen(box: Box, clips: tuple[Outline, ...]) -> Box:
    """What *clips* leave of a box on the page."""
    for clip in clips:
        if boxes := _boxes(clip):
            box = _common(box, around(boxes))
    return box


def meets(text: Matrix, size: float, box: Box) -> bool:
    """Whether a line of *text* (its space on the page, its *size* there) can lie on *box*; its end isn't known."""
    a, b, c, d, x, y = text
    upright = abs(b) < _SLACK * abs(a) and abs(c) < _SLACK * abs(d) and a > 0
    return not upright or (x < box[2] and y - size < box[3] and y + size > box[1])


def _boxes(outline: Outline) -> list[Box]:
    """The bounds of each subpath on the page, pt."""
    boxes: list[list[tuple[float, float]]] = []
    for operation in operations(outline.path):
        values, operator = numbers(operation[1]), operation[2]
        if operator == b"re":
            x, y, width, height = values[:4]
            boxes.append([(x, y), (x + width, y), (x, y + height), (x + width, y + height)])
            continue
        points = list(zip(values[::2], values[1::2], strict=False))
        if operator == b"m" or not boxes:
            boxes.append(points)
        else:
            boxes[-1] += points
    return [_bounds(points, outline.space) for points in boxes if points]


def _bounds(points: list[tuple[float, float]], space: Matrix) -> Box:
    a, b, c, d, e, f = space
    across = [a * x + c * y + e for x, y in points]
    up = [b * x + d * y + f for x, y in points]
    return min(across), min(up), max(across), max(up)


def around(boxes: list[Box]) -> Box:
    """The box around all of *boxes*."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _common(one: Box, two: Box) -> Box:
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def _frame(one: Box, two: Box) -> float:
    return max(abs(a - b) for a, b in zip(one, two, strict=True)) - _SLACK
