"""Places on a page: matrices and boxes in points, and what a print shop calls a place, in millimetres."""

import math
from collections.abc import Sequence
from typing import NamedTuple

#: (a, b, c, d, e, f) of ISO 32000-1, 8.3.4: x' = a·x + c·y + e, y' = b·x + d·y + f.
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: Millimetres in a point.
MM = 25.4 / 72


class Box(NamedTuple):
    """A rectangle with its sides along the axes, pt."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Its extent from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its extent from bottom to top."""
        return self.top - self.bottom

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies in it, not even a line."""
        return self.right < self.left or self.top < self.bottom

    def common(self, other: "Box") -> "Box":
        """What lies in both; empty where nothing does."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def grown(self, by: float) -> "Box":
        """The box with every side moved outwards."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def holds(self, other: "Box", tolerance: float = 0.0) -> bool:
        """Whether *other* lies in it, give or take *tolerance*."""
        return (
            other.left >= self.left - tolerance
            and other.bottom >= self.bottom - tolerance
            and other.right <= self.right + tolerance
            and other.top <= self.top + tolerance
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )


#: What clips nothing.
EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)
UNIT = Box(0.0, 0.0, 1.0, 1.0)


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does *first*, and *then* the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def scale(matrix: Matrix) -> float:
    """By how much a matrix shrinks or grows lengths, at the least."""
    a, b, c, d, _, _ = matrix
    return min(math.hypot(a, b), math.hypot(c, d))


def is_upright(matrix: Matrix) -> bool:
    """Whether rectangles stay rectangles: no rotation but by quarter turns, no skew."""
    a, b, c, d, _, _ = matrix
    return (b == 0 == c) or (a == 0 == d)


def bounds(points: Sequence[float], matrix: Matrix) -> Box:
    """The box around *points* (x, y, x, y …) as *matrix* puts them."""
    a, b, c, d, e, f = matrix
    xs, ys = points[0::2], points[1::2]
    if not is_upright(matrix):
        pairs = list(zip(xs, ys, strict=False))
        xs, ys = [a * x + c * y + e for x, y in pairs], [b * x + d * y + f for x, y in pairs]
        return Box(min(xs), min(ys), max(xs), max(ys))
    left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
    x1, x2 = a * left + c * bottom + e, a * right + c * top + e
    y1, y2 = b * left + d * bottom + f, b * right + d * top + f
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def placed(box: Box, matrix: Matrix) -> Box:
    """The box around *box* as *matrix* puts it."""
    left, bottom, right, top = box
    return bounds((left, bottom, right, bottom, right, top, left, top), matrix)


class Frame(NamedTuple):
    """A page's boxes in points (its UserUnit applied), None where the page doesn't name them itself."""

    number: int
    media: Box
    trim: Box | None = None
    bleed: Box | None = None
    art: Box | None = None
    crop: Box | None = None
    rotation: int = 0
    unit: float = 1.0

    @property
    def cut(self) -> Box:
        """The page as it is cut: its trim, or what stands in for it (ISO 32000-1, 14.11.2)."""
        return self.trim or self.crop or self.media

    @property
    def printed(self) -> Box:
        """The cut page with its bleed."""
        return self.bleed or self.cut

    def prints(self, box: Box) -> bool:
        """Whether the box lies in what is printed, with more than the edge that marks may share with it."""
        return self.printed.grown(-0.1 / MM).meets(box.grown(0.01))

    def as_read(self, box: Box, within: Box) -> tuple[float, float, float, float]:
        """Across and down from the top left of *within*, width and height of *box*, pt, as the page is read."""
        across, down = {
            90: (box.bottom - within.bottom, box.left - within.left),
            180: (within.right - box.right, box.bottom - within.bottom),
            270: (within.top - box.top, within.right - box.right),
        }.get(self.rotation, (box.left - within.left, within.top - box.top))
        turned = self.rotation in (90, 270)
        return across, down, *((box.height, box.width) if turned else (box.width, box.height))

    def place(self, box: Box) -> str:
        """Where the box begins, in mm from the top left of the cut page as it is read."""
        across, down, _, _ = self.as_read(box, self.cut)
        if not (math.isfinite(across) and math.isfinite(down)):
            return ""
        # Adding nothing makes a nothing below nothing one like any other.
        return f"{round(across * MM, 1) + 0.0:.1f} mm across, {round(down * MM, 1) + 0.0:.1f} mm down"
