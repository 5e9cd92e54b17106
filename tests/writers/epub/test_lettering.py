"""Text drawn as pixels: faces, widths, lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from publisher.fonts import Face
from publisher.theme.loading import font_path
from publisher.writers.epub import lettering as subject
from publisher.writers.epub.lettering import (
    Lettering,
    broken,
    clusters,
    draw,
    fitted,
    font,
    has_shaper,
    is_drawable,
    lettering,
    runs,
    width,
)
from tests.writers.epub.books import THEME

ROLE = THEME.role.headline
LATIN = lettering(ROLE, THEME, 80, "en")
ARABIC = lettering(ROLE, THEME, 80, "ar")
HEBREW = lettering(ROLE, THEME, 80, "he")
DISPLAY, AMIRI = (Face(font_path(f"{name}-Bold.ttf"), "bold", "normal") for name in ("SourceSerif4Display", "Amiri"))


def test_each_script_gets_a_face_that_has_it() -> None:
    assert [(run.face, run.text) for run in runs("To مجلس", LATIN.faces)] == [(DISPLAY, "To "), (AMIRI, "مجلس")]


def test_figures_and_marks_go_with_the_letters_beside_them() -> None:
    assert runs("24 نوفمبر 2026", ARABIC.faces) == [(AMIRI, "24 نوفمبر 2026")]
    assert runs("24 May", LATIN.faces) == [(DISPLAY, "24 May")]


def test_what_no_face_has_is_left_out() -> None:
    assert runs("a☃b", LATIN.faces) == [(DISPLAY, "ab")]
    assert width("☃", LATIN) == 0


@pytest.mark.skipif(not has_shaper(), reason="Pillow finds no FriBiDi here: apt install libfribidi0")
def test_arabic_letters_are_joined() -> None:
    word = "مجلس"
    apart = sum(width(letter, ARABIC) for letter in word)
    assert width(word, ARABIC) < 0.9 * apart


def test_without_a_shaper_no_script_is_set_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "has_shaper", lambda: False)
    font.cache_clear()
    assert runs("To مجلس", LATIN.faces) == [(DISPLAY, "To ")]
    assert width("Tomorrow", LATIN) > 0
    font.cache_clear()


def test_letter_space_and_capitals_make_a_line_wider() -> None:
    plain = LATIN._replace(tracking=0.0)
    assert width("abc", plain._replace(tracking=0.1)) == pytest.approx(width("abc", plain) + 3 * 8, abs=3)
    assert width("abc", plain._replace(capitals=True)) == width("ABC", plain)
    assert width("مجلس", ARABIC._replace(tracking=0.1)) == width("مجلس", ARABIC._replace(tracking=0.0))


@pytest.mark.skipif(not has_shaper(), reason="Pillow finds no FriBiDi here: apt install libfribidi0")
def test_figures_among_hebrew_letters_are_read_from_left_to_right() -> None:
    def inked(text: str, style: Lettering) -> bytes:
        image = Image.new("L", (900, 120))
        draw(ImageDraw.Draw(image), 10, 90, text, style, "#fff")
        return image.tobytes()

    apart = HEBREW._replace(tracking=0.1)
    assert inked("גיליון 2026", apart) == inked("גיליון 2026", HEBREW)
    assert inked("2026", apart) != inked("6202", HEBREW)


def test_words_with_letters_that_no_face_has_are_not_drawable() -> None:
    assert is_drawable("No. 47 ☃ מועצה", LATIN.faces)
    assert not is_drawable("The 国会 met", LATIN.faces)
    assert is_drawable("", LATIN.faces)


def test_marks_stay_on_their_letters() -> None:
    assert clusters("e\u0301a") == ["e\u0301", "a"]
    assert clusters("\u0301") == ["\u0301"]


words = st.text("abcdefghij klmnop", min_size=1, max_size=120)


@settings(deadline=None, max_examples=40)
@given(words, st.integers(150, 900))
def test_lines_keep_every_word_and_the_measure(text: str, measure: int) -> None:
    lines = broken(text, LATIN, measure)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(width(line, LATIN) <= measure + 1 or " " not in line for line in lines)


def test_lines_are_even() -> None:
    measure = width("one two three four five", LATIN) * 0.9
    first, second = broken("one two three four five", LATIN, measure)
    assert (first, second) == ("one two three", "four five")


def test_a_text_is_made_smaller_to_fit_and_cut_at_the_last() -> None:
    assert fitted("one two", LATIN, 5000, 1, 0.4) == (LATIN, ["one two"])
    style, rows = fitted("one two three four", LATIN, 400, 1, 0.4)
    assert style.size < LATIN.size
    assert len(rows) == 1
    style, rows = fitted("word " * 60, LATIN, 400, 2, 0.4)
    assert style.size == pytest.approx(LATIN.size * 0.4, abs=1)
    assert len(rows) == 2
    assert rows[1].endswith("word…")
    assert width(rows[1], style) <= 400


def test_a_text_without_blanks_is_broken_all_the_same() -> None:
    lines = broken("字" * 5 + "a" * 60, LATIN, 400)
    assert len(lines) > 2
    assert broken("", LATIN, 400) == []
