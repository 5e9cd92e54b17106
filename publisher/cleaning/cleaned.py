"""What cleaning a picture gives, and why a picture can't be taken."""

from typing import NamedTuple

#: A picture with more pixels is a mistake or a trap; 200 megapixels print a wall.
PIXELS = 200_000_000
#: The largest file of a picture, bytes.
LARGEST = 128 << 20


class Cleaned(NamedTuple):
    """A picture fit for every output.

    *width* and *height* are in px; *done* names what was taken out or changed, *frames* counts the pictures
    that the file held (of several, the first is taken).
    """

    data: bytes
    media_type: str
    width: int
    height: int
    done: tuple[str, ...] = ()
    frames: int = 1


class UnfitError(Exception):
    """A picture can't be taken; *hint* is the way out."""

    def __init__(self, reason: str, hint: str = "open it in a picture editor and save it again") -> None:
        super().__init__(reason)
        self.hint = hint


def check_size(width: int, height: int) -> None:
    """Raises UnfitError where there are no pixels, or too many."""
    if width < 1 or height < 1:
        raise UnfitError("it has no pixels")
    if width * height > PIXELS:
        pixels = f"{width * height / 1e6:.0f} megapixels"
        raise UnfitError(f"it has {pixels}, more than the limit of {PIXELS / 1e6:.0f}", "make it smaller")
