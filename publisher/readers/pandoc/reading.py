"""The last stretch that every source read by pandoc goes: its tree to articles, with what is known beside it."""

from collections.abc import Iterable, Iterator, Mapping

from publisher.model import Article
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.audit import tell_lost
from publisher.readers.pandoc.conversion.articles import read_articles
from publisher.readers.pandoc.conversion.matter import Value, is_moment, read_matter, sound
from publisher.readers.pandoc.conversion.plain import plain_values
from publisher.readers.pandoc.document import Document, MetaInlines
from publisher.readers.pandoc.program import Parsed
from publisher.readers.pandoc.remarks import tell_remarks
from publisher.readers.pandoc.scene import Scene


def read_parsed(
    parsed: Parsed, scene: Scene, properties: Mapping[str, Value] | None = None, pieces: Iterable[str] = ()
) -> tuple[Article, ...]:
    """The articles in what pandoc read.

    What the text says of itself goes before the *properties* of its file; *pieces* are the words that it must hold.
    """
    tell_remarks(parsed.remarks, scene)
    tell_lost(pieces, parsed.document, scene)
    values = plain_values(parsed.document.meta, scene)
    blocks = (*_unread_date(parsed.document, values), *parsed.document.blocks)
    matter = read_matter({**sound(properties or {}), **values}, scene)
    return read_articles(blocks, matter, scene._replace(language=matter.metadata.language))


def _unread_date(document: Document, values: dict[str, Value]) -> Iterator[tree.Block]:
    """A date that is set for readers, such as “28 July 2014”, as the words that it is; it leaves *values*."""
    said, date = document.meta.get("date"), values.get("date")
    if isinstance(said, MetaInlines) and isinstance(date, str) and not is_moment(date):
        del values["date"]
        yield tree.Para(said.c)
