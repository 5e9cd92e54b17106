"""Inlines cut at a character of the text they say."""

from collections.abc import Iterable
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
from publisher.walk import plain_text


def cut_front(inlines: Iterable[Inline], length: int) -> tuple[Inline, ...]:
    """*inlines* without the first *length* characters of their plain text; notes and pictures stay."""
    kept = []
    for inline in inlines:
        size = min(length, len(plain_text((inline,))))
        rest = _without(inline, size) if length else inline
        length -= size
        if rest is not None:
            kept.append(rest)
    return tuple(kept)


def _without(inline: Inline, length: int) -> Inline | None:
    """*inline* without its first *length* characters, None if nothing is left."""
    match inline:
        case Text() | Code():
            return replace(inline, text=inline.text[length:]) if inline.text[length:] else None
        case LineBreak():
            return None if length else inline
        case Note() | Image():
            return inline
        case Emphasis() | Strong() | SmallCaps() | Superscript() | Subscript() | Link() | Span():
            inner = cut_front(inline.inlines, length)
            return replace(inline, inlines=inner) if inner else None
        case _:
            assert_never(inline)
