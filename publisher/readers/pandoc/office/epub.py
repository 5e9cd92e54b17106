"""EPUBs: the chapters in the order of reading, each an article if it has a headline of its own."""

import re
from collections.abc import Iterable, Iterator

import lxml.html
from lxml import etree

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.audit import tell_lost
from publisher.readers.pandoc.conversion.articles import read_articles
from publisher.readers.pandoc.conversion.matter import Value, read_matter, sound
from publisher.readers.pandoc.conversion.pictures import Pictures, from_media
from publisher.readers.pandoc.conversion.plain import plain_values
from publisher.readers.pandoc.document import Document
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.office.package import Package, open_package, read_part
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.remarks import tell_remarks
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report, Where

_TYPE = "mimetype"
_ENCRYPTION = "META-INF/encryption.xml"
_REFERENCE = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
_CONTENT = re.compile(r"\.(?:xhtml|html?|xml|opf)$", re.IGNORECASE)
_CHAPTERS = (".xhtml", ".html", ".htm")
_READ = "//body//text()[not(ancestor::nav or ancestor::script or ancestor::style or ancestor::svg or ancestor::math)]"
#: What a book says of itself → the names of front matter; its other words are about the book, not its texts.
NAMES = {"title": "title", "author": "author", "creator": "author", "language": "lang", "date": "date",
         "subject": "keywords", "rights": "copyright_notice"}  # fmt: skip


def read_epub(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, none if it is empty; SourceError if it can't be read, or its text is locked.

    The book's title is the headline of a single text; of several, each has its own heading of level 1.
    """
    package = open_package(source, Kind.EPUB)
    _check_open(package, source.name)
    if _TYPE not in package.archive.namelist():
        where = Where(source.name)
        report.add(
            "source.mended", f"{source.name}: has no file “{_TYPE}”, as an EPUB must", where, "have it made anew"
        )
    parsed = parse(source.data, "epub", source.name, limits=source.limits, weight=package.weight)
    origin = Origin(source.name)
    pictures = Pictures(media, report, from_media(parsed.media, report))
    scene = Scene(Kind.EPUB, origin, pictures, Losses(origin), report, rules)
    tell_remarks(parsed.remarks, scene)
    tell_lost(_pieces(package), parsed.document, scene)
    values = _values(parsed.document, scene)
    title = values.pop("title", None)
    if sum(1 for _ in _headlines(parsed.document.blocks)) > 1:
        title = None
    matter = read_matter(sound(values), scene)
    scene = scene._replace(language=matter.metadata.language)
    return read_articles(parsed.document.blocks, matter, scene, title if isinstance(title, str) else None)


def _check_open(package: Package, name: str) -> None:
    """Raises SourceError where the text itself is encrypted; fonts often are, and don't matter."""
    if _ENCRYPTION not in package.parts:
        return
    root = read_part(package.parts[_ENCRYPTION], name)
    if any(_CONTENT.search(one.get("URI") or "") for one in root.iter(_REFERENCE)):
        raise SourceError(f"{name}: its text is encrypted", "ask whoever sells it for a copy without protection")


def _pieces(package: Package) -> Iterator[str]:
    """The words of the chapters, without the lists of what is in the book."""
    for name, data in package.parts.items():
        if name.lower().endswith(_CHAPTERS) and data.strip():
            try:
                found = lxml.html.document_fromstring(data).xpath(_READ)
            except etree.ParserError:
                continue  # it holds no element, and so no word
            yield from (str(words) for words in found) if isinstance(found, list) else ()


def _values(document: Document, scene: Scene) -> dict[str, Value]:
    known = {key: value for key, value in document.meta.items() if key in NAMES}
    return {NAMES[key]: value for key, value in plain_values(known, scene).items()}


def _headlines(blocks: Iterable[tree.Block]) -> Iterator[tree.Header]:
    for block in blocks:
        match block:
            case tree.Header(c=(1, _, _)):
                yield block
            case tree.Div():
                yield from _headlines(block.c[1])
            case _:
                pass
