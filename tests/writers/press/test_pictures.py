"""Every kind of picture in the right inks, as many dots as the press can show, and no more."""

import io
import struct
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from publisher.profiles import coated_profile
from publisher.report import Report
from tests.writers.press import reading, specimen
from tests.writers.press.test_profile import lighter


def shown(name: str, report: Report | None = None, css: str = "", **press: Any) -> reading.Picture:
    """The only picture of a page that shows the one called *name*."""
    drawn = specimen.draw(f'<img src="test:{name}" alt=""/>', css)
    (found,) = reading.pictures(specimen.finished(drawn, report, **press))
    return found


def picture(data: bytes, report: Report | None = None, **press: Any) -> reading.Picture:
    """The only picture of a page that shows *data*; *files* are those whose profiles are known."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(specimen.PICTURES, "given", lambda: data)
        return shown("given", report, **press)


@pytest.mark.parametrize("name", ["rgb.jpg", "rgb.png", "fine.jpg", "opaque.png", "alpha.png"])
def test_colour_goes_through_the_profile(name: str) -> None:
    found = shown(name)
    assert found.space == "/DeviceCMYK"
    assert found.jpeg is name.endswith("jpg")
    if name != "alpha.png":
        blue, red = found.inks(2, 2), found.inks(2, found.height - 3)
        assert blue[0] > 230
        assert blue[2] < 60
        assert red[1] > 200
        assert red[0] < 60
    assert max(found.totals()) <= 300 * 2.55 + 25


@pytest.mark.parametrize("name", ["grey.jpg", "neutral.jpg", "grey.png"])
def test_greys_are_black_alone_and_as_dark_as_they_look(name: str) -> None:
    found = shown(name)
    assert (found.space, found.bits) == ("/DeviceGray", 8)
    if name == "grey.png":
        rows = found.samples[:: found.width]
        assert (rows[0], rows[511]) == (0, 255)
        # 62 % of black ink is as dark as a middle grey.
        assert rows[256] == pytest.approx(255 * 0.38, abs=3)


def test_black_and_white_stays_one_bit_deep() -> None:
    found = shown("line.png")
    assert (found.space, found.bits) == ("/DeviceGray", 1)
    image = Image.frombytes("1", (960, 960), found.samples)
    assert (image.getpixel((480, 480)), image.getpixel((5, 5))) == (0, 255)


def test_a_drawing_keeps_its_dots_and_has_the_pages_inks() -> None:
    found = shown("indexed.png")
    assert found.space == "/Indexed"

    def inks(x: int, y: int) -> tuple[int, ...]:
        colour = found.samples[y * found.width + x]
        return tuple(found.lookup[4 * colour : 4 * colour + 4])

    assert inks(40, 120) == tuple(round(255 * part) for part in (0, 0.9, 0.7, 0.3))
    assert inks(140, 120) == (0, 0, 0, 255)
    assert inks(2, 2) == (0, 0, 0, 0)
    assert inks(320, 120)[:3] == (0, 0, 0)


def test_opacity_stays_and_one_that_hides_nothing_goes() -> None:
    mask = shown("alpha.png").mask
    assert (mask[200 * 400 + 200], mask[0]) == (255, 0)
    assert shown("opaque.png").mask == b""


@pytest.mark.parametrize(("width", "dots"), [(20, 236), (90, 1063), (91, 1600)])
def test_more_dots_than_the_press_can_show_are_taken_out(width: int, dots: int) -> None:
    found = shown("fine.jpg", css=f"img {{ width: {width}mm; height: {width * 0.75}mm }}")
    assert (found.width, found.height) == pytest.approx((dots, dots * 0.75), abs=1)


def test_resampled_opacity_fits_its_picture_and_hidden_colours_do_not_show() -> None:
    # Green that can't be seen around a red square: resampled, its edge stays red.
    image = Image.new("RGB", (800, 800), (0, 255, 0))
    image.paste((255, 0, 0), (200, 200, 600, 600))
    image = Image.blend(image, specimen.photograph(800, 800), 0.05)
    alpha = Image.new("L", (800, 800), 0)
    alpha.paste(255, (200, 200, 600, 600))
    image.putalpha(alpha)
    found = picture(specimen.saved(image, "PNG"))
    size = found.width
    assert size == found.mask_width < 800
    row = size * (found.height // 2)
    edge = [x for x in range(size) if 0 < found.mask[row + x] < 255]
    assert edge
    for x in edge:
        assert found.inks(x, found.height // 2)[0] < 60


def test_inks_for_this_press_stay_as_they_are_without_what_the_camera_tells() -> None:
    data = specimen.saved(specimen.inks(60, 10, 80, 5), "JPEG", quality=95, icc_profile=coated_profile(), comment=b"x")
    report = Report()
    found = picture(data, report)
    assert b"ICC_PROFILE" not in found.samples
    assert found.plates.tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert len(found.samples) < len(data) - len(coated_profile())
    assert report.findings == []


def test_a_jpeg_that_holds_the_ink_itself_is_not_turned_round() -> None:
    """Without Adobe's segment the numbers are the inks, and no Decode array turns them."""
    data = specimen.saved(specimen.inks(60, 10, 80, 5), "JPEG", quality=95)
    at = data.index(b"\xff\xee")
    plain = data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]
    found = picture(plain)
    assert not found.turned
    assert found.inks(9, 9) == pytest.approx((102, 229, 51, 242), abs=3)


