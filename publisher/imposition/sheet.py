"""The sheet: how large two pages stand on it, what bleed has room, where it is cut and folded. All lengths in pt."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from publisher.preflight.press.content.geometry import MM, Box, Frame, Matrix, product

SheetName = Literal["A3", "A4", "Letter", "Tabloid"]
#: Shorter and longer side, mm.
SHEETS: dict[str, tuple[float, float]] = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "Letter": (215.9, 279.4),
    "Tabloid": (279.4, 431.8),
}
#: What scales by less than this is left at its size: files round their boxes.
_NO_SCALE = 0.999
#: Crop marks begin this far from the bleed and are this long; shorter than the least they are left out.
MARK_OFF, MARK_LONG, MARK_LEAST = 2 / MM, 5 / MM, 1.5 / MM


class Plan(NamedTuple):
    """The sheet's size, the size of one cut page on it, the pages' scale, and the bleed that has room."""

    width: float
    height: float
    page_width: float
    page_height: float
    scale: float
    bleed_across: float
    bleed_up: float

    @property
    def spine(self) -> float:
        """Where the two pages meet."""
        return self.width / 2

    def cut(self, shift: float = 0.0) -> Box:
        """Both pages as they are cut, on a sheet whose pages are moved to the spine by *shift*."""
        across, bottom = self.page_width - shift, (self.height - self.page_height) / 2
        return Box(self.spine - across, bottom, self.spine + across, bottom + self.page_height)

    def bleed(self, shift: float = 0.0) -> Box:
        """Both pages with the bleed that has room."""
        cut = self.cut(shift)
        return Box(
            cut.left - self.bleed_across,
            cut.bottom - self.bleed_up,
            cut.right + self.bleed_across,
            cut.top + self.bleed_up,
        )


def read_size(frame: Frame) -> tuple[float, float]:
    """Width and height of a cut page as it is read."""
    cut = frame.cut
    return (cut.height, cut.width) if frame.rotation in (90, 270) else (cut.width, cut.height)


def plan(name: SheetName, frames: Sequence[Frame]) -> Plan:
    """The sheet called *name*, lying or standing, whichever shows the pages larger; never larger than they are."""
    widths, heights = zip(*map(read_size, frames), strict=True)
    width, height = max(widths), max(heights)
    short, long = (side / MM for side in SHEETS[name])
    sizes = ((long, short), (short, long))
    across, up = max(sizes, key=lambda size: min(size[0] / (2 * width), size[1] / height))
    scale = min(across / (2 * width), up / height)
    scale = 1.0 if scale > _NO_SCALE else scale
    bleed = min(_bleed(frame) for frame in frames) * scale
    room_across, room_up = (across - 2 * width * scale) / 2, (up - height * scale) / 2
    return Plan(
        across, up, width * scale, height * scale, scale,
        max(min(bleed, room_across), 0.0), max(min(bleed, room_up), 0.0),
    )  # fmt: skip


def _bleed(frame: Frame) -> float:
    """The least bleed of a page's four sides."""
    cut, bleed = frame.cut, frame.printed
    return max(min(cut.left - bleed.left, cut.bottom - bleed.bottom, bleed.right - cut.right, bleed.top - cut.top), 0.0)


class Place(NamedTuple):
    """A page on a sheet: how it gets there from its own space, and what of it is seen."""

    matrix: Matrix
    window: Box


def place(frame: Frame, sheet: Plan, on_the_right: bool, shift: float) -> Place:
    """Where a page stands: at the spine and in the middle of the height, *shift* nearer to the spine."""
    width, height = (length * sheet.scale for length in read_size(frame))
    cut = sheet.cut()
    left = sheet.spine - shift if on_the_right else sheet.spine - width + shift
    bottom = cut.bottom + (sheet.page_height - height) / 2
    matrix = product(_upright(frame), (sheet.scale, 0.0, 0.0, sheet.scale, left, bottom))
    low, high = bottom - sheet.bleed_up, bottom + height + sheet.bleed_up
    if on_the_right:
        return Place(matrix, Box(sheet.spine, low, left + width + sheet.bleed_across, high))
    return Place(matrix, Box(left - sheet.bleed_across, low, sheet.spine, high))


def _upright(frame: Frame) -> Matrix:
    """From a page's own units to points, with the cut page as it is read in the corner of the axes."""
    cut = frame.cut
    corner = product((frame.unit, 0.0, 0.0, frame.unit, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, -cut.left, -cut.bottom))
    turns: dict[int, Matrix] = {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, cut.width),
        180: (-1.0, 0.0, 0.0, -1.0, cut.width, cut.height),
        270: (0.0, 1.0, -1.0, 0.0, cut.height, 0.0),
    }
    return product(corner, turns[frame.rotation]) if frame.rotation in turns else corner


class Line(NamedTuple):
    """A mark from one point to another; a fold is dashed."""

    x1: float
    y1: float
    x2: float
    y2: float
    folds: bool = False


def marks(sheet: Plan, shift: float, folds: bool) -> list[Line]:
    """Crop marks at the four corners, and fold marks at the spine, where the sheet has room for them.

    Pages that were moved to the spine are cut so much nearer to it.
    """
    cut = sheet.cut(shift)
    left, right = cut.left, cut.right
    lines = []
    for y, outwards in ((cut.bottom, -1), (cut.top, 1)):
        start, end = _span(sheet.bleed_up, cut.bottom)
        if end - start >= MARK_LEAST:
            lines += [Line(x, y + outwards * start, x, y + outwards * end) for x in (left, right)]
            if folds:
                lines.append(Line(sheet.spine, y + outwards * start, sheet.spine, y + outwards * end, folds=True))
    start, end = _span(sheet.bleed_across, left)
    if end - start >= MARK_LEAST:
        for y in (cut.bottom, cut.top):
            lines += [Line(left - start, y, left - end, y), Line(right + start, y, right + end, y)]
    return lines


def _span(bleed: float, room: float) -> tuple[float, float]:
    """From where to where a mark goes, away from the cut, with *room* up to the sheet's edge."""
    start = max(bleed, 0.0) + MARK_OFF
    return start, min(start + MARK_LONG, room)
