"""What is known of an article and of a bulletin, under ninjs 3.1's names where it has one."""

import datetime
from typing import Literal

import msgspec


class Value(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A frozen value, compared by its fields, with ninjs' camelCase in JSON."""


class Dateline(Value, frozen=True):
    """A dateline: *raw* as the copy has it with dash and blanks, *date* ISO 8601 (``--MM-DD`` without a year).

    *raw* is empty where nothing is to be printed before the text: the dateline stands in a line of its own
    (a block with that role), or only its date is known, from a date stamp.
    """

    raw: str
    place: str | None = None
    date_raw: str | None = None
    date: str | None = None


class Creditline(Value, frozen=True):
    """Who is credited, and where: ``dateline``, ``byline``, ``headline``, ``sign-off``, ``text``, ``settings``."""

    name: str
    origin: str


PubStatus = Literal["usable", "withheld", "canceled"]


class Metadata(Value, frozen=True, kw_only=True):
    """What is known of an article. Text values are plain; absent ones are None."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    by: tuple[str, ...] = ()
    dateline: Dateline | None = None
    creditline: Creditline | None = None
    language: str | None = None
    pull_quote: str | None = None
    slugline: str | None = None
    urgency: int | None = None
    uri: str | None = None
    version: str | None = None
    first_created: str | None = None
    version_created: str | None = None
    embargoed_until: str | None = None
    pub_status: PubStatus = "usable"
    copyright_notice: str | None = None
    usage_terms: str | None = None
    subjects: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    ed_note: str | None = None
    end_mark: str | None = None
    acronyms: dict[str, str] = {}


class Sender(Value, frozen=True):
    """Who sends a release, as a letterhead says it in one language: a name, and lines that say how to reach it."""

    name: str
    language: str
    address: tuple[str, ...] = ()


#: What makes files that may not be published yet: nobody has approved them, or the hour hasn't come.
Proof = Literal["DRAFT", "EMBARGOED"]


class BulletinMetadata(Value, frozen=True, kw_only=True):
    """What the issue says of itself; *language* is BCP 47, *identifier* a stable URN.

    *embargoed_until* is the last of its articles' and its own; *proof* says why its files may not be published yet.
    *senders* and *release_line* are for a letterhead: one sender, or one in each of two languages.
    """

    title: str
    language: str
    identifier: str
    slug: str
    subtitle: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    contact: str | None = None
    rights: str | None = None
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    embargoed_until: str | None = None
    proof: tuple[Proof, ...] = ()
    senders: tuple[Sender, ...] = ()
    release_line: bool = True

    @property
    def letterhead(self) -> tuple[Sender, ...]:
        """Who sends it: *senders*, or else the publisher and its contact."""
        contact = (self.contact,) if self.contact else ()
        return self.senders or (Sender(self.publisher or self.title, self.language, contact),)
