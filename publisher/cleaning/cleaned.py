"""What cleaning a picture gives, and why a picture can't be taken."""

from typing import NamedTuple


class Said(NamedTuple):
    """What a picture says of itself: what it shows, who took it, on whose terms it may be printed."""

    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    copyright: str | None = None
    terms: str | None = None


class Cleaned(NamedTuple):
    """A picture fit for every output.

    *width* and *height* are in px; *done* names what was taken out or changed, *frames* counts the pictures
    that the file held (of several, the first is taken); *said* is what the file said of it.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    done: tuple[str, ...] = ()
    frames: int = 1
    said: Said = Said()


class UnfitError(Exception):
    """A picture can't be taken; *hint* is the way out."""

    def __init__(self, reason: str, hint: str = "open it in a picture editor and save it again") -> None:
        super().__init__(reason)
        self.hint = hint


def check_size(width: int, height: int, most: int) -> None:
    """Raises UnfitError where there are no pixels, or more than *most*."""
    if width < 1 or height < 1:
        raise UnfitError("it has no pixels")
    if width * height > most:
        pixels = f"{width * height / 1e6:.0f} megapixels"
        raise UnfitError(f"it has {pixels}, more than the limit of {most / 1e6:.0f}", "make it smaller")
