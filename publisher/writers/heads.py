"""What stands over an article, in contents and in running heads: the same words in every format."""

import re
from typing import NamedTuple

from publisher.metadata import BulletinMetadata
from publisher.model import Article, Bulletin
from publisher.normalise.story.headline import shortened, stand_in
from publisher.theme.tokens import Theme
from publisher.words import stamp

#: Characters that keep apart what stands at both ends of a page's head, and those that are left of any title.
GAP, LEAST = 6, 20
#: Headlines that a cover shows, on pages and in Word.
COVER_HEADLINES = 4


class Head(NamedTuple):
    """The words over an article; absent ones are None."""

    kicker: str | None
    headline: str | None
    standfirst: str | None
    byline: str | None


def head(article: Article) -> Head:
    """The words that stand over *article*."""
    metadata = article.metadata
    return Head(metadata.kicker, metadata.headline, metadata.standfirst, byline(article))


def byline(article: Article) -> str | None:
    """Authors, then who is credited: “Aigul Kuspan · Kazinform”."""
    credit = article.metadata.creditline
    names = ", ".join(article.metadata.by)
    return " · ".join(part for part in (names, credit.name if credit else "") if part) or None


def title(article: Article) -> str:
    """What contents, outlines and heads call *article*: its headline, or its lede cut at a clause."""
    return article.metadata.headline or stand_in(article.body)


def running_title(article: Article, theme: Theme, beside: str = "") -> str:
    """The title as a page's head has room for it, with the words *beside* it in the same line."""
    words, room = title(article), theme.running_length - (len(beside) + GAP if beside else 0)
    return words if len(words) <= room else shortened(words, max(room, LEAST))


def document_title(metadata: BulletinMetadata) -> str:
    """What a file calls itself: the bulletin's title, behind what says that it may not be published yet."""
    return " · ".join(part for part in (stamp(metadata), metadata.title) if part)


def dateline_parts(raw: str) -> tuple[str, str]:
    """A raw dateline as (words, dash with its blanks): ``ASTANA – `` → ``ASTANA``, `` – ``."""
    match = re.match(r"(.*?)([\s.:_–—-]*)\Z", raw, re.DOTALL)
    return (match[1], match[2]) if match else (raw, "")


def keyed(bulletin: Bulletin) -> tuple[tuple[str, Article], ...]:
    """(key, article) for every article in reading order: ``a1``, ``a2`` …, their names in every format."""
    return tuple((f"a{number}", article) for number, article in enumerate(bulletin.articles, 1))
