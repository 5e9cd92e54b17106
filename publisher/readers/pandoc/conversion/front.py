"""What stands above a text by the names of its styles: Title, Subtitle, Author, Date, Abstract."""

from collections.abc import Sequence

from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.matter import is_moment
from publisher.readers.pandoc.document import API, Document, MetaInlines, MetaList, MetaValue

#: Style → pandoc's name for what is written in it.
STYLES: dict[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "author": "author",
    "authors": "author",
    "date": "date",
    "abstract": "abstract",
}


def with_front(blocks: Sequence[tree.Block]) -> Document:
    """The document that *blocks* make, with what its first paragraphs say by their styles as its metadata."""
    found: dict[str, list[MetaInlines]] = {}
    for at, block in enumerate(blocks):
        name, words = _said(block)
        if name is None or (name in found and name != "author"):
            return _document(found, blocks[at:])
        found.setdefault(name, []).append(MetaInlines(words))
    return _document(found, ())


def _document(found: dict[str, list[MetaInlines]], blocks: Sequence[tree.Block]) -> Document:
    meta: dict[str, MetaValue] = {
        name: MetaList(tuple(values)) if name == "author" else values[0] for name, values in found.items()
    }
    return Document(API, meta, tuple(blocks))


def _said(block: tree.Block) -> tuple[str | None, tuple[tree.Inline, ...]]:
    """What *block* says above a text, and its words; None where it doesn't, or its date is none that is known."""
    match block:
        case tree.Div(c=(attr, (tree.Para(c=words),))):
            name = next((STYLES[style] for style in attr.names if style in STYLES), None)
            is_date = name != "date" or is_moment("".join(getattr(word, "c", "") for word in words))
            return (name if is_date else None), words
        case _:
            return None, ()
