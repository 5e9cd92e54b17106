"""The sample bulletins built once for all tests that ask for them: their pages are laid out once for every format."""

import functools
from collections.abc import Callable

from publisher.formats import Artifact, Format
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Inline, Note, Section, Text
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers import render
from tests.samples import SENTENCES, bulletin
from tests.writers.epub.samples import MEDIA, arabic, every_node, issue, plain, say

THEME = load_theme("gazette")


def long(articles: int) -> Bulletin:
    """Articles whose paragraphs are so long that columns and pages turn within them."""
    words = " ".join(sentence for _ in range(12) for sentence in SENTENCES)
    texts = tuple(
        Article(
            Metadata(headline=f"Long story {n}", language="en-US"), tuple(say(f"{n}.{p} {words}") for p in range(5))
        )
        for n in range(articles)
    )
    return issue(Section(texts))


def noted() -> Bulletin:
    """A paragraph over pages, with a note in every twelfth sentence."""
    inlines: list[Inline] = []
    for number in range(300):
        inlines.append(Text(f"Sentence {number} of the report says little. "))
        inlines += [Note((say(f"Note {number}."),))] * (number % 12 == 11)
    return issue(Section((Article(Metadata(headline="A report", language="en-US"), (say(*inlines),)),)))


SAMPLES: dict[str, Callable[[], Bulletin]] = {
    "plain": plain,
    "every node": every_node,
    "Arabic": arabic,
    "long paragraphs": lambda: long(2),
    "with notes": noted,
    "sixty articles": lambda: bulletin(60, paragraphs=7),
}


@functools.cache
def built(name: str) -> dict[Format, Artifact]:
    """A sample's screen PDF, DOCX and EPUB, made in one build."""
    report = Report()
    made = render(SAMPLES[name](), THEME, MEDIA, [Format.SCREEN, Format.DOCX, Format.EPUB], report, lambda _: None)
    assert [finding.message for finding in report.findings if finding.code == "layout.page-map"] == []
    return {artifact.format: artifact for artifact in made}


def screen(name: str) -> bytes:
    """A sample's screen PDF."""
    return built(name)[Format.SCREEN].data


def book(name: str) -> Artifact:
    """A sample's EPUB, with its pages."""
    return built(name)[Format.EPUB]
