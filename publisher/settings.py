"""``bulletin.toml``: what the editor says of the issue, its sources and its look."""

import datetime
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from publisher.appearance import Brand, Letterhead
from publisher.configuration import Table, read_toml
from publisher.errors import ConfigurationError
from publisher.limits import Limits
from publisher.metadata import PubStatus
from publisher.theme.files import ScreenStandard
from publisher.theme.tokens import PageSize

#: The file's name in a folder of sources.
FILE = "bulletin.toml"

#: A moment in time: ``2026-09-11T08:30:00-04:00``; without its offset from UTC it is none.
Moment = Annotated[datetime.datetime, Meta(tz=True)]

#: What parts one file into several texts.
Items = Literal["one", "headings", "page-breaks"]


class SourceSettings(Table, frozen=True):
    """``[source."FILE"]``: what the editor says of one text; it goes before what the copy says."""

    headline: str | None = None
    """Headline."""
    kicker: str | None = None
    """A word or two above the headline."""
    standfirst: str | None = None
    """A sentence between headline and text."""
    by: str | tuple[str, ...] | None = None
    """Byline: a name, or a list of names."""
    creditline: str | None = None
    """Who is credited, such as an agency."""
    pull_quote: str | None = None
    """A verbatim piece of the text, set large; a cut is shown by “…”."""
    language: str | None = None
    """Language of the text (BCP 47), where it isn't the bulletin's."""
    slugline: str | None = None
    """The desk's working name of the story."""
    urgency: Annotated[int, Meta(ge=1, le=9)] | None = None
    """1 (most urgent) to 9."""
    copyright_notice: str | None = None
    """Copyright notice of this text."""
    usage_terms: str | None = None
    """Terms of use of this text."""
    keywords: tuple[str, ...] = ()
    """Keywords of this text."""
    subjects: tuple[str, ...] = ()
    """What it is about, by codes such as ``medtop:20000538`` (IPTC Media Topics)."""
    pub_status: PubStatus | None = None
    """``usable``, ``withheld`` or ``canceled``."""
    embargoed_until: Moment | None = None
    """When this text may be published; it goes before what the copy says."""
    ed_note: str | None = None
    """A note from desk to desk; it is never published."""
    items: Items | None = None
    """Whether the file holds ``one`` text, or one for each of its ``headings`` of level 1 or ``page-breaks``."""


class SectionSettings(Table, frozen=True):
    """``[[section]]``: a title, and the sources that stand under it."""

    title: str
    """Title of the section."""
    sources: tuple[str, ...]
    """Its texts, in order."""


class Print(Table, frozen=True):
    """``[print]``: what the print shop asks for; it goes before what a preset file says by the same keys."""

    preset: str | None = None
    """A TOML file below the issue's folder that holds a print shop's demands, by these same keys."""
    standard: Literal["PDF/X-4", "PDF/X-1a:2003"] | None = None
    """The standard the file keeps; ``PDF/X-4`` unless said otherwise."""
    profile: str | None = None
    """ICC profile of the press, a file below the issue's folder; otherwise FOGRA39's, which comes along."""
    condition: str | None = None
    """Registered name of the printing condition, such as ``FOGRA51``; needed where the profile doesn't say it."""
    bleed: Annotated[float, Meta(ge=0, le=10)] | None = None
    """Bleed in mm, where it isn't the theme's."""
    marks: bool | None = None
    """Crop and registration marks, colour bar and slug line outside the bleed; ``true`` unless said otherwise."""
    overprint: bool | None = None
    """Whether black text overprints; ``true`` unless said otherwise."""
    max_ink: Annotated[float, Meta(ge=150, le=400)] | None = None
    """Total ink that no place may exceed, percent; otherwise what the profile itself makes."""
    bookmarks: bool | None = None
    """Whether the outline stays in the print PDF; ``true`` unless said otherwise."""
    binding: Literal["saddle", "perfect"] | None = None
    """How it is bound: ``saddle`` (folded and stitched) wants a multiple of four pages, and says so."""


class Docx(Table, frozen=True):
    """``[docx]``: how the DOCX differs from the pages; it goes before what the theme says."""

    columns: Annotated[int, Meta(ge=1, le=4)] | None = None
    """Columns of running text; ``1`` for the copy that goes by mail."""
    embed_fonts: bool | None = None
    """Whether the fonts travel inside the file, where their licences allow it."""


class Screen(Table, frozen=True):
    """``[screen]``: what is asked of the screen PDF."""

    standard: ScreenStandard | None = None
    """``PDF/A-3a`` unless said otherwise; ``PDF/A-2a`` for archives that take no attachments."""


class Epub(Table, frozen=True):
    """``[epub]``: what is asked of the EPUB, and what you claim of it; nothing is claimed unless you say so."""

    conforms_to: str | None = None
    """The conformance you claim, such as ``EPUB Accessibility 1.1 - WCAG 2.2 Level AA``."""
    certified_by: str | None = None
    """Who has evaluated it and claims that."""
    ncx: bool = False
    """Whether it has contents for reading systems of EPUB 2 as well (NCX)."""


