"""Content rewritten: colours where things are painted, black on top, single inks where plates can't meet."""

import pikepdf
import pytest

from publisher.profiles import coated_profile
from publisher.theme.loading import load_theme
from publisher.writers.operations import IDENTITY
from publisher.writers.press.content import rewrite
from publisher.writers.press.inks import Inks
from publisher.writers.press.profile import open_press
from publisher.writers.press.spaces import GREY

INKS = Inks(open_press(coated_profile(), None), load_theme("gazette").colour.values())
BLACK = INKS.ink(GREY, (0.0,))
LAB = pikepdf.Dictionary(
    ColorSpace=pikepdf.Dictionary(lab=pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary(WhitePoint=[1, 1, 1])]))
)
TEXT = "BT /F {size} Tf 1 0 0 1 0 0 Tm [<01>] TJ ET"


def rewritten(content: str, over: bool = True, resources: pikepdf.Dictionary = LAB) -> list[str]:
    data = rewrite(content.encode(), resources, IDENTITY, INKS, BLACK, over)
    return [line.strip() for line in data.decode().replace(" BT ", "\nBT ").splitlines() if line.strip()]


def test_what_has_nothing_to_do_with_colour_stays_to_the_byte() -> None:
    content = "q 1 0 0 -1 0 800 cm 0 0 10 10 re W n /a1 gs [] 0 d 2 J Q"
    assert rewrite(content.encode(), LAB, IDENTITY, INKS, BLACK, True) == content.encode()


@pytest.mark.parametrize(
    ("setting", "set_"),
    [
        ("0 0 0 rg", "0 0 0 1 k"),
        ("1 g", "0 0 0 0 k"),
        ("0.607843 0.109804 0.172549 rg", "0 0.9 0.7 0.3 k"),
        ("0.333333 0.333333 0.333333 rg", "0 0 0 0.78 k"),
        ("/lab cs 0 0 0 scn", "0 0 0 1 k"),
        ("/DeviceCMYK cs 0.1 0.2 0.3 0.4 scn", "0.1 0.2 0.3 0.4 k"),
        ("/DeviceRGB cs 0 0 0 sc", "0 0 0 1 k"),
        ("/DeviceRGB cs", "0 0 0 1 k"),
        ("/Pattern cs /p1 scn", "/Pattern cs /p1 scn"),
    ],
)
def test_a_fill_is_set_in_inks_before_the_path_it_fills(setting: str, set_: str) -> None:
    assert rewritten(f"{setting} 0 0 9 9 re f") == [set_, "0 0 9 9 re f"]


def test_a_stroke_is_set_for_strokes_alone() -> None:
    assert rewritten("1 0 0 rg 0 0 0 RG 2 w 0 0 m 9 9 l S") == ["2 w", "0 0 0 1 K", "0 0 m 9 9 l S"]


def test_what_is_never_painted_leaves_no_trace_and_the_same_is_set_once() -> None:
    assert rewritten("1 0 0 rg 0 0 0 rg 0 0 9 9 re f 1 1 9 9 re f") == ["0 0 0 1 k", "0 0 9 9 re f 1 1 9 9 re f"]


def test_restoring_brings_back_what_was_set() -> None:
    lines = rewritten("0 g 0 0 9 9 re f q 1 g 0 0 9 9 re f Q 0 0 9 9 re f")
    assert lines == ["0 0 0 1 k", "0 0 9 9 re f q", "0 0 0 0 k", "0 0 9 9 re f Q 0 0 9 9 re f"]


def test_black_text_overprints_and_nothing_else_does() -> None:
    lines = rewritten(f"0 g {TEXT.format(size=10)} 0 0 9 9 re f 1 g {TEXT.format(size=10)}")
    assert [line for line in lines if line.endswith((" gs", " k"))] == [
        "0 0 0 1 k",
        "/PressOver gs",
        "/PressKnock gs",
        "0 0 0 0 k",
    ]
    order = " ".join(lines)
    assert order.index("/PressOver gs") < order.index("TJ") < order.index("/PressKnock gs") < order.index("re f")


def test_dark_grey_text_does_not_overprint() -> None:
    assert "/PressOver gs" not in rewritten(f"0.1 g {TEXT.format(size=10)}")


def test_overprinting_can_be_left_out() -> None:
    assert not any("Press" in line for line in rewritten(f"0 g {TEXT.format(size=10)} 0 0 9 9 re f", over=False))


def test_overprinting_ends_before_a_form_is_drawn() -> None:
    lines = rewritten(f"0 g {TEXT.format(size=10)} /x0 Do")
    assert lines.index("/PressKnock gs") == len(lines) - 2
    assert lines[-1] == "/x0 Do"


def test_stroked_text_overprints_only_if_its_stroke_is_black_too() -> None:
    both = "0 g {} RG 2 Tr " + TEXT.format(size=10)
    assert "/PressOver gs" in rewritten(both.format("0 0 0"))
    assert "/PressOver gs" not in rewritten(both.format("1 0 0"))
    assert "/PressOver gs" not in rewritten("0 g 3 Tr " + TEXT.format(size=10))


