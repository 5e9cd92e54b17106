"""CSS out of tokens: every role, in pt for print and in em for reading."""

import re

import pytest

from publisher.fonts import stack
from publisher.theme.css import SELECTORS, Medium, role_rules, string
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Role, Roles, Theme

GAZETTE = load_theme("gazette")


def families(theme: Theme, role: Role) -> str:
    return stack(theme, role.family)


def rules(medium: Medium) -> dict[str, dict[str, str]]:
    """Selector → declarations, parsed back from the sheet."""
    found = {}
    for selector, body in re.findall(r"(.+?) \{ (.*) \}", role_rules(GAZETTE, medium, families)):
        found[selector] = dict(part.split(": ", 1) for part in body.split("; "))
    return found


@pytest.mark.parametrize("medium", list(Medium))
def test_every_role_has_one_rule(medium: Medium) -> None:
    assert set(SELECTORS) == set(Roles.__struct_fields__)
    assert list(rules(medium)) == list(SELECTORS.values())


def test_print_takes_points_and_reading_takes_em() -> None:
    drawn, read = rules(Medium.PRINT), rules(Medium.READING)
    assert drawn["p"]["font-size"] == "10pt"
    assert drawn["p"]["line-height"] == "13.5pt"
    assert read["p"]["font-size"] == "1em"
    assert read[".headline"]["font-size"] == "2.5em"
    assert not re.search(r"\d(pt|px|mm)", role_rules(GAZETTE, Medium.READING, families).replace("pt solid", ""))


def test_reading_leaves_black_to_the_reading_system() -> None:
    read = rules(Medium.READING)
    assert "color" not in read["p"]
    assert read[".kicker"]["color"] == "#9b1c2c"


def test_a_rule_above_takes_its_room_from_the_space_above() -> None:
    quote = rules(Medium.PRINT)[".pull-quote"]
    assert quote["border-top"] == "1.5pt solid"
    assert quote["margin"].startswith("12pt ")  # one grid line of 13.5 pt, less the rule


@pytest.mark.parametrize("words", ['a "b"', "a\\b", "</style>", "line\nbreak"])
def test_strings_cannot_break_out_of_the_sheet(words: str) -> None:
    import tinycss2

    (token,) = tinycss2.parse_component_value_list(string(words))
    assert token.type == "string"
    assert token.value == words
    assert "</" not in string(words)
