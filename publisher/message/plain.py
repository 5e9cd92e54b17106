"""The message as plain text, for those whose programs or eyes have no use for HTML."""

import re
from xml.etree.ElementTree import Element

from publisher.model import NumberStyle
from publisher.preflight.markers import marker

#: Elements that stand in lines of their own.
_BLOCKS = frozenset(
    {
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
        "table", "caption", "tr", "figure", "figcaption", "hr",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
#: What holds lines with no blank ones between.
_TIGHT = frozenset({"li", "dt", "dd", "tr"})
#: Types of lists in HTML → what the model calls them.
_STYLES: dict[str, NumberStyle] = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n]+")


def as_text(page: Element) -> str:
    """The words of a message, a line for each paragraph, with blank lines between; links show where they lead."""
    writer = _Writer()
    body = page.find("body")
    writer.add(page if body is None else body)
    return writer.text()


class _Writer:
    """The lines so far; *_line* is the one that grows, *_marker* what it began with."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = self._marker = ""
        self._verbatim = self._tight = self._in_cell = False

    def text(self) -> str:
        self._end()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n") + "\n"

    def add(self, element: Element, marker: str = "") -> None:
        """Adds *element*, behind the *marker* of its item."""
        if element.tag == "br":
            self._lines.append(self._line.strip(" "))
            self._line = ""
            return
        around = self._verbatim, self._tight, self._in_cell
        self._begin(element.tag, marker)
        self._say("* * *" if element.tag == "hr" else element.text)
        for child, mark in zip(element, _markers(element), strict=True):
            self.add(child, mark)
            self._say(child.tail)
        self._finish(element)
        self._verbatim, self._tight, self._in_cell = around
        if element.tag in ("ul", "ol", "dl", "table"):
            self._end()

    def _begin(self, tag: str, marker: str) -> None:
        if tag in _BLOCKS and not self._in_cell and self._line != self._marker:
            self._end()
        if marker:
            self._line = self._marker = marker
        self._verbatim = self._verbatim or tag == "pre"
        self._tight = self._tight or tag in _TIGHT
        self._in_cell = self._in_cell or tag in _CELLS

    def _finish(self, element: Element) -> None:
        """What stands after the words of an element: where a link leads, the end of a line or cell."""
        href = element.get("href", "")
        if href and not href.startswith("#") and href.removeprefix("mailto:") != "".join(element.itertext()):
            self._line += f" <{href.removeprefix('mailto:')}>"
        if element.tag in _CELLS:
            self._line = self._line.rstrip(" ") + "\t"
        elif element.tag in _BLOCKS and not self._in_cell:
            self._end()

    def _say(self, words: str | None) -> None:
        if words and self._verbatim:
            *lines, self._line = (self._line + words).split("\n")
            self._lines += lines
        elif words:
            said = _BLANKS.sub(" ", words)
            self._line += said.lstrip(" ") if not self._line or self._line.endswith((" ", "\t")) else said

    def _end(self) -> None:
        """Ends the line at hand, if it has words; items and rows follow each other without a blank line."""
        if self._line.strip():
            self._lines.append(self._line.rstrip(" \t") if self._verbatim else self._line.strip(" \t"))
        self._line = self._marker = ""
        if not self._tight and self._lines and self._lines[-1]:
            self._lines.append("")


def _markers(element: Element) -> list[str]:
    """What stands before each child: a bullet or its number in a list."""
    match element.tag:
        case "ul":
            return ["• "] * len(element)
        case "ol":
            start = int(element.get("start", "1"))
            style = _STYLES[element.get("type", "1")]
            return [f"{marker(number, style)}. " for number in range(start, start + len(element))]
        case _:
            return [""] * len(element)
