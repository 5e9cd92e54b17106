"""Colours of drawn content as inks: the theme's own values, black alone for neutrals, the profile for the rest."""

import functools
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

import pikepdf

from publisher.theme.tokens import Colour
from publisher.writers.press.measures import RICH_BLACK, RICH_TEXT, SMALL_TEXT
from publisher.writers.press.profile import Cmyk, PressProfile
from publisher.writers.press.spaces import Space

Values = tuple[float, ...]
#: RGB channels this far apart, and CIELAB colours this far from the axis, still count as neutral.
NEUTRAL_RGB = 1.5 / 255
NEUTRAL_LAB = 1.0
#: Samples of a gradient between two colour stops.
SAMPLES = 33


class Ink(NamedTuple):
    """A colour as the operations that set it, for fills and for strokes.

    *black* says whether it is black ink alone and all of it, *heavy* whether all of black on top of it would be
    more ink than the press takes; *small* is what hairlines and text *below* a size (pt) take instead, where the
    plates of several inks would have to meet.
    """

    fill: bytes
    stroke: bytes
    black: bool = False
    heavy: bool = False
    small: "Ink | None" = None
    below: float = SMALL_TEXT


class Converter(Protocol):
    """What colours become: inks on a page, greys in a soft mask, registration colour beside the page."""

    device: pikepdf.Name

    def ink(self, space: Space, values: Values) -> Ink:
        """The colour *values* in *space* as operations."""

    def ramp(self, space: Space, first: Values, last: Values) -> list[Values]:
        """A gradient between two colours, evenly sampled: two samples where it runs straight."""


class Inks:
    """Colours into the inks of a press; *colours* are those that the theme gives inks of its own."""

    device = pikepdf.Name.DeviceCMYK

    def __init__(self, profile: PressProfile, colours: Iterable[Colour]) -> None:
        self.profile = profile
        self._own: dict[tuple[int, int, int], Cmyk] = {}
        for colour in colours:
            red, green, blue = (int(colour.rgb[at : at + 2], 16) for at in (1, 3, 5))
            cyan, magenta, yellow, black = (part / 100 for part in colour.cmyk)
            self._own.setdefault((red, green, blue), (cyan, magenta, yellow, black))
        self.ink = functools.cache(self._ink)

    def _ink(self, space: Space, values: Values) -> Ink:
        """The theme's own colours keep their inks in every size: they are a decision, not a conversion."""
        inks = self.inks(space, values)
        small = None if self._theme(space, values) or _plates(inks) < 2 else self._single(inks)
        return drawn(inks, small, heavy=100 + 100 * sum(inks[:3]) > self.profile.limit)

    def inks(self, space: Space, values: Values) -> Cmyk:
        """The inks of a colour, within the total that the press allows."""
        found = self._theme(space, values) or self._neutral(space, values)
        return self.profile.clamped(found or self._toned(space, values))

    def ramp(self, space: Space, first: Values, last: Values) -> list[Values]:
        """Between two neutrals by black alone, between two colours through the profile, otherwise from ink to ink."""
        ends = (first, last)
        own = any(self._theme(space, end) not in (None, self._neutral(space, end)) for end in ends)
        neutral = [self._neutral(space, end) is not None for end in ends]
        light = [_is_white(space, end) for end in ends]
        if space.kind == "cmyk" or own or (any(neutral) and not all(neutral) and not any(light)):
            return [self.inks(space, first), self.inks(space, last)]
        between = [_between(first, last, step / (SAMPLES - 1)) for step in range(SAMPLES)]
        if all(neutral):
            return [self.inks(space, values) for values in between]
        return [self.profile.clamped(self._toned(space, values)) for values in between]

    def _theme(self, space: Space, values: Values) -> Cmyk | None:
        if space.kind != "rgb":
            return None
        red, green, blue = (round(value * 255) for value in values)
        return self._own.get((red, green, blue))

    def _neutral(self, space: Space, values: Values) -> Cmyk | None:
        """Black alone, if the colour is neutral."""
        match space.kind:
            case "grey":
                luminance = linear(values[0])
            case "rgb" if max(values) - min(values) <= NEUTRAL_RGB:
                luminance = linear(sum(values) / 3)
            case "lab" if max(abs(values[1]), abs(values[2])) <= NEUTRAL_LAB:
                luminance = ((values[0] + 16) / 116) ** 3 if values[0] > 8 else values[0] / 903.3
            case _:
                return None
        return 0.0, 0.0, 0.0, self.profile.curve.neutral(luminance)

    def _toned(self, space: Space, values: Values) -> Cmyk:
        """The inks that the profile gives a colour."""
        if space.kind == "cmyk":
            cyan, magenta, yellow, black = values
            return cyan, magenta, yellow, black
        if space.kind == "lab":
            return self.profile.lab(*values)
        red, green, blue = values if len(values) == 3 else values * 3
        return self.profile.rgb(red, green, blue, space.profile)

    def _single(self, inks: Cmyk) -> Ink:
        """Black alone, as dark as *inks* together."""
        return drawn((0.0, 0.0, 0.0, self.profile.curve.black(self.profile.luminance(inks))), None)


class Greys:
    """Colours into greys, as a soft mask's luminosity reads them (ISO 32000-1, 10.3.2 and 11.5.3)."""

    device = pikepdf.Name.DeviceGray

    def ink(self, space: Space, values: Values) -> Ink:
        """The colour's luminosity as a grey."""
        grey = written((self.grey(space, values),))
        return Ink(grey + b" g", grey + b" G")

    def ramp(self, space: Space, first: Values, last: Values) -> list[Values]:
        """Straight from end to end."""
        return [(self.grey(space, first),), (self.grey(space, last),)]

    def grey(self, space: Space, values: Values) -> float:
        """The colour's luminosity, 0 … 1."""
        match space.kind:
            case "rgb":
                return 0.3 * values[0] + 0.59 * values[1] + 0.11 * values[2]
            case "cmyk":
                return 1 - min(1.0, 0.3 * values[0] + 0.59 * values[1] + 0.11 * values[2] + values[3])
            case "lab":
                return values[0] / 100
            case _:
                return values[0]


def drawn(inks: Cmyk, small: Ink | None, heavy: bool = False) -> Ink:
    """*inks* as the operations that set them."""
    operands = written(inks)
    below = SMALL_TEXT if inks[3] < RICH_BLACK else RICH_TEXT
    return Ink(operands + b" k", operands + b" K", operands == b"0 0 0 1", heavy, small, below)


def written(values: Sequence[float]) -> bytes:
    """Numbers with at most four decimals, as content streams have them."""
    return b" ".join(f"{value:.4f}".rstrip("0").rstrip(".").encode() for value in values)


def linear(value: float) -> float:
    """The light of an sRGB channel (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _plates(inks: Cmyk) -> int:
    return sum(ink > 0.0 for ink in inks)


def _is_white(space: Space, values: Values) -> bool:
    return values[0] >= 100 if space.kind == "lab" else min(values) >= 1.0


def _between(first: Values, last: Values, share: float) -> Values:
    return tuple(one + (two - one) * share for one, two in zip(first, last, strict=True))
