"""Formulas of a few letters."""

import pytest

from publisher.model import Inline, Subscript, Superscript, Text
from publisher.readers.pandoc.conversion.formulas import read_formula


def sup(text: str) -> Superscript:
    return Superscript((Text(text),))


def sub(text: str) -> Subscript:
    return Subscript((Text(text),))


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        ("E = mc^2", (Text("E = mc"), sup("2"))),
        ("H_2O", (Text("H"), sub("2"), Text("O"))),
        ("10^{-6}", (Text("10"), sup("-6"))),
        (r"\text{CO}_2", (Text("CO"), sub("2"))),
        ("5%", (Text("5%"),)),
    ],
)
def test_simple_ones_become_words(tex: str, words: tuple[Inline, ...]) -> None:
    assert read_formula(tex) == words


@pytest.mark.parametrize("tex", [r"\frac{1}{2}", "x^{a^b}", "{x", "x" * 201, "^"])
def test_others_do_not(tex: str) -> None:
    assert read_formula(tex) is None


def test_noise_takes_no_time() -> None:
    for noise in ("a " * 100, "^{" * 100, "\\text{" * 30, "_a" * 100):
        read_formula(noise)
