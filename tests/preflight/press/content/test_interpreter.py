"""Content read as a press reads it: where marks are, in what colour, and in what state."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from publisher.preflight.press.content.geometry import Box, Frame
from publisher.preflight.press.content.interpreter import Interpreter
from publisher.preflight.press.content.marks import Inside, Kind, Mark
from publisher.preflight.press.content.resources import Library
from tests.preflight.press import sound
from tests.preflight.press.sound import called, changed, codes, form, image, spoilt

MEDIA = Box(0.0, 0.0, 600.0, 600.0)


def marks(content: str, resources: Dictionary | None = None) -> list[Mark]:
    """What *content* leaves on a page of 600 × 600 pt."""
    found: list[Mark] = []
    with pikepdf.new() as pdf:
        named = Dictionary() if resources is None else resources
        page = Dictionary(
            Type=Name.Page, MediaBox=Array(MEDIA), Resources=named, Contents=Stream(pdf, content.encode())
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        Interpreter(Frame(1, MEDIA), Library(), found.append).read_page(pdf.pages[0])
    return found


def boxes(content: str) -> list[Box]:
    return [mark.box for mark in marks(content)]


# ── places ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("10 20 30 40 re f", (10, 20, 40, 60)),
        ("10 20 -5 -6 re f", (5, 14, 10, 20)),
        ("10 20 m 50 20 l 30 90 l f", (10, 20, 50, 90)),
        ("2 0 0 3 100 0 cm 10 20 30 40 re f", (120, 60, 180, 180)),
        ("2 0 0 2 0 0 cm 1 0 0 1 5 5 cm 0 0 1 1 re f", (10, 10, 12, 12)),
        ("0 1 -1 0 100 0 cm 10 20 30 40 re f", (40, 10, 80, 40)),
        ("0.6 0.8 -0.8 0.6 100 0 cm 0 0 10 0 re f", (100, 0, 106, 8)),
        ("0.6 0.8 -0.8 0.6 100 0 cm 0 0 m 10 0 l 0 10 l f", (92, 0, 106, 8)),
        ("q 5 0 0 5 0 0 cm Q 10 20 30 40 re f", (10, 20, 40, 60)),
        ("0 0 20 30 re W n 10 20 30 40 re f", (10, 20, 20, 30)),
        ("q 0 0 20 30 re W n Q 10 20 30 40 re f", (10, 20, 40, 60)),
        ("4 w 10 20 m 50 20 l S", (8, 18, 52, 22)),
        ("590 590 50 50 re f", (590, 590, 600, 600)),
    ],
)
def test_paths_are_where_they_are_drawn_and_seen(content: str, expected: tuple[float, ...]) -> None:
    assert boxes(content) == [pytest.approx(expected)]


def test_what_only_touches_its_clip_is_not_seen() -> None:
    assert boxes("0 0 10 10 re W n 10 0 10 10 re f") == []
    assert boxes("0 0 10 10 re W n 10 0 0 10 re f") == [(10, 0, 10, 10)]  # a line of no width of its own


def test_a_path_that_is_clipped_with_and_not_painted_leaves_nothing() -> None:
    assert boxes("0 0 10 10 re W n 20 20 5 5 re n") == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("1 0 0 1 10 20 Tm (a) Tj", [(10, 20)]),
        ("10 20 Td (a) Tj 5 -12 Td (b) Tj", [(10, 20), (15, 8)]),
        ("10 20 Td (a) Tj 0 -12 TD (b) Tj T* (c) Tj", [(10, 20), (10, 8), (10, -4)]),
        ("10 40 Td 12 TL (a) Tj (b) ' 1 2 (c) \"", [(10, 40), (10, 28), (10, 16)]),
        ("10 20 Td 3 Ts (a) Tj", [(10, 23)]),
        ("2 0 0 2 10 20 Tm 1 1 Td (a) Tj", [(12, 22)]),
        ("10 20 Td (a) Tj ET BT (b) Tj", [(10, 20), (0, 0)]),
    ],
)
def test_text_is_where_it_is_set(content: str, expected: list[tuple[float, float]]) -> None:
    found = marks(f"BT /F 10 Tf {content} ET")
    assert [(mark.box.left, mark.box.bottom) for mark in found] == expected


def test_text_is_as_large_as_it_comes_out() -> None:
    (mark,) = marks("0.5 0 0 0.5 0 0 cm BT /F 10 Tf 0 3 -3 0 0 0 Tm (a) Tj ET")
    assert mark.size == pytest.approx(15)


@pytest.mark.parametrize(("mode", "colours"), [(0, [{"Black": 1.0}]), (1, [{"Cyan": 1.0}]), (3, []), (7, [])])
def test_text_is_filled_outlined_or_not_seen(mode: int, colours: list[dict[str, float]]) -> None:
    found = marks(f"0 0 0 1 k 1 0 0 0 K BT /F 10 Tf {mode} Tr (a) Tj ET")
    assert [mark.paint.inks for mark in found] == colours


# ── colours and states ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "inks"),
    [
        ("0.3 g", {"Black": 0.7}),
        ("1 g", {}),
        ("0 0 0 0 k", {}),
        ("0.1 0.2 0 0 k", {"Cyan": 0.1, "Magenta": 0.2}),
        ("1 1 1 rg", {}),
        ("1 0 0 rg", None),
        ("/DeviceCMYK cs", {"Black": 1.0}),
        ("/DeviceCMYK cs 0 1 0 0 sc", {"Magenta": 1.0}),
        ("/Spot cs", {"Signal": 1.0}),
        ("/Spot cs 0.4 scn", {"Signal": 0.4}),
        ("/Two cs 0.4 0.5 scn", {"Cyan": 0.4, "Gold": 0.5}),
        ("/None cs 0.4 scn", {}),
        ("/Loop cs 0.4 scn", None),
        ("5 0 0 0 k", {"Cyan": 1.0}),
    ],
)
def test_a_colour_asks_for_its_inks(content: str, inks: dict[str, float] | None) -> None:
    two = Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, Dictionary()])
    spaces = Dictionary(Spot=sound.tint("Signal"), Two=two, Loop=Name.Loop)
    spaces["/None"] = sound.tint("None")
    (mark,) = marks(f"{content} 0 0 9 9 re f", Dictionary(ColorSpace=spaces))
    assert mark.paint.inks == inks if inks is None else mark.paint.inks == pytest.approx(inks)


@pytest.mark.parametrize(
    ("setting", "fills", "strokes"),
    [
        (Dictionary(OP=True), True, True),
        (Dictionary(OP=True, op=False), False, True),
        (Dictionary(op=True), True, False),
        (Dictionary(), False, False),
    ],
)
def test_overprint_of_strokes_goes_for_fills_unless_they_have_their_own(
    setting: Dictionary, fills: bool, strokes: bool
) -> None:
    found = marks("/S gs 0 0 9 9 re B", Dictionary(ExtGState=Dictionary(S=setting)))
    assert [(mark.kind, mark.overprints) for mark in found] == [(Kind.FILL, fills), (Kind.STROKE, strokes)]


def test_a_kept_state_comes_back() -> None:
    first, second = marks("q 0 1 0 0 k 0 0 9 9 re f Q 0 0 9 9 re f")
    assert first.paint.inks == {"Magenta": 1.0}
    assert second.paint.inks == {"Black": 1.0}


def test_operations_without_their_operands_do_nothing() -> None:
    assert boxes("1 0 cm k /X gs /X Do 1.2.3 w (a) cs 10 20 re 0 0 9 9 re f Q Q Q") == [(0, 0, 9, 9)]


# ── what has content of its own ──────────────────────────────────────────────


def test_a_tiling_without_colours_takes_the_one_it_is_given() -> None:
    def spoil(colour: str) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            tiles = called(pdf, "/Pattern", "/Tiles")
            tiles.PaintType = 2
            tiles.write(b"1 0 0 rg 0 0 2 2 re f")  # ignored
            pdf.pages[0].Resources.ColorSpace.Tinted = Array([Name.Pattern, Name.DeviceRGB])
            pdf.pages[0].Resources.ColorSpace.Inked = Array([Name.Pattern, Name.DeviceCMYK])
            changed("tiling", f"{colour} /Tiles scn 220 100 40 40 re f")(pdf)

        return spoilt(change)

    assert codes(spoil("/Inked cs 0 1 0 0")) == []
    assert codes(spoil("/Tinted cs 1 0 0")) == ["press.rgb"]


def glyphs(content: bytes) -> bytes:
    """The sound file with its text in a font whose only glyph is *content*."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]), FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]),
            CharProcs=Dictionary(a=pdf.make_indirect(Stream(pdf, content))), FirstChar=97, LastChar=97,
            Encoding=Dictionary(Differences=Array([97, Name.a])), Widths=Array([9]), Resources=Dictionary(),
        )  # fmt: skip
        pdf.pages[0].Resources.Font.Drawn = pdf.make_indirect(font)
        changed("text", "BT /Drawn 10 Tf 0 0 0 1 k 60 380 Td (aaaa) Tj (aa) Tj ET")(pdf)

    return spoilt(change)


