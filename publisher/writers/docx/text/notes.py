"""Footnotes: a part of their own, numbered through the whole document, as in print."""

from publisher.model import Block, CodeBlock, Heading, Paragraph, Quotation, Verse
from publisher.writers.docx.elements import Element, root, w
from publisher.writers.docx.text.runs import Ground, Look, runs

PART = "word/footnotes.xml"
TEXT, MARK = "FootnoteText", "FootnoteReference"
#: What parts the notes from the text, and from those of the page before → the numbers that Word gives them.
SEPARATORS = {"separator": -1, "continuationSeparator": 0}


class Notes:
    """The notes of a document, which are numbered from 1 in the order of their calls."""

    def __init__(self) -> None:
        self.called = 0
        self._notes: list[Element] = []

    def __bool__(self) -> bool:
        return bool(self.called)

    def call(self) -> int:
        """The number of the note that is called next."""
        self.called += 1
        return self.called

    def add(self, number: int, content: list[Element]) -> None:
        """Sets *content* as the note that was called by *number*."""
        self._notes.append(w("footnote", *content, id=number))

    def part(self) -> Element:
        """``footnotes.xml``."""
        return root("footnotes", *(_separator(kind, number) for kind, number in SEPARATORS.items()), *self._notes)


def _separator(kind: str, number: int) -> Element:
    line = w("p", w("pPr", w("pStyle", val=TEXT)), w("r", w(kind)))
    return w("footnote", line, type=kind, id=number)


def call(number: int, look: Look) -> Element:
    """The run that calls note *number* in words that look like *look*."""
    return w("r", _properties(look), w("footnoteReference", id=number))


def opening(look: Look, ground: Ground) -> list[Element]:
    """What a note begins with: its number and a blank."""
    return [w("r", _properties(look), w("footnoteRef")), *runs(" ", look, ground)]


def begins_with_words(blocks: tuple[Block, ...]) -> bool:
    """Whether the first of *blocks* has a line that a note's number can stand in."""
    match blocks[:1]:
        case (Paragraph() | Heading() | CodeBlock() | Verse(),):
            return True
        case (Quotation() as quotation,):
            return begins_with_words(quotation.blocks)
        case _:
            return False


def _properties(look: Look) -> Element:
    return w("rPr", w("rStyle", val=MARK), w("rtl") if look.direction == "rtl" else None)
