"""RTF sources."""

import re

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.front import with_front
from publisher.readers.pandoc.conversion.matter import Value
from publisher.readers.pandoc.conversion.pictures import Pictures, from_media
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.office.revisions import Revisions, tell_hidden, tell_revisions
from publisher.readers.pandoc.program import Parsed
from publisher.readers.pandoc.reading import read_parsed
from publisher.readers.pandoc.scene import Scene
from publisher.readers.rtf.blocks import Blocks
from publisher.readers.rtf.document import Document
from publisher.readers.rtf.interpreter import interpret
from publisher.report import Report, Where


def read_rtf(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, none if it is empty; a document that is cut short is read as far as it goes."""
    found = interpret(source.data, rules.items == "page-breaks")
    where = Where(source.name)
    origin = Origin(source.name)
    losses = Losses(origin)
    tell_revisions(Revisions(found.inserted, found.deleted, tuple(found.authors)), where, report)
    tell_hidden(found.hidden, where, report)
    for words in found.boxes:
        losses.plain("The text of a box", words)
    scene = Scene(Kind.RTF, origin, Pictures(media, report, from_media(found.files, report)), losses, report, rules)
    document = with_front(Blocks(found.styles).blocks(found.items))
    return read_parsed(Parsed(document, ()), scene, _properties(found))


def _properties(found: Document) -> dict[str, Value]:
    authors = tuple(name.strip() for name in re.split(";", found.info.get("author", "")) if name.strip())
    notes = "\n".join(found.comments)
    return {"title": found.info.get("title"), "author": authors, "ed_note": notes}
