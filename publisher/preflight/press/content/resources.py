"""What content calls by name: fonts, pictures, gradients, graphics states; each read once a file."""

import re
import struct
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from publisher.preflight.press.content.objects import entry, identity, is_dictionary, items, name, number
from publisher.preflight.press.content.pictures import Gradient, Picture, inline_picture, read_gradient, read_picture
from publisher.preflight.press.content.syntax import hexadecimal
from publisher.preflight.press.ink.colour import CMYK, GREY, RGB, Space, read_space

_T = TypeVar("_T")
_HEX_STRING = re.compile(rb"<([^<>]*+)>")
#: Bytes of strings that wait to be counted.
_MOST_WAITING = 1 << 20
_DEVICES = {"/DeviceGray": GREY, "/DeviceRGB": RGB, "/DeviceCMYK": CMYK}


class Setting(NamedTuple):
    """A graphics state parameter dictionary (ISO 32000-1, table 58); None where it leaves a parameter alone."""

    width: float | None = None
    font: Any = None
    size: float = 0.0
    fill_alpha: float | None = None
    stroke_alpha: float | None = None
    blend: str | None = None
    mask: Any = None
    fill_overprint: bool | None = None
    stroke_overprint: bool | None = None
    overprint_mode: int | None = None
    has_transfer: bool = False


class Font:
    """A font as content uses it: the strings that were shown in it, and the pages they stand on."""

    def __init__(self, dictionary: Any) -> None:
        self.dictionary = dictionary
        self.kind = name(entry(dictionary, "/Subtype"))[1:]
        self.name = name(entry(dictionary, "/BaseFont"))[1:] or name(entry(dictionary, "/Name"))[1:] or "?"
        self.codes: set[int] = set()
        self.pages: set[int] = set()
        self.was_drawn = False
        self._shown: list[bytes] = []
        self._written: list[bytes] = []
        self._waiting = 0

    @property
    def is_composite(self) -> bool:
        """Whether its codes may be longer than a byte."""
        return self.kind == "Type0"

    def show(self, strings: list[bytes]) -> None:
        """Notes strings that were shown in it."""
        self._shown += strings
        self._wait(sum(map(len, strings)))

    def show_written(self, array: bytes) -> None:
        """Notes the strings in the inside of an array, as the content has it: hexadecimal, between numbers."""
        self._written.append(array)
        self._wait(len(array))

    def _wait(self, number: int) -> None:
        self._waiting += number
        if self._waiting > _MOST_WAITING:
            self.count()

    def count(self) -> set[int]:
        """The codes of all that was shown so far: two bytes each in a composite font, as an Identity CMap has it."""
        # Set text shows the same few strings, often single letters, again and again.
        digits = {string for array in self._written for string in _HEX_STRING.findall(array)}
        shown = {*self._shown, *map(hexadecimal, digits)}
        if self.is_composite:
            joined = b"".join(string[: len(string) & -2] for string in shown)
            self.codes.update(code for (code,) in struct.iter_unpack(">H", joined))
        else:
            self.codes.update(b"".join(shown))
        self._shown, self._written, self._waiting = [], [], 0
        return self.codes


class Library:
    """What was read of a file so far, by object: what many pages share is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, tuple[int, int]], Any] = {}
        self.fonts: list[Font] = []

    def once(self, kind: str, value: Any, read: Callable[[Any], _T]) -> _T:
        """What *read* makes of an object, made the first time only."""
        key = (kind, identity(value))
        if key[1] == (0, 0):
            return read(value)
        if key not in self._known:
            self._known[key] = read(value)
        found: _T = self._known[key]
        return found

    def font(self, value: Any) -> Font | None:
        """The font that a dictionary describes; the same dictionary gives the same font."""
        return self.once("font", value, self._font) if is_dictionary(value) else None

    def _font(self, value: Any) -> Font:
        self.fonts.append(Font(value))
        return self.fonts[-1]


class Resources:
    """One resource dictionary (ISO 32000-1, 7.8.3), its entries read when they are asked for."""

    def __init__(self, dictionary: Any, library: Library) -> None:
        self.dictionary = dictionary
        self.library = library
        self._read: dict[tuple[str, str], Any] = {}

    def find(self, kind: str, key: str) -> Any:
        """The object called *key* of a kind (``/XObject``) as it stands in the file, or None."""
        return entry(entry(self.dictionary, kind), key)

    def _named(self, kind: str, key: str, read: Callable[[Any], _T]) -> _T:
        if (kind, key) not in self._read:
            self._read[kind, key] = self.library.once(kind, self.find(kind, key), read)
        found: _T = self._read[kind, key]
        return found

    def space(self, value: Any) -> Space:
        """The colour space that a name or an array in an image or a gradient stands for."""
        return read_space(value, entry(self.dictionary, "/ColorSpace"))

    def another(self, dictionary: Any) -> "Resources":
        """The resources of a form, a pattern or a font, from the same file."""
        return self.library.once("resources", dictionary, lambda value: Resources(value, self.library))

    def named_space(self, key: str) -> Space:
        """The colour space that the operator ``cs`` sets by *key*."""
        return _DEVICES.get(key) or self._named("/ColorSpace", key, self.space)

    def setting(self, key: str) -> Setting:
        """The graphics state parameters called *key*."""
        return self._named("/ExtGState", key, read_setting)

    def gradient(self, value: Any) -> Gradient:
        """The gradient that a shading dictionary describes."""
        return self.library.once("gradient", value, lambda shading: read_gradient(shading, self.space))

    def font(self, key: str) -> Font | None:
        """The font called *key*."""
        return self._named("/Font", key, self.library.font)

    def picture(self, stream: Any) -> Picture:
        """The image that a stream describes."""
        return self.library.once("picture", stream, lambda image: read_picture(image, self.space))

    def inline_picture(self, described: dict[str, Any]) -> Picture:
        """The image that stands in the content itself."""
        return inline_picture(described, self.space)


def read_setting(value: Any) -> Setting:
    """The parameters in an ExtGState dictionary."""
    font = items(entry(value, "/Font"))
    stroke, fill = _flag(entry(value, "/OP")), _flag(entry(value, "/op"))
    mode = _amount(entry(value, "/OPM"))
    blend = items(entry(value, "/BM"))
    return Setting(
        width=_amount(entry(value, "/LW")),
        font=font[0] if len(font) == 2 else None,
        size=number(font[1]) if len(font) == 2 else 0.0,
        fill_alpha=_amount(entry(value, "/ca")),
        stroke_alpha=_amount(entry(value, "/CA")),
        blend=name(blend[0])[1:] if blend else None,
        mask=entry(value, "/SMask"),
        fill_overprint=stroke if fill is None else fill,
        stroke_overprint=stroke,
        overprint_mode=None if mode is None else int(mode),
        has_transfer=_has_transfer(value),
    )


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _amount(value: Any) -> float | None:
    return None if value is None else number(value)


def _has_transfer(value: Any) -> bool:
    """Whether it would overrule the print shop's own tone curves or halftones (ISO 15930-7, 6.11)."""
    curve, second = entry(value, "/TR"), entry(value, "/TR2")
    return (
        (curve is not None and name(curve) != "/Identity")
        or (second is not None and name(second) != "/Default")
        or entry(value, "/HTP") is not None
    )
