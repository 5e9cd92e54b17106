"""The style sheet: the theme's looks in em, readable at night and on a small screen."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.fonts import advances
from publisher.media import Media
from publisher.report import Report
from publisher.theme.loading import CONTRAST, contrast, font_path
from publisher.theme.tokens import Colour
from publisher.writers.epub import write_epub
from publisher.writers.epub.stylesheet import lightened
from tests.writers.epub.books import SAMPLES, THEME, files, opened
from tests.writers.epub.samples import issue, plain

DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\n(.*?)\n\}", re.DOTALL)


def sheet(name: str = "plain") -> str:
    return files(name)["style.css"].decode()


def against(colour: str, ground: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), from their luminances."""

    def luminance(rgb: str) -> float:
        channels = (int(rgb[place : place + 2], 16) / 255 for place in (1, 3, 5))
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    light, dark = sorted((luminance(colour) + 0.05, luminance(ground) + 0.05), reverse=True)
    return light / dark


@pytest.mark.parametrize("ground", ["#000000", "#121212"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_colour_is_readable_at_night(name: str, ground: str) -> None:
    (rules,) = DARK.findall(sheet(name))
    colours = re.findall(r"color: (#[0-9a-f]{6})", rules)
    roles = [role for role in THEME.roles().values() if role.colour != "ink"]
    assert len(colours) == len(roles)
    assert min(against(colour, ground) for colour in colours) >= CONTRAST


def test_every_colour_is_readable_by_day_and_none_is_black() -> None:
    day = DARK.sub("", sheet())
    colours = set(re.findall(r"[^-]color: ([^;} ]+)", day)) - {"inherit"}
    assert colours == {"#9b1c2c", "#555555"}
    assert "background" not in day
    assert min(contrast(colour) for colour in colours) >= CONTRAST


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_is_lightened_no_more_than_it_needs(number: int) -> None:
    light = lightened(f"#{number:06x}")
    assert against(light, "#121212") >= CONTRAST
    if against(f"#{number:06x}", "#121212") >= CONTRAST:
        assert light == f"#{number:06x}"
    else:
        assert against(light, "#121212") < CONTRAST + 0.6


def test_another_accent_is_lightened_as_well() -> None:
    accent = Colour("#003366", (100, 60, 0, 40))
    theme = msgspec.structs.replace(THEME, colour={**THEME.colour, "accent": accent})
    css = opened(write_epub(plain(), theme, Media(), None, Report()))["style.css"].decode()
    assert "color: #003366" in DARK.sub("", css)
    assert f".kicker {{ color: {lightened('#003366')} }}" in css


def test_sizes_are_relative_and_screens_are_never_measured_in_points() -> None:
    css = sheet()
    assert ".headline { " in css
    assert re.search(r"\.headline \{[^}]*font-size: 2\.5em", css)
    assert not re.search(r"font-size: [\d.]+(pt|px)", css)
    assert not re.search(r"(width|margin|padding): [^;}]*\d(pt|px|mm)", css)


@pytest.mark.parametrize(
    "title", ["The Bulletin", "A", "Außenhandelsnachrichtenübersicht", "News of the coast and of the isles"]
)
def test_a_title_fits_the_narrowest_screen(title: str) -> None:
    css = opened(write_epub(issue(*plain().sections, title=title), THEME, Media(), None, Report()))[
        "style.css"
    ].decode()
    pattern = r"\.cover \.cover-title \{ font-size: ([\d.]+)em; font-size: min\(([\d.]+)em, ([\d.]+)vw\) \}"
    (plainly, most, share) = map(float, re.findall(pattern, css)[0])
    widths = advances(font_path("SourceSerif4Display-Bold.ttf"))
    longest = max(sum(widths[ord(letter)] for letter in word) for word in title.split())
    assert longest * plainly <= 16.2
    assert longest * share <= 90
    assert longest * most <= 33.2


def test_lines_are_ragged_where_few_words_share_one() -> None:
    (small,) = re.findall(r"@media \(max-width: 30em\) \{(.*?)\n\}", sheet(), re.DOTALL)
    assert "p, blockquote p { text-align: start }" in small
    assert re.search(r"\np \{[^}]*text-align: justify", sheet())
    assert re.search(r"\.headline \{ font-size: 1\.9em \}", small)


def test_joined_letters_are_not_spaced() -> None:
    assert re.search(r":lang\(ar\),[^}]* \{ letter-spacing: normal \}", sheet("Arabic"))
    assert "letter-spacing: normal" not in sheet("Russian")


def test_families_go_by_their_own_names() -> None:
    assert 'font-family: "Source Serif 4", serif' in sheet()
    assert 'font-family: "Source Sans 3", "Amiri", sans-serif' in sheet("Arabic")
    assert "publisher-" not in sheet()


def test_letters_without_an_italic_are_not_slanted() -> None:
    assert re.search(r":lang\(he\), [^{]*:lang\(ja\)[^{]* \{ font-synthesis: weight \}", sheet())


def test_a_dark_screen_is_dark_of_itself() -> None:
    assert ":root { color-scheme: light dark }" in sheet()
