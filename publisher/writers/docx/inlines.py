"""Inlines as runs and links, by the kind of each node."""

from collections.abc import Callable, Iterable
from typing import assert_never

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
from publisher.normalise.language import direction
from publisher.writers.docx.anchors import Anchors
from publisher.writers.docx.elements import Element, W, w
from publisher.writers.docx.runs import Ground, Look, line_break, lines, runs

_LINK = f"{{{W}}}hyperlink"


class Inlines:
    """The inlines of one article; its notes are gathered in *notes* for the block to set after itself."""

    def __init__(self, key: str, anchors: Anchors, ground: Ground, unsupported: Callable[[str], None]) -> None:
        self.notes: list[Note] = []
        self._key = key
        self._anchors = anchors
        self._ground = ground
        self._unsupported = unsupported

    def written(self, inlines: Iterable[Inline], look: Look) -> list[Element]:
        """Inlines one after the other."""
        return [element for inline in inlines for element in self._inline(inline, look)]

    def _inline(self, node: Inline, look: Look) -> list[Element]:
        match node:
            case Text():
                return runs(node.text, look, self._ground)
            case Code():
                return lines(node.text, look._replace(style="HTMLCode"), self._ground)
            case LineBreak():
                return [line_break(look, self._ground)]
            case Link():
                return self._link(node, look)
            case Note() | Image():
                self._set_aside(node)
                return []
            case Emphasis() | Strong() | SmallCaps() | Superscript() | Subscript() | Span():
                return self.written(node.inlines, _changed(node, look))
            case _:
                assert_never(node)

    def _set_aside(self, node: Note | Image) -> None:
        self._unsupported("note" if isinstance(node, Note) else "image")
        if isinstance(node, Note):
            self.notes.append(node)

    def _link(self, node: Link, look: Look) -> list[Element]:
        target = self._anchors.resolved(node.target, self._key)
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
