"""Pictures written out inside another file, as ``data:`` URLs (RFC 2397)."""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.raster import clean_raster

_HEAD = re.compile(r"data:image/(?:png|jpe?g|webp|tiff)((?:;[\w.+-]+(?:=[\w.+-]+)?)*),", re.IGNORECASE)


def read_data_url(url: str) -> bytes | None:
    """The bytes of a picture made of pixels that *url* holds; None if it is nothing of the kind."""
    head = _HEAD.match(url)
    if head is None:
        return None
    content = url[head.end() :]
    if not head[1].lower().endswith(";base64"):
        return unquote_to_bytes(content)
    try:
        return base64.b64decode("".join(unquote_to_bytes(content).decode("ascii").split()), validate=True)
    except (binascii.Error, UnicodeDecodeError):
        return None


def clean_data_url(url: str) -> str | None:
    """*url* with its picture cleaned, itself if there was nothing to clean, None if it holds no sound picture."""
    data = read_data_url(url)
    try:
        cleaned = clean_raster(data) if data else None
    except UnfitError:
        return None
    if cleaned is None:
        return None
    if cleaned.data == data:
        return url
    return f"data:{cleaned.media_type};base64,{base64.b64encode(cleaned.data).decode('ascii')}"
