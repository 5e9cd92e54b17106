"""The words an issue says of itself, around its articles."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from publisher.model import Article, Bulletin
from publisher.normalise.story.headline import shortened, stand_in
from publisher.theme.tokens import Theme
from publisher.words import full_date, long_date, release_lines, stamp, words_for

_NUMBERS = re.compile(r"[\d\s.,·•◦▪–—-]*")


class Furniture(NamedTuple):
    """Words that may stand around the articles, longest first."""

    words: tuple[str, ...]
    required: tuple[str, ...] = ()
    """Those that every file must show somewhere."""

    def explains(self, stray: str, also: Collection[str] = ()) -> bool:
        """Whether *stray* is made of furniture, of *also*, and of numbers and dividers, and nothing else."""
        rest = stray
        for words in sorted({*self.words, *also}, key=len, reverse=True):
            if words:
                rest = rest.replace(words, " ")
        return _NUMBERS.fullmatch(rest) is not None


def furniture(bulletin: Bulletin, theme: Theme) -> Furniture:
    """The furniture of *bulletin*: masthead, folio, contents, running heads and feet, colophon."""
    metadata = bulletin.metadata
    masthead = theme.marks.masthead or metadata.title
    words = words_for(metadata.language)
    published = words.published.format(title=metadata.title, publisher=metadata.publisher) if metadata.publisher else ""
    sent = [words for sender in metadata.letterhead for words in (sender.name, *sender.address)]
    found = {
        masthead,
        metadata.title,
        metadata.subtitle,
        metadata.publisher,
        metadata.rights,
        metadata.contact,
        published,
        words.numbered(metadata.number),
        stamp(metadata),
        *(words for _, words in release_lines(metadata)),
        *sent,
        full_date(metadata.date, metadata.language),
        long_date(metadata.date, metadata.language),
        *(getattr(words, name) for name in words.__struct_fields__),
        *(words for article in bulletin.articles for words in _running(article, bulletin, theme)),
        *(section.title for section in bulletin.sections),
    }
    required = [masthead, metadata.subtitle, metadata.publisher, metadata.rights, metadata.contact]
    if theme.form.opening == "letterhead" and len(bulletin.articles) < theme.form.cover_from:
        required += sent
    return Furniture(tuple(sorted((w for w in found if w), key=len, reverse=True)), tuple(w for w in required if w))


def _running(article: Article, bulletin: Bulletin, theme: Theme) -> Iterator[str]:
    """An article's title as the heads of its pages may have it: alone on the page, beside the bulletin's in Word."""
    words, room = article.metadata.headline or stand_in(article.body), theme.running_length
    if theme.form.running_head:
        yield words if len(words) <= room else shortened(words, room)
        return
    room -= len(bulletin.metadata.title) + 6
    if len(words) > room:
        yield shortened(words, max(room, 20))
