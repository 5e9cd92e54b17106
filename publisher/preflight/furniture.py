"""The words an issue says of itself, around its articles."""

import re
from collections.abc import Collection
from typing import NamedTuple

from publisher.model import Bulletin
from publisher.theme.tokens import Theme
from publisher.words import full_date, long_date, stamp, words_for

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
        full_date(metadata.date, metadata.language),
        long_date(metadata.date, metadata.language),
        *(getattr(words, name) for name in words.__struct_fields__),
        *(section.title for section in bulletin.sections),
    }
    required = (masthead, metadata.subtitle, metadata.publisher, metadata.rights, metadata.contact)
    return Furniture(tuple(sorted((w for w in found if w), key=len, reverse=True)), tuple(w for w in required if w))
