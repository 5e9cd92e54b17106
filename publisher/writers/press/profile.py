"""The press profile at work: colours and pictures into its inks, relative colorimetric, by LittleCMS."""

import bisect
import functools
import io
import itertools
import math
from typing import NamedTuple

from PIL import Image, ImageCms

from publisher.errors import ConfigurationError

Cmyk = tuple[float, float, float, float]

_RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
_COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION
_PLAIN = ImageCms.Flags.NONE
#: Two profiles whose inks differ by less than this on average, ΔE*ab, describe one printing condition.
SAME = 2.0


class Curve(NamedTuple):
    """Luminance (0 … 1, paper is 1) of black ink alone, from none to all of it in 256 steps; it falls."""

    luminance: tuple[float, ...]

    def black(self, luminance: float) -> float:
        """How much black ink is as dark as *luminance*; 1 where none is dark enough."""
        at = bisect.bisect_left(self.luminance, -luminance, key=lambda value: -value)
        if at == 0 or at == len(self.luminance):
            return 0.0 if at == 0 else 1.0
        above, below = self.luminance[at - 1], self.luminance[at]
        return (at - 1 + (above - luminance) / (above - below)) / 255

    def neutral(self, luminance: float) -> float:
        """How much black ink stands for a neutral tone: its whole range is fitted to the ink's (black point)."""
        darkest = self.luminance[-1]
        return 1.0 if luminance <= 0 else self.black(darkest + luminance * (1 - darkest))