def test_inks_for_another_press_are_converted_and_told() -> None:
    report = Report()
    other = lighter(coated_profile())
    data = specimen.saved(specimen.inks(60, 10, 80, 5), "JPEG", quality=95, icc_profile=other)
    found = picture(data, report)
    (told,) = report.findings
    assert (told.code, told.where.page) == ("print.picture-press", 1)
    assert sum(found.inks(9, 9)) < sum(Image.open(io.BytesIO(data)).tobytes()[:4]) - 20


def test_too_much_ink_is_held_to_the_limit_and_told() -> None:
    report = Report()
    found = shown("heavy.jpg", report)
    assert sorted(told.code for told in report.findings) == ["print.picture-ink", "print.picture-untagged"]
    assert max(found.totals()) <= 300 * 2.55 + 6
    assert found.inks(9, 9)[3] == pytest.approx(230, abs=4)


def test_a_lower_limit_holds_photographs_too() -> None:
    dark = specimen.photograph().point([value // 5 for value in range(256)] * 3)
    totals = picture(specimen.saved(dark, "PNG"), max_ink=220.0).totals()
    assert 200 * 2.55 < max(totals) <= 220 * 2.55 + 1


def turned_srgb() -> bytes:
    """sRGB's profile with red and green in each other's place."""
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    places = {bytes(srgb[at : at + 4]): at for at in range(132, 132 + 12 * 16, 12)}
    for old, new in ((b"rXYZ", b"gXYZ"), (b"gXYZ", b"rXYZ")):
        srgb[places[old] : places[old] + 4] = new
    return bytes(srgb)


def test_a_photographs_own_profile_is_heeded() -> None:
    flat = Image.new("RGB", (300, 200), (250, 30, 30))
    assert picture(specimen.saved(flat, "JPEG", quality=95)).inks(9, 9)[0] < 40
    assert picture(specimen.saved(flat, "JPEG", quality=95, icc_profile=turned_srgb())).inks(9, 9)[0] > 120


@pytest.mark.parametrize("opaque", [True, False])
@pytest.mark.parametrize("tagged", [True, False])
def test_a_png_keeps_the_profile_that_the_layout_engine_drops(tagged: bool, opaque: bool) -> None:
    photograph = specimen.photograph()
    photograph.paste((250, 30, 30), (0, 0, 40, 40))
    if not opaque:
        photograph.putalpha(Image.new("L", photograph.size, 128))
    data = specimen.saved(photograph, "PNG", icc_profile=turned_srgb() if tagged else None)
    found = picture(data, files=[data])
    assert (found.inks(9, 9)[0] > 120) is tagged


def test_a_drawings_profile_is_heeded_in_its_palette() -> None:
    drawing = Image.new("RGB", (300, 200), (250, 30, 30))
    drawing.paste((255, 255, 255), (100, 0, 300, 200))
    numbered = drawing.quantize(4)
    for image in (drawing, numbered):
        data = specimen.saved(image, "PNG", icc_profile=turned_srgb())
        found = picture(data, files=[data])
        assert found.space == "/Indexed"
        assert found.lookup[4 * found.samples[0]] > 120
        assert picture(data).lookup[4 * found.samples[0]] < 40


def linear_grey() -> bytes:
    """A profile for greys that are light itself, without sRGB's curve (ICC.1:2022, 7)."""
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    straight = b"curv\0\0\0\0" + struct.pack(">IH", 1, 1 << 8) + b"\0\0"
    tags = struct.pack(">I4sII4sII", 2, b"wtpt", 156, 20, b"kTRC", 176, 16)
    head = struct.pack(">I4sI4s4s4s12s4s", 192, b"lcms", 0x02400000, b"mntr", b"GRAY", b"XYZ ", bytes(12), b"acsp")
    illuminant = struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(68, b"\0") + illuminant + bytes(48) + tags + white + straight


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_grey_picture_is_as_light_as_its_own_profile_says(kind: str) -> None:
    grey = Image.linear_gradient("L").resize((400, 512))
    plain, own = (specimen.saved(grey, kind, icc_profile=profile) for profile in (None, linear_grey()))
    before, after = (quarter_down(picture(data, files=[data])) for data in (plain, own))
    assert before == pytest.approx(40, abs=15)
    assert after == pytest.approx(107, abs=10)


def quarter_down(found: reading.Picture) -> float:
    """The grey of a dot a quarter of the way down."""
    size = (found.width, found.height)
    grey = Image.open(io.BytesIO(found.samples)) if found.jpeg else Image.frombytes("L", size, found.samples)
    return float(grey.getpixel((9, found.height // 4)))  # type: ignore[arg-type]


def test_nothing_is_interpolated() -> None:
    with reading.opened(specimen.finished(specimen.draw())) as pdf:
        assert not any("/Interpolate" in item for item in pdf.objects if isinstance(item, pikepdf.Stream))
