"""JPEG: what isn't picture is cut out of the file without touching a pixel (ITU-T T.81, Annex B)."""

import re
from typing import NamedTuple

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.exif import CameraData, read_camera_data

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_JFIF, _ADOBE = 0xE0, 0xEE
# Ends a scan: a marker that is neither a stuffed byte nor a restart.
_NEXT = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")

#: First bytes of an application segment → what it is called; what isn't listed is “other data”.
NAMES: dict[bytes, str] = {
    b"Exif\0": "camera data",
    b"http://ns.adobe.com/xap/": "XMP",
    b"http://ns.adobe.com/xmp/": "XMP",
    b"Photoshop 3.0\0": "IPTC and Photoshop data",
    b"MPF\0": "further pictures",
    b"JFXX\0": "a thumbnail",
}
_KEPT = {0xE2: b"ICC_PROFILE\0", _ADOBE: b"Adobe", _JFIF: b"JFIF\0"}
#: Length of a JFIF segment without a thumbnail, and where the thumbnail's size stands in it.
_JFIF_LENGTH, _JFIF_SIZE = 16, 12


class Stripped(NamedTuple):
    """A JPEG without all but picture and profile, what was cut, and what its camera data said."""

    data: bytes
    cut: tuple[str, ...]
    camera: CameraData


def strip_jpeg(data: bytes) -> Stripped:
    """*data* without camera data, XMP, IPTC, comments, thumbnails and whatever follows its end.

    Raises UnfitError where the file isn't whole.
    """
    try:
        return _stripped(data)
    except IndexError:
        raise UnfitError("it is cut short") from None


def _stripped(data: bytes) -> Stripped:
    kept, cut, camera, at = [data[:2]], dict[str, None](), CameraData(), 2
    while True:
        marker, at = _marker(data, at)
        if marker == _END:
            kept.append(b"\xff\xd9")
            break
        end = at + int.from_bytes((data[at], data[at + 1]), "big")
        segment, at = data[at:end], _after(data, marker, end)
        if name := _name(marker, segment[2:]):
            cut[name] = None
            if name == "camera data":
                camera = read_camera_data(segment[8:])
        else:
            trimmed = _without_thumbnail(segment) if marker == _JFIF else segment
            kept += [bytes((0xFF, marker)), trimmed, data[end:at]]
    if data[at:].strip(b"\0\xff\r\n"):
        cut["data after its end"] = None
    if camera.has_position:
        cut["its position on earth"] = None
    return Stripped(b"".join(kept), tuple(cut), camera)


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at *at* and where what it heads begins; a marker may be preceded by fill bytes."""
    if data[at] != 0xFF:
        raise UnfitError("it is damaged: a marker is missing")
    while data[at] == 0xFF:
        at += 1
    return data[at], at + 1


def _after(data: bytes, marker: int, end: int) -> int:
    """Where the next marker stands: at the segment's end, for a scan after its entropy-coded data."""
    if marker != _SCAN:
        return end
    found = _NEXT.search(data, end)
    if found is None:
        raise UnfitError("it is cut short")
    return found.start()


def _name(marker: int, content: bytes) -> str | None:
    """What a segment is called if it is to be cut, else None."""
    if marker == _COMMENT:
        return "comments"
    if marker not in _APPLICATIONS:
        return None
    if marker in _KEPT and content.startswith(_KEPT[marker]):
        return None
    return next((name for start, name in NAMES.items() if content.startswith(start)), "other data")


def _without_thumbnail(segment: bytes) -> bytes:
    """A JFIF segment with no thumbnail in it."""
    if len(segment) <= _JFIF_LENGTH:
        return segment
    return _JFIF_LENGTH.to_bytes(2, "big") + segment[2 : 2 + _JFIF_SIZE] + b"\0\0"
