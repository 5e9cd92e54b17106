"""The package document: metadata, manifest, spine (EPUB 3.3, § 5)."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from publisher.metadata import BulletinMetadata
from publisher.model import Bulletin, Note, Table
from publisher.normalise.language.detection import direction
from publisher.walk import nodes
from publisher.writers.epub.documents import xml_text
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
}
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


class Sights(NamedTuple):
    """How many pictures the book shows: with a text alternative, as mere decoration, without one."""

    described: int = 0
    decorative: int = 0
    undescribed: int = 0


def package(bulletin: Bulletin, items: Iterable[Item], spine: Iterable[Place], sights: Sights) -> str:
    """The package document of a book that shows *sights*."""
    metadata = bulletin.metadata
    way = direction(metadata.language)
    entries = "\n".join(_entry(item) for item in sorted(items))
    places = "\n".join(f'<itemref idref="{item.id}"{_LINEAR[linear]}/>' for item, linear in spine)
    progression = ' page-progression-direction="rtl"' if way == "rtl" else ""
    described = "\n".join((*_described(metadata), *_languages(bulletin), *_accessibility(bulletin, sights)))
    return xml_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="publication-id"'
        f' xml:lang="{escape(metadata.language)}" dir="{way}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{described}\n</metadata>\n'
        f"<manifest>\n{entries}\n</manifest>\n"
        f"<spine{progression}>\n{places}\n</spine>\n</package>\n"
    )


def _entry(item: Item) -> str:
    kind = MEDIA_TYPES[PurePosixPath(item.name).suffix]
    properties = f' properties="{item.properties}"' if item.properties else ""
    return f'<item id="{item.id}" href="{item.name}" media-type="{kind}"{properties}/>'


def _element(name: str, value: str | None, own: str = "") -> Iterator[str]:
    if value:
        yield f"<dc:{name}{own}>{text(value)}</dc:{name}>"


def _meta(name: str, value: str, own: str = "") -> str:
    return f'<meta property="{name}"{own}>{text(value)}</meta>'


def _described(metadata: BulletinMetadata) -> Iterator[str]:
    """What the bulletin says of itself."""
    yield from _element("identifier", metadata.identifier, ' id="publication-id"')
    yield from _element("title", document_title(metadata), ' id="title"')
    yield _meta("title-type", "main", ' refines="#title"')
    if metadata.subtitle:
        yield from _element("title", metadata.subtitle, ' id="subtitle"')
        yield _meta("title-type", "subtitle", ' refines="#subtitle"')
    if metadata.number:
        yield from _series(metadata.title, metadata.number)
    for number, name in enumerate(metadata.authors, 1):
        yield from _element("creator", name, f' id="creator-{number}"')
        yield _meta("role", "aut", f' refines="#creator-{number}" scheme="marc:relators"')
    day = metadata.date.isoformat() if metadata.date else ""
    yield from _element("date", day)
    yield from _element("publisher", metadata.publisher)
    yield from _element("rights", metadata.rights)
    for keyword in metadata.keywords:
        yield from _element("subject", keyword)
    yield _meta("dcterms:modified", f"{day or NO_DATE}T00:00:00Z")
    # EPUB 2 reading systems find the cover by this.
    yield '<meta name="cover" content="i-cover-png"/>'


def _series(title: str, number: str) -> Iterator[str]:
    """The bulletin as a series, and the issue's position in it (EPUB 3.3, § D.3: integers parted by stops)."""
    yield _meta("belongs-to-collection", title, ' id="series"')
    yield _meta("collection-type", "series", ' refines="#series"')
    if _POSITION.fullmatch(number):
        yield _meta("group-position", number, ' refines="#series"')


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


def _accessibility(bulletin: Bulletin, sights: Sights) -> Iterator[str]:
    """What is true of the book (EPUB Accessibility 1.1, § 2); no claim of conformance, which a person makes."""
    modes = ("textual", "visual") if sights.described or sights.undescribed else ("textual",)
    features = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    if sights.described and not sights.undescribed:
        features.insert(0, "alternativeText")
    for mode in modes:
        yield _meta("schema:accessMode", mode)
    yield _meta("schema:accessModeSufficient", "textual,visual" if sights.undescribed else "textual")
    for feature in features:
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", _summary(bulletin, sights), ' xml:lang="en" dir="ltr"')


def _summary(bulletin: Bulletin, sights: Sights) -> str:
    found = [node for article in bulletin.articles for node in nodes(article)]
    counted = (
        (len(bulletin.articles), "article", "articles"),
        (sum(isinstance(node, Table) for node in found), "table", "tables"),
        (sum(isinstance(node, Note) for node in found), "note, linked both ways", "notes, linked both ways"),
    )
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in counted if number]
    holds = ", ".join(parts[:-1]) + (" and " if parts[1:] else "") + (parts[-1] if parts else "no article")
    return (
        f"Reflowable text: {holds}, in reading order, with headings and a table of contents; "
        f"{_shown(sights)}; no sound, video or script."
    )


def _shown(sights: Sights) -> str:
    """What the summary says of pictures."""
    counted = (
        (sights.described, "with a text alternative"),
        (sights.decorative, "merely decorative"),
        (sights.undescribed, "without a text alternative"),
    )
    told = [f"{number} {'picture' if number == 1 else 'pictures'} {what}" for number, what in counted if number]
    return ", ".join(told) or "no pictures"
