"""Colour spaces of drawn content, as far as a page of ours has them (ISO 32000-1, 8.6)."""

from typing import Literal, NamedTuple

import pikepdf

Kind = Literal["grey", "rgb", "cmyk", "lab", "pattern"]

_NAMES: dict[str, Kind] = {
    "/DeviceGray": "grey",
    "/CalGray": "grey",
    "/G": "grey",
    "/DeviceRGB": "rgb",
    "/CalRGB": "rgb",
    "/RGB": "rgb",
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Lab": "lab",
    "/Pattern": "pattern",
}
_COMPONENTS: dict[int, Kind] = {1: "grey", 3: "rgb", 4: "cmyk"}


class Space(NamedTuple):
    """A colour space by what its numbers mean; *profile* is an ICC profile of its own."""

    kind: Kind
    profile: bytes | None = None


GREY, RGB, CMYK = Space("grey"), Space("rgb"), Space("cmyk")


def read_space(space: pikepdf.Object, resources: pikepdf.Object) -> Space:
    """The space that a name (of *resources*, or of a device) or an array stands for.

    A ValueError names one that our layout never makes: spot colours and the like.
    """
    if isinstance(space, pikepdf.Name):
        named = resources.get("/ColorSpace", pikepdf.Dictionary()).get(str(space))
        if named is not None and named != space:
            return read_space(named, resources)
    family = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    if family == "/ICCBased":
        return Space(_COMPONENTS[int(space[1].N)], space[1].read_bytes())
    if family not in _NAMES:
        raise ValueError(f"colour space {family} isn't one our pages are drawn in")
    return Space(_NAMES[family])
