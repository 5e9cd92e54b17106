"""Proper names by what the text shows of them."""

import pytest

from publisher.writers.pages.typeset.names import is_name, names_in


def test_a_capital_in_the_middle_of_a_sentence_makes_a_name() -> None:
    assert names_in("Yesterday the mayor met Aigul Serikova. Trams ran late.") == {"Aigul", "Serikova"}


@pytest.mark.parametrize(
    "text",
    [
        "Bridges burn.",
        "He said: “Bridges burn.”",
        "It rained. Bridges burn.",
        "Bridges burn, and the Bridges are bridges",
    ],
)
def test_a_capital_that_begins_a_sentence_or_is_small_elsewhere_makes_none(text: str) -> None:
    assert "Bridges" not in names_in(text)


def test_a_name_is_known_with_what_stands_beside_it() -> None:
    names = frozenset({"Kazakhstan"})
    assert all(
        is_name(word, "en-US", names) for word in ("Kazakhstan", "(Kazakhstan,", "Kazakhstan’s", "Kazakhstan-led")
    )
    assert not is_name("Kazakhstani", "en-US", names)


def test_where_every_noun_has_a_capital_it_tells_nothing() -> None:
    assert not is_name("Eisenbahn", "de-AT", names_in("die Eisenbahn fuhr"))
