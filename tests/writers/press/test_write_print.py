"""The print and the screen file of one bulletin, written as a build writes them."""

import msgspec
import pytest

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.model import Figure, Image, Section
from publisher.preflight.fidelity import compare
from publisher.preflight.pdf import check_pdf
from publisher.report import Report, Where
from publisher.theme.files import Marks, Press
from publisher.theme.loading import load_theme
from publisher.writers.layout import Layout, lay_out
from publisher.writers.press import write_print
from publisher.writers.screen import write_screen
from tests.samples import bulletin
from tests.writers.press import reading, specimen
from tests.writers.press.test_pictures import turned_srgb

LOGO = specimen.saved(specimen.photograph(1500, 500), "PNG")
THEME = msgspec.structs.replace(load_theme("gazette"), marks=Marks(logo=LOGO))
BULLETIN = bulletin(2)


@pytest.fixture(scope="module")
def layout() -> Layout:
    return lay_out(BULLETIN, THEME, Media(), Report())


def test_a_picture_is_resampled_for_press_and_screen_apart(layout: Layout) -> None:
    (press,) = reading.pictures(write_print(BULLETIN, THEME, Media(), layout, Report()))
    (screen,) = reading.pictures(write_screen(BULLETIN, THEME, Media(), layout, Report()))
    assert (press.space, screen.space) == ("/DeviceCMYK", "/DeviceRGB")
    # Three lines of 13.5 pt high: 300 and 150 dots an inch.
    assert press.height == pytest.approx(40.5 / 72 * 300, abs=1)
    assert screen.height == pytest.approx(40.5 / 72 * 150, abs=1)


def test_what_stands_outside_the_bleed_is_no_word_of_the_bulletin(layout: Layout) -> None:
    data = write_print(BULLETIN, THEME, Media(), layout, Report())
    assert list(compare(Artifact(Format.PRINT, "x.pdf", data), BULLETIN, THEME)) == []


def test_the_themes_demands_reach_the_file(layout: Layout) -> None:
    asked = msgspec.structs.replace(THEME, press=Press(standard="PDF/X-1a:2003", marks=False, overprint=False))
    with reading.opened(write_print(BULLETIN, asked, Media(), layout, Report())) as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert list(pdf.pages[0].mediabox) == list(pdf.pages[0].bleedbox)
        assert not any("Press" in str(item.operands) for item in reading.painted(pdf))


def test_each_article_is_still_in_the_outline(layout: Layout) -> None:
    with reading.opened(write_print(BULLETIN, THEME, Media(), layout, Report())) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [f"A bridge before the ice, part {n}" for n in (1, 2)]


@pytest.mark.parametrize("profile", [None, turned_srgb()], ids=["sRGB", "its own"])
def test_the_profiles_of_pictures_and_logo_come_from_their_files(profile: bytes | None) -> None:
    red = specimen.photograph(1500, 500)
    red.paste((250, 30, 30), (0, 0, 1500, 250))
    logo, media = specimen.saved(red, "PNG", icc_profile=profile), Media()
    name = media.add(specimen.saved(red.resize((900, 300)), "PNG", icc_profile=profile), "a.png", Report(), Where())
    article = msgspec.structs.replace(BULLETIN.articles[0], body=(Figure(Image(name or "", "A field")),))
    whole = msgspec.structs.replace(BULLETIN, sections=(Section((article,)),))
    theme = msgspec.structs.replace(THEME, marks=Marks(logo=logo))
    found = reading.pictures(write_print(whole, theme, media, None, Report()))
    assert len(found) == 2
    assert all((picture.inks(9, 9)[0] > 120) is (profile is not None) for picture in found)


@pytest.mark.parametrize(
    ("width", "codes"),
    [(60, ["press.resolution"]), (180, ["press.resolution"]), (300, ["press.resolution-low"]), (1200, [])],
)
def test_a_logo_too_small_for_print_is_told(width: int, codes: list[str]) -> None:
    logo = specimen.saved(specimen.photograph(width, width // 3), "PNG")
    theme = msgspec.structs.replace(THEME, marks=Marks(logo=logo))
    data = write_print(BULLETIN, theme, Media(), None, Report())
    found = [finding for finding in check_pdf(Artifact(Format.PRINT, "x.pdf", data)) if finding.severity != "info"]
    assert [finding.code for finding in found] == codes
    assert all(finding.where.page == 1 and f"{width} × {width // 3} pixels" in finding.message for finding in found)
