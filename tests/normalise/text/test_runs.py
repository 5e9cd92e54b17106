"""Runs of an article cleaned together."""

import pytest
from hypothesis import given

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, CodeBlock, Emphasis, Figure, Image, Link, Paragraph, Text
from publisher.normalise.rules import Rules
from publisher.normalise.text.runs import clean_runs
from publisher.report import Report, Where
from publisher.settings import Normalise
from tests.strategies import articles


def nowhere(_: str) -> Where:
    return Where("a.md")


def words(*runs: str) -> Article:
    return Article(Metadata(), (Paragraph(tuple(map(Text, runs))),))


@given(articles)
def test_clean_articles_stay_the_same_object(article: Article) -> None:
    cleaned = clean_runs(article, nowhere, Report())
    assert clean_runs(cleaned, nowhere, Report()) is cleaned


def test_every_field_that_is_read_is_cleaned() -> None:
    dirty = "a\u200bb\x01"
    article = Article(
        Metadata(headline=dirty, by=(dirty, "clean"), keywords=(dirty,), dateline=Dateline(dirty, dirty)),
        (
            Figure(Image("hash", alt=dirty), (Text(dirty),), dirty),
            CodeBlock(f"{dirty}\n{dirty}"),
            Paragraph((Link("https://example.org/", (Emphasis((Text(dirty),)),), dirty),)),
        ),
    )
    report = Report()
    assert clean_runs(article, nowhere, report) == Article(
        Metadata(headline="ab", by=("ab", "clean"), keywords=("ab",), dateline=Dateline("ab", "ab")),
        (
            Figure(Image("hash", alt="ab"), (Text("ab"),), "ab"),
            CodeBlock("ab\nab"),
            Paragraph((Link("https://example.org/", (Emphasis((Text("ab"),)),), "ab"),)),
        ),
    )
    assert {finding.code for finding in report.findings} == {"character.control", "character.invisible"}


def test_targets_and_names_of_pictures_are_left_alone() -> None:
    article = Article(Metadata(), (Paragraph((Link("https://example.org/\u200b", (Text("x"),)),)),))
    assert clean_runs(article, nowhere, Report()) == article


def test_a_run_of_which_nothing_is_left_goes() -> None:
    assert clean_runs(words("a", "\u200b", "b"), nowhere, Report()) == words("a", "b")


def test_a_word_is_judged_by_the_letters_of_other_runs_and_placed_by_itself() -> None:
    mixed = "сorа"  # Cyrillic es and a, Latin o and r: a tie, which the neighbours decide
    report, asked = Report(), list[str]()

    def where(word: str) -> Where:
        asked.append(word)
        return Where("a.md", 7, 2)

    cleaned = clean_runs(words("many latin words", f"a {mixed} here"), where, report)
    assert cleaned == words("many latin words", "a cora here")
    assert asked == [mixed]
    assert report.findings[0].where == Where("a.md", 7, 2)


@pytest.mark.parametrize("letter", ["\u200b", "\x01"])
def test_messages_name_no_lines_that_the_source_does_not_have(letter: str) -> None:
    report = Report()
    clean_runs(words("one", f"two{letter}"), nowhere, report)
    assert "2:" not in report.findings[0].message


@pytest.mark.parametrize(
    ("rule", "copy", "kept"),
    [("scripts", "The \u0441ouncil met.", "\u0441ouncil"), ("composition", "The cafe\u0301 is open.", "cafe\u0301")],
)
def test_rules_for_characters_can_be_switched_off(rule: str, copy: str, kept: str) -> None:
    on, off = (clean_runs(words(copy), nowhere, Report(), Rules(Normalise(**{rule: state}))) for state in (True, False))
    assert kept not in str(on.body)
    assert kept in str(off.body)
