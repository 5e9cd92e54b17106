"""Pictures and gradients as a PDF describes them, without their pixels."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pikepdf

from publisher.preflight.press.content.objects import entry, filters, identity, is_dictionary, items, number
from publisher.preflight.press.ink.colour import GREY, UNKNOWN, Model, Space, indexed

#: How a colour space is found for the value that names or describes it.
Spaces = Callable[[Any], Space]
#: JPEG 2000's enumerated colour spaces (ISO 15444-1, table I.10): CMYK, sRGB, grey, sYCC.
_JPX = {12: Space("JPXDecode", Model.CMYK, 4), 16: Space("JPXDecode", Model.RGB, 3), 17: GREY}
_JPX_HEAD = 1 << 16
#: How deep stitched functions may stand in one another.
_DEEPEST = 8


class Picture(NamedTuple):
    """An image: its size in pixels, its colours, bits a component, and what it is packed by.

    *key* is the object it is, ``(0, 0)`` for one that stands in the content itself.
    """

    width: int
    height: int
    space: Space
    bits: int
    is_stencil: bool = False
    is_masked: bool = False
    packing: str = ""
    key: tuple[int, int] = (0, 0)

    @property
    def is_bitonal(self) -> bool:
        """Whether it is line art: a stencil, or one bit a pixel."""
        return self.is_stencil or self.bits == 1


class Gradient(NamedTuple):
    """A shading: its colours, and what is wrong with it."""

    space: Space
    fault: str = ""


def read_picture(stream: Any, spaces: Spaces) -> Picture:
    """The image that a stream describes (ISO 32000-1, 8.9.5)."""
    stencil = entry(stream, "/ImageMask") is True
    packing = filters(stream)
    space = GREY if stencil else spaces(entry(stream, "/ColorSpace"))
    if space.model is Model.UNKNOWN and "/JPXDecode" in packing:
        space = _jpx_space(stream)
    return Picture(
        int(number(entry(stream, "/Width"))),
        int(number(entry(stream, "/Height"))),
        space,
        1 if stencil else int(number(entry(stream, "/BitsPerComponent"), 8)),
        stencil,
        is_dictionary(entry(stream, "/SMask")) or number(entry(stream, "/SMaskInData")) > 0,
        packing[-1][1:] if packing else "",
        identity(stream),
    )


def inline_picture(described: Mapping[str, Any], spaces: Spaces) -> Picture:
    """The image that stands in the content itself (ISO 32000-1, 8.9.7)."""

    def value(short: str, long: str) -> Any:
        return described.get(short, described.get(long))

    stencil = value("/IM", "/ImageMask") is True
    space = value("/CS", "/ColorSpace")
    found = UNKNOWN
    if isinstance(space, str):
        found = spaces(pikepdf.Name(space)) if len(space) > 1 else UNKNOWN
    elif isinstance(space, list) and len(space) > 1 and isinstance(space[1], str) and len(space[1]) > 1:
        found = indexed(spaces(pikepdf.Name(space[1])))
    return Picture(
        int(number(value("/W", "/Width"))),
        int(number(value("/H", "/Height"))),
        GREY if stencil else found,
        1 if stencil else int(number(value("/BPC", "/BitsPerComponent"), 8)),
        stencil,
    )


def read_gradient(value: Any, spaces: Spaces) -> Gradient:
    """The gradient that a shading dictionary describes (ISO 32000-1, 8.7.4.3), with what is wrong in it."""
    space = spaces(entry(value, "/ColorSpace"))
    if space.model is Model.UNKNOWN:
        return Gradient(UNKNOWN, "names no colour space")
    given = _outputs(entry(value, "/Function"))
    if given is not None and given != space.size:
        return Gradient(space, f"gives {given} values for a colour where {space} has {space.size}")
    return Gradient(space)


def _outputs(function: Any) -> int | None:
    """How many values a function, or an array of functions, gives; None where that isn't said."""
    functions = items(function)
    if len(functions) > 1:
        return len(functions)
    return _function_outputs(functions[0], 0) if functions else None


def _function_outputs(function: Any, depth: int) -> int | None:
    ranges = items(entry(function, "/Range"))
    if ranges:
        return len(ranges) // 2
    if entry(function, "/FunctionType") == 2:
        return len(items(entry(function, "/C0"))) or 1
    parts = items(entry(function, "/Functions"))
    return _function_outputs(parts[0], depth + 1) if parts and depth < _DEEPEST else None


def _jpx_space(stream: Any) -> Space:
    """The colours that a JPEG 2000 file names itself, in its first ``colr`` box."""
    try:
        data = stream.read_raw_bytes()[:_JPX_HEAD]
    except RuntimeError:
        return UNKNOWN
    at = data.find(b"colr")
    if at < 0 or len(data) < at + 11 or data[at + 4] != 1:
        return UNKNOWN
    return _JPX.get(int.from_bytes(data[at + 7 : at + 11], "big"), UNKNOWN)
