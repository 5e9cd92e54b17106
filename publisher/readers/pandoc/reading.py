"""The last stretch that every source read by pandoc goes: its tree to articles, with what is known beside it."""

from collections.abc import Iterable, Mapping

from publisher.model import Article
from publisher.readers.pandoc.articles import read_articles
from publisher.readers.pandoc.audit import tell_lost
from publisher.readers.pandoc.matter import Value, read_matter, sound
from publisher.readers.pandoc.plain import plain_values
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
    matter = read_matter({**sound(properties or {}), **plain_values(parsed.document.meta, scene)}, scene)
    return read_articles(parsed.document.blocks, matter, scene._replace(language=matter.metadata.language))
