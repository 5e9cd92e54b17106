"""Front matter: values taken, refused, or not known."""

import pytest

from publisher.metadata import Creditline, Dateline, Metadata
from publisher.readers.pandoc.conversion.matter import ALIASES, READ, Value, read_matter, toml_value
from tests.readers.pandoc.desk import codes, scene


def read(**values: Value) -> Metadata:
    of = scene()
    found = read_matter(values, of)
    assert codes(of) == []
    return found.metadata


def test_every_key_is_a_field_of_the_metadata() -> None:
    assert set(READ) <= set(Metadata.__struct_fields__)
    assert set(ALIASES.values()) <= set(READ)


def test_our_names_and_pandoc_s() -> None:
    assert read(headline="A", kicker="K", slugline="s", copyright_notice="©", usage_terms="t", ed_note="n") == Metadata(
        headline="A", kicker="K", slugline="s", copyright_notice="©", usage_terms="t", ed_note="n"
    )
    assert read(title="A", author=("B", "C"), lang="EN_gb", date="2026-11-24", abstract="S") == Metadata(
        headline="A", by=("B", "C"), language="en-GB", version_created="2026-11-24", standfirst="S"
    )


def test_lists_may_be_one_text() -> None:
    assert read(by="A, B and C", keywords="a, b;c", subjects=("x",)) == Metadata(
        by=("A, B and C",), keywords=("a", "b", "c"), subjects=("x",)
    )


def test_who_is_credited_and_how_urgent_it_is() -> None:
    assert read(creditline="Wire", urgency="3", pub_status="withheld") == Metadata(
        creditline=Creditline("Wire", "settings"), urgency=3, pub_status="withheld"
    )


@pytest.mark.parametrize(
    ("said", "dateline", "agency"),
    [
        ("RIVERTON", Dateline("RIVERTON – ", "RIVERTON"), None),
        ("RIVERTON —", Dateline("RIVERTON — ", "RIVERTON"), None),
        (
            "BERLIN, Nov. 24 (Reuters) -",
            Dateline("BERLIN, Nov. 24 (Reuters) - ", "BERLIN", "Nov. 24", "--11-24"),
            "Reuters",
        ),
        ("at the river", Dateline("at the river – ", "at the river"), None),
    ],
)
def test_a_dateline_has_its_dash_and_its_parts(said: str, dateline: Dateline, agency: str | None) -> None:
    found = read(dateline=said)
    assert found.dateline == dateline
    assert found.creditline == (Creditline(agency, "dateline") if agency else None)
    assert read(dateline=said, creditline="Us").creditline == Creditline("Us", "settings")


def test_a_key_that_means_nothing_is_told_with_the_nearest() -> None:
    of = scene(text="title: A\nheadlin: B\n")
    read_matter({"headlin": "B"}, of)
    (found,) = of.report.findings
    assert (found.code, found.where.line, found.hint) == ("frontmatter.unknown", 2, "did you mean “headline”?")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("urgency", "high"),
        ("urgency", "0"),
        ("headline", ("a", "b")),
        ("headline", True),
        ("headline", "  "),
        ("by", None),
        ("pub_status", "usabel"),
        ("language", "klingonish"),
        ("date", "yesterday"),
        ("embargoed_until", "8:30"),
        ("dateline", None),
        ("keywords", ("a", "")),
    ],
)
def test_a_value_that_cannot_be_meant_is_told_and_left_out(key: str, value: Value) -> None:
    of = scene(text=f"x: y\n{key}: z\n")
    assert read_matter({key: value}, of).metadata == Metadata()
    (found,) = of.report.findings
    assert (found.code, found.where.line) == ("frontmatter.value", 2)


def test_ours_goes_before_pandoc_s_and_both_at_once_are_told() -> None:
    of = scene()
    assert read_matter({"title": "B", "headline": "A"}, of).metadata.headline == "A"
    assert codes(of) == ["frontmatter.value"]
    of = scene()
    assert read_matter({"title": "A", "headline": "A"}, of).metadata.headline == "A"
    assert codes(of) == []


def test_further_standfirsts_are_kept() -> None:
    of = scene()
    found = read_matter({"abstract": "C", "subtitle": "B", "standfirst": "A"}, of)
    assert (found.metadata.standfirst, found.standfirsts) == ("A", ("B", "C"))


def test_values_of_toml() -> None:
    import datetime

    assert toml_value(datetime.date(2026, 11, 24)) == "2026-11-24"
    values: list[object] = [3, "x", True, {}]
    assert [toml_value(value) for value in values] == ["3", "x", True, None]
    assert toml_value(["a", 1]) == ("a", "1")