@pytest.mark.parametrize(("size", "scale", "single"), [(8, 1, True), (10, 1, False), (10, 0.75, True), (5, 2, False)])
def test_small_text_takes_a_single_ink(size: float, scale: float, single: bool) -> None:
    lines = rewritten(f"{scale} 0 0 {scale} 0 0 cm 0.12 0.42 0.23 rg {TEXT.format(size=size)}")
    (set_,) = [line for line in lines if line.endswith(" k")]
    assert (sum(float(part) > 0 for part in set_.split()[:4]) == 1) is single


@pytest.mark.parametrize(("size", "single"), [(10, True), (23, True), (25, False)])
def test_nearly_black_text_takes_black_alone_up_to_a_larger_size(size: float, single: bool) -> None:
    lines = rewritten(f"0.06 0.05 0.02 rg {TEXT.format(size=size)} 0 0 9 9 re f")
    text, *area = [[float(part) for part in line.split()[:4]] for line in lines if line.endswith(" k")]
    assert (text[:3] == [0, 0, 0]) is single
    assert single is bool(area)


def test_small_text_in_the_themes_colour_keeps_its_inks() -> None:
    assert "0 0.9 0.7 0.3 k" in rewritten(f"0.607843 0.109804 0.172549 rg {TEXT.format(size=6)}")


@pytest.mark.parametrize(
    ("path", "single"),
    [
        ("0 0 100 0.4 re f", True),
        ("0 0 100 2 re f", False),
        ("0.4 w 0 0 m 100 0 l S", True),
        ("1 w 0 0 m 100 0 l S", False),
        ("0 0 100 50 re 0.4 0.4 99.2 49.2 re f*", True),
        ("0 0 100 50 re 0.4 0.4 99.2 46 re f*", False),
        ("0 0 100 0.4 re W n 0 0 100 50 re f", True),
        ("q 0 0 100 0.4 re W n Q 0 0 100 50 re f", False),
        ("0.1 0 0 0.1 0 0 cm 0 0 1000 4 re f", True),
    ],
)
def test_hairlines_take_a_single_ink(path: str, single: bool) -> None:
    lines = rewritten(f"0.12 0.42 0.23 rg 0.12 0.42 0.23 RG {path}")
    (set_,) = [line for line in lines if line.lower().endswith(" k")]
    assert (sum(float(part) > 0 for part in set_.split()[:4]) == 1) is single


PICTURES = pikepdf.Dictionary(
    XObject=pikepdf.Dictionary(
        p=pikepdf.Dictionary(Subtype=pikepdf.Name.Image),
        f=pikepdf.Dictionary(Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([0, 0, 50, 50]), Matrix=[1, 0, 0, 1, 20, 0]),
    )
)
HERE, UNDER, BESIDE, TURNED = "1 0 0 1 30 20 Tm", "1 0 0 1 30 -60 Tm", "1 0 0 1 90 20 Tm", "0 1 -1 0 30 200 Tm"


@pytest.mark.parametrize(
    ("under", "place", "over"),
    [
        ("/DeviceCMYK cs 1 0.9 0.8 0 scn 0 0 50 50 re f", HERE, False),
        ("/DeviceCMYK cs 1 0.9 0.8 0 scn 0 0 50 50 re f", UNDER, True),
        ("/DeviceCMYK cs 1 0.9 0.8 0 scn 0 0 50 50 re f", BESIDE, True),
        ("/DeviceCMYK cs 1 0.9 0.8 0 scn 0 0 50 50 re f", TURNED, False),
        ("/DeviceCMYK cs 1 0.9 0.8 0 scn q 0 0 9 9 re W n 0 0 50 50 re f Q", HERE, True),
        ("/DeviceCMYK cs 1 0.9 0 0 scn 0 0 50 50 re f", HERE, True),
        ("/Pattern cs /p1 scn 0 0 50 50 re f", HERE, False),
        ("q 50 0 0 50 0 0 cm /p Do Q", HERE, False),
        ("q 50 0 0 50 0 0 cm /p Do Q", UNDER, True),
        ("/f Do", HERE, False),
        ("/f Do", BESIDE, True),
        ("/s1 sh", BESIDE, False),
        ("/DeviceCMYK cs 1 0.9 0.8 0 scn " + "0 0 1 1 re f 0 90 60 1 re f " * 40, HERE, False),
    ],
)
def test_black_on_much_ink_does_not_come_on_top_of_it(under: str, place: str, over: bool) -> None:
    lines = rewritten(f"{under} 0 g BT /F 10 Tf {place} [<01>] TJ ET", resources=PICTURES)
    assert ("/PressOver gs" in lines) is over


def test_an_unknown_colour_space_is_told() -> None:
    spot = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(spot=pikepdf.Array([pikepdf.Name.Separation])))
    with pytest.raises(ValueError, match="Separation"):
        rewritten("/spot cs 1 scn 0 0 9 9 re f", resources=spot)
