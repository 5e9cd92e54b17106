"""What content leaves on a page: marks, one for everything that is painted, with the state it is painted in."""

from enum import StrEnum
from typing import NamedTuple

from publisher.preflight.press.content.geometry import EVERYWHERE, IDENTITY, Box, Matrix
from publisher.preflight.press.content.pictures import Picture
from publisher.preflight.press.content.resources import Font
from publisher.preflight.press.ink.colour import GREY, Paint, Space, paint


class Kind(StrEnum):
    """What a mark is; the last two paint nothing themselves: what things blend in, and what was met on the way."""

    FILL = "fill"
    STROKE = "stroke"
    TEXT = "text"
    PICTURE = "picture"
    GRADIENT = "gradient"
    GROUP = "group"
    NOTICE = "notice"


class Inside(StrEnum):
    """What part of a page a mark belongs to."""

    PAGE = "page"
    PATTERN = "pattern"
    MASK = "soft mask"
    GLYPH = "glyph"


class Notice(StrEnum):
    """What content asks for that isn't painting."""

    TRANSFER = "a tone curve or a halftone of its own"
    OPI = "a picture that an OPI server keeps"
    REFERENCE = "a page of another file"
    FILE = "a picture that stands in another file"
    POSTSCRIPT = "a PostScript program"


class Mark(NamedTuple):
    """One thing painted: where (pt, clipped), in what colour, and in what graphics state.

    *size* is a text's type size or a stroke's width, pt; *density* a picture's pixels an inch, the lesser of
    its two. *space* is a group's blending space, *notice* what was met.
    """

    kind: Kind
    box: Box
    paint: Paint
    inside: Inside = Inside.PAGE
    size: float = 0.0
    alpha: float = 1.0
    blend: str = "Normal"
    overprints: bool = False
    overprint_mode: int = 0
    picture: Picture | None = None
    density: float = 0.0
    space: Space | None = None
    is_masked: bool = False
    notice: "Notice | None" = None

    @property
    def is_transparent(self) -> bool:
        """Whether what lies below shines through it."""
        return (
            self.alpha < 1
            or self.is_masked
            or self.blend not in ("Normal", "Compatible")
            or (self.picture is not None and self.picture.is_masked)
        )


_BLACK = paint(GREY, (0.0,))


class State:
    """The graphics state (ISO 32000-1, 8.4), as far as a press cares."""

    def __init__(self) -> None:
        self.matrix: Matrix = IDENTITY
        self.clip: Box = EVERYWHERE
        self.fill: Paint = _BLACK
        self.stroke: Paint = _BLACK
        self.width = 1.0
        self.fill_alpha = 1.0
        self.stroke_alpha = 1.0
        self.blend = "Normal"
        self.is_masked = False
        self.fill_overprint = False
        self.stroke_overprint = False
        self.overprint_mode = 0
        self.font: Font | None = None
        self.size = 0.0
        self.leading = 0.0
        self.rise = 0.0
        self.rendering = 0

    def copy(self) -> "State":
        """The same values, to be changed apart."""
        twin = State.__new__(State)
        twin.__dict__.update(self.__dict__)
        return twin
