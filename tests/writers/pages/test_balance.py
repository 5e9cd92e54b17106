"""Display lines of even length."""

import pytest

from publisher.theme.loading import load_theme
from publisher.writers.pages.balance import fit

THEME = load_theme("gazette")
HEADLINE = THEME.role.headline


def test_a_short_headline_takes_one_line_of_the_whole_measure() -> None:
    assert fit("A bridge", HEADLINE, THEME, 493.0) == (1, 493.0)


def test_a_long_headline_keeps_its_number_of_lines_and_evens_them() -> None:
    words = "Council votes nine to two for a bridge that stands before the river freezes over"
    wide = fit(words, HEADLINE, THEME, 493.0)
    assert wide.lines == 2
    assert wide.width < 493.0
    # At the evened width the text still breaks into as many lines, and not much less would do.
    assert fit(words, HEADLINE, THEME, wide.width).lines == 2
    assert fit(words, HEADLINE, THEME, wide.width * 0.9).lines > 2


@pytest.mark.parametrize("words", ["", "Donaudampfschifffahrtsgesellschaftskapitänsversammlungsprotokolle"])
def test_no_words_and_words_wider_than_the_measure_do_no_harm(words: str) -> None:
    found = fit(words, HEADLINE, THEME, 200.0)
    assert found.lines >= 1
    assert found.width > 0


def test_words_that_are_bound_stand_on_one_line() -> None:
    # A measure that holds one word but not two: apart they take a line each, bound they need all of it.
    apart, bound = (fit(f"bridge{blank}bridge", HEADLINE, THEME, 110.0) for blank in (" ", "\u00a0"))
    assert apart.width < 90.0
    assert bound.width == 110.0
