import pytest

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Paragraph, Role, Text
from publisher.normalise.story.standfirst import take_kicker, take_standfirst
from publisher.report import Report

LEDE = "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there."
HEADLINE = "A bridge opens before the ice"


def article(*texts: str, headline: str | None = None) -> Article:
    return Article(Metadata(headline=headline), tuple(Paragraph((Text(text),)) for text in texts))


@pytest.mark.parametrize("kicker", ["POLITICS", "Analysis", "Интервью", "THE VALLEY TODAY"])
def test_takes_a_kicker_above_a_headline(kicker: str) -> None:
    report = Report()
    taken = take_kicker(article(kicker, HEADLINE, LEDE), report)
    assert taken == Article(Metadata(kicker=kicker), article(HEADLINE, LEDE).body)
    assert [(found.code, found.before) for found in report.findings] == [("structure.kicker", kicker)]


@pytest.mark.parametrize(
    "texts",
    [
        ("MALAYSIA", LEDE, LEDE),
        ("POLITICS", "It opens.", LEDE),
        ("Interview with the mayor", HEADLINE, LEDE),
        ("Bridges", HEADLINE, LEDE),
        ("POLITICS", HEADLINE),
        ("POLITICS", f"RIVERTON (AP) – {LEDE}", LEDE),
        (),
    ],
)
def test_takes_no_other_line_for_a_kicker(texts: tuple[str, ...]) -> None:
    assert take_kicker(article(*texts), Report()) == article(*texts)


@pytest.mark.parametrize(
    "standfirst",
    [
        "The council wants it to stand",
        "LE POINT SUR LE PONT - Il est ouvert.",
        "COASTAL ALARM: The ice has come early.",
    ],
)
def test_takes_a_standfirst(standfirst: str) -> None:
    report = Report()
    taken = take_standfirst(article(standfirst, LEDE, LEDE, headline=HEADLINE), report)
    assert taken == Article(Metadata(headline=HEADLINE, standfirst=standfirst), article(LEDE, LEDE).body)
    assert [(found.code, found.before) for found in report.findings] == [("structure.standfirst", standfirst)]


def test_takes_what_stands_before_a_dateline() -> None:
    first = Paragraph((Text("It is open."),), role=Role.STANDFIRST)
    body = (first, *article(LEDE).body)
    metadata = Metadata(headline=HEADLINE, dateline=Dateline("RIVERTON – ", "RIVERTON"))
    taken = take_standfirst(Article(metadata, body), Report())
    assert (taken.metadata.standfirst, taken.body) == ("It is open.", body[1:])


@pytest.mark.parametrize(
    ("texts", "headline"),
    [
        (("The bridge opened on Monday, the mayor said.", LEDE, LEDE), HEADLINE),
        (("The council wants it to stand", LEDE, LEDE), None),
        (("The council wants it to stand", LEDE), HEADLINE),
        (("It stands:", LEDE, LEDE), HEADLINE),
        (("The council wants it to stand", "No stop " * 10, "No stop " * 10), HEADLINE),
        ((), HEADLINE),
    ],
)
def test_takes_no_other_paragraph_for_one(texts: tuple[str, ...], headline: str | None) -> None:
    assert take_standfirst(article(*texts, headline=headline), Report()) == article(*texts, headline=headline)


def test_drops_a_summary_that_the_lede_repeats() -> None:
    report = Report()
    summary = Paragraph((Text(LEDE),), role=Role.STANDFIRST)
    metadata = Metadata(headline=HEADLINE, dateline=Dateline("RIVERTON – ", "RIVERTON"))
    taken = take_standfirst(Article(metadata, (summary, *article(f"{LEDE} And more.").body)), report)
    assert taken == Article(metadata, article(f"{LEDE} And more.").body)
    assert [found.code for found in report.findings] == ["structure.repeated"]
