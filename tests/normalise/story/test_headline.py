import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.metadata import Metadata
from publisher.model import Article, Heading, Paragraph, Role, Text
from publisher.normalise.story.headline import drop_repeats, stand_in, take_headline
from publisher.report import Report

LEDE = "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there."


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


@pytest.mark.parametrize(
    "first",
    ["A bridge before the ice", "Will it stand?", "Ready!", "The mayor: “It stands”", "А мост готов", "x" * 139],
)
def test_takes_a_short_first_block(first: str) -> None:
    report = Report()
    taken = take_headline(article(first, LEDE), report)
    assert taken == Article(Metadata(headline=first), article(LEDE).body)
    (finding,) = report.findings
    assert (finding.code, finding.before) == ("structure.headline", first)


@pytest.mark.parametrize(
    "texts",
    [
        ("A bridge before the ice",),
        ("It stands.", LEDE),
        ("He said: “It stands.”", LEDE),
        ("桥已建成。", LEDE),
        ("x" * 140, LEDE),
        ("RIVERTON (AP) – The bridge stands", LEDE),
        (),
    ],
)
def test_takes_nothing_else(texts: tuple[str, ...]) -> None:
    assert take_headline(article(*texts), Report()) == article(*texts)


def test_leaves_a_headline_that_is_known_and_other_blocks() -> None:
    known = Article(Metadata(headline="Known"), article("A bridge", LEDE).body)
    assert take_headline(known, Report()) is known
    headed = Article(Metadata(), (Heading((Text("A bridge"),)), *article(LEDE).body))
    assert take_headline(headed, Report()) is headed
    noted = Article(Metadata(), (Paragraph((Text("A note"),), role=Role.EDITORS_NOTE), *article(LEDE).body))
    assert take_headline(noted, Report()) is noted


@pytest.mark.parametrize(
    ("lede", "words"),
    [
        ("The bridge stands.", "The bridge stands"),
        ("The bridge stands…", "The bridge stands…"),
        ("Will it stand?", "Will it stand?"),
        (LEDE, "The committee met on Monday and heard four speakers"),
        (
            "On Monday, the whole committee met with the engineers of the valley and the coast for the first time.",
            "On Monday, the whole committee met with the engineers of the valley and the coast for the…",
        ),
        (
            "The engineers who had travelled from the coast to the town heard the mayor and the council there.",
            "The engineers who had travelled from the coast to the town heard the mayor and the…",
        ),
        (
            "The whole council thanked the engineers who had travelled from the coast to the town for the week.",
            "The whole council thanked the engineers",
        ),
        (
            "The mayor of the town said “the bridge, as we know it, stands for all of us and for all times to come”.",
            "The mayor of the town said “the bridge, as we know it, stands for all of us and for all…",
        ),
        (
            "A bridge of 1,200 metres and 3.5 million bolts (the longest on the coast, by far) was opened on Monday.",
            "A bridge of 1,200 metres and 3.5 million bolts",
        ),
        (
            "The first span of the bridge stands. The second follows when the ice has gone from the river there.",
            "The first span of the bridge stands",
        ),
        (
            "Will the first span of the bridge stand? The engineers of the coast and the council say it will.",
            "Will the first span of the bridge stand?",
        ),
    ],
)
def test_cuts_a_lede_at_a_clause_or_word(lede: str, words: str) -> None:
    assert stand_in(article(lede, LEDE).body) == words
    assert len(words) <= 91


def test_cuts_where_there_are_no_blanks() -> None:
    chinese = (
        "市议会星期一开会听取了四位发言人的意见，工程师说大桥将在河流结冰之前竣工，市长说整个山谷都在等待这一天的到来"
    )
    assert stand_in(article(chinese).body) == "市议会星期一开会听取了四位发言人的意见，工程师说大桥将在河流结冰之前竣工"
    assert stand_in(article("桥" * 100).body) == "桥" * 44 + "…"
    assert stand_in(article("e\u0301" * 100).body) == "e\u0301" * 44 + "…"


def test_stands_in_with_the_first_words_there_are() -> None:
    assert stand_in(()) == ""
    assert stand_in((Heading((Text("Not this"),)), *article(" ", "But this.").body)) == "But this"


@given(st.text(max_size=300))
def test_a_stand_in_is_short_and_a_piece_of_the_lede(lede: str) -> None:
    words = stand_in(article(lede).body)
    assert len(words) <= 91
    assert lede.strip().startswith(words.removesuffix("…"))


@pytest.mark.parametrize(
    ("title", "headline", "date", "agency"),
    [
        ("Міст відкрито - DW - 10.02.2023", "Міст відкрито", "2023-02-10", "DW"),
        ("大桥通车--时政--人民网", "大桥通车", None, "人民网"),
        ("大桥通车-新华网", "大桥通车", None, None),
        ("Мост открыт в городе: 11 Февраля 2023, 14:10", "Мост открыт в городе", "2023-02-11", None),
        ("A bridge opens | Reuters", "A bridge opens", None, "Reuters"),
        ("A bridge opens - example.org", "A bridge opens", None, None),
        ("A bridge - and how it came", "A bridge - and how it came", None, None),
        ("The bridge: what comes now", "The bridge: what comes now", None, None),
    ],
)
def test_cuts_the_site_and_the_date_off(title: str, headline: str, date: str | None, agency: str | None) -> None:
    metadata = take_headline(article(title, LEDE), Report()).metadata
    assert metadata.headline == headline
    assert (metadata.dateline.date if metadata.dateline else None) == date
    assert (metadata.creditline.name if metadata.creditline else None) == agency


def test_takes_what_title_and_text_both_say_and_drops_the_repeats() -> None:
    report = Report()
    taken = take_headline(article("The Town-News-A bridge opens", "A bridge opens", "A BRIDGE OPENS!", LEDE), report)
    assert taken == Article(Metadata(headline="A bridge opens"), article(LEDE).body)
    assert [found.code for found in report.findings] == [
        "structure.headline",
        "structure.repeated",
        "structure.repeated",
    ]


def test_drops_a_topic_that_repeats_the_headline() -> None:
    known = Article(Metadata(headline="大桥今日正式通车"), article("题：大桥今日正式通车", LEDE).body)
    assert drop_repeats(known, Report()).body == article(LEDE).body
    alone = Article(Metadata(headline="大桥今日正式通车"), article("大桥今日正式通车").body)
    assert drop_repeats(alone, Report()) is alone


def test_takes_a_headline_that_ends_in_an_abbreviation() -> None:
    assert take_headline(article("A bridge opens in the U.S.", LEDE), Report()).metadata.headline


@pytest.mark.parametrize("first", ["Dear readers,", "He said:", "- It stands", "— Это мост", "*** ***"])
def test_takes_no_greeting_dialogue_or_signs(first: str) -> None:
    assert take_headline(article(first, LEDE), Report()).metadata.headline is None


def test_counts_no_vowels_that_stand_on_others() -> None:
    thai = "ที่นี่มีสะพาน" * 13
    assert len(thai) > 140
    assert take_headline(article(thai, LEDE), Report()).metadata.headline == thai
