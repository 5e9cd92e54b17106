"""A picture's dots as the bytes and entries of a PDF stream (ISO 32000-1, 8.9.5)."""

import io
import zlib
from typing import NamedTuple

import pikepdf
from PIL import Image, ImageChops

_SPACES = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
#: Entries that describe the dots a picture had before.
_FORMER = ("/Decode", "/DecodeParms", "/Interpolate")
#: Adobe's CMYK JPEGs hold the lack of ink.
INVERTED = (1, 0, 1, 0, 1, 0, 1, 0)


class Samples(NamedTuple):
    """Dots ready to be put into a file; *palette* are the inks of numbered colours, four bytes each."""

    data: bytes
    width: int
    height: int
    mode: str
    jpeg: bool = False
    palette: bytes | None = None


def in_jpeg(image: Image.Image, quality: int) -> Samples:
    """The dots of an L, RGB or CMYK picture as a JPEG that halves no colour."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, subsampling=0)
    return Samples(buffer.getvalue(), *image.size, image.mode, jpeg=True)


def in_full(image: Image.Image, palette: bytes | None = None) -> Samples:
    """The dots without loss; of several inks only what differs from the dot to the left (predictor 2)."""
    if image.mode in ("1", "P"):
        return Samples(zlib.compress(image.tobytes(), 6), *image.size, image.mode, palette=palette)
    left = Image.new(image.mode, image.size, 0)
    left.paste(image.crop((0, 0, image.width - 1, image.height)), (1, 0))
    return Samples(zlib.compress(ImageChops.subtract_modulo(image, left).tobytes(), 6), *image.size, image.mode)


def put(picture: pikepdf.Object, samples: Samples) -> None:
    """Puts dots into the place of those that a picture had."""
    for key in _FORMER:
        if key in picture:
            del picture[key]
    picture.Width, picture.Height = samples.width, samples.height
    picture.BitsPerComponent = 1 if samples.mode == "1" else 8
    if samples.palette is not None:
        last, lookup = len(samples.palette) // 4 - 1, pikepdf.String(samples.palette)
        picture.ColorSpace = pikepdf.Array([pikepdf.Name.Indexed, pikepdf.Name.DeviceCMYK, last, lookup])
    else:
        picture.ColorSpace = pikepdf.Name(_SPACES[samples.mode])
    if samples.jpeg:
        picture.write(samples.data, filter=pikepdf.Name.DCTDecode)
        if samples.mode == "CMYK":
            picture.Decode = pikepdf.Array(INVERTED)
        return
    parms = None
    if samples.mode not in ("1", "P"):
        colours = Image.getmodebands(samples.mode)
        parms = pikepdf.Dictionary(Predictor=2, Colors=colours, BitsPerComponent=8, Columns=samples.width)
    picture.write(samples.data, filter=pikepdf.Name.FlateDecode, decode_parms=parms)
