"""HEIC, as phones take pictures: drawn anew as JPEG. Its decoder is an extra: large, and in part under the GPL."""

import importlib
import importlib.util
from typing import Any

from PIL import Image

from publisher.cleaning.cleaned import UnfitError, check_size

#: What follows the length of the file's first box: its kind, and the brand of a still picture (ISO/IEC 23008-12, 10.2).
BRANDS = tuple(b"ftyp" + brand for brand in (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"))
EXTRA = 'pip install "bulletin-publisher[heic]"'


def is_heic(data: bytes) -> bool:
    """Whether *data* begins as a picture of this kind does."""
    return data[4:12] in BRANDS


def open_heic(data: bytes, most: int) -> tuple[Image.Image, int]:
    """(the picture, upright, of *most* pixels at most; how many pictures the file holds).

    UnfitError where it can't be read, or its decoder isn't there.
    """
    if importlib.util.find_spec("pillow_heif") is None:
        raise UnfitError(
            "it is a HEIC picture, and the decoder for these isn't installed", f"{EXTRA}, or save it as JPEG"
        )
    decoder: Any = importlib.import_module("pillow_heif")
    found = decoder.open_heif(data, convert_hdr_to_8bit=True)
    width, height = found.size
    check_size(width, height, most)
    image: Image.Image = found.to_pillow()
    image.info = {key: value for key, value in image.info.items() if key == "icc_profile"}
    return image, len(found)
