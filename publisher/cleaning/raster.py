"""Pictures made of pixels: JPEG and PNG stripped as they are, TIFF, WebP and HEIC drawn anew as one of these."""

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from publisher.cleaning.cleaned import Cleaned, UnfitError, check_size
from publisher.cleaning.description import read_description
from publisher.cleaning.heic import is_heic, open_heic
from publisher.cleaning.jpeg import strip_jpeg
from publisher.cleaning.png import SIGNATURE, strip_png
from publisher.limits import USUAL

JPEG, PNG = "image/jpeg", "image/png"
UPRIGHT = "turned upright"
SHALLOWER = "brought from 16 bits to 8"
#: Orientation (Exif 2.32, 4.6.5) → what turns the picture upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
#: What PNG can hold as Pillow has it.
_PNG_MODES = frozenset(("1", "L", "LA", "P", "RGB", "RGBA"))
#: Greys of 16 bits: more than paper or screens show, and not every layout engine can draw them.
_DEEP_MODES = frozenset(("I;16", "I;16B"))
#: Modes that RGB holds without loss of what is seen.
_RGB_MODES = frozenset(("YCbCr", "LAB", "HSV", "RGBX", "RGBa"))
_LOSSY_TIFF = frozenset(("jpeg", "tiff_jpeg", "webp"))

#: Cleans bytes that hold so many pixels at most.
_Clean = Callable[[bytes, int], Cleaned]


def clean_raster(data: bytes, most: int = USUAL.picture_pixels) -> Cleaned | None:
    """*data* cleaned, with what it said of itself; None if it is no JPEG, PNG, TIFF, WebP or HEIC.

    UnfitError if it is one, but can't be taken, or has more than *most* pixels.
    """
    if is_heic(data):
        return _clean_heic(data, most)._replace(said=read_description(data))
    for start, clean in _KINDS:
        if data.startswith(start) and (start != b"RIFF" or data[8:12] == b"WEBP"):
            return clean(data, most)._replace(said=read_description(data))
    return None


def _clean_jpeg(data: bytes, most: int) -> Cleaned:
    stripped = strip_jpeg(data)
    with _opened(JpegImageFile, stripped.data, most) as image:
        turn = _TURNS.get(stripped.camera.orientation)
        if turn is None:
            width, height = image.size
            # An eighth of the size goes through every byte, but leaves most of the arithmetic out.
            image.draft(None, (max(1, width // 8), max(1, height // 8)))
            image.load()
            return Cleaned(stripped.data, JPEG, width, height, _said(stripped.cut))
        return _drawn(image.transpose(turn), image.info, True, _said(stripped.cut, UPRIGHT))


def _clean_png(data: bytes, most: int) -> Cleaned:
    stripped = strip_png(data)
    with _opened(PngImageFile, stripped.data, most) as image:
        image.load()
        turn = _TURNS.get(stripped.camera.orientation)
        deep = (SHALLOWER,) if image.mode in _DEEP_MODES else ()
        if turn is None and not deep:
            return Cleaned(stripped.data, PNG, *image.size, _said(stripped.cut), stripped.frames)
        upright, turned = (image, ()) if turn is None else (image.transpose(turn), (UPRIGHT,))
        drawn = _drawn(upright, image.info, False, _said(stripped.cut, *deep, *turned))
        return drawn._replace(frames=stripped.frames)


def _said(cut: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return (f"{', '.join(cut)} taken out", *more) if cut else more


def _clean_tiff(data: bytes, most: int) -> Cleaned:
    with _opened(TiffImageFile, data, most) as image:
        frames, is_lossy = getattr(image, "n_frames", 1), image.info.get("compression") in _LOSSY_TIFF
        return _converted(image, "TIFF", is_lossy)._replace(frames=frames)


def _clean_webp(data: bytes, most: int) -> Cleaned:
    with _opened(WebPImageFile, data, most) as image:
        return _converted(image, "WebP", _is_lossy(data))._replace(frames=getattr(image, "n_frames", 1))


def _clean_heic(data: bytes, most: int) -> Cleaned:
    with _decoding():
        image, frames = open_heic(data, most)
        return _converted(image, "HEIC", is_lossy=True)._replace(frames=frames)


def _is_lossy(data: bytes) -> bool:
    """Whether a WebP is compressed with loss: the picture stands in a chunk ``VP8 `` (RFC 9649, 2.5)."""
    at = 12
    while (kind := data[at : at + 4]) not in (b"VP8 ", b"VP8L", b""):
        inner = 16 if kind == b"ANMF" else int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + inner + inner % 2
    return kind == b"VP8 "


def _converted(image: Image.Image, kind: str, is_lossy: bool) -> Cleaned:
    """The picture as PNG, which loses nothing; one that has lost already, or is for the press, as JPEG.

    A photograph that was compressed with loss would be some ten times larger as PNG, and no better.
    """
    image.load()
    upright = ImageOps.exif_transpose(image)
    as_jpeg = upright.mode == "CMYK" or (is_lossy and upright.mode in ("L", "RGB", "YCbCr"))
    return _drawn(upright, image.info, as_jpeg, (f"{kind} became {'JPEG' if as_jpeg else 'PNG'}",))


def _drawn(
    image: Image.Image, info: dict[str | tuple[int, int], object], as_jpeg: bool, done: tuple[str, ...]
) -> Cleaned:
    """The pixels of *image* in a new file that holds nothing else but its profile."""
    image = image.convert("RGB") if image.mode in _RGB_MODES else image
    if image.mode in _DEEP_MODES:
        image = image.convert("I").point([value >> 8 for value in range(1 << 16)], "L")
    if not as_jpeg and image.mode not in _PNG_MODES:
        raise UnfitError(f"its pixels are of a kind that isn't printed ({image.mode})")
    image.info = {name: info[name] for name in ("transparency",) if name in info and image.mode == "P"}
    profile, buffer = info.get("icc_profile"), io.BytesIO()
    if as_jpeg:
        image.save(buffer, "JPEG", quality=95, subsampling=0, icc_profile=profile)
    else:
        image.save(buffer, "PNG", icc_profile=profile)
    return Cleaned(buffer.getvalue(), JPEG if as_jpeg else PNG, *image.size, done)


@contextmanager
def _opened(kind: type[ImageFile.ImageFile], data: bytes, most: int) -> Iterator[ImageFile.ImageFile]:
    """The picture, opened by the one decoder it is for.

    ``Image.open`` would try every decoder there is, and has a limit of pixels that holds for the whole process.
    """
    with _decoding(), kind(io.BytesIO(data)) as image:
        check_size(*image.size, most)
        yield image


@contextmanager
def _decoding() -> Iterator[None]:
    """Makes whatever a decoder stumbles over an UnfitError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except UnfitError:
        raise
    except Exception as error:
        raise UnfitError(f"it can't be read ({error or type(error).__name__})") from None


_KINDS: tuple[tuple[bytes, _Clean], ...] = (
    (b"\xff\xd8\xff", _clean_jpeg),
    (SIGNATURE, _clean_png),
    (b"II*\0", _clean_tiff),
    (b"MM\0*", _clean_tiff),
    (b"RIFF", _clean_webp),
)
