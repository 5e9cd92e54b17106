"""The bulletin as IPTC ninjs 3.1: one text item, or a composite item with one for each article.

Redacted as everything in the output folder is: the editor's note and what was changed in the copy are never in it.
"""

import base64
import datetime
from collections.abc import Iterator
from html import escape
from itertools import count
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from publisher.media import Media
from publisher.metadata import Metadata, PubStatus
from publisher.model import Article, Bulletin, Code, CodeBlock, Figure, Image, Note, Text
from publisher.normalise.language.detection import DEFAULT_LANGUAGE
from publisher.report import Report
from publisher.theme.css import Medium
from publisher.theme.tokens import Theme
from publisher.walk import nodes, plain_text
from publisher.writers.heads import keyed, title
from publisher.writers.layout import Layout
from publisher.writers.links import names_in, resolver
from publisher.writers.xhtml import ArticleMarkup

VERSION = "3.1"
SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
#: IPTC's Media Topics, which a subject code ``medtop:…`` stands for.
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
XHTML = "application/xhtml+xml"


class _Part(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A part of an item; what isn't known is left out, as ninjs wants it."""


class Words(_Part, frozen=True):
    """A headline, description or body."""

    value: str
    role: str | None = None
    content_type: str | None = None
    word_count: int | None = None
    char_count: int | None = None


class Concept(_Part, frozen=True):
    """A subject, person or source."""

    name: str | None = None
    uri: str | None = None
    literal: str | None = None
    rel: str | None = None
    role: str | None = None


class Rendition(_Part, frozen=True):
    """One form of a picture."""

    name: str
    content_type: str
    width: int
    height: int
    size_in_bytes: int


class Standard(_Part, frozen=True):
    """What the item keeps to."""

    name: str = ""
    version: str = ""
    schema: str = ""


class Item(_Part, frozen=True, kw_only=True):
    """A news item (``ninjs-schema_3.1.json``); *name* and *rel* belong to one that stands in another."""

    uri: str
    name: str | None = None
    rel: str | None = None
    standard: Standard | None = None
    type: Literal["text", "picture", "composite"]
    title: str | None = None
    version: str | None = None
    first_created: str | None = None
    version_created: str | None = None
    embargoed_until: str | None = None
    pub_status: PubStatus | None = None
    urgency: int | None = None
    language: str | None = None
    slugline: str | None = None
    located: str | None = None
    by: str | None = None
    copyright_notice: str | None = None
    usage_terms: str | None = None
    headlines: tuple[Words, ...] = ()
    descriptions: tuple[Words, ...] = ()
    bodies: tuple[Words, ...] = ()
    people: tuple[Concept, ...] = ()
    subjects: tuple[Concept, ...] = ()
    info_sources: tuple[Concept, ...] = ()
    renditions: tuple[Rendition, ...] = ()
    associations: tuple["Item", ...] = ()


def write_ninjs(bulletin: Bulletin, _theme: Theme, media: Media, _layout: Layout | None, report: Report) -> bytes:
    """The whole bulletin: the item of its only article, or a composite one that holds those of all."""
    if len(bulletin.articles) == 1:
        return write_item(bulletin, 1, media, report)
    metadata = bulletin.metadata
    whole = Item(
        uri=metadata.identifier,
        standard=_standard(),
        type="composite",
        title=metadata.title,
        embargoed_until=moment(metadata.embargoed_until),
        pub_status=_status("usable", bulletin),
        language=metadata.language,
        copyright_notice=metadata.rights,
        headlines=(Words(metadata.title),),
        descriptions=(Words(metadata.subtitle),) if metadata.subtitle else (),
        associations=tuple(
            msgspec.structs.replace(_item(bulletin, number, media, report), name=title(article) or f"a{number}")
            for number, article in enumerate(bulletin.articles, 1)
        ),
    )
    return _encoded(whole)


def write_item(bulletin: Bulletin, number: int, media: Media, report: Report) -> bytes:
    """The item of the article that stands in the bulletin as *number* (from 1), for whoever wants it alone."""
    return _encoded(msgspec.structs.replace(_item(bulletin, number, media, report), standard=_standard()))


def _encoded(item: Item) -> bytes:
    return msgspec.json.format(msgspec.json.encode(item), indent=2) + b"\n"


def _standard() -> Standard:
    return Standard("ninjs", VERSION, SCHEMA)


def _item(bulletin: Bulletin, number: int, media: Media, report: Report) -> Item:
    key, article = keyed(bulletin)[number - 1]
    known, issue = article.metadata, bulletin.metadata
    return Item(
        uri=known.uri if known.uri and is_uri(known.uri) else f"{issue.identifier}#{key}",
        type="text",
        title=title(article) or None,
        version=known.version,
        first_created=moment(known.first_created),
        version_created=moment(known.version_created),
        # The issue goes out as a whole: its hour is the last of its articles'.
        embargoed_until=moment(issue.embargoed_until),
        pub_status=_status(known.pub_status, bulletin),
        urgency=known.urgency,
        language=known.language or issue.language or DEFAULT_LANGUAGE,
        slugline=known.slugline,
        located=known.dateline.place if known.dateline else None,
        by=", ".join(known.by) or None,
        copyright_notice=known.copyright_notice or issue.rights,
        usage_terms=known.usage_terms,
        headlines=_headlines(known),
        descriptions=(Words(known.standfirst, "standfirst"),) if known.standfirst else (),
        bodies=(_body(bulletin, key, article, report),),
        people=tuple(Concept(name=name, rel="author") for name in known.by),
        subjects=tuple(_subjects(known)),
        info_sources=(Concept(name=known.creditline.name, role="creditline"),) if known.creditline else (),
        associations=tuple(_pictures(article, key, media)),
    )


def _status(said: PubStatus, bulletin: Bulletin) -> PubStatus:
    """A draft that nobody has approved is not to be used yet."""
    return "withheld" if "DRAFT" in bulletin.metadata.proof and said == "usable" else said


def _headlines(known: Metadata) -> tuple[Words, ...]:
    main = (Words(known.headline),) if known.headline else ()
    return (*main, Words(known.kicker, "kicker")) if known.kicker else main


def _subjects(known: Metadata) -> Iterator[Concept]:
    for code in known.subjects:
        scheme, _, number = code.partition(":")
        if scheme == "medtop" and number.isdecimal():
            yield Concept(uri=MEDIA_TOPICS + number, literal=code, rel="about")
        else:
            yield Concept(uri=code, rel="about") if is_uri(code) else Concept(name=code, rel="about")
    yield from (Concept(name=word, rel="keyword") for word in known.keywords)


def _body(bulletin: Bulletin, key: str, article: Article, report: Report) -> Words:
    link = resolver(key, names_in(bulletin), lambda found, own: "" if found == own else found, report)
    markup = _NewsMarkup(article, key, Medium.READING, link, lambda image, _: _img(image))
    blocks = markup.body(2)
    value = "\n".join((blocks, *markup.written_notes()))
    text = " ".join(node.text for node in nodes(article) if isinstance(node, Text | Code | CodeBlock))
    return Words(value, "main", XHTML, word_count=len(text.split()), char_count=len(text))


class _NewsMarkup(ArticleMarkup):
    """The body's markup without a reading system's words; notes stand numbered below it."""

    def _note(self, note: Note) -> str:
        self.notes.append(note)
        number = len(self.notes)
        name = f"{self.key}.note-{number}"
        return f'<sup><a role="doc-noteref" id="{name}-call" href="#{name}">{number}</a></sup>'

    def written_notes(self) -> Iterator[str]:
        """The notes called so far; one that a note calls is appended while they are written."""
        for number in count(1):
            if number > len(self.notes):
                return
            blocks = self.blocks(self.notes[number - 1].blocks, 6)
            yield f'<aside role="doc-footnote" id="{self.key}.note-{number}">{blocks}</aside>'


def name_uri(name: str) -> str:
    """The URI of a picture by the SHA-256 of its bytes (RFC 6920)."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(name)).decode().rstrip('=')}"


def _img(image: Image) -> str:
    alt = "" if image.decorative else escape(image.alt or "")
    return f'<img src="{name_uri(image.media)}" alt="{alt}"/>'


def _pictures(article: Article, key: str, media: Media) -> Iterator[Item]:
    """An item for each picture, once: with its caption and credit where it stands in a figure."""
    figures = {node.image.media: node for node in nodes(article) if isinstance(node, Figure)}
    images = {node.media: node for node in nodes(article) if isinstance(node, Image) and node.media in media}
    for number, (name, image) in enumerate(images.items(), 1):
        figure, picture = figures.get(name), media[name]
        caption = plain_text(figure.caption) if figure else ""
        said = (("caption", caption), ("alt", "" if image.decorative else image.alt))
        yield Item(
            uri=name_uri(name),
            name=f"{key}-picture-{number}",
            rel="picture",
            type="picture",
            descriptions=tuple(Words(words, role) for role, words in said if words),
            info_sources=(Concept(name=figure.credit, role="creditline"),) if figure and figure.credit else (),
            copyright_notice=picture.said.copyright,
            usage_terms=picture.said.terms,
            renditions=(Rendition("main", picture.media_type, picture.width, picture.height, len(picture.data)),),
        )


def is_uri(text: str) -> bool:
    """Whether *text* is an absolute URI (RFC 3986) of characters that may stand in one."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.scheme and (parts.netloc or parts.path)) and text.isascii() and not set(text) & set(' "<>\\^`{|}')


def moment(text: str | None) -> str | None:
    """*text* (ISO 8601) as a date and time with its offset (RFC 3339); None where it is less."""
    try:
        found = datetime.datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found.isoformat() if found.tzinfo else None
