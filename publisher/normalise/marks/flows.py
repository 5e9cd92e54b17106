"""Inlines as one text that can be changed: words in one language that are read on, whatever marks them."""

from collections.abc import Callable, Iterable
from typing import assert_never

from msgspec.structs import replace

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

#: What stands in a flow for what is no text of it: a thing that is read like a word, and one that ends it.
OBJECT, CALL, LINE = "\ufffc", "\u2063", "\n"

#: Pieces of a text, in the language of the flow or another → what is to stand for them, piece by piece.
Rewrite = Callable[[list[str], str | None], list[str]]


def rewritten(inlines: tuple[Inline, ...], language: str | None, rewrite: Rewrite) -> tuple[Inline, ...]:
    """*inlines* with their words as *rewrite* wants them; passages in another language are flows of their own.

    Code, pictures and notes stay as they are; a text of which nothing is left goes, and so does what held it.
    """
    pieces = list(_pieces(inlines))
    words = iter(rewrite(pieces, language))
    return tuple(_filled(inlines, words, rewrite))


def _pieces(inlines: Iterable[Inline]) -> Iterable[str]:
    for inline in inlines:
        match inline:
            case Text():
                yield inline.text
            case Code():
                yield OBJECT
            case Image() | Note():
                yield CALL
            case LineBreak():
                yield LINE
            case Span() if inline.language:
                yield OBJECT
            case Emphasis() | Strong() | SmallCaps() | Superscript() | Subscript() | Link() | Span():
                yield from _pieces(inline.inlines)
            case _:
                assert_never(inline)


def _filled(inlines: Iterable[Inline], words: Iterable[str], rewrite: Rewrite) -> Iterable[Inline]:
    """*inlines* filled with *words*, one for each piece."""
    pieces = iter(words)
    for inline in inlines:
        match inline:
            case Text():
                new = next(pieces)
                if new:
                    yield inline if new == inline.text else Text(new)
            case Code() | Image() | Note() | LineBreak():
                next(pieces)
                yield inline
            case Span() if inline.language:
                next(pieces)
                yield from _kept(inline, rewritten(inline.inlines, inline.language, rewrite))
            case Emphasis() | Strong() | SmallCaps() | Superscript() | Subscript() | Link() | Span():
                yield from _kept(inline, tuple(_filled(inline.inlines, pieces, rewrite)))
            case _:
                assert_never(inline)


Holder = Emphasis | Strong | SmallCaps | Superscript | Subscript | Link | Span


def _kept(holder: Holder, inner: tuple[Inline, ...]) -> Iterable[Holder]:
    if inner:
        yield holder if inner == holder.inlines else replace(holder, inlines=inner)
