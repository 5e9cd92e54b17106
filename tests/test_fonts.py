"""Fonts: what they cover, and subsets that hold what is asked for."""

import io

import pytest
from fontTools.ttLib import TTFont

from publisher.fonts import check_coverage, faces, font_path, subset_woff2
from publisher.theme.loading import load_theme

GAZETTE = load_theme("gazette")
SERIF = font_path("SourceSerif4-Regular.ttf")


@pytest.mark.parametrize(
    "words",
    ["Škoda, naïve — “quoted” № 5 ₸", "ӘәҒғҚқҢңӨөҰұҮүҺһІі", "Ελλάδα", "مجلس النواب", "הכנסת", "รัฐสภา", "संसद"],
)
def test_the_house_theme_covers_its_scripts(words: str) -> None:
    assert list(check_coverage(words, GAZETTE)) == []


def test_a_script_without_a_font_is_an_error_that_names_script_and_package() -> None:
    (finding,) = check_coverage("The 国会 met", GAZETTE)
    assert (finding.code, finding.severity) == ("font.missing", "error")
    assert "Han" in finding.message
    assert "U+56FD" in finding.message
    assert "fonts-noto-cjk" in (finding.hint or "")


def test_a_symbol_without_a_glyph_is_a_warning() -> None:
    (finding,) = check_coverage("A \N{SNOWMAN} fell", GAZETTE)
    assert (finding.code, finding.severity) == ("font.symbol", "warning")
    assert "U+2603" in finding.message


def test_where_no_page_is_drawn_the_reader_has_the_font() -> None:
    found = list(check_coverage("The 国会 met; a \N{SNOWMAN} fell", GAZETTE, paged=False))
    assert {(finding.code, finding.severity) for finding in found} == {("font.lent", "info")}
    assert "Han" in found[0].message


def test_a_subset_holds_the_characters_and_is_the_same_every_time() -> None:
    data = subset_woff2(SERIF, ["Kazakhstan"])
    with TTFont(io.BytesIO(data)) as font:
        assert {ord(letter) for letter in "Kazakhstan"} <= set(font.getBestCmap())
        assert ord("Z") not in font.getBestCmap()
        assert font.flavor == "woff2"
    assert data == subset_woff2(SERIF, ["nats", "hkazaK"])
    assert len(data) < SERIF.stat().st_size / 10


def test_every_face_may_be_embedded() -> None:
    for family in GAZETTE.family.values():
        for face in faces(family):
            with TTFont(face.path, lazy=True) as font:
                assert font["OS/2"].fsType == 0, face.path.name