class Normalise(Table, frozen=True):
    """``[normalise]``: what is done to the copy; ``docs/house-style.md`` gives the reason for each rule."""

    mojibake: bool = True
    """Text that was once read in the wrong encoding is repaired."""
    composition: bool = True
    """Letters are composed of their parts (Unicode NFC)."""
    scripts: bool = True
    """Words that mix look-alike letters of two scripts are repaired."""
    layout: bool = True
    """Lines wrapped at a fixed width are joined; lists, tables and verse are recognised."""
    structure: bool = True
    """Headline, flags, standfirst, kicker and subheads are recognised."""
    dateline: bool = True
    """The dateline is parted from the lede."""
    byline: bool = True
    """Bylines are taken out of the text."""
    credit: bool = True
    """An agency that the text credits is credited."""
    end_matter: bool = True
    """Sign-offs, boilerplate and contacts are told from the story."""
    language: bool = True
    """The language of each text is found; off: it is the bulletin's, unless its settings say another."""
    passages: bool = True
    """Passages in another language are marked."""
    quotes: bool = True
    """Straight and makeshift quotation marks become those of the language."""
    apostrophes: bool = True
    """Straight apostrophes become typographic ones."""
    dashes: bool = True
    """``--``, `` _ `` and spaced hyphens become the language's dash."""
    ellipses: bool = True
    """Three dots become an ellipsis."""
    spaces: bool = True
    """Blanks beside marks are the language's: French ones before ``!``, Russian ones before a dash."""
    bonds: bool = True
    """Initials, numbers with their units, and one-letter words are not parted at a line end."""
    acronyms: bool = True
    """Acronyms that the text introduces are listed with what they stand for."""


class Mail(Table, frozen=True):
    """``[mail]``: the message that carries the bulletin."""

    body: Literal["summary", "full"] = "summary"
    """Headlines and standfirsts, or every article whole (taken from the EPUB of the same build)."""
    unsubscribe: Annotated[str, Meta(pattern=r"^(https://|mailto:)[!-;=?-~]+$")] | None = None
    """Where readers take themselves off the list, an ``https:`` or ``mailto:`` address."""
    reply_to: str | None = None
    """Where answers go, where that isn't the sender."""


class Approval(Table, frozen=True):
    """``[approval]``: whether someone must have approved the content."""

    required: bool = False
    """Until ``publisher approve`` has recorded this very content, all files say DRAFT."""


class Accept(Table, frozen=True):
    """``[[accept]]``: a finding that is waived, and why."""

    code: str
    """The finding's code."""
    reason: Annotated[str, Meta(min_length=1)]
    """Why; it goes into the manifest."""
    where: str = ""
    """The place the finding names, or its beginning; empty: everywhere."""


class Settings(Table, frozen=True):
    """``bulletin.toml`` as a whole."""

    title: str | None = None
    """Title of the bulletin."""
    subtitle: str | None = None
    """Subtitle."""
    number: int | str | None = None
    """Number of the issue."""
    date: datetime.date | None = None
    """Date of the issue, ``2026-11-24``; never taken from the clock."""
    language: str | None = None
    """Language of the issue (BCP 47), such as ``en-US``, ``kk``, ``ru``."""
    publisher: str | None = None
    """Who publishes it."""
    contact: str | None = None
    """How to reach the publisher."""
    rights: str | None = None
    """Rights statement, printed in the colophon."""
    identifier: str | None = None
    """A URN or URL of your own; otherwise one is made from title, number and language."""
    keywords: tuple[str, ...] = ()
    """Keywords of the issue."""
    theme: str = "gazette"
    """A theme that comes along, or a folder beside the sources that holds a ``theme.toml``."""
    paper: PageSize | None = None
    """Size of the page, where it isn't the theme's; margins stay as they are."""
    sources: tuple[str, ...] = ()
    """Texts in the order they stand in; the others follow by name."""
    slug: Annotated[str, Meta(pattern=r"^[^\s/\\.][^\s/\\]*$")] | None = None
    """Beginning of the files' names; otherwise made from title, number and language."""
    embargoed_until: Moment | None = None
    """When the issue may be published; it never shortens the embargo of a text."""
    source: dict[str, SourceSettings] = {}  # noqa: RUF012 - msgspec gives each its own
    section: tuple[SectionSettings, ...] = ()
    letterhead: Letterhead = Letterhead()
    brand: Brand = Brand()
    print: Print = Print()
    docx: Docx = Docx()
    screen: Screen = Screen()
    epub: Epub = Epub()
    normalise: Normalise = Normalise()
    mail: Mail = Mail()
    approval: Approval = Approval()
    limits: Limits = Limits()
    accept: tuple[Accept, ...] = ()


def read_settings(text: str, file: str = FILE) -> Settings:
    """*text* as Settings; a ConfigurationError names every fault with file, line, key and way out."""
    return read_toml(text, file, Settings)


def file_inside(folder: Path | None, name: str, key: str) -> Path:
    """The file *name*, which *key* says, below *folder*; what leads elsewhere is refused."""
    if folder is None:
        raise ConfigurationError(f"{key} names a file, but there is no folder to look in", "build from a folder")
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ConfigurationError(
            f"{FILE}: {key}: {name} lies outside the issue's folder", "copy the file into the folder"
        )
    if not path.is_file():
        raise ConfigurationError(f"{FILE}: {key}: there is no file {name}", f"put it into {folder}")
    return path
