"""Colour spaces (ISO 32000-1, 8.6), and the inks that a colour in them asks for."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from publisher.preflight.press.content.objects import entry, items, name, number, unpacked

#: How deep colour spaces may stand in one another: an Indexed DeviceN in a Pattern needs three.
DEEPEST = 4
#: Colorants that one space may name (ISO 32000-1, annex C).
MOST_COLORANTS = 32
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
#: The colorant that stands for every plate there is.
ALL = "All"
_ABBREVIATED = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}


class Model(StrEnum):
    """What a colour space is to a press."""

    GREY = "grey"
    CMYK = "CMYK"
    SPOT = "spot"
    RGB = "RGB"
    LAB = "Lab"
    PATTERN = "pattern"
    UNKNOWN = "unknown"


_DEVICES = {
    "/DeviceGray": (Model.GREY, 1),
    "/CalGray": (Model.GREY, 1),
    "/DeviceCMYK": (Model.CMYK, 4),
    "/DeviceRGB": (Model.RGB, 3),
    "/CalRGB": (Model.RGB, 3),
    "/Lab": (Model.LAB, 3),
}
_PROFILES = {b"GRAY": Model.GREY, b"CMYK": Model.CMYK, b"RGB ": Model.RGB, b"Lab ": Model.LAB}
_COMPONENTS = {1: Model.GREY, 3: Model.RGB, 4: Model.CMYK}


class Space(NamedTuple):
    """A colour space: its family (``DeviceRGB``), what it is to a press, how many numbers name a colour.

    *base* is an Indexed or uncoloured Pattern space's own, or the alternate of a spot colour.
    """

    family: str
    model: Model
    size: int = 1
    colorants: tuple[str, ...] = ()
    base: "Space | None" = None

    @property
    def is_for_screens(self) -> bool:
        """Whether a press has no inks for it."""
        return self.model in (Model.RGB, Model.LAB)

    def __str__(self) -> str:
        """``RGB (ICCBased)``, ``spot Signal Red``, ``CMYK``."""
        if self.model is Model.SPOT:
            return f"spot {', '.join(self.colorants) or 'without a name'}"
        plain = self.family.startswith("Device") or self.family == self.model.value
        return self.model.value if plain else f"{self.model.value} ({self.family})"


UNKNOWN = Space("", Model.UNKNOWN)
GREY = Space("DeviceGray", Model.GREY)
RGB = Space("DeviceRGB", Model.RGB, 3)
CMYK = Space("DeviceCMYK", Model.CMYK, 4)


def read_space(value: Any, named: Mapping[str, Any] | Any = None, depth: int = 0) -> Space:
    """The colour space that *value* describes; *named* are the page's own spaces (``/Resources /ColorSpace``)."""
    parts = items(value)
    family = name(parts[0]) if parts else ""
    if not family or depth > DEEPEST:
        return UNKNOWN
    family = _ABBREVIATED.get(family, family)
    if family in _DEVICES:
        model, size = _DEVICES[family]
        return Space(family[1:], model, size)
    if family == "/Pattern":
        base = read_space(parts[1], named, depth + 1) if len(parts) > 1 else None
        return Space("Pattern", Model.PATTERN, base.size if base else 0, base=base)
    if len(parts) == 1:
        found = entry(named, family)
        return UNKNOWN if found is None else read_space(found, named, depth + 1)
    return _compound(family, parts, named, depth)


def _compound(family: str, parts: list[Any], named: Any, depth: int) -> Space:
    """A space that is made of others, or of a profile."""
    match family:
        case "/ICCBased":
            model, size = _profiled(parts[1])
            return Space("ICCBased", model, size)
        case "/Indexed":
            return indexed(read_space(parts[1], named, depth + 1))
        case "/Separation" | "/DeviceN":
            colorants = tuple(name(item)[1:] for item in items(parts[1])[:MOST_COLORANTS])
            alternate = read_space(parts[2], named, depth + 1) if len(parts) > 2 else UNKNOWN
            return Space(family[1:], Model.SPOT, len(colorants), colorants, alternate)
        case _:
            return UNKNOWN


def indexed(base: Space) -> Space:
    """The space of a palette whose colours stand in *base*."""
    return Space("Indexed", base.model, 1, base.colorants, base)


def _profiled(stream: Any) -> tuple[Model, int]:
    """What an ICC profile's header says, or else how many numbers it takes."""
    size = int(number(entry(stream, "/N")))
    header = (unpacked(stream) or b"")[16:20]
    return _PROFILES.get(header, _COMPONENTS.get(size, Model.UNKNOWN)), size


class Paint(NamedTuple):
    """A colour as it is laid on: the space, its numbers, and the inks that it asks for.

    *inks* maps an ink's name to 0…1 and leaves out those of 0, as white does; it is None where only a profile or a
    function could say. *pattern* is what is painted instead of a flat colour: ``gradient``, ``tiling`` or nothing;
    *fault* is what is wrong with a gradient.
    """

    space: Space
    values: tuple[float, ...] = ()
    inks: Mapping[str, float] | None = None
    pattern: str = ""
    fault: str = ""

    @property
    def is_white(self) -> bool:
        """Whether it is known to leave the paper bare."""
        return self.inks is not None and not self.inks

    @property
    def total(self) -> float:
        """All inks together, in percent; 0 where they aren't known."""
        return 100 * sum(self.inks.values()) if self.inks else 0.0


def paint(space: Space, values: Sequence[float]) -> Paint:
    """The flat colour *values* in *space*."""
    found = tuple(min(max(value, 0.0), 1.0) for value in values[:MOST_COLORANTS])
    return Paint(space, found, _inks(space, found))


def initial(space: Space) -> Paint:
    """The colour that a space begins with (ISO 32000-1, 8.6.5.2 and following): black, or full tints."""
    if space.model is Model.CMYK and space.family != "Indexed":
        return paint(space, (0.0, 0.0, 0.0, 1.0))
    return paint(space, (1.0 if space.model is Model.SPOT else 0.0,) * space.size)


def _inks(space: Space, values: tuple[float, ...]) -> Mapping[str, float] | None:
    if space.family == "Indexed" or len(values) != space.size:
        return None
    match space.model:
        case Model.GREY:
            named = {"Black": 1 - values[0]}
        case Model.CMYK:
            named = dict(zip(PROCESS, values, strict=True))
        case Model.SPOT:
            named = {ink: value for ink, value in zip(space.colorants, values, strict=True) if ink != "None"}
        case Model.RGB if min(values) >= 1:
            return {}
        case _:
            return None
    return {ink: value for ink, value in named.items() if value > 0.0005}
