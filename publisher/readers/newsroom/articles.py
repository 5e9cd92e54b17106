"""News items to articles: their bodies by the readers that HTML and plain copy have, their fields laid over."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Text
from publisher.normalise.rules import Rules
from publisher.readers.kinds import Kind
from publisher.readers.letters import letters
from publisher.readers.newsroom.fields import read_fields
from publisher.readers.newsroom.item import Fields, Item, plain
from publisher.readers.origin import Origin
from publisher.readers.pandoc.audit import tell_lost
from publisher.readers.pandoc.conversion.articles import read_articles
from publisher.readers.pandoc.conversion.matter import Matter
from publisher.readers.pandoc.conversion.pictures import Load, Pictures, from_folder
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.markup.html import FORM
from publisher.readers.pandoc.markup.page import read_page
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.remarks import tell_remarks
from publisher.readers.pandoc.scene import Scene
from publisher.readers.wire import read_copy
from publisher.report import Report
from publisher.walk import descend

# What would end the article that the body is put into, or part it in several.
_FRAMES = re.compile(r"</?(?:html|body|article|main)\b[^<>]*>", re.IGNORECASE)
#: A standfirst that is cut off, as feeds have it.
_CUT = re.compile(r"(?:\s*(?:\[?(?:…|\.\.\.)\]?|Continue reading.{0,200}|The post .{0,300}))+\Z")
#: Characters of a body in which its dateline is looked for.
_BEGINNING = 4000
#: Blocks at the head that a standfirst may repeat.
_FIRST = 12


class Desk:
    """Where the items of one source become articles."""

    def __init__(self, source: Source, text: str, media: Media, report: Report, rules: Rules) -> None:
        self.source, self.media, self.report, self.rules = source, media, report, rules
        self.origin = Origin(source.name, text)

    def articles(self, items: Iterable[Item], load: Load | None = None) -> tuple[Article, ...]:
        """The articles of *items*; a finding tells where there are none.

        *load* finds the pictures that bodies name, if they don't lie in the sources' folder.
        """
        found = tuple(article for item in items for article in self._read(item, load))
        if not found:
            hint = "see whether the export was meant to hold texts"
            self.report.add("structure.empty", f"{self.source.name} holds no text", self.origin.where(None), hint)
        return found

    def _read(self, item: Item, load: Load | None) -> Iterator[Article]:
        for what, words in item.losses:
            where = self.origin.where(words)
            self.report.add("newsroom.dropped", f"{what} was left out: {words[:80]}", where)
        known = read_fields(_without_said(item), self.origin, self.rules, self.report)
        if not (known.headline or plain(item.body) or "<img" in item.body or item.tail.strip()):
            return
        apart = replace(known, standfirst=None)
        for article in self._bodies(item, apart, load):
            yield _finished(article, known, item.located)

    def _bodies(self, item: Item, known: Metadata, load: Load | None) -> tuple[Article, ...]:
        if item.is_markup:
            return self._markup(item.body + item.tail, known, load)
        found = read_copy(item.body, known, self.source.name, self.report, self.rules) if item.body.strip() else ()
        behind = self._markup(item.tail, known, load) if item.tail.strip() else ()
        if found and behind:
            return (replace(found[0], body=found[0].body + behind[0].body),)
        return found or behind or self._markup("", known, load)

    def _markup(self, body: str, known: Metadata, load: Load | None) -> tuple[Article, ...]:
        losses = Losses(self.origin)
        page = read_page(
            f"<html><body><article>{_FRAMES.sub('', body)}</article></body></html>", self.source.name, losses
        )
        pictures = Pictures(self.media, self.report, load or from_folder(self.source, self.report))
        scene = Scene(Kind.HTML, self.origin, pictures, losses, self.report, self.rules, known.language)
        parsed = parse(page.body.encode(), FORM, self.source.name, limits=self.source.limits)
        tell_remarks(parsed.remarks, scene)
        tell_lost(page.pieces, parsed.document, scene)
        return read_articles(parsed.document.blocks, Matter(known), scene)


def _without_said(item: Item) -> Fields:
    """The fields of *item* without a dateline that its text begins with: there it is found, and parted."""
    dateline, words = str(item.fields.get("dateline") or ""), (plain(item.body[:_BEGINNING]) or "").casefold()
    town = re.split(r"[(,–—]", dateline)[0].strip(" -").casefold()
    return {**item.fields, "dateline": None} if not town or words.startswith(town) else item.fields


def _finished(article: Article, known: Metadata, located: str | None) -> Article:
    """*article* with a standfirst that says more than its beginning, and the place that its fields name."""
    metadata = article.metadata
    if known.standfirst and not _opens_with(article, known.standfirst):
        metadata = replace(metadata, standfirst=metadata.standfirst or known.standfirst)
    if located and metadata.dateline is None:
        metadata = replace(metadata, dateline=Dateline("", located))
    return replace(article, metadata=metadata)


def _opens_with(article: Article, standfirst: str) -> bool:
    """Whether the text begins with *standfirst*, as the excerpt of a feed does."""
    said = letters(_CUT.sub("", standfirst)).casefold()
    lead = article.metadata.dateline.raw if article.metadata.dateline else ""
    words = " ".join(node.text for block in article.body[:_FIRST] for node in descend(block) if isinstance(node, Text))
    return any(said in letters(text[: 4 * len(standfirst) + 400]).casefold() for text in (words, lead + words))
