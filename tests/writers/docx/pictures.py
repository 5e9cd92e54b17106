"""The store of the pictures that the samples show."""

import functools
import io
from typing import Any, NamedTuple

from PIL import Image as Raster

from publisher.media import Media
from publisher.report import Report, Where

GONE = "0" * 64


class Store(NamedTuple):
    """Pictures to show, and their names: 80 px of PNG, 3000 px of JPEG, a JPEG in inks, an SVG."""

    media: Media
    dot: str
    photo: str
    inks: str
    drawing: str


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#eeeeff"/>'
    b'<text x="20" y="60" font-size="30">Tides</text></svg>'
)


@functools.cache
def store() -> Store:
    """The pictures that the samples show."""
    media, report = Media(), Report()
    made = (
        encoded("RGBA", (80, 60), "PNG"),
        encoded("RGB", (3000, 2000), "JPEG"),
        encoded("CMYK", (900, 600), "JPEG"),
        SVG,
    )
    names = [media.add(data, "a picture", report, Where()) for data in made]
    return Store(media, *(name or "" for name in names))


def encoded(mode: str, size: tuple[int, int], kind: str, **options: Any) -> bytes:
    """A picture of one dark red."""
    buffer = io.BytesIO()
    Raster.new("RGB", size, "#9b1c2c").convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()
