"""Furniture words and dates: every language has them all, and dates read as CLDR writes them."""

import datetime

import pytest

from publisher.words import capitals, catalogue, full_date, has_words, long_date, words_for

DATE = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    "language", ["en", "ru", "kk", "fr", "de", "es", "tr", "ar", "el", "he", "hi", "ja", "ko", "th", "zh", "zh-Hant"]
)
def test_the_promised_languages_have_every_word(language: str) -> None:
    words = catalogue()[language]
    assert all(getattr(words, name).strip() for name in words.__struct_fields__)
    assert "47" in words.numbered("47")
    assert "{title}" in words.published
    assert "{publisher}" in words.published


def test_a_language_without_words_takes_english_ones() -> None:
    assert not has_words("fi")
    assert words_for("fi-FI") == words_for("en")


@pytest.mark.parametrize(
    ("language", "contents"),
    [("zh", "目录"), ("zh-CN", "目录"), ("zh-Hant", "目錄"), ("zh-TW", "目錄"), ("ja-JP", "目次")],
)
def test_words_are_in_the_script_of_the_language(language: str, contents: str) -> None:
    assert words_for(language).contents == contents


@pytest.mark.parametrize(
    ("language", "long", "full"),
    [
        ("en-US", "November 24, 2026", "Tuesday, November 24, 2026"),
        ("en-GB", "24 November 2026", "Tuesday, 24 November 2026"),
        ("ru", "24 ноября 2026\u202fг.", "вторник, 24 ноября 2026\u202fг."),
        ("kk", "2026\u202fж. 24 қараша", "2026\u202fж. 24 қараша, сейсенбі"),
        ("zh", "2026年11月24日", "2026年11月24日星期二"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, long: str, full: str) -> None:
    assert long_date(DATE, language) == long
    assert full_date(DATE, language) == full


def test_without_a_number_or_date_nothing_is_said() -> None:
    assert words_for("en").numbered(None) == ""
    assert full_date(None, "en") == ""


@pytest.mark.parametrize(
    ("language", "word", "drawn"),
    [("tr", "istanbul", "İSTANBUL"), ("el", "Τρίτη", "ΤΡΙΤΗ"), ("de", "Straße", "STRASSE"), ("en", "it", "IT")],
)
def test_capitals_are_drawn_as_the_language_draws_them(language: str, word: str, drawn: str) -> None:
    assert capitals(word, language) == drawn
