"""What the file says of itself: core, extended and custom properties."""

import datetime
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from docx.opc.coreprops import CoreProperties

from publisher.archive import EPOCH
from publisher.metadata import BulletinMetadata
from publisher.model import Bulletin
from publisher.words import words_for
from publisher.writers.docx.elements import clean
from publisher.writers.heads import document_title
from publisher.writers.imprint import colophon_text

APPLICATION = "bulletin-publisher"
#: Longest property that Word takes.
LONGEST = 255
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = f'xmlns:vt="{_OFFICE}/docPropsVTypes"'
#: The property set that custom properties belong to (MS-OLEPS, 2.18).
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def set_core(core: CoreProperties, metadata: BulletinMetadata) -> None:
    """Fills in the core properties; their dates are the bulletin's own, never the clock's."""
    date = metadata.date or datetime.date(*EPOCH[:3])
    moment = datetime.datetime(date.year, date.month, date.day)
    creators = ", ".join(metadata.authors) or metadata.publisher or metadata.title
    core.title = _short(document_title(metadata))
    core.subject = _short(metadata.subtitle or "")
    core.author = _short(creators)
    core.keywords = _short(", ".join(metadata.keywords))
    core.comments = _short(colophon_text(metadata))
    core.category = _short(words_for(metadata.language).bulletin)
    core.language = _short(metadata.language)
    core.identifier = _short(metadata.identifier)
    core.last_modified_by = _short(metadata.publisher or metadata.title)
    core.created = moment
    core.modified = moment
    core.revision = 1


def _short(words: str) -> str:
    return clean(words)[:LONGEST]


def _listed(said: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(part for part in said if part))


def core_part() -> bytes:
    """``core.xml``, still empty."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    ).encode()


def extended_part(metadata: BulletinMetadata) -> bytes:
    """``app.xml``: what made the file, and for whom."""
    manager = f"<Manager>{escape(clean(metadata.contact))}</Manager>" if metadata.contact else ""
    company = f"<Company>{escape(clean(metadata.publisher))}</Company>" if metadata.publisher else ""
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Application>{APPLICATION}</Application><DocSecurity>0</DocSecurity>{manager}{company}</Properties>"
    ).encode()


def custom_part(bulletin: Bulletin) -> bytes:
    """``custom.xml``: what Word's core properties have no place for; of several articles, what each says once."""
    metadata = bulletin.metadata
    of_articles = [article.metadata for article in bulletin.articles]
    values = {
        "Series": metadata.title,
        "Number": metadata.number,
        "Date": metadata.date.isoformat() if metadata.date else None,
        "Subtitle": metadata.subtitle,
        "Publisher": metadata.publisher,
        "Contact": metadata.contact,
        "Rights": metadata.rights,
        "Identifier": metadata.identifier,
        "Language": metadata.language,
        "Slugline": _listed(about.slugline for about in of_articles),
        "Usage terms": _listed(about.usage_terms for about in of_articles),
        "Copyright notice": _listed(about.copyright_notice for about in of_articles),
        "Embargoed until": metadata.embargoed_until,
        "Status": ", ".join(metadata.proof),
    }
    present = ((name, value) for name, value in values.items() if value)
    properties = "".join(
        f'<property fmtid="{_CUSTOM}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(_short(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(present, 2)
    )
    return f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" {_TYPES}>{properties}</Properties>'.encode()
