"""The two things that matter in camera data: which way up the picture is, and whether it says where it was taken.

Read by hand (Exif 2.32, 4.6.2 and 4.6.3: a TIFF header and its first directory): a decoder of all of it is
far larger than what is asked, and warns of much that is thrown away unread.
"""

import struct
from typing import NamedTuple

_ORIENTATION, _POSITION = 0x0112, 0x8825
_ENTRY = 12
_MOST_ENTRIES = 512


class CameraData(NamedTuple):
    """*orientation* is 1 (upright) to 8, *has_position* whether there is a GPS directory."""

    orientation: int = 1
    has_position: bool = False


def read_camera_data(data: bytes) -> CameraData:
    """What *data* (TIFF bytes, as Exif has them) says; an upright picture if it can't be read."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        return CameraData()
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (number,) = struct.unpack_from(f"{order}H", data, start)
        entries = [
            struct.unpack_from(f"{order}HHIH", data, start + 2 + _ENTRY * at)
            for at in range(min(number, _MOST_ENTRIES))
        ]
    except struct.error:
        return CameraData()
    values = {tag: value for tag, _, _, value in entries}
    orientation = values.get(_ORIENTATION, 1)
    return CameraData(orientation if 1 <= orientation <= 8 else 1, _POSITION in values)
