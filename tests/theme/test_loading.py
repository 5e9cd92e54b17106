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


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_that_comes_along_fits_together(name: str) -> None:
    assert load_theme(name).name == name


@pytest.mark.parametrize(("columns", "align"), [(2, "justify"), (3, "start")])
def test_columns_under_sixty_millimetres_are_set_ragged(columns: int, align: str) -> None:
    theme = read_theme(GAZETTE.replace("columns = 2", f"columns = {columns}", 1), "theme.toml", "mine")
    assert {theme.role.body.align, theme.role.quotation.align} == {align}
    assert theme.role.masthead.align == "center"


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


def line_of(words: str) -> int:
    return GAZETTE[: GAZETTE.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("size = 46", 'size = "46pt"', "“role.masthead.size”: a number is wanted here, without quotes or unit"),
        (
            "margin_top = 18",
            'margin_top = "18 mm"',
            "“page.margin_top”: a number is wanted here, without quotes or unit",
        ),
        ('weight = "bold"', "weight = 700", "“role.masthead.weight”: text is wanted here, in quotes"),
        ("leading = 27\n", "leading = 28\n", "role.cover_subtitle: leading 28 is no whole or half number"),
        (
            'regular = "SourceSerif4-Regular.ttf"',
            'regular = "Gone.ttf"',
            "family.text: there is no font file “Gone.ttf”",
        ),
        ('colour = "quiet"', 'colour = "loud"', "role.running_foot: there is no [colour.loud]"),
        ("margin_inside = 18", "margin_inside = 160", "margins and gaps leave columns of 12 mm; they need 30"),
        ("margin_top = 18", "margin_top = 250", "margins leave 25 mm for text; a page needs 60"),
        ("baseline = 13.5", "baseline = 14", "page.baseline: the leading of masthead, folio, "),
    ],
)
def test_a_fault_names_file_and_line(old: str, new: str, told: str) -> None:
    (message,) = fault(old, new).splitlines()
    assert message.startswith(f"theme.toml:{line_of(old)}: ")
    assert told in message


def test_a_missing_role_is_named_where_the_roles_begin() -> None:
    start, end = GAZETTE.index("[role.cover_title]"), GAZETTE.index("[role.cover_subtitle]")
    message = fault(GAZETTE[start:end], "")
    assert message == f"theme.toml:{line_of('[role.masthead]')}: “role”: “cover_title” is missing"


def test_a_missing_token_is_named_in_its_table() -> None:
    assert fault("size = 46\n", "") == f"theme.toml:{line_of('[role.masthead]')}: “role.masthead”: “size” is missing"


@pytest.mark.parametrize(("rgb", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)])
def test_contrast_is_wcags(rgb: str, ratio: float) -> None:
    # White on itself, black, and the lightest grey that text may have, as WCAG tells them.
    assert contrast(rgb) == pytest.approx(ratio, abs=0.05)
