"""Where links may lead."""

import pytest

from publisher.readers.links import safe_target
from publisher.report import Report, Where


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?b#c", "HTTP://example.org", "mailto:a@example.org", "tel:+7", "#name", "a3#name", "#қала"],
)
def test_names_and_addresses_are_kept(url: str) -> None:
    report = Report()
    assert safe_target(url, report, Where("a.md")) == url
    assert report.findings == []


@pytest.mark.parametrize("around", [" ", "\n", "\u200b", "\xa0"])
def test_what_stands_around_by_oversight_goes(around: str) -> None:
    url = f"{around}https://example.org/{around}"
    assert safe_target(url, Report(), Where("a.md")) == "https://example.org/"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/a",
        "page.html",
        "page.html#name",
        "../a",
        "#",
        "",
        "C:\\a",
    ],
)
def test_all_else_leads_nowhere_and_is_told(url: str) -> None:
    report = Report()
    assert safe_target(url, report, Where("a.md", 2)) is None
    assert [(f.code, f.where.line) for f in report.findings] == [("link.dropped", 2)]
