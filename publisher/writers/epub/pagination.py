"""The printed pages in the book: where each begins, to the character, and the list of them (EPUB 3.3, § 7.4.3)."""

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from publisher.identity import NAMESPACE
from publisher.metadata import BulletinMetadata
from publisher.writers.pages.flow import Turn

#: Our own markup, piece by piece: a note's call as it begins, a tag, a character reference, or one character.
_PIECE = re.compile(r'(?P<call><sup><a [^>]*role="doc-noteref"[^>]*>)|<[^>]*>|&[^;\s]*;|.', re.DOTALL)
_LEAF = re.compile(r' data-leaf="([^"]*)"')


class Paged(NamedTuple):
    """A document's markup with its page breaks, and their labels in order."""

    markup: str
    labels: tuple[str, ...]


def by_leaf(turns: Iterable[Turn]) -> dict[str, list[Turn]]:
    """Leaf → the pages that begin in it, in order."""
    found: dict[str, list[Turn]] = {}
    for turn in turns:
        found.setdefault(turn.leaf, []).append(turn)
    return found


def paged(markup: str, turns: Mapping[str, Sequence[Turn]]) -> Paged:
    """*markup* without its leaves' names, and with a break before the first character of each page.

    A note's call is counted with no words. Behind a blank it goes with what follows: no line ends between a number
    and a letter (UAX #14, LB23).
    """
    written: list[str] = []
    labels: list[str] = []
    waiting: list[Turn] = []
    count, in_call, after_blank = 0, False, False
    for match in _PIECE.finditer(markup):
        piece = match[0]
        if piece.startswith("<"):
            is_call = match["call"] is not None
            if is_call and after_blank:
                _break_at(count, waiting, written, labels)
            in_call = is_call or (in_call and piece != "</a>")
            if leaf := _LEAF.search(piece):
                written.append(_LEAF.sub("", piece))
                count, waiting = 0, list(turns.get(leaf[1], ()))
                _break_at(0, waiting, written, labels)
                continue
        elif not piece.isspace() and not in_call:
            _break_at(count, waiting, written, labels)
            count += 1
        after_blank = piece.isspace() or (after_blank and piece.startswith("<"))
        written.append(piece)
    return Paged("".join(written), tuple(labels))


def _break_at(count: int, waiting: list[Turn], written: list[str], labels: list[str]) -> None:
    while waiting and waiting[0].offset <= count:
        turn = waiting.pop(0)
        written.append(page_break(turn.label))
        labels.append(turn.label)


def page_break(label: str) -> str:
    """The mark of a page's beginning."""
    name = escape(label)
    return f'<span epub:type="pagebreak" role="doc-pagebreak" id="page-{name}" aria-label="{name}"></span>'


def print_edition(metadata: BulletinMetadata) -> str:
    """The identifier of the print edition, the one that its PDF bears."""
    return uuid.uuid5(NAMESPACE, f"{metadata.identifier} print").urn
