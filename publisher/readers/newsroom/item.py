"""A news item, whatever format brought it: what its fields say, and its body as markup or as plain lines."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import NamedTuple

#: Fields by the names that `Metadata` has for them, as the format wrote them.
Fields = Mapping[str, str | tuple[str, ...] | None]
_TAG = re.compile(r"<(?:[a-z!/?][^<>]*>)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});", re.IGNORECASE)


class Loss(NamedTuple):
    """What a format brought and print has no place for: *what* it is, in a user's words, and the *words* it has."""

    what: str
    words: str


class Item(NamedTuple):
    """One text; *located* is where it was written, of which formats without a dateline tell.

    A body that *is_markup* is HTML; *tail* is HTML that stands behind a body of either kind.
    """

    fields: Fields
    body: str
    is_markup: bool = True
    tail: str = ""
    located: str | None = None
    losses: tuple[Loss, ...] = ()


def is_html(text: str) -> bool:
    """Whether *text*, from a field that may hold either, holds markup."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def plain(text: str | None) -> str | None:
    """The words of a field in one line, rid of markup; None if it has none."""
    words = text or ""
    if is_html(words):
        words = unescape(_TAG.sub(" " if "<p" in words or "<br" in words else "", _COMMENT.sub("", words)))
    return " ".join(words.split()) or None


def paragraphs(text: str, role: str = "") -> str:
    """*text*, plain lines, as HTML: a paragraph each, in a *role* of the model's."""
    opening = f'<p class="{role}">' if role else "<p>"
    return "".join(f"{opening}{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def figure(source: str, alt: str | None, caption: str | None, credit: str | None) -> str:
    """A picture as HTML; without *alt* it says nothing of what it shows, and the reader of pictures tells that."""
    said = f' alt="{escape(alt)}"' if alt else ""
    by = f' data-credit="{escape(credit)}"' if credit else ""
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f'<figure><img src="{escape(source)}"{said}{by}/>{below}</figure>'
