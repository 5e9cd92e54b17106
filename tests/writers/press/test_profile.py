"""The press profile at work."""

import struct

import pytest
from PIL import Image

from publisher.errors import ConfigurationError
from publisher.profiles import coated_profile
from publisher.writers.press.inks import linear
from publisher.writers.press.profile import PressProfile, open_press

PRESS = open_press(coated_profile(), None)


def lighter(profile: bytes) -> bytes:
    """The profile of a press whose inks come out lighter: the tables that tell colours of inks are changed."""
    data = bytearray(profile)
    (number,) = struct.unpack_from(">I", data, 128)
    for entry in range(number):
        signature, offset, length = struct.unpack_from(">4sII", data, 132 + 12 * entry)
        if signature in (b"A2B0", b"A2B1"):
            # Every third number of the colour table is a lightness (lut16Type, ICC.1:2022, 10.10).
            entries = struct.unpack_from(">H", data, offset + 48)[0]
            start = offset + 52 + 4 * entries * 2
            for at in range(start, start + data[offset + 10] ** 4 * 6, 6):
                (lightness,) = struct.unpack_from(">H", data, at)
                struct.pack_into(">H", data, at, min(0xFF00, lightness + 0x1000))
            assert at < offset + length
    return bytes(data)


def test_the_limit_is_the_profiles_own_or_the_print_shops() -> None:
    assert PRESS.limit == 300
    assert not PRESS.exceeds
    assert open_press(coated_profile(), 240).limit == 240
    assert open_press(coated_profile(), 240).exceeds
    assert PRESS.description == "ISO Coated v2 300% (basICColor)"


def test_black_ink_runs_from_paper_to_all_of_it() -> None:
    assert PRESS.curve.neutral(1.0) == 0
    assert PRESS.curve.neutral(0.0) == 1
    steps = [PRESS.curve.neutral(step / 100) for step in range(101)]
    assert steps == sorted(steps, reverse=True)
    assert PRESS.curve.black(PRESS.luminance((0, 0, 0, 1)) / 2) == 1


def test_dark_tones_are_fitted_to_the_darkest_that_paper_can_show() -> None:
    brown = (0.16, 0.1, 0.08)
    light = sum(part * linear(value) for part, value in zip((0.2126, 0.7152, 0.0722), brown, strict=True))
    darkest = PRESS.luminance(PRESS.rgb(0, 0, 0))
    assert PRESS.luminance(PRESS.rgb(*brown)) == pytest.approx(darkest + light * (1 - darkest), rel=0.15)
    assert light < darkest * 2


def test_inks_of_another_press_are_converted_and_those_of_this_one_kept() -> None:
    image = Image.new("CMYK", (4, 4), (100, 50, 20, 10))
    other = lighter(coated_profile())
    assert PRESS.other_press(image, coated_profile()) is None
    converted = PRESS.other_press(image, other)
    assert converted is not None
    assert sum(converted.getpixel((0, 0))) < sum(image.getpixel((0, 0)))  # type: ignore[arg-type]


def test_a_profile_that_differs_in_name_only_is_this_press() -> None:
    renamed = coated_profile().replace(b"ISO Coated v2 300%", b"My Coated v2 300%%")
    assert renamed != coated_profile()
    assert PRESS.other_press(Image.new("CMYK", (4, 4)), renamed) is None


@pytest.mark.parametrize("source", [b"", b"no profile at all"])
def test_a_broken_profile_of_a_picture_is_passed_over(source: bytes) -> None:
    image = Image.new("RGB", (4, 4), (200, 40, 40))
    assert PRESS.picture(image, source).tobytes() == PRESS.picture(image, None).tobytes()
    assert PRESS.other_press(Image.new("CMYK", (4, 4)), source) is None


def test_a_profile_that_cant_be_used_is_told() -> None:
    with pytest.raises(ConfigurationError, match="can't be used"):
        PressProfile(coated_profile()[:5000], None)


def test_lab_and_rgb_agree() -> None:
    assert PRESS.lab(100, 0, 0) == pytest.approx(PRESS.rgb(1, 1, 1), abs=0.01)
    assert PRESS.lab(53.2, 80.1, 67.2) == pytest.approx(PRESS.rgb(1, 0, 0), abs=0.05)
