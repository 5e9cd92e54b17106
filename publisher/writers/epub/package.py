"""The package document: metadata, manifest, spine (EPUB 3.3, § 5)."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from publisher.model import Bulletin
from publisher.normalise.language.detection import direction
from publisher.words import words_for
from publisher.writers.epub.accessibility import Facts, accessibility, meta
from publisher.writers.epub.documents import xml_text
from publisher.writers.epub.pagination import print_edition
from publisher.writers.epub.subjects import creators, subjects
from publisher.writers.heads import document_title, title
from publisher.writers.xhtml import text

PACKAGE = "EPUB/package.opf"
CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
    ".woff2": "font/woff2",
    ".ncx": "application/x-dtbncx+xml",
}
#: The cover image's name.
COVER = "cover.png"
#: What the package must date itself by where the issue has no date (RFC 3339).
NO_DATE = "1980-01-01"
_LINEAR = {True: "", False: ' linear="no"'}
_POSITION = re.compile(r"[0-9]+(\.[0-9]+)*")


class Item(NamedTuple):
    """A publication resource: its name beside the package document, its bytes, its manifest properties."""

    name: str
    data: bytes
    properties: str = ""

    @property
    def id(self) -> str:
        """Its name in the manifest."""
        return f"i-{re.sub(r'[^A-Za-z0-9]+', '-', self.name)}"


class Place(NamedTuple):
    """A place in the reading order; what isn't linear is read only when asked for."""

    item: Item
    linear: bool = True


def package(bulletin: Bulletin, items: Iterable[Item], spine: Iterable[Place], facts: Facts) -> str:
    """The package document of a book of which *facts* are true."""
    metadata = bulletin.metadata
    way = direction(metadata.language)
    listed = sorted(items)
    entries = "\n".join(_entry(item) for item in listed)
    # Reading systems of EPUB 2 find their contents by this.
    old = "".join(f' toc="{item.id}"' for item in listed if item.name.endswith(".ncx"))
    places = "\n".join(f'<itemref idref="{item.id}"{_LINEAR[linear]}/>' for item, linear in spine)
    described = "\n".join((*_described(bulletin, facts), *_languages(bulletin), *accessibility(bulletin, facts)))
    # EPUB 2 reading systems find the cover by this.
    described += "".join(f'\n<meta name="cover" content="{item.id}"/>' for item in listed if item.name == COVER)
    return xml_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="publication-id"'
        f' xml:lang="{escape(metadata.language)}" dir="{way}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{described}\n</metadata>\n'
        f"<manifest>\n{entries}\n</manifest>\n"
        f'<spine{old} page-progression-direction="{way}">\n{places}\n</spine>\n</package>\n'
    )


def _entry(item: Item) -> str:
    kind = MEDIA_TYPES[PurePosixPath(item.name).suffix]
    properties = f' properties="{item.properties}"' if item.properties else ""
    return f'<item id="{item.id}" href="{item.name}" media-type="{kind}"{properties}/>'


def _element(name: str, value: str | None, own: str = "") -> Iterator[str]:
    if value:
        yield f"<dc:{name}{own}>{text(value)}</dc:{name}>"


def _described(bulletin: Bulletin, facts: Facts) -> Iterator[str]:
    """What the bulletin says of itself; of the print edition only where its pages are known."""
    metadata = bulletin.metadata
    yield from _element("identifier", metadata.identifier, ' id="publication-id"')
    yield from _element("title", document_title(metadata), ' id="title"')
    yield meta("title-type", "main", ' refines="#title"')
    if metadata.subtitle:
        yield from _element("title", metadata.subtitle, ' id="subtitle"')
        yield meta("title-type", "subtitle", ' refines="#subtitle"')
    if metadata.number:
        yield from _element("title", words_for(metadata.language).numbered(metadata.number), ' id="edition"')
        yield meta("title-type", "edition", ' refines="#edition"')
        yield from _series(metadata.title, metadata.number)
    yield from creators(bulletin)
    day = metadata.date.isoformat() if metadata.date else ""
    yield from _element("date", day)
    yield from _element("publisher", metadata.publisher)
    for statement in _rights(bulletin):
        yield from _element("rights", statement)
    yield from subjects(bulletin)
    if facts.pages:
        yield from _element("source", print_edition(metadata))
        yield meta("pageBreakSource", print_edition(metadata))
    yield meta("dcterms:modified", f"{day or NO_DATE}T00:00:00Z")


def _rights(bulletin: Bulletin) -> Iterator[str]:
    """The bulletin's rights, then what its articles say of copyright and of their use."""
    known = [article.metadata for article in bulletin.articles]
    said = (words for metadata in known for words in (metadata.copyright_notice, metadata.usage_terms) if words)
    yield from dict.fromkeys((*((bulletin.metadata.rights,) if bulletin.metadata.rights else ()), *said))


def _series(title: str, number: str) -> Iterator[str]:
    """The bulletin as a series, and the issue's position in it (EPUB 3.3, § D.3: integers parted by stops)."""
    yield meta("belongs-to-collection", title, ' id="series"')
    yield meta("collection-type", "series", ' refines="#series"')
    if _POSITION.fullmatch(number):
        yield meta("group-position", number, ' refines="#series"')


def _languages(bulletin: Bulletin) -> Iterator[str]:
    """The bulletin's language, those of its articles, and what the articles say."""
    tags = (bulletin.metadata.language, *(article.metadata.language for article in bulletin.articles))
    for tag in dict.fromkeys(tags):
        yield from _element("language", tag)
    yield from _element("description", _description(bulletin))


def _description(bulletin: Bulletin) -> str | None:
    """The standfirst of a single article; the headlines of several."""
    articles = bulletin.articles
    return articles[0].metadata.standfirst if len(articles) == 1 else "; ".join(filter(None, map(title, articles)))
