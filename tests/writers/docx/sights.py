"""Pictures found again in a written document."""

import io
import zipfile
from typing import Any

from PIL import Image as Raster

from publisher.media import Media
from publisher.model import Block
from publisher.report import Report, Where
from tests.writers.docx.samples import (
    parts,
    single,
    written,
)

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: Width of a column of the house theme, pt.
COLUMN = (210 - 36 - 8) / 2 * 72 / 25.4


def drawings(data: bytes, part: str = "word/document.xml") -> list[Any]:
    return list(parts(data)[part].iter(f"{WP}inline"))


def size(drawing: Any) -> tuple[float, float]:
    """Width and height, pt."""
    extent = drawing.find(f"{WP}extent")
    return int(extent.get("cx")) / 12700, int(extent.get("cy")) / 12700


def shown(*blocks: Block) -> tuple[float, float]:
    """Width and height (pt) of the only picture in *blocks*."""
    (drawing,) = drawings(written(single(*blocks)))
    return size(drawing)


def held(data: bytes) -> dict[str, bytes]:
    """The pictures in the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("word/media/")}


def opened(data: bytes) -> Raster.Image:
    image = Raster.open(io.BytesIO(data))
    image.load()
    return image


def media_of(*pictures: bytes) -> tuple[Media, list[str]]:
    media = Media()
    return media, [media.add(data, "a picture", Report(), Where()) or "" for data in pictures]
