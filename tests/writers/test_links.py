"""Where links lead: inside the book, on the web, or nowhere."""

import pytest

from publisher.model import Section
from publisher.report import Report
from publisher.writers.links import address, names_in, resolver
from tests.writers.epub.samples import every_node, issue

NAMES = names_in(every_node())


def place(article: str, key: str) -> str:
    return "" if article == key else f"{article}.xhtml"


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("#here", "#a2-here"),
        ("a2#here", "#a2-here"),
        ("a1#one", "a1.xhtml#a1-one"),
        ("a1#t", "a1.xhtml#a1-t"),
        ("a1#pause", None),
        ("#one", None),
        ("a9#one", None),
        ("#", None),
        ("a1#", None),
        ("", None),
    ],
)
def test_names_of_the_bulletin(target: str, href: str | None) -> None:
    assert address(target, "a2", NAMES, place) == href


def test_a_name_in_another_script_is_encoded() -> None:
    assert address("#часть", "a1", {"a1": frozenset({"часть"})}, place) == "#a1-%D1%87%D0%B0%D1%81%D1%82%D1%8C"


def test_a_dropped_link_is_told_of_with_its_place_and_the_way_out() -> None:
    bulletin = issue(Section(()))
    report = Report()
    assert resolver("a1", names_in(bulletin), place, report)("notes.html") is None
    (finding,) = report.findings
    assert finding.code == "link.dropped"
    assert finding.where.article == "a1"
    assert "“notes.html”" in finding.message
    assert "https://" in (finding.hint or "")


def test_notes_and_tables_have_names_too() -> None:
    assert "t" in NAMES["a1"]
    assert NAMES["a2"] >= {"here", "headline", "note-1"}
