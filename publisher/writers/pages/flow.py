"""The copy followed through the laid-out pages: where each page begins in it, and which hyphens are the engine's.

Every text box is matched, character by character, with the words of the element it was made from. It rests on names
of WeasyPrint that are private: its version is pinned, and what doesn't match is told.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

#: Elements whose words run on from line to line.
LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "figcaption", "caption", "pre", "li"})
#: The attribute that gives a leaf its name in the copy, the same in every format.
LEAF = "data-leaf"
#: The leaf of what stands before the copy: cover and title piece.
FRONT = "front"
HYPHEN = "-"


class Turn(NamedTuple):
    """A page's beginning: the leaf it begins in, how many characters but blanks stand before it there, its label."""

    leaf: str
    offset: int
    label: str


class Flow(NamedTuple):
    """Where pages begin; the ids of the text boxes that end in a hyphen of the engine's; leaves that don't match."""

    turns: tuple[Turn, ...]
    hyphened: frozenset[int]
    unmatched: tuple[str, ...]


def read_flow(document: Any, root: ElementTree.Element) -> Flow:
    """The flow of the copy in *document*, which was laid out from *root*."""
    copy = _Copy(root)
    turns = []
    hyphened: set[int] = set()
    for number, page in enumerate(document.pages, 1):
        found = _first(copy, page, hyphened)
        if found is not None:
            turns.append(Turn(*found, str(number)))
    return Flow(tuple(turns), frozenset(hyphened), tuple(copy.unmatched()))


def boxes(page: Any) -> Iterator[Any]:
    """Text and replaced boxes of a page, in order, but for those of its margins; notes come last."""
    last = []
    for child in page._page_box.children:
        kind = type(child).__name__
        if kind == "FootnoteAreaBox":
            last.append(child)
        elif kind != "MarginBox":
            yield from _leaves(child)
    for area in last:
        yield from _leaves(area)


def _leaves(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    if hasattr(box, "text") or hasattr(box, "replacement"):
        yield box
    for child in box.children:
        yield from _leaves(child)


def _first(copy: "_Copy", page: Any, hyphened: set[int]) -> tuple[str, int] | None:
    """The leaf and place that *page* begins with; matches all text on it."""
    found = None
    for box in boxes(page):
        element, tag = box.element, box.element_tag
        if element is None or "::" in (tag or ""):
            continue
        leaf, stream = copy.leaf(element), copy.stream(element)
        text = getattr(box, "text", None)
        if text is None:
            found = found or (leaf, stream.offset) if leaf else found
            continue
        if found is None and text.strip() and not stream.is_done and leaf:
            found = (leaf, stream.offset)
        if stream.follow(text):
            hyphened.add(id(box))
    return found


class _Copy:
    """The streams of the copy's words, and the leaf that each element belongs to."""

    def __init__(self, root: ElementTree.Element) -> None:
        self._streams: dict[ElementTree.Element, _Stream] = {}
        self._leaf: dict[ElementTree.Element, str | None] = {}
        self._enter(root, FRONT, _Stream())

    def _enter(self, element: ElementTree.Element, leaf: str | None, stream: "_Stream") -> None:
        if element.get("class") in ("note", "end-note"):
            leaf, stream = None, _Stream()
        leaf = element.get(LEAF, leaf)
        stream = _Stream() if element.tag in LEAVES or element.get(LEAF) else stream
        self._leaf[element], self._streams[element] = leaf, stream
        stream.add(element.text)
        for child in element:
            self._enter(child, leaf, stream)
            stream.add(child.tail)

    def leaf(self, element: ElementTree.Element) -> str | None:
        """The name of the leaf that *element* stands in; None in a note."""
        return self._leaf.get(element)

    def stream(self, element: ElementTree.Element) -> "_Stream":
        """The words that *element* is a part of."""
        return self._streams.get(element) or _Stream()

    def unmatched(self) -> Iterator[str]:
        """Leaves of which the pages have more or less than the copy."""
        for element, stream in self._streams.items():
            leaf = self._leaf[element]
            if leaf and leaf != FRONT and (stream.is_odd or not stream.is_done):
                yield leaf


class _Stream:
    """One leaf's characters but blanks, folded: a theme may set them in capitals."""

    def __init__(self) -> None:
        self._folded: list[tuple[str, int]] = []
        self._length = 0
        self._place = 0
        self.is_odd = False

    def add(self, text: str | None) -> None:
        for character in text or "":
            if not character.isspace():
                self._folded += [(part, self._length) for part in folded(character)]
                self._length += 1

    @property
    def is_done(self) -> bool:
        """Whether the pages have shown all of it."""
        return self._place >= len(self._folded)

    @property
    def offset(self) -> int:
        """How many characters but blanks the pages have shown."""
        return self._length if self.is_done else self._folded[self._place][1]

    def follow(self, text: str) -> bool:
        """Goes on by what one box shows; tells whether it ends in a hyphen that isn't the copy's."""
        if self.is_done:  # the head of a table, repeated on its next page
            return False
        parts = [part for character in text for part in folded(character)]
        here = [part for part, _ in self._folded[self._place : self._place + len(parts)]]
        if parts == here:
            self._place += len(parts)
            return False
        if text.endswith(HYPHEN) and parts[:-1] == here[: len(parts) - 1]:
            self._place += len(parts) - 1
            return True
        self.is_odd = True
        self._place += len(here)
        return False


def folded(character: str) -> str:
    """What is the same in a letter and its capital: ``ß`` and ``SS``, ``ά`` and ``Α``; nothing for a blank."""
    parts = unicodedata.normalize("NFD", character.casefold())
    return "".join(part for part in parts if not part.isspace() and unicodedata.category(part) not in ("Mn", "Cf"))
