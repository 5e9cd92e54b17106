"""Binding: the editor's words laid over the copy's, sections, pull quotes, what is left open."""

import pytest

from publisher.bind import Reading, bind
from publisher.errors import ConfigurationError
from publisher.formats import Source
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Paragraph, Role, Text
from publisher.report import Report
from publisher.settings import read_settings

BODY = (
    "The council met on Monday, and nobody left before midnight.",
    "“We will build it,” the mayor said, “and we will pay for it ourselves, whatever the winter brings.”",
    "The vote was nine to two.",
)


def bound(toml: str, report: Report | None = None, headline: str | None = None) -> Bulletin:
    article = Article(Metadata(headline=headline), tuple(Paragraph((Text(words),)) for words in BODY))
    reading = Reading(Source("a.txt", b""), (article,))
    return bind([reading], read_settings(toml), report or Report())


def test_what_the_editor_says_goes_before_what_the_copy_says() -> None:
    made = bound(
        '[source."a.txt"]\nheadline = "Mine"\nby = "Ann"\ncreditline = "Wire"\nsubjects = ["medtop:1"]',
        headline="Theirs",
    )
    metadata = made.articles[0].metadata
    assert metadata.subjects == ("medtop:1",)
    assert (metadata.headline, metadata.by) == ("Mine", ("Ann",))
    assert metadata.creditline is not None
    assert (metadata.creditline.name, metadata.creditline.origin) == ("Wire", "settings")
    assert made.metadata.authors == ("Ann",)


def test_without_a_headline_a_finding_says_what_serves() -> None:
    report = Report()
    bound('title = "T"\ndate = 2026-01-01\nlanguage = "en"', report)
    (finding,) = report.findings
    assert finding.code == "structure.no-headline"
    assert "The council met on Monday" in finding.message


def test_what_is_left_open_is_told_and_never_taken_from_the_clock() -> None:
    report = Report()
    made = bound("", report, headline="H")
    assert {f.code for f in report.findings} == {"bulletin.no-title", "bulletin.no-date", "bulletin.no-language"}
    assert made.metadata.date is None


def test_a_pull_quote_is_set_in_near_the_middle() -> None:
    made = bound('[source."a.txt"]\npull_quote = "we will pay for it ourselves … whatever the winter"')
    roles = [block.role for block in made.articles[0].body]
    assert roles.count(Role.PULL_QUOTE) == 1
    assert roles[0] is Role.BODY


@pytest.mark.parametrize(
    "quote",
    [
        "we will not pay for it",
        "e will build it",
        "whatever the winter brings … we will build it",
        "We will … nine to two",
    ],
)
def test_a_pull_quote_that_is_no_verbatim_piece_is_refused(quote: str) -> None:
    report = Report()
    bound(f'[source."a.txt"]\npull_quote = "{quote}"', report)
    assert "pull-quote.not-verbatim" in [f.code for f in report.errors]


def test_sections_keep_the_order_in_which_they_first_occur() -> None:
    def reading(name: str, section: str | None) -> Reading:
        article = Article(Metadata(headline=name), (Paragraph((Text("Words."),)),))
        return Reading(Source(name, b"", None, section), (article,))

    made = bind([reading("a", "Home"), reading("b", "World"), reading("c", "Home")], read_settings(""), Report())
    assert [(s.title, [a.metadata.headline for a in s.articles]) for s in made.sections] == [
        ("Home", ["a", "c"]),
        ("World", ["b"]),
    ]


SENDERS = """language = "kk"
publisher = "Әкімдік"
contact = "press@ozen.example"
[letterhead]
release_line = false
[[letterhead.sender]]
name = "Өзен ауданының әкімдігі"
address = ["Абай көшесі, 1", "press@ozen.example"]
[[letterhead.sender]]
language = "ru"
name = "Акимат Озенского района"
"""


def test_senders_speak_the_issues_language_unless_they_say_another() -> None:
    metadata = bound(SENDERS).metadata
    assert [(sender.language, sender.name) for sender in metadata.letterhead] == [
        ("kk", "Өзен ауданының әкімдігі"),
        ("ru", "Акимат Озенского района"),
    ]
    assert metadata.letterhead[0].address == ("Абай көшесі, 1", "press@ozen.example")
    assert not metadata.release_line


def test_without_senders_the_publisher_sends() -> None:
    metadata = bound('language = "en"\npublisher = "the Council"\ncontact = "desk@example.org"').metadata
    (sender,) = metadata.letterhead
    assert (sender.name, sender.language, sender.address) == ("the Council", "en", ("desk@example.org",))
    assert metadata.release_line


def test_a_letterhead_has_room_for_two_senders() -> None:
    third = '[[letterhead.sender]]\nname = "A third"\n'
    with pytest.raises(ConfigurationError, match=r"letterhead\.sender"):
        bound(SENDERS + third)
