"""Languages as Word names them, and text cut where direction or script changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Direction
from publisher.writers.docx.elements import W
from publisher.writers.docx.text.languages import culture, default_language, language_element, pieces


def cut(text: str, direction: Direction) -> list[tuple[str, bool, str | None]]:
    return [(piece.text, piece.rtl, piece.script) for piece in pieces(text, direction)]


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("en-US", "en-US"),
        ("en", "en-US"),
        ("kk", "kk-KZ"),
        ("he", "he-IL"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant", "zh-TW"),
        ("sr-Latn", "sr-Latn-RS"),
        ("tlh", "tlh"),
    ],
)
def test_a_language_has_its_region(tag: str, named: str) -> None:
    assert culture(tag) == named


@pytest.mark.parametrize(
    ("tag", "attribute"), [("fr", "val"), ("kk", "val"), ("ar", "bidi"), ("th", "bidi"), ("ja", "eastAsia")]
)
def test_a_language_is_said_where_word_looks_it_up(tag: str, attribute: str) -> None:
    assert language_element(tag).items() == [(f"{{{W}}}{attribute}", culture(tag))]


def test_a_document_in_another_script_has_a_language_for_latin_words_too() -> None:
    assert default_language("he").items() == [(f"{{{W}}}val", "en-US"), (f"{{{W}}}bidi", "he-IL")]
    assert default_language("ru").items() == [(f"{{{W}}}val", "ru-RU")]


@pytest.mark.parametrize("text", ["Plain.", "“Quoted” – dashes… ₸4", "Қазақстан", "Ελλάδα", "日本語、中文。"])
def test_text_that_needs_no_telling_stays_whole(text: str) -> None:
    assert cut(text, "ltr") == [(text, False, None)]


def test_hebrew_in_english_is_turned_with_the_number_that_follows_it() -> None:
    assert cut("he said “שלום 47” and left", "ltr") == [
        ("he said “", False, None),
        ("שלום 47", True, "Hebr"),
        ("” and left", False, None),
    ]


def test_in_arabic_all_but_words_of_other_scripts_is_turned() -> None:
    assert cut("قال (EU) في 13 نوفمبر.", "rtl") == [
        ("قال (", True, "Arab"),
        ("EU", False, None),
        (") في 13 نوفمبر.", True, "Arab"),
    ]


def test_figures_in_thai_stay_in_a_font_that_has_them() -> None:
    assert cut("ราคา 20 บาท", "ltr") == [("ราคา", False, "Thai"), (" 20 ", False, None), ("บาท", False, "Thai")]


def test_two_scripts_in_one_direction_have_a_font_each() -> None:
    assert cut("عربي עברי", "rtl") == [("عربي ", True, "Arab"), ("עברי", True, "Hebr")]


@given(st.text(st.sampled_from("aЖ1 .،אبกनि“(”)\u0301漢"), max_size=30), st.sampled_from(["ltr", "rtl"]))
def test_nothing_is_lost_in_cutting(text: str, direction: Direction) -> None:
    found = list(pieces(text, direction))
    assert "".join(piece.text for piece in found) == text
    assert all(piece.text for piece in found) or not text


@pytest.mark.parametrize("text", ["א" + "." * 200_000, "אa" * 100_000, "ก " * 100_000, "a." * 200_000])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_time_it_takes_grows_with_the_text_alone(text: str, direction: Direction) -> None:
    for _ in pieces(text, direction):
        pass
