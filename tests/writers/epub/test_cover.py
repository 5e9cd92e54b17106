"""The cover image: its size, its ink, and where its words stand."""

import io

import msgspec
import pytest
from PIL import Image

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Section
from publisher.report import Report
from publisher.theme.files import Marks
from publisher.theme.tokens import Theme
from publisher.writers.epub import write_epub
from publisher.writers.epub.cover import MARGIN, WIDTH, cover_image
from publisher.writers.epub.lettering import has_shaper
from tests.writers.epub.books import SAMPLES, THEME, files, mark, opened
from tests.writers.epub.samples import arabic, issue, plain, say

WHITE, ACCENT = (255, 255, 255), (0x9B, 0x1C, 0x2C)


def drawn(bulletin: Bulletin, theme: Theme = THEME) -> Image.Image:
    data = cover_image(bulletin, theme)
    assert data is not None
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink(image: Image.Image, top: int, bottom: int) -> tuple[int, int, int, int] | None:
    """The box around all that isn't white between two heights."""
    strip = image.crop((0, top, image.width, bottom)).convert("L").point(lambda value: 255 if value < 128 else 0)
    return strip.getbbox()


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_a_small_png_of_the_right_size(name: str) -> None:
    data = files(name)["cover.png"]
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 1600), "P")
    assert len(data) < 80_000


def test_it_has_a_masthead_rule_and_the_accent_at_its_foot() -> None:
    image = drawn(plain())
    assert image.getpixel((600, MARGIN + 3)) == (0, 0, 0)
    assert image.getpixel((600, 1590)) == ACCENT
    assert image.getpixel((20, 20)) == WHITE
    colours = image.getcolors(1 << 16) or []
    assert ACCENT in {colour for number, colour in colours if number > 1000}


def test_the_margins_stay_white() -> None:
    for name in SAMPLES:
        box = ink(drawn(SAMPLES[name]()), 0, 1500)
        assert box is not None
        assert box[0] >= MARGIN - 12
        assert box[2] <= WIDTH - MARGIN + 12


def test_number_and_date_change_it() -> None:
    other = issue(*plain().sections, number="48")
    strips = [drawn(bulletin).crop((0, 100, 600, 170)).tobytes() for bulletin in (plain(), other)]
    assert strips[0] != strips[1]
    assert drawn(plain()).crop((0, 200, 1200, 1600)).tobytes() == drawn(other).crop((0, 200, 1200, 1600)).tobytes()


@pytest.mark.skipif(not has_shaper(), reason="Pillow finds no FriBiDi here: apt install libfribidi0")
def test_arabic_stands_at_the_right_latin_at_the_left() -> None:
    title = (200, 520)
    right, left = ink(drawn(arabic()), *title), ink(drawn(plain()), *title)
    assert right is not None
    assert left is not None
    assert right[2] > WIDTH - MARGIN - 40
    assert left[0] < MARGIN + 20


def test_a_mark_stands_above_the_title() -> None:
    theme = msgspec.structs.replace(THEME, marks=Marks(logo=mark("PNG")))
    image = drawn(plain(), theme)
    red, green, blue = image.getpixel((MARGIN + 20, 240))  # type: ignore[misc]
    assert blue > red + 80
    assert blue > green


def test_a_masthead_stands_for_the_title() -> None:
    theme = msgspec.structs.replace(THEME, marks=Marks(masthead="Herald"))
    assert drawn(plain(), theme).tobytes() == drawn(issue(*plain().sections, title="Herald")).tobytes()


@pytest.mark.parametrize("headline", ["x" * 5000, "long words " * 400, "☃", "字" * 300])
def test_no_headline_breaks_it(headline: str) -> None:
    article = Article(Metadata(headline=headline, kicker=headline), (say("x"),))
    bulletin = issue(Section((article,) * 9), title=f"A {headline}".rstrip("字"), subtitle=headline)
    box = ink(drawn(bulletin), 0, 1500)
    assert box is None or box[2] <= WIDTH - MARGIN + 12


def test_an_issue_without_number_date_and_articles_has_a_cover() -> None:
    assert drawn(issue(number=None, date=None)).size == (1200, 1600)


def test_a_title_that_no_font_has_makes_no_cover_and_is_told() -> None:
    bulletin = issue(*plain().sections, title="公报", language="zh-Hans")
    report = Report()
    book = opened(write_epub(bulletin, THEME, Media(), None, report))
    assert "cover.png" not in book
    assert b"cover-image" not in book["package.opf"]
    assert b'name="cover"' not in book["package.opf"]
    assert "公报</h1>" in book["cover.xhtml"].decode()
    assert [finding.code for finding in report.findings] == ["epub.cover-letters"]


def test_a_headline_that_no_font_has_is_left_out_whole() -> None:
    known, foreign = plain().articles[0], Article(Metadata(headline="The 国会 met"), (say("x"),))
    both = drawn(issue(Section((known, known))))
    assert drawn(issue(Section((known, foreign, known)))).tobytes() == both.tobytes()
