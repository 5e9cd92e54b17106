"""Themes: found, typed, and checked for what doesn't fit together."""

from pathlib import Path

import pytest

from publisher.errors import ConfigurationError
from publisher.theme.loading import contrast, load_theme, read_theme, styles_folder, theme_names

GAZETTE = (styles_folder() / "gazette" / "theme.toml").read_text("utf-8")


def fault(old: str, new: str) -> str:
    assert old in GAZETTE
    with pytest.raises(ConfigurationError) as caught:
        read_theme(GAZETTE.replace(old, new, 1), "theme.toml", "mine")
    return caught.value.message


def test_the_house_theme_comes_along() -> None:
    assert "gazette" in theme_names()
    theme = load_theme("gazette")
    assert (theme.page.width, theme.page.height, theme.page.measure) == (210.0, 297.0, 174.0)
    assert (theme.role.body.size, theme.role.body.leading) == (10, 13.5)


def test_a_theme_beside_the_sources_is_found_first(tmp_path: Path) -> None:
    (tmp_path / "gazette").mkdir()
    (tmp_path / "gazette" / "theme.toml").write_text(GAZETTE.replace("bleed = 3", "bleed = 5"))
    assert load_theme("gazette", tmp_path).page.bleed == 5


def test_an_unknown_theme_names_those_there_are() -> None:
    with pytest.raises(ConfigurationError, match="there is no theme “gazete”") as caught:
        load_theme("gazete")
    assert "gazette" in (caught.value.hint or "")


def test_a_misspelt_token_names_its_line() -> None:
    assert "theme.toml:" in fault("column_gap = 8", "colum_gap = 8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('family = "sans"\nsize = 8\n', 'family = "serif"\nsize = 8\n', "there is no [family.serif]"),
        ('colour = "quiet"', 'colour = "loud"', "there is no [colour.loud]"),
        ('rgb = "#9b1c2c"', 'rgb = "#e0a0a0"', "contrast"),
        ('"SourceSerif4-It.ttf"', '"Missing-It.ttf"', "there is no font file “Missing-It.ttf”"),
        ("size = 25\nleading = 27", "size = 25\nleading = 28", "grid lines"),
        ("[role.colophon]", "[role.imprint]", "unknown key “role.imprint”"),
        ("cmyk = [0, 0, 0, 100]", "cmyk = [0, 0, 0, 110]", "<= 100"),
    ],
)
def test_what_does_not_fit_together_is_told(old: str, new: str, told: str) -> None:
    assert told in fault(old, new)


@pytest.mark.parametrize(("rgb", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)])
def test_contrast_is_wcags(rgb: str, ratio: float) -> None:
    # White on itself, black, and the lightest grey that text may have, as WCAG tells them.
    assert contrast(rgb) == pytest.approx(ratio, abs=0.05)
