"""What the print shop asks for: [print] over a preset over the theme."""

from pathlib import Path

import msgspec
import pytest

from publisher import demands
from publisher.demands import demanded
from publisher.errors import ConfigurationError
from publisher.profiles import coated_profile
from publisher.settings import Print, read_settings
from publisher.theme.loading import load_theme

THEME = load_theme("gazette")


def asked(text: str, folder: Path | None = None) -> Print:
    return read_settings(f"[print]\n{text}").print


def test_without_a_word_the_theme_stands() -> None:
    assert demanded(THEME, Print(), None) == THEME
    assert THEME.press.standard == "PDF/X-4"
    assert (THEME.press.marks, THEME.press.overprint, THEME.press.bookmarks) == (True, True, True)


def test_the_settings_of_the_docx_go_before_the_themes() -> None:
    assert demands.asked(THEME, read_settings(""), None) == THEME
    changed = demands.asked(THEME, read_settings("[docx]\ncolumns = 1\nembed_fonts = true"), None)
    assert (changed.docx.columns, changed.docx.embed_fonts, changed.page.columns) == (1, True, THEME.page.columns)


def test_what_is_asked_for_stands_in_the_theme() -> None:
    theme = demanded(
        THEME,
        asked(
            'standard = "PDF/X-1a:2003"\nbleed = 5\nmarks = false\noverprint = false\nmax_ink = 260\nbookmarks = false'
            '\ncondition = "FOGRA47"'
        ),
        None,
    )
    assert theme.page.bleed == 5
    press = theme.press
    assert (press.standard, press.condition, press.max_ink) == ("PDF/X-1a:2003", "FOGRA47", 260)
    assert (press.marks, press.overprint, press.bookmarks) == (False, False, False)


def test_a_preset_holds_the_same_keys_and_the_issue_speaks_last(tmp_path: Path) -> None:
    (tmp_path / "shops").mkdir()
    (tmp_path / "shops" / "river.toml").write_text('standard = "PDF/X-1a:2003"\nbleed = 4\nprofile = "river.icc"\n')
    (tmp_path / "shops" / "river.icc").write_bytes(coated_profile())
    theme = demanded(THEME, asked('preset = "shops/river.toml"\nbleed = 5\ncondition = "FOGRA39"'), tmp_path)
    assert (theme.press.standard, theme.page.bleed) == ("PDF/X-1a:2003", 5)
    assert theme.press.profile == coated_profile()


@pytest.mark.parametrize(
    ("preset", "told"),
    [
        ("standart = 1", "river.toml:1: unknown key “standart”"),
        ('preset = "other.toml"', "names a preset itself"),
        ("max_ink = 90", "river.toml:1: “max_ink”"),
    ],
)
def test_a_faulty_preset_is_told_by_its_name(preset: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "river.toml").write_text(preset)
    with pytest.raises(ConfigurationError, match=told):
        demanded(THEME, asked('preset = "river.toml"'), tmp_path)


def test_a_preset_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "river.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match=r"river\.toml: is not UTF-8"):
        demanded(THEME, asked('preset = "river.toml"'), tmp_path)


@pytest.mark.parametrize("key", ["preset", "profile"])
def test_files_are_looked_for_in_the_issues_folder_alone(key: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.toml").write_bytes(coated_profile())
    for name, told in (("../out.toml", "lies outside"), ("none.toml", "there is no file")):
        with pytest.raises(ConfigurationError, match=told):
            demanded(THEME, asked(f'{key} = "{name}"'), tmp_path / "in")
    with pytest.raises(ConfigurationError, match="there is no folder"):
        demanded(THEME, asked(f'{key} = "x"'), None)


def test_a_profile_that_names_no_condition_needs_one(tmp_path: Path) -> None:
    (tmp_path / "p.icc").write_bytes(coated_profile())
    with pytest.raises(ConfigurationError, match="doesn't say which printing condition"):
        demanded(THEME, asked('profile = "p.icc"'), tmp_path)
    told = coated_profile().replace(b"BEGIN_DATA_FORMAT\n\tCMYK_C", b"ICCHDAT FOGRA51".ljust(25, b"\0"))
    (tmp_path / "p.icc").write_bytes(told)
    assert demanded(THEME, asked('profile = "p.icc"'), tmp_path).press.condition == "FOGRA51"


def test_a_wrong_profile_is_told_before_any_page_is_laid_out(tmp_path: Path) -> None:
    (tmp_path / "p.icc").write_bytes(b"hello")
    with pytest.raises(ConfigurationError, match=r"bulletin\.toml: \[print\] profile: p\.icc is no ICC profile"):
        demanded(THEME, asked('profile = "p.icc"\ncondition = "FOGRA51"'), tmp_path)


def test_another_paper_keeps_the_margins() -> None:
    letter = load_theme("letter")
    changed = demands.asked(letter, read_settings('paper = "Letter"'), None).page
    assert (changed.width, changed.height) == (215.9, 279.4)
    assert (changed.margin_inside, changed.margin_top) == (letter.page.margin_inside, letter.page.margin_top)
    assert changed.measure == pytest.approx(215.9 - 2 * letter.page.margin_inside)


def test_a_paper_too_small_for_the_margins_is_told() -> None:
    wide = msgspec.structs.replace(THEME, page=msgspec.structs.replace(THEME.page, columns=4))
    with pytest.raises(ConfigurationError, match=r"paper A5 is too small for the theme gazette: .* columns of 22 mm"):
        demands.asked(wide, read_settings('paper = "A5"'), None)
