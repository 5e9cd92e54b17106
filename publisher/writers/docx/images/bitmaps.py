"""Bitmaps as Word wants them: no finer than it shows them, in the colours of screens."""

import io

from PIL import Image as Raster
from PIL import ImageCms
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from publisher.media import Picture
from publisher.theme.loading import styles_folder

#: Pixels to the inch that Word itself reduces pictures to.
FINEST = 220
QUALITY = 90
#: What ink without a profile is taken for: coated paper in Europe.
PRESS = "ISOcoated_v2_300_bas.icc"
#: Modes that lose nothing but pixels by being made smaller; others are changed into one of them before.
_SMOOTH = frozenset(("L", "LA", "RGB", "RGBA", "CMYK"))


def fitted(picture: Picture, width: float) -> bytes:
    """The file of *picture* shown *width* pt wide: as it is, unless that is finer than Word wants, or in inks.

    Word shows inks as if they were on no paper at all: they become sRGB by the file's own profile.
    """
    kind = JpegImageFile if picture.media_type == "image/jpeg" else PngImageFile
    most = max(round(width / 72 * FINEST), 1)
    # Not Image.open, whose limit of pixels holds for the whole process: the store has its own.
    with kind(io.BytesIO(picture.data)) as raster:
        is_ink = raster.mode == "CMYK"
        if not is_ink and (picture.width <= most or raster.mode == "I;16"):
            return picture.data
        profile = raster.info.get("icc_profile")
        size = (most, max(round(picture.height * most / picture.width), 1))
        raster.draft(None, (size[0] * 2, size[1] * 2))
        smaller = _smaller(raster, size) if picture.width > most else raster.copy()
    if is_ink:
        return _file(_as_rgb(smaller, profile), "JPEG", None)
    written = _file(smaller, "JPEG" if kind is JpegImageFile else "PNG", profile)
    # Few colours that became many can take more room than all the pixels did.
    return written if len(written) < len(picture.data) else picture.data


def _smaller(raster: Raster.Image, size: tuple[int, int]) -> Raster.Image:
    if raster.mode not in _SMOOTH or "transparency" in raster.info:
        raster = raster.convert("RGBA" if "transparency" in raster.info else "L" if raster.mode == "1" else "RGB")
    return raster.resize(size, Raster.Resampling.LANCZOS)


def _as_rgb(raster: Raster.Image, profile: bytes | None) -> Raster.Image:
    house = (styles_folder() / "icc" / PRESS).read_bytes()
    for found in (profile, house):
        try:
            converted = ImageCms.profileToProfile(
                raster,
                ImageCms.ImageCmsProfile(io.BytesIO(found or house)),
                ImageCms.createProfile("sRGB"),
                ImageCms.Intent.RELATIVE_COLORIMETRIC,
                "RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError):
            continue
        if converted is not None:
            return converted
    return raster.convert("RGB")


def _file(raster: Raster.Image, kind: str, profile: bytes | None) -> bytes:
    # What the picture says of itself besides its profile would only be written again.
    raster.info = {}
    buffer = io.BytesIO()
    raster.save(buffer, kind, quality=QUALITY, icc_profile=profile)
    return buffer.getvalue()
