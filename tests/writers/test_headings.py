"""Headings: ranks without gaps, and kicker and headline as one."""

import pytest

from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Heading, Note, Section, Text
from publisher.report import Report
from publisher.theme.css import Medium
from publisher.writers.headings import Ranks, check_headings
from publisher.writers.heads import Head
from publisher.writers.xhtml import ArticleMarkup
from tests.samples import metadata
from tests.writers.epub.samples import say


def markup(article: Article, medium: Medium = Medium.READING) -> ArticleMarkup:
    return ArticleMarkup(article, "a1", medium, lambda _: None, lambda *_: "")


def headed(*levels: int) -> Article:
    body = tuple(Heading((Text(f"Part {number}"),), level=level) for number, level in enumerate(levels))
    return Article(Metadata(headline="H", language="en"), body)


@pytest.mark.parametrize(
    ("levels", "ranks"),
    [((1, 2, 3), [1, 2, 3]), ((1, 3, 2), [1, 2, 2]), ((3, 3, 1, 2), [1, 1, 1, 2]), ((2, 4, 4, 2), [1, 2, 2, 1])],
)
def test_ranks_have_no_gaps(levels: tuple[int, ...], ranks: list[int]) -> None:
    counted = Ranks()
    assert [counted.rank(level) for level in levels] == ranks


def test_the_markup_has_the_ranks_and_the_look_of_the_level() -> None:
    assert markup(headed(1, 3)).body(2) == '<h2 class="heading-1">Part 0</h2>\n<h3 class="heading-3">Part 1</h3>'


@pytest.mark.parametrize(("levels", "told"), [((1, 2, 1), []), ((1, 3), ["Part 1"])])
def test_a_skipped_level_is_told(levels: tuple[int, ...], told: list[str]) -> None:
    report = Report()
    check_headings(Bulletin(metadata(), (Section((headed(*levels),)),)), report)
    assert [finding.code for finding in report.findings] == ["heading.order"] * len(told)
    assert [finding.message[1:7] for finding in report.findings] == told


def test_a_heading_in_a_note_is_none() -> None:
    noted = Article(Metadata(), (say("x", Note((Heading((Text("In a note"),), level=2), say("y")))),))
    assert '<p class="heading-2">In a note</p>' in markup(noted, Medium.PRINT).body(2)
    report = Report()
    check_headings(Bulletin(metadata(), (Section((noted,)),)), report)
    assert report.findings == []


def test_kicker_and_headline_are_one_heading_to_whoever_listens() -> None:
    written = markup(headed()).head(Head("Towns", "A bridge", None, None), 1)
    assert '<hgroup><p class="kicker" id="a1.kicker">Towns</p><h1 class="headline" id="a1.headline"' in written
    assert 'aria-labelledby="a1.kicker a1.headline"' in written
    assert "hgroup" not in markup(headed()).head(Head(None, "A bridge", None, None), 1)
