"""Ways to spoil the sound file in one place."""

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import ImageCms

from tests.preflight.press import sound
from tests.preflight.press.sound import called, changed, image

Spoil = Callable[[pikepdf.Pdf], object]
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def said_otherwise(old: str, new: str) -> Spoil:
    """The XMP with *new* in the place of *old*."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        assert old in sound.XMP
        pdf.Root.Metadata.write(sound.XMP.replace(old, new).encode())

    return spoil


def with_profile(data: bytes, components: int = 4) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile = Stream(pdf, data, {"/N": components})

    return spoil


def with_picture(pixels: int, space: Any, components: int, bits: int = 8) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.XObject.Picture = image(pdf, pixels, space(pdf), components, bits)

    return spoil


def with_resource(kind: str, name: str, value: Callable[[pikepdf.Pdf], Any], line: str, content: str) -> Spoil:
    """A resource more, and a line of content that calls it."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources[kind][name] = value(pdf)
        changed(line, content)(pdf)

    return spoil


def icc(pdf: pikepdf.Pdf) -> Array:
    return Array([Name.ICCBased, Stream(pdf, SRGB, {"/N": 3})])


def lab(pdf: pikepdf.Pdf) -> Array:
    return Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])


def palette(pdf: pikepdf.Pdf) -> Array:
    return Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\xff\xff")])


def descriptor(pdf: pikepdf.Pdf) -> Any:
    return called(pdf, "/Font", "/Body").DescendantFonts[0].FontDescriptor


def cell(content: bytes) -> Callable[[pikepdf.Pdf], Stream]:
    """A tiling pattern's cell with *content*."""

    def made(pdf: pikepdf.Pdf) -> Stream:
        tiles = called(pdf, "/Pattern", "/Tiles")
        tiles.write(content)
        return tiles  # type: ignore[no-any-return]

    return made


def gradient(space: Name, first: list[float], last: list[float]) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        shading = called(pdf, "/Shading", "/Gradient")
        shading.ColorSpace, shading.Function = space, sound.ramp(first, last)

    return spoil


def link(box: list[float], **more: Any) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(**({"Type": Name.Annot, "Subtype": Name.Link, "Rect": Array(box)} | more))
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])

    return spoil


def soft_mask(pdf: pikepdf.Pdf) -> Any:
    return called(pdf, "/ExtGState", "/Masked").SMask.G


def put(holder: Callable[[pikepdf.Pdf], Any], key: str, value: Callable[[pikepdf.Pdf], Any]) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        holder(pdf)[key] = value(pdf)

    return spoil


def drop(holder: Callable[[pikepdf.Pdf], Any], key: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del holder(pdf)[key]

    return spoil


def page(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj


def root(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root


def intent(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.OutputIntents[0]


def info(pdf: pikepdf.Pdf) -> Any:
    return pdf.trailer.Info
