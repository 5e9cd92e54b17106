"""Inlines as runs and links, by the kind of each node."""

from collections.abc import Iterable
from typing import NamedTuple, assert_never

from publisher.model import (
    Code,
    Emphasis,
    Image,
    Inline,
    LineBreak,
    Link,
    Note,
    SmallCaps,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.normalise.language.detection import direction
from publisher.writers.docx.elements import Element, W, w
from publisher.writers.docx.parts.sections import column_width
from publisher.writers.docx.text import notes
from publisher.writers.docx.text.apparatus import Apparatus
from publisher.writers.docx.text.runs import Ground, Look, line_break, lines, runs

_LINK = f"{{{W}}}hyperlink"


class Call(NamedTuple):
    """A note that was called, and its number; a note inside a note has none."""

    note: Note
    number: int | None


class Inlines:
    """The inlines of one article, or of its notes; notes are gathered in *calls* for the block to set after itself."""

    def __init__(self, key: str, apparatus: Apparatus, ground: Ground, in_note: bool) -> None:
        self.calls: list[Call] = []
        self._key = key
        self._apparatus = apparatus
        self._ground = ground
        self._in_note = in_note
        self._relations = apparatus.noted if in_note else apparatus.text

    def written(self, inlines: Iterable[Inline], look: Look) -> list[Element]:
        """Inlines one after the other."""
        return [element for inline in inlines for element in self._inline(inline, look)]

    def _inline(self, node: Inline, look: Look) -> list[Element]:  # noqa: PLR0911 - one case a node
        match node:
            case Text():
                return runs(node.text, look, self._ground)
            case Code():
                return lines(node.text, look._replace(style="HTMLCode"), self._ground)
            case LineBreak():
                return [line_break(look, self._ground)]
            case Link():
                return self._link(node, look)
            case Note():
                return self._call(node, look)
            case Image():
                return self._picture(node, look)
            case Emphasis() | Strong() | SmallCaps() | Superscript() | Subscript() | Span():
                return self.written(node.inlines, _changed(node, look))
            case _:
                assert_never(node)

    def _call(self, node: Note, look: Look) -> list[Element]:
        """The number that calls a note; Word has none in notes."""
        number = None if self._in_note else self._apparatus.notes.call()
        self.calls.append(Call(node, number))
        return [] if number is None else [notes.call(number, look)]

    def _picture(self, node: Image, look: Look) -> list[Element]:
        room = column_width(self._ground.theme) / 20
        run = self._apparatus.pictures.in_line(node, look.role.leading, room, self._relations)
        return [] if run is None else [run]

    def _link(self, node: Link, look: Look) -> list[Element]:
        target = self._apparatus.anchors.resolved(node.target, self._key, self._relations)
        if target is None:
            return self.written(node.inlines, look)
        inner = self.written(node.inlines, look._replace(style="Hyperlink"))
        # Word has no links inside links; the inner one leads to where the reader points.
        if not inner or any(element.tag == _LINK for element in inner):
            return inner
        return [w("hyperlink", *inner, history=1, tooltip=node.title, **target)]


def _changed(node: Emphasis | Strong | SmallCaps | Superscript | Subscript | Span, look: Look) -> Look:
    """The look of the words inside *node*."""
    match node:
        case Emphasis():
            # Stressed words lean the other way than those around them.
            return look._replace(italic=not look.italic)
        case Strong():
            return look._replace(bold=True)
        case SmallCaps():
            return look._replace(small_caps=True)
        case Superscript():
            return look._replace(position="superscript")
        case Subscript():
            return look._replace(position="subscript")
        case Span():
            inherited = direction(node.language) if node.language else look.direction
            return look._replace(language=node.language or look.language, direction=node.direction or inherited)
        case _:
            assert_never(node)