class PressProfile:
    """Conversions into the inks of one press; *limit* is the total ink it allows, percent."""

    def __init__(self, data: bytes, max_ink: float | None) -> None:
        self.data = data
        try:
            self._press = ImageCms.ImageCmsProfile(io.BytesIO(data))
            self._from_srgb = self._into(ImageCms.createProfile("sRGB"), "RGB")
            self._from_lab = self._into(ImageCms.createProfile("LAB", 5000), "LAB")
            self._measured = _transform(self._press, ImageCms.createProfile("LAB", 5000), "CMYK", "LAB", _PLAIN)
        except (ImageCms.PyCMSError, OSError) as error:
            raise ConfigurationError(
                f"the press profile can't be used: {error}", "ask for the file again, or take another profile"
            ) from None
        own = self._own_limit()
        self.limit = max_ink or own
        #: Whether conversions may come out with more ink than the limit.
        self.exceeds = self.limit < own
        self.curve = self._curve()

    @property
    def description(self) -> str:
        """What the profile calls itself."""
        return " ".join((self._press.profile.profile_description or "").split())

    def rgb(self, red: float, green: float, blue: float, source: bytes | None = None) -> Cmyk:
        """The inks of an RGB colour (0 … 1) of the profile *source*, sRGB where there is none."""
        sample = Image.frombytes("RGB", (1, 1), bytes(_byte(value * 255) for value in (red, green, blue)))
        return _fractions(self.picture(sample, source))

    def lab(self, lightness: float, a: float, b: float) -> Cmyk:
        """The inks of a CIELAB colour."""
        sample = bytes((_byte(lightness * 2.55), round(a) & 255, round(b) & 255))
        return _fractions(_applied(Image.frombytes("LAB", (1, 1), sample), self._from_lab))

    def picture(self, image: Image.Image, source: bytes | None) -> Image.Image:
        """An RGB picture in the press's inks; *source* is its own profile, sRGB where it has none that works."""
        own = self._from_profile(source, image.mode) if source else None
        return _applied(image, own or self._from_srgb)

    def other_press(self, image: Image.Image, source: bytes) -> Image.Image | None:
        """A CMYK picture made for another press in this one's inks; None where it was made for this one."""
        own = self._from_profile(source, "CMYK")
        if source == self.data or own is None or self._is_same(source):
            return None
        return _applied(image, own)

    def luminance(self, inks: Cmyk) -> float:
        """How light inks are on paper: 1 for none."""
        sample = Image.frombytes("CMYK", (1, 1), bytes(_byte(ink * 255) for ink in inks))
        return _luminance(_applied(sample, self._measured).tobytes()[0] / 2.55)

    def clamped(self, inks: Cmyk) -> Cmyk:
        """*inks* within the limit: black stays, the others give way alike."""
        cyan, magenta, yellow, black = inks
        coloured, room = cyan + magenta + yellow, self.limit / 100 - black
        if coloured <= room:
            return inks
        share = room / coloured
        return cyan * share, magenta * share, yellow * share, black

    def _into(self, source: object, mode: str) -> ImageCms.ImageCmsTransform:
        return _transform(source, self._press, mode, "CMYK", _COMPENSATED)

    @functools.lru_cache(maxsize=8)  # noqa: B019 - a run has one press, and few profiles of pictures
    def _from_profile(self, source: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
        try:
            return self._into(ImageCms.ImageCmsProfile(io.BytesIO(source)), mode)
        except (ImageCms.PyCMSError, OSError):
            return None

    def _is_same(self, source: bytes) -> bool:
        """Whether both profiles give the same colours to the same inks."""
        patches = Image.frombytes("CMYK", (81, 1), bytes(itertools.chain(*itertools.product((0, 128, 255), repeat=4))))
        lab = ImageCms.createProfile("LAB", 5000)
        other = _transform(ImageCms.ImageCmsProfile(io.BytesIO(source)), lab, "CMYK", "LAB", _PLAIN)
        here, there = (_lab_values(_applied(patches, each)) for each in (self._measured, other))
        distances = [math.dist(one, two) for one, two in zip(here, there, strict=True)]
        return sum(distances) / len(distances) < SAME

    def _own_limit(self) -> float:
        """The most ink that the profile makes of any colour, percent, up to the next five."""
        steps = range(0, 256, 15)
        grid = bytes(itertools.chain(*((light, a & 255, b & 255) for light in steps for a in steps for b in steps)))
        made = _applied(Image.frombytes("LAB", (len(grid) // 3, 1), grid), self._from_lab).tobytes()
        total = max(sum(made[at : at + 4]) for at in range(0, len(made), 4))
        return min(400.0, math.ceil(total / 2.55 / 5) * 5.0)

    def _curve(self) -> Curve:
        ramp = Image.frombytes("CMYK", (256, 1), bytes(itertools.chain(*((0, 0, 0, black) for black in range(256)))))
        light = _applied(ramp, self._measured).tobytes()[::3]
        falling = itertools.accumulate((_luminance(value / 2.55) for value in light), min)
        return Curve(tuple(falling))


@functools.lru_cache(maxsize=4)
def open_press(data: bytes, max_ink: float | None) -> PressProfile:
    """The press of a profile; a ConfigurationError where LittleCMS can't use it."""
    return PressProfile(data, max_ink)


def as_srgb(grey: Image.Image, source: bytes) -> Image.Image:
    """A picture in mode L with the greys of sRGB that look like its own; *source* is its profile, grey or RGB."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(source))
        mode = "L" if profile.profile.xcolor_space.strip() == "GRAY" else "RGB"
        ramp = Image.frombytes("L", (256, 1), bytes(range(256))).convert(mode)
        into = _transform(profile, ImageCms.createProfile("sRGB"), mode, "RGB", _PLAIN)
    except (ImageCms.PyCMSError, OSError):
        return grey
    return grey.point(list(_applied(ramp, into).getchannel("G").tobytes()))


def _transform(source: object, target: object, of: str, to: str, flags: ImageCms.Flags) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(source, target, of, to, _RELATIVE, flags)  # type: ignore[arg-type]


def _applied(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    # The transform itself: the wrapper would copy the whole profile into each result.
    made = Image.new(transform.output_mode, image.size)
    transform.transform.apply(image.getim(), made.getim())
    return made


def _fractions(sample: Image.Image) -> Cmyk:
    cyan, magenta, yellow, black = sample.tobytes()
    return cyan / 255, magenta / 255, yellow / 255, black / 255


def _lab_values(image: Image.Image) -> list[tuple[float, float, float]]:
    data = image.tobytes()
    signed = [value - 256 if value > 127 else value for value in data]
    return [(data[at] / 2.55, float(signed[at + 1]), float(signed[at + 2])) for at in range(0, len(data), 3)]


def _luminance(lightness: float) -> float:
    """CIE luminance of a lightness L* (ISO 11664-4)."""
    root = (lightness + 16) / 116
    return root * root * root if lightness > 8 else lightness / 903.3


def _byte(value: float) -> int:
    return min(255, max(0, round(value)))
