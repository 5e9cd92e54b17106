from collections import Counter

import pytest

from publisher.normalise.language.detection import LANGUAGES
from publisher.normalise.marks.signs import QUOTES, marks_for


def test_every_language_has_quotation_marks_of_its_own_once() -> None:
    tags = Counter(tag for row in QUOTES for tag in row.split())
    assert {tag for tag, number in tags.items() if number > 1} == set()
    assert all(len(style) == 4 for styles in QUOTES.values() for style in styles)


@pytest.mark.parametrize(
    ("tag", "quotes"),
    [
        ("en-US", "“”‘’"),
        ("de-AT", "„“‚‘"),
        ("de-CH", "«»‹›"),
        ("pt-BR", "“”‘’"),
        ("pt-PT", "«»“”"),
        ("kk-Latn", "«»„“"),
        ("kk_Cyrl_KZ", "«»„“"),
        ("xx", "“”‘’"),
        ("he", ""),
        ("ja", ""),
    ],
)
def test_finds_a_languages_marks_by_its_tag(tag: str, quotes: str) -> None:
    assert marks_for(tag).quotes == quotes


def test_follows_the_marks_that_copy_keeps_to() -> None:
    assert marks_for("de", "»Eis« und »Brücke« und „Tal“").quotes == "»«›‹"
    assert marks_for("de", "„Eis“ und „Brücke“ und »Tal«").quotes == "„“‚‘"
    assert marks_for("de", "Eis").quotes == "„“‚‘"
    # In English, German marks are no other right ones.
    assert marks_for("en", "»Eis«").quotes == "“”‘’"


@pytest.mark.parametrize(
    ("tag", "dash", "speech"),
    [
        ("en", "—", ""),
        ("en-GB", "–", ""),
        ("de", "–", ""),
        ("ru", "—", "—"),
        ("kk-Latn", "—", "—"),
        ("fi", "–", "—"),
        ("ja", "", ""),
    ],
)
def test_knows_the_dash(tag: str, dash: str, speech: str) -> None:
    marks = marks_for(tag)
    assert (marks.dash, marks.speech) == (dash, speech)


def test_every_language_that_is_found_can_be_set() -> None:
    for tags in LANGUAGES.values():
        for tag in tags.split():
            assert len(marks_for(tag).quotes) in (0, 4)
