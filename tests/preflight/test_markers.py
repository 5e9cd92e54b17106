"""Markers of numbered lists."""

import pytest

from publisher.model import NumberStyle
from publisher.preflight.markers import marker


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (3, "decimal", "3"),
        (3, "lower-alpha", "c"),
        (26, "upper-alpha", "Z"),
        (27, "lower-alpha", "aa"),
        (703, "lower-alpha", "aaa"),
        (4, "lower-roman", "iv"),
        (1994, "upper-roman", "MCMXCIV"),
        (4000, "lower-roman", "4000"),
        (0, "lower-alpha", "0"),
    ],
)
def test_markers_are_those_that_lists_show(number: int, style: NumberStyle, shown: str) -> None:
    assert marker(number, style) == shown
