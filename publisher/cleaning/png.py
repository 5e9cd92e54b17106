"""PNG: the chunks that draw the picture are kept, all others cut (W3C PNG, third edition, 11)."""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.exif import CameraData, read_camera_data

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DRAWN = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"bKGD", b"sBIT"))
_COLOUR = frozenset((b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI"))
_NAMES = {
    b"tEXt": "comments",
    b"zTXt": "comments",
    b"iTXt": "comments",
    b"tIME": "the time of its making",
    b"eXIf": "camera data",
    b"acTL": "further pictures",
    b"fcTL": "further pictures",
    b"fdAT": "further pictures",
}


class Stripped(NamedTuple):
    """A PNG without all but picture and colour, what was cut, what its camera data said, how many pictures it held."""

    data: bytes
    cut: tuple[str, ...]
    camera: CameraData
    frames: int


def strip_png(data: bytes) -> Stripped:
    """*data* without comments, times, camera data, further pictures and whatever follows its end.

    Raises UnfitError where the file isn't whole.
    """
    kept, cut, camera, frames = [SIGNATURE], dict[str, None](), CameraData(), 1
    end = len(SIGNATURE)
    for kind, content, end in _chunks(data):
        if kind in _DRAWN or kind in _COLOUR:
            kept.append(data[end - len(content) - 12 : end])
            continue
        cut[_NAMES.get(kind, "other data")] = None
        if kind == b"eXIf":
            camera = read_camera_data(content)
        elif kind == b"acTL" and len(content) >= 4:
            frames = int.from_bytes(content[:4], "big")
    if data[end:]:
        cut["data after its end"] = None
    if camera.has_position:
        cut["its position on earth"] = None
    return Stripped(b"".join(kept), tuple(cut), camera, frames)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """(kind, content, offset behind it) of each chunk up to IEND, each with its checksum checked."""
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        try:
            length, kind = struct.unpack_from(">I4s", data, at)
            content = data[at + 8 : at + 8 + length]
            (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        except struct.error:
            raise UnfitError("it is cut short") from None
        if zlib.crc32(kind + content) != checksum:
            raise UnfitError("it is damaged: a checksum is wrong")
        at += length + 12
        yield kind, content, at
