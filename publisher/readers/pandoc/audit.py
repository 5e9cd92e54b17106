"""Whether all words of a source came through pandoc: what its reader doesn't know, it leaves out without a word."""

from collections.abc import Iterable, Iterator

import msgspec

from publisher.readers.letters import letters
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.document import Document
from publisher.readers.pandoc.scene import Scene

# A single letter or two, such as the number of a note, stands for something that is drawn anew.
_FEWEST = 3


def tell_lost(pieces: Iterable[str], document: Document, scene: Scene) -> None:
    """Notes each of *pieces* whose letters don't stand in *document*; order helps, but isn't asked for."""
    read, at = letters("".join(_words(document))), 0
    for piece in pieces:
        said = letters(piece)
        if len(said) < _FEWEST:
            continue
        found = read.find(said, at)
        if found < 0:
            found = read.find(said)
        if found < 0:
            scene.losses.dropped("Text that pandoc doesn't read", piece.strip())
        else:
            at = found + len(said)


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
