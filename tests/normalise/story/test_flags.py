import pytest

from publisher.metadata import Metadata
from publisher.model import Article, Paragraph, Text
from publisher.normalise.story.flags import is_flag, take_flags
from publisher.report import Report


@pytest.mark.parametrize(
    "line",
    [
        "REFILE",
        "1ST LEAD",
        "2nd Lead",
        "LEAD 2",
        "(URGENT)",
        "***URGENT***",
        "UPDATE 3",
        "UPDATE 1-",
        "Eilmeldung",
        "2. ZUSAMMENFASSUNG 1400",
        "Zusammenfassung 1600 Uhr",
        "СРОЧНО",
        "1st Ld-Writethru",
        "快讯",
        "Son dakika",
        "PRESS RELEASE",
        "FOR IMMEDIATE RELEASE",
        "Comunicado de prensa",
        "عاجل",
        "ШҰҒЫЛ",
    ],
)
def test_knows_flags(line: str) -> None:
    assert is_flag(line)


@pytest.mark.parametrize(
    "line",
    ["", "Lead", "Update", "New", "3", "2024", "- - -", "MALAYSIA", "Correction: the mayor", "URGENT help is needed"],
)
def test_knows_no_others(line: str) -> None:
    assert not is_flag(line)


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


def test_takes_flags_above_a_story() -> None:
    report = Report()
    taken = take_flags(article("REFILE", "1ST LEAD", "A bridge", "It stands."), report)
    assert taken == Article(Metadata(ed_note="REFILE\n1ST LEAD"), article("A bridge", "It stands.").body)
    assert [found.before for found in report.findings] == ["REFILE", "1ST LEAD"]


def test_leaves_them_inside_it_and_alone() -> None:
    story = article("A bridge", *["It stands."] * 6, "URGENT", "It stands.")
    assert take_flags(story, Report()) == story
    assert take_flags(article("URGENT"), Report()) == article("URGENT")
    long = article("A bridge " * 30, "URGENT", "It stands.")
    assert take_flags(long, Report()) == long
