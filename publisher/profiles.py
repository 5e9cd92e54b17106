"""ICC profiles of presses: the one that comes along, and checks of one's own (ICC.1:2022, 7.2 and 9.2)."""

import functools
import re
import struct

from publisher.errors import ConfigurationError
from publisher.theme.loading import styles_folder

#: The profile that comes along, for the printing condition FOGRA39 (coated paper, offset).
COATED = "ISOcoated_v2_300_bas.icc"
_HEADER, _ENTRY = 128, 12
#: Tags without which nothing can be converted into a profile's inks, or measured from them.
_NEEDED = ("A2B0", "B2A0", "wtpt")


@functools.cache
def coated_profile() -> bytes:
    """The profile that comes along."""
    return (styles_folder() / "icc" / COATED).read_bytes()


def check_profile(data: bytes, name: str) -> None:
    """Refuses what is no output profile for four inks, with a ConfigurationError that says what *name* is instead."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        raise ConfigurationError(f"{name} is no ICC profile", "take the file that the print shop names")
    kind, space = data[12:16].decode("latin-1"), data[16:20].decode("latin-1").strip()
    if (kind, space) != ("prtr", "CMYK"):
        raise ConfigurationError(
            f"{name} is a profile of class “{kind}” for {space}; the press needs class “prtr” for CMYK",
            "take the output profile that the print shop names, such as “PSO Coated v3”",
        )
    if missing := [tag for tag in _NEEDED if tag not in _tags(data)]:
        raise ConfigurationError(f"{name} lacks what conversion needs: {', '.join(missing)}", "ask for the file again")


def profile_version(data: bytes) -> tuple[int, int]:
    """The version of the ICC specification that a profile keeps, such as (2, 1)."""
    return data[8], data[9] >> 4


def condition_of(data: bytes) -> str | None:
    """The registered printing condition that a profile says it was made from (its ``targ``: “ICCHDAT FOGRA51”)."""
    target = _tags(data).get("targ", b"")[8:256]
    found = re.match(rb"ICCHDAT\s+([\x20-\x7e]{1,60})", target)
    return found[1].decode("ascii").strip() if found else None


def _tags(data: bytes) -> dict[str, bytes]:
    """The tagged elements by signature; entries that point outside the file are left out."""
    (number,) = struct.unpack_from(">I", data, _HEADER)
    tags = {}
    for entry in range(min(number, (len(data) - _HEADER - 4) // _ENTRY)):
        signature, offset, length = struct.unpack_from(">4sII", data, _HEADER + 4 + _ENTRY * entry)
        if offset + length <= len(data):
            tags[signature.decode("latin-1")] = data[offset : offset + length]
    return tags
