"""Finished files read back by pikepdf's own parser, not by ours."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from PIL import Image, ImageChops


class Painted(NamedTuple):
    """One operation of a file's content: whose stream, operator, operands."""

    stream: str
    operator: str
    operands: list[Any]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def painted(pdf: pikepdf.Pdf) -> Iterator[Painted]:
    """Every operation of every page, form, pattern and mask."""
    for number, page in enumerate(pdf.pages, 1):
        yield from _operations(f"page {number}", page)
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and (item.get("/Subtype") == "/Form" or "/PatternType" in item):
            yield from _operations(str(item.objgen), item)


def _operations(name: str, stream: Any) -> Iterator[Painted]:
    for instruction in pikepdf.parse_content_stream(stream):
        yield Painted(name, str(instruction.operator), list(instruction.operands))


def on_page(pdf: pikepdf.Pdf, number: int) -> list[Painted]:
    return [item for item in painted(pdf) if item.stream == f"page {number}"]


def spaces(pdf: pikepdf.Pdf) -> set[str]:
    """The families of all colour spaces named anywhere in the file: pictures, shadings, groups, resources."""
    found: set[str] = set()
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            continue
        holders: list[Any] = [item, item.get("/Group", {}), item.get("/Shading", {})]
        for holder in holders:
            for key in ("/ColorSpace", "/CS"):
                found |= set(_families(holder.get(key)))
    return found


def _families(space: Any) -> Iterator[str]:
    if isinstance(space, pikepdf.Name):
        yield str(space)
    elif isinstance(space, pikepdf.Array):
        yield str(space[0])
        yield from (str(part) for part in space[1:3] if isinstance(part, pikepdf.Name))
    elif isinstance(space, pikepdf.Dictionary):
        for value in space.values():
            yield from _families(value)


class Picture(NamedTuple):
    """A picture read out of a file: *samples* as they decode, a JPEG as it is."""

    space: str
    bits: int
    width: int
    height: int
    samples: bytes
    jpeg: bool
    turned: bool
    lookup: bytes
    mask: bytes
    mask_width: int

    @property
    def plates(self) -> Image.Image:
        """The ink of a CMYK picture, whatever way round its JPEG is."""
        if self.jpeg:
            image = Image.open(io.BytesIO(self.samples))
            # Pillow turns CMYK JPEGs round once; so does a Decode array.
            return image if self.turned else ImageChops.invert(image)
        return Image.frombytes("CMYK", (self.width, self.height), self.samples)

    def inks(self, x: int, y: int) -> tuple[int, ...]:
        """The inks of one dot, 0 to 255."""
        pixel = self.plates.getpixel((x, y))
        assert isinstance(pixel, tuple)
        return tuple(int(part) for part in pixel)

    def totals(self) -> list[int]:
        """The total inks that its dots have, 0 to 1020."""
        data = self.plates.tobytes()
        return sorted({sum(data[at : at + 4]) for at in range(0, len(data), 4)})


def pictures(data: bytes) -> list[Picture]:
    """The pictures, masks left out, in the order of their objects."""
    with opened(data) as pdf:
        found = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        masks = {picture.SMask.objgen for picture in found if "/SMask" in picture}
        return [_read(picture) for picture in found if picture.objgen not in masks]


def _read(picture: pikepdf.Stream) -> Picture:
    jpeg = picture.get("/Filter") == "/DCTDecode"
    space, mask = picture.ColorSpace, picture.get("/SMask")
    indexed = isinstance(space, pikepdf.Array)
    return Picture(
        str(space[0] if indexed else space),
        int(picture.BitsPerComponent),
        int(picture.Width),
        int(picture.Height),
        picture.read_raw_bytes() if jpeg else picture.read_bytes(),
        jpeg,
        "/Decode" in picture,
        bytes(space[3]) if indexed else b"",
        mask.read_bytes() if mask is not None else b"",
        int(mask.Width) if mask is not None else 0,
    )
