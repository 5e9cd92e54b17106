"""Lists: paragraphs with bullets or numbers that stand together."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import regex

from publisher.model import ItemList, NumberStyle, Paragraph, Text

_MARK = re.compile(
    r"(?P<bullet>[*•·▪◦‣●○■□➢➤✓✔–—-])\s+|(?P<number>\d{1,3})[.)]\s+|\((?P<bracketed>\d{1,3})\)\s+|"
    r"(?P<letter>[a-z])\)\s+"
)
# Signs that are bullets only; dashes open speeches, too.
BULLETS = frozenset("*•·▪◦‣●○■□➢➤✓✔")
_SPEECH = regex.compile(r"[–—-]\s+[\"“„«]?\p{Lu}.*[.!?…][\"”»]?\Z", regex.DOTALL)
_SMALL = regex.compile(r"\p{Ll}")


class Item(NamedTuple):
    """What a paragraph that could be an item begins with: its bullet or number, and the length of that."""

    bullet: str
    number: int | None
    style: NumberStyle
    length: int


def starts_item(words: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return bool(_MARK.match(words))


def read_item(text: str) -> Item | None:
    """What *text* begins with, if it could be an item of a list."""
    match = _MARK.match(text)
    if match is None or match.end() == len(text):
        return None
    if bullet := match["bullet"]:
        return Item(bullet, None, "decimal", match.end())
    if letter := match["letter"]:
        return Item("a)", ord(letter) - ord("a") + 1, "lower-alpha", match.end())
    return Item("1.", int(match["number"] or match["bracketed"]), "decimal", match.end())


def find_list(texts: Sequence[str], start: int, before: str) -> int:
    """How many paragraphs from *start* on make a list; 0 if none do. *before* is the paragraph above them."""
    first = read_item(texts[start])
    if first is None:
        return 0
    end = start + 1
    while end < len(texts) and _follows(first, end - start, read_item(texts[end])):
        end += 1
    count = end - start
    if count < 2 or (first.number is not None and first.number > 1 and before and not before.rstrip().endswith(":")):
        return 0
    return count if first.bullet in BULLETS or first.number is not None or _are_items(texts[start:end], before) else 0


def _follows(first: Item, at: int, item: Item | None) -> bool:
    if item is None or item.bullet != first.bullet:
        return False
    return first.number is None or item.number == first.number + at


def _are_items(texts: Sequence[str], before: str) -> bool:
    """Whether paragraphs with dashes are items, and no speeches: small letters, no full stops, or “:” above."""
    speeches = sum(bool(_SPEECH.match(text)) for text in texts)
    small = sum(bool(_SMALL.match(text.lstrip("–—- "))) for text in texts)
    if small * 2 > len(texts) or speeches * 3 < len(texts):
        return True
    return before.rstrip().endswith(":") and speeches < len(texts)


def item_list(texts: Sequence[str]) -> ItemList:
    """The list that paragraphs which belong together make."""
    items = [(text, item) for text in texts if (item := read_item(text))]
    first = items[0][1]
    blocks = tuple((Paragraph((Text(text[item.length :]),)),) for text, item in items)
    return ItemList(blocks, ordered=first.number is not None, start=first.number or 1, style=first.style)


def marks_of(texts: Sequence[str]) -> str:
    """The bullets or numbers of *texts* as they stand in the copy."""
    return " ".join(text[: item.length].strip() for text in texts if (item := read_item(text)))
