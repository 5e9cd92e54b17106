"""Bulletins of our own sentences, for tests that need a whole one."""

import datetime

from publisher.metadata import BulletinMetadata, Creditline, Dateline, Metadata
from publisher.model import Article, Bulletin, Heading, Paragraph, Section, Text

SENTENCES = (
    "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there.",
    "“We have waited for this bridge for eleven years,” the mayor said, “and we can wait for one winter more.”",
    "The engineers expect the first span to stand before the river freezes; the second follows when the ice has gone.",
    "Nobody could say on the day what the work will cost. A figure was promised for the spring session of the council.",
)


def article(number: int = 1, paragraphs: int = 4, headline: str | None = "A bridge before the ice") -> Article:
    """An article of *paragraphs* paragraphs, no two of them alike."""
    body = tuple(
        Paragraph((Text(f"{SENTENCES[n % len(SENTENCES)]} This is paragraph {n + 1} of story {number}."),))
        for n in range(paragraphs)
    )
    metadata = Metadata(
        headline=headline and f"{headline}, part {number}",
        kicker="Towns",
        standfirst="The council wants the first span to stand before the river freezes.",
        by=("Ilse Beispiel",),
        dateline=Dateline("RIVERTON – ", "RIVERTON"),
        creditline=Creditline("Valley Wire", "settings"),
        language="en-US",
    )
    return Article(metadata, (*body, Heading((Text("What comes next"),)), Paragraph((Text("The ice decides."),))))


def metadata(**changes: object) -> BulletinMetadata:
    """What the sample bulletin says of itself."""
    values: dict[str, object] = {
        "title": "The Valley Bulletin",
        "language": "en-US",
        "identifier": "urn:uuid:2f1c1f2e-5c3f-5d1e-9a49-1f0d6d3f6f00",
        "slug": "the-valley-bulletin-7-en-us",
        "number": "7",
        "date": datetime.date(2026, 11, 24),
        "publisher": "the Valley Council",
        "contact": "desk@example.org",
        "rights": "May be reprinted with attribution.",
        "authors": ("Ilse Beispiel",),
        "keywords": ("bridge", "winter"),
    }
    return BulletinMetadata(**(values | changes))  # type: ignore[arg-type]


def bulletin(articles: int = 1, paragraphs: int = 4, **changes: object) -> Bulletin:
    """A bulletin of so many articles."""
    texts = tuple(article(number, paragraphs) for number in range(1, articles + 1))
    return Bulletin(metadata(**changes), (Section(texts),))
