"""Colour profiles of PNG files: the layout engine drops them, and here they are found again by the dots."""

import hashlib
import io
from collections.abc import Iterable

from PIL import Image
from PIL.PngImagePlugin import PngImageFile

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Where a profile stands among the first chunks of a PNG (W3C PNG, third edition, 11.3.2.3).
_PROFILE = b"iCCP"


class Embedded:
    """The profiles of *files*, by the dots that they belong to; only PNG files that have one are opened."""

    def __init__(self, files: Iterable[bytes]) -> None:
        self._profiles: dict[tuple[str, tuple[int, int], bytes], bytes] = {}
        for data in files:
            if data.startswith(_SIGNATURE) and _PROFILE in data[: data.find(b"IDAT")]:
                self._add(data)
        self._sizes = {size for _, size, _ in self._profiles}

    def profile(self, image: Image.Image) -> bytes | None:
        """The profile of a picture as the page holds it: its own, or that of the file it was drawn from."""
        own = image.info.get("icc_profile")
        if own or image.size not in self._sizes:
            return own or None
        return self._profiles.get(_key(image))

    def _add(self, data: bytes) -> None:
        with PngImageFile(io.BytesIO(data)) as image:
            profile = image.info.get("icc_profile")
            if profile:
                self._profiles[_key(_as_drawn(image))] = profile


def _as_drawn(image: Image.Image) -> Image.Image:
    """The dots as the layout engine puts them on the page: without palette and opacity."""
    if "transparency" in image.info:
        image = image.convert("RGBA")
    return image if image.mode in ("L", "RGB") else image.convert("L" if image.mode == "LA" else "RGB")


def _key(image: Image.Image) -> tuple[str, tuple[int, int], bytes]:
    return image.mode, image.size, hashlib.sha256(image.tobytes()).digest()
