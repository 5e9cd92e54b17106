"""What is asked of each file, beside its look: the press, Word, archives, libraries; and what a brand puts in."""

from typing import Annotated, Literal

from msgspec import Meta

from publisher.configuration import Table


class Marks(Table, frozen=True):
    """What a brand puts into the masthead."""

    masthead: str | None = None
    """Words of the masthead, where they aren't the bulletin's title."""
    logo: bytes | None = None
    """A PNG or JPEG picture."""


class Press(Table, frozen=True):
    """What the print shop asks for, preset and ``[print]`` taken together."""

    standard: Literal["PDF/X-4", "PDF/X-1a:2003"] = "PDF/X-4"
    """The standard that the print PDF keeps (ISO 15930-7, 15930-4)."""
    profile: bytes | None = None
    """ICC profile of the press; None: the one for coated paper that comes along."""
    condition: str = "FOGRA39"
    """Name of the printing condition, as the registry at color.org has it."""
    marks: bool = True
    """Whether crop and registration marks, colour bar and slug line stand outside the bleed."""
    overprint: bool = True
    """Whether black text overprints."""
    max_ink: float | None = None
    """Total ink that no place may exceed, percent; None: what the profile itself makes."""
    bookmarks: bool = True
    """Whether the outline stays in the file."""
    binding: Literal["saddle", "perfect"] | None = None
    """How the pages are bound; None: nothing is said of it."""


class Docx(Table, frozen=True):
    """How the DOCX differs from the pages."""

    columns: Annotated[int, Meta(ge=1, le=4)] | None = None
    """Columns of running text; the pages' own where nothing is said."""
    embed_fonts: bool = False
    """Whether the fonts travel inside the file, where their licences allow it."""


ScreenStandard = Literal["PDF/A-3a", "PDF/A-2a"]


class Screen(Table, frozen=True):
    """What is asked of the screen PDF."""

    standard: ScreenStandard = "PDF/A-3a"
    """The standard for archives that it keeps (ISO 19005-3, 19005-2) beside PDF/UA-1 (ISO 14289-1)."""


class Book(Table, frozen=True):
    """What is asked of the EPUB, and claimed of it: by a person, never by the program."""

    conforms_to: str | None = None
    """The conformance that is claimed, as EPUB Accessibility 1.1 words it."""
    certified_by: str | None = None
    """Who claims it."""
    ncx: bool = False
    """Whether it has contents for reading systems of EPUB 2 as well."""
