"""What an issue says of itself around its articles: the same words in every format."""

import re
from html import escape

from publisher.metadata import BulletinMetadata
from publisher.words import full_date, words_for


def colophon_text(metadata: BulletinMetadata) -> str:
    """“The Bulletin is published by the Press Office. Reproduction permitted. press@example.org”."""
    published = (
        words_for(metadata.language).published.format(title=metadata.title, publisher=metadata.publisher)
        if metadata.publisher
        else ""
    )
    return " ".join(part for part in (published, metadata.rights, metadata.contact) if part)


def mail_address(contact: str | None) -> str | None:
    """The address to write to, where *contact* is nothing else."""
    return contact if contact and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", contact, re.ASCII) else None


def linked(words: str) -> str:
    """*words* as XHTML: an address to write to is a link."""
    shown = escape(words, quote=False)
    return f'<a href="mailto:{shown}">{shown}</a>' if mail_address(words) else shown


def folio_parts(metadata: BulletinMetadata) -> tuple[str, str, str]:
    """Number, date and edition, as they stand over the masthead."""
    words = words_for(metadata.language)
    return words.numbered(metadata.number), full_date(metadata.date, metadata.language), words.edition


def running_name(metadata: BulletinMetadata) -> str:
    """“The Bulletin · No. 47”, as the running foot has it."""
    number = words_for(metadata.language).numbered(metadata.number)
    return " · ".join(part for part in (metadata.title, number) if part)
