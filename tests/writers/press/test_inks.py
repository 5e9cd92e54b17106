"""Colours as inks: the theme's own to the digit, neutrals by black alone, the rest through the profile."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.profiles import coated_profile
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Colour
from publisher.writers.press.inks import SAMPLES, Greys, Inks
from publisher.writers.press.profile import open_press
from publisher.writers.press.spaces import CMYK, GREY, RGB, Space

PRESS = open_press(coated_profile(), None)
INKS = Inks(PRESS, load_theme("gazette").colour.values())
LAB = Space("lab")
CHANNEL = st.floats(0, 1)
ACCENT = (0x9B / 255, 0x1C / 255, 0x2C / 255)


def rgb(text: str) -> tuple[float, float, float]:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def test_the_themes_colours_come_out_to_the_digit() -> None:
    assert INKS.ink(RGB, ACCENT).fill == b"0 0.9 0.7 0.3 k"
    assert INKS.ink(RGB, rgb("555555")).stroke == b"0 0 0 0.78 K"
    assert INKS.inks(RGB, rgb("9b1c2d")) != (0, 0.9, 0.7, 0.3)


@given(CHANNEL)
def test_neutral_colours_are_black_alone_and_alike_in_every_space(level: float) -> None:
    plain = Inks(PRESS, ())
    grey = plain.inks(GREY, (level,))
    assert plain.inks(RGB, (level, level, level)) == pytest.approx(grey)
    for inks in (grey, plain.inks(LAB, (level * 100, 0.2, -0.3))):
        assert inks[:3] == (0, 0, 0)
        assert 0 <= inks[3] <= 1


def test_white_is_no_ink_and_black_is_all_of_one() -> None:
    assert INKS.ink(RGB, (1, 1, 1)).fill == INKS.ink(GREY, (1,)).fill == b"0 0 0 0 k"
    black = INKS.ink(RGB, (0, 0, 0))
    assert (black.fill, black.black) == (b"0 0 0 1 k", True)
    assert not INKS.ink(RGB, rgb("010101")).black or INKS.inks(RGB, rgb("010101"))[3] > 0.99


def test_greys_print_as_light_as_they_look() -> None:
    # Half the light of paper, with black ink for black: measured back through the profile.
    inks = INKS.inks(RGB, rgb("bcbcbc"))
    darkest = PRESS.luminance((0, 0, 0, 1))
    assert PRESS.luminance(inks) == pytest.approx(darkest + 0.503 * (1 - darkest), abs=0.02)


@given(CHANNEL, CHANNEL, CHANNEL)
def test_no_colour_has_more_ink_than_the_press_allows(red: float, green: float, blue: float) -> None:
    for limit in (None, 220.0):
        press = open_press(coated_profile(), limit)
        assert sum(Inks(press, ()).inks(RGB, (red, green, blue))) <= press.limit / 100 + 1e-6


def test_too_much_ink_gives_way_by_the_colours_and_not_by_black() -> None:
    press = open_press(coated_profile(), 240)
    assert Inks(press, ()).inks(CMYK, (1, 0.8, 0.6, 0.9)) == pytest.approx((0.625, 0.5, 0.375, 0.9))
    rich = Colour("#123456", (100, 100, 100, 100))
    assert sum(Inks(press, (rich,)).inks(RGB, rgb("123456"))) == pytest.approx(2.4)


def test_small_things_take_black_alone_but_for_the_themes_colours() -> None:
    ink = INKS.ink(RGB, rgb("1e6b3a"))
    assert ink.small is not None
    assert ink.small.fill.startswith(b"0 0 0 0.")
    assert PRESS.luminance((0, 0, 0, float(ink.small.fill.split()[3]))) == pytest.approx(
        PRESS.luminance(INKS.inks(RGB, rgb("1e6b3a"))), abs=0.01
    )
    assert INKS.ink(RGB, ACCENT).small is None
    assert INKS.ink(CMYK, (1, 0, 0, 0)).small is None


def test_gradients_keep_to_black_between_neutrals_and_end_in_the_themes_inks() -> None:
    grey = INKS.ramp(RGB, (0, 0, 0), (1, 1, 1))
    assert len(grey) == SAMPLES
    assert {inks[:3] for inks in grey} == {(0, 0, 0)}
    assert INKS.ramp(RGB, ACCENT, (1, 1, 1)) == [(0, 0.9, 0.7, 0.3), (0, 0, 0, 0)]
    assert len(INKS.ramp(RGB, rgb("cc2200"), (1, 1, 1))) == SAMPLES
    assert len(INKS.ramp(RGB, (0, 0, 0), rgb("cc2200"))) == 2
    assert INKS.ramp(CMYK, (1, 0, 0, 0), (0, 1, 0, 0)) == [(1, 0, 0, 0), (0, 1, 0, 0)]


def test_gradients_have_no_step_at_their_ends() -> None:
    for ends in (("cc2200", "0000ff"), ("00cccc", "ffffff"), ("1e6b3a", "ffaa00")):
        ramp = INKS.ramp(RGB, rgb(ends[0]), rgb(ends[1]))
        assert ramp[0] == pytest.approx(INKS.inks(RGB, rgb(ends[0])))
        assert ramp[-1] == pytest.approx(INKS.inks(RGB, rgb(ends[1])))
        steps = [abs(one - two) for pair in itertools.pairwise(ramp) for one, two in zip(*pair, strict=True)]
        assert max(steps) < 0.2


def test_masks_are_read_by_luminosity() -> None:
    greys = Greys()
    assert greys.ink(RGB, (1, 1, 1)).fill == b"1 g"
    assert greys.ink(RGB, (1, 0, 0)).stroke == b"0.3 G"
    assert greys.ink(CMYK, (0, 0, 0, 0.25)).fill == b"0.75 g"
    assert greys.ramp(GREY, (0,), (1,)) == [(0,), (1,)]
