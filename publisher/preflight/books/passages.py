"""Where in a document something stands, in the model's words: “paragraph 3 (“The council voted …”)”."""

import bisect
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any

_XHTML = "{http://www.w3.org/1999/xhtml}"
#: What our own documents call their parts, by class …
CLASSES = {
    "headline": "the headline",
    "kicker": "the kicker",
    "standfirst": "the standfirst",
    "byline": "the byline",
    "section-title": "the section's title",
    "pull-quote": "pull quote",
    "verse": "verse",
    "note": "note",
}
#: … and what stands in anybody's, by element.
ELEMENTS = {
    **{f"h{rank}": "heading" for rank in range(1, 7)},
    "p": "paragraph",
    "blockquote": "quotation",
    "li": "list item",
    "dt": "term",
    "dd": "definition",
    "pre": "code",
    "td": "table cell",
    "th": "table cell",
    "caption": "table caption",
    "figcaption": "picture caption",
    "table": "table",
    "figure": "picture",
    "img": "picture",
}
#: What is named by what it stands in, such as a paragraph in a cell.
HOLDERS = {
    "paragraph": frozenset({"note", "list item", "definition", "table cell", "quotation"}),
    "picture": frozenset({"picture"}),
}
#: A place shows this many characters of its words.
SAMPLE = 40
_START = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(<)(?=[^\s!/?>])", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")
_STEP = re.compile(r"/(\d+)")


class Document:
    """An XHTML or SVG document of a book: its tree, and what its places are called."""

    def __init__(self, tree: Any, source: bytes) -> None:
        self.tree = tree
        self._source = source

    @property
    def title(self) -> str | None:
        """What the document calls itself, such as an article's headline."""
        found = next(self.tree.iter(f"{_XHTML}title"), None)
        return _words(found) or None if found is not None else None

    def place(self, part: str, element: Any = None) -> str:
        """What a place is called: the headline, or else the name of the *part*, and the passage of *element*."""
        passage = self.passage(element) if element is not None else ""
        return ", ".join(filter(None, (f"“{self.title}”" if self.title else part, passage)))

    def passage(self, element: Any) -> str:
        """The block that *element* stands in, by its kind, its number among its like, and its first words."""
        block = self._block(element)
        if block is None:
            return ""
        kind, words = self._kinds[block], _words(block)
        name = kind if kind.startswith("the ") else f"{kind} {self._numbers[block]}"
        name = self._cells.get(block, name)
        return f"{name} (“{words[:SAMPLE]}{'…' if len(words) > SAMPLE else ''}”)" if words else name

    def at(self, line: int, column: int) -> Any:
        """The element that a place in the file is in, or the last that begins before it; both count from 1."""
        lines, starts = self._places
        place = lines[min(line, len(lines)) - 1] + max(column, 1) - 1
        number = bisect.bisect_left(starts, place) - 1
        return self._elements[min(max(number, 0), len(self._elements) - 1)]

    def led_to(self, cfi: str) -> Any:
        """The element that the even steps of an EPUB CFI lead to, from the root on (EPUB CFI 1.1, § 2.2)."""
        element = self.tree
        for step in map(int, _STEP.findall(cfi)):
            children = list(element.iterchildren("*"))
            if step % 2 or not 0 < step // 2 <= len(children):
                break
            element = children[step // 2 - 1]
        return element

    @cached_property
    def _elements(self) -> list[Any]:
        return list(self.tree.iter("*"))

    @cached_property
    def _kinds(self) -> dict[Any, str]:
        return {element: kind for element in self._elements if (kind := _kind(element))}

    @cached_property
    def _numbers(self) -> dict[Any, int]:
        return dict(_numbered(self._kinds))

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where the lines of the file begin, and its elements."""
        try:
            text = self._source.decode(self.tree.getroottree().docinfo.encoding or "utf-8")
        except (LookupError, UnicodeDecodeError):  # an encoding that libxml2 alone knows
            return [0], []
        lines = [0, *(end.end() for end in _LINE_END.finditer(text))]
        return lines, [start.start() for start in _START.finditer(text) if start[1]]

    def _block(self, element: Any) -> Any:
        around = iter((element, *element.iterancestors()))
        block = next((each for each in around if each in self._kinds), None)
        outer = HOLDERS.get(self._kinds.get(block, ""), frozenset())
        return next((each for each in around if self._kinds.get(each) in outer), block)

    @cached_property
    def _cells(self) -> dict[Any, str]:
        """Each cell by its table, row and place in it."""
        found, rows = {}, Counter[Any]()
        for row in self.tree.iter(f"{_XHTML}tr"):
            table = next(row.iterancestors(f"{_XHTML}table"), None)
            rows[table] += 1
            for number, cell in enumerate(row.iterchildren("*"), 1):
                found[cell] = f"table {self._numbers.get(table, 1)}, row {rows[table]}, cell {number}"
        return found


def _kind(element: Any) -> str | None:
    named = (CLASSES[name] for name in element.get("class", "").split() if name in CLASSES)
    return next(named, None) or ELEMENTS.get(str(element.tag).removeprefix(_XHTML))


def _numbered(kinds: dict[Any, str]) -> Iterator[tuple[Any, int]]:
    """The number of each block among its like; a picture in a figure is the figure."""
    seen: Counter[str] = Counter()
    for element, kind in kinds.items():
        if not (kind == "picture" and kinds.get(element.getparent()) == "picture"):
            seen[kind] += 1
        yield element, seen[kind]


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
