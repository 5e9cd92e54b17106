"""Roles, languages and directions in attributes."""

import pytest

from publisher.model import Role
from publisher.readers.pandoc.conversion.attributes import Attr, Manner


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_own_name(role: Role) -> None:
    assert Attr(classes=(role.value,)).role is role
    assert Attr(pairs=(("custom-style", role.value.replace("-", " ").title()),)).role is role


@pytest.mark.parametrize(
    ("name", "role"),
    [("Pull Quote", Role.PULL_QUOTE), ("pull_quote", Role.PULL_QUOTE), ("subtitle", Role.STANDFIRST), ("wide", None)],
)
def test_other_spellings_and_aliases(name: str, role: Role | None) -> None:
    assert Attr(classes=("x", name)).role is role


def test_languages_are_canonical_and_what_is_none_is_known_as_such() -> None:
    assert Attr(pairs=(("lang", "EN_us"),)).language == "en-US"
    assert Attr(pairs=(("xml:lang", "kk"),)).language == "kk"
    wrong = Attr(pairs=(("lang", "klingonish"),))
    assert (wrong.language, wrong.wrong_language) == (None, "klingonish")


def test_directions_are_two() -> None:
    assert [Attr(pairs=(("dir", side),)).direction for side in ("ltr", "rtl", "auto")] == ["ltr", "rtl", None]


def test_what_stands_nearer_goes_before() -> None:
    outer = Manner(Role.CONTACT, "outer", "fr", "ltr")
    assert outer.under(Attr()) == outer
    inner = Attr("inner", ("byline",), (("lang", "ar"), ("dir", "rtl")))
    assert outer.under(inner) == Manner(Role.BYLINE, "inner", "ar", "rtl")
