"""Whether all words of a source came through pandoc: what its reader doesn't know, it leaves out without a word."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from publisher.readers.pandoc import tree
from publisher.readers.pandoc.document import Document
from publisher.readers.pandoc.scene import Scene

_OTHERS = re.compile(r"[\W_]+")
# A single letter or two, such as the number of a note, stands for something that is drawn anew.
_FEWEST = 3


def tell_lost(pieces: Iterable[str], document: Document, scene: Scene) -> None:
    """Notes each of *pieces* whose letters don't stand in *document*; order helps, but isn't asked for."""
    read, at = _letters("".join(_words(document))), 0
    for piece in pieces:
        letters = _letters(piece)
        if len(letters) < _FEWEST:
            continue
        found = read.find(letters, at)
        if found < 0:
            found = read.find(letters)
        if found < 0:
            scene.losses.dropped("Text that pandoc doesn't read", piece.strip())
        else:
            at = found + len(letters)


def _letters(text: str) -> str:
    return _OTHERS.sub("", text)


def _words(value: object) -> Iterator[str]:
    """All words in a tree, in its order."""
    match value:
        case tree.Str():
            yield value.c
        case tree.Code() | tree.CodeBlock() | tree.Math() | tree.RawInline() | tree.RawBlock():
            yield value.c[1]
        case msgspec.Struct():
            for field in value.__struct_fields__:
                yield from _words(getattr(value, field))
        case tuple():
            for member in value:
                yield from _words(member)
        case dict():
            for member in value.values():
                yield from _words(member)
        case _:
            return