def test_glyphs_that_are_drawn_are_read_once_with_their_colours() -> None:
    assert codes(glyphs(b"9 0 0 0 9 9 d1 1 0 0 rg 0 0 9 9 re f")) == []  # these take the colour of their text
    (spot,) = sound.spots(glyphs(b"9 0 d0 1 0 0 rg 0 0 9 9 re f"))
    assert spot.finding.code == "press.rgb"
    assert spot.finding.message == "an area in a font's glyph in RGB"


def test_a_mask_may_be_coarse() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        called(pdf, "/XObject", "/Picture").SMask = pdf.make_indirect(image(pdf, 20, Name.DeviceGray, 1))

    assert codes(spoilt(change)) == []


def test_marks_know_what_they_are_part_of() -> None:
    found: list[Mark] = []
    with pikepdf.open(io.BytesIO(sound.sound())) as pdf:
        frame = Frame(1, Box(*map(float, pdf.pages[0].mediabox)))
        Interpreter(frame, Library(), found.append).read_page(pdf.pages[0])
    assert {mark.inside for mark in found} == {Inside.PAGE, Inside.PATTERN, Inside.MASK}
    assert sum(mark.is_transparent for mark in found if mark.inside is Inside.PAGE) == 2  # the picture, the masked area
    assert sum(mark.kind is Kind.GROUP for mark in found) == 3


def test_a_form_without_resources_takes_those_of_its_page() -> None:
    with pikepdf.new() as pdf:
        inner = form(pdf, b"/Spot cs 0.5 scn 0 0 9 9 re f")
        del inner["/Resources"]
        spaces = Dictionary(Spot=sound.tint("Signal"))
        page = Dictionary(
            Type=Name.Page, MediaBox=Array(MEDIA), Contents=Stream(pdf, b"/F Do"),
            Resources=Dictionary(ColorSpace=spaces, XObject=Dictionary(F=pdf.make_indirect(inner))),
        )  # fmt: skip
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        found: list[Mark] = []
        Interpreter(Frame(1, MEDIA), Library(), found.append).read_page(pdf.pages[0])
    assert [mark.paint.inks for mark in found] == [{"Signal": 0.5}]


def test_what_stands_outside_the_file_is_told() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        called(pdf, "/XObject", "/Form").Ref = Dictionary(F="other.pdf")

    assert codes(spoilt(change)) == ["press.external"]
