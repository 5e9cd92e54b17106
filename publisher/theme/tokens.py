"""The tokens of a theme, typed. Lengths are pt unless a field says mm, em or lines."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Fraction = Annotated[float, Meta(ge=0, le=100)]
Positive = Annotated[float, Meta(gt=0)]
NotNegative = Annotated[float, Meta(ge=0)]
Hex = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]

#: Trim sizes in mm (ISO 216, ANSI).
PAGE_SIZES = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "B5": (176.0, 250.0), "Letter": (215.9, 279.4)}


class _Tokens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Tokens: frozen, and a misspelt name is an error."""


class Page(_Tokens, frozen=True):
    """The page and its grid."""

    size: Literal["A4", "A5", "B5", "Letter"] = "A4"
    """Trim size."""
    bleed: Annotated[float, Meta(ge=0, le=10)] = 3.0
    """Bleed on every side, mm."""
    margin_top: NotNegative = 18.0
    """Top margin, mm."""
    margin_bottom: NotNegative = 22.0
    """Bottom margin, mm; the running foot stands in it."""
    margin_inside: NotNegative = 18.0
    """Margin at the spine, mm (left, where pages don't face)."""
    margin_outside: NotNegative = 18.0
    """Margin at the fore edge, mm (right, where pages don't face)."""
    facing: bool = False
    """Whether pages face: margins and running feet are mirrored."""
    columns: Annotated[int, Meta(ge=1, le=4)] = 2
    """Columns of running text."""
    column_gap: NotNegative = 8.0
    """Space between columns, mm."""
    baseline: Positive = 13.5
    """Line of the baseline grid, pt; every block takes a whole number of them."""
    article_start: Literal["run-on", "page"] = "run-on"
    """Whether an article starts a new page or follows the one before."""

    @property
    def width(self) -> float:
        """Trim width, mm."""
        return PAGE_SIZES[self.size][0]

    @property
    def height(self) -> float:
        """Trim height, mm."""
        return PAGE_SIZES[self.size][1]

    @property
    def measure(self) -> float:
        """Width of the type area, mm."""
        return self.width - self.margin_inside - self.margin_outside


class Family(_Tokens, frozen=True):
    """A font family: its four faces are files in ``styles/fonts`` (or, by ``[brand]``, of the issue)."""

    name: str
    """The family's own name, as Word and reading systems call it."""
    regular: str
    """File of the upright face."""
    italic: str | None = None
    """File of the italic face; absent: the upright one serves."""
    bold: str | None = None
    """File of the bold face."""
    bold_italic: str | None = None
    """File of the bold italic face."""
    generic: Literal["serif", "sans-serif", "monospace"] = "serif"
    """CSS generic family that stands in where fonts are refused."""
    alternative: str = "Times New Roman"
    """A font most Word users have, named as the substitute (OOXML ``w:altName``)."""
    scripts: tuple[str, ...] = ()
    """ISO 15924 codes; empty for the theme's own Latin, Greek and Cyrillic families."""


class Colour(_Tokens, frozen=True):
    """A colour, for screens and for the press; neither is converted into the other."""

    rgb: Hex
    """sRGB, ``#rrggbb``."""
    cmyk: tuple[Fraction, Fraction, Fraction, Fraction]
    """Ink in percent: cyan, magenta, yellow, black."""


class Role(_Tokens, frozen=True, kw_only=True):
    """How one role is set."""

    family: str = "text"
    """A key of ``[family]``."""
    size: Positive
    """Type size, pt."""
    leading: Positive
    """Distance of baselines, pt."""
    weight: Literal["normal", "bold"] = "normal"
    """Weight."""
    italic: bool = False
    """Whether it is set in italic."""
    colour: str = "ink"
    """A key of ``[colour]``."""
    capitals: bool = False
    """Whether it is set in capitals."""
    tracking: Annotated[float, Meta(ge=-0.1, le=0.3)] = 0.0
    """Letter-space, em."""
    align: Literal["start", "justify", "center", "end"] = "start"
    """Alignment."""
    indent: NotNegative = 0.0
    """First-line indent, em."""
    inset: NotNegative = 0.0
    """Indent of the whole block at its start, em."""
    before: NotNegative = 0.0
    """Space above, grid lines."""
    after: NotNegative = 0.0
    """Space below, grid lines."""
    rule: NotNegative = 0.0
    """Thickness of a rule above, pt; it takes its room from the space above."""
    keep_next: bool = False
    """Whether it stays with what follows."""
    figures: Literal["old-style", "lining", "tabular"] = "lining"
    """Figures: old-style in text, tabular in tables."""

    @property
    def relative_leading(self) -> float:
        """Leading as a multiple of the size (CSS ``line-height``)."""
        return self.leading / self.size


class Roles(_Tokens, frozen=True):
    """Every role a theme must give a look to."""

    masthead: Role
    folio: Role
    section_title: Role
    kicker: Role
    headline: Role
    standfirst: Role
    byline: Role
    dateline: Role
    body: Role
    heading_1: Role
    heading_2: Role
    heading_3: Role
    quotation: Role
    pull_quote: Role
    list_item: Role
    term: Role
    definition: Role
    table: Role
    caption: Role
    code: Role
    verse: Role
    note: Role
    boilerplate: Role
    contact: Role
    contents_title: Role
    contents_entry: Role
    running_foot: Role
    colophon: Role
    cover_title: Role
    cover_subtitle: Role


class Setting(_Tokens, frozen=True):
    """How justified lines are set on pages."""

    linebreaks: Literal["optimal", "greedy"] = "optimal"
    """Whether a paragraph's lines are chosen together, or one after the other."""
    tracking: Annotated[float, Meta(ge=0, le=0.015)] = 0.015
    """Letter-space that a loose line may take, em; a tight one gives up two thirds of it. 0 leaves it to blanks."""


class Form(_Tokens, frozen=True):
    """Form follows content: from how many articles on the issue has which parts."""

    contents_from: Annotated[int, Meta(ge=1)] = 4
    """Articles from which on there is a contents panel."""
    cover_from: Annotated[int, Meta(ge=1)] = 12
    """Articles from which on there is a cover and a contents page."""
    acronyms: bool = False
    """Whether each article ends with a list of the acronyms that it introduces."""


class Marks(_Tokens, frozen=True):
    """What a brand puts into the masthead."""

    masthead: str | None = None
    """Words of the masthead, where they aren't the bulletin's title."""
    logo: bytes | None = None
    """A PNG or JPEG picture."""


class Press(_Tokens, frozen=True):
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


class Docx(_Tokens, frozen=True):
    """How the DOCX differs from the pages."""

    columns: Annotated[int, Meta(ge=1, le=4)] | None = None
    """Columns of running text; the pages' own where nothing is said."""
    embed_fonts: bool = False
    """Whether the fonts travel inside the file, where their licences allow it."""


ScreenStandard = Literal["PDF/A-3a", "PDF/A-2a"]


class Screen(_Tokens, frozen=True):
    """What is asked of the screen PDF."""

    standard: ScreenStandard = "PDF/A-3a"
    """The standard for archives that it keeps (ISO 19005-3, 19005-2) beside PDF/UA-1 (ISO 14289-1)."""


class Book(_Tokens, frozen=True):
    """What is claimed of the EPUB: by a person, never by the program."""

    conforms_to: str | None = None
    """The conformance that is claimed, as EPUB Accessibility 1.1 words it."""
    certified_by: str | None = None
    """Who claims it."""


class Theme(_Tokens, frozen=True, kw_only=True):
    """A theme as its ``theme.toml`` states it."""

    page: Page = Page()
    form: Form = Form()
    setting: Setting = Setting()
    family: dict[str, Family]
    colour: dict[str, Colour]
    role: Roles
    marks: Marks = Marks()
    press: Press = Press()
    docx: Docx = Docx()
    screen: Screen = Screen()
    book: Book = Book()
    name: str = ""

    def roles(self) -> dict[str, Role]:
        """Role name (with underscores) → its tokens, in the order of the catalogue."""
        return {name: getattr(self.role, name) for name in Roles.__struct_fields__}

    def families_for(self, role: Role) -> tuple[Family, ...]:
        """The stack a role is set in: its own family, then those for other scripts."""
        others = (family for family in self.family.values() if family.scripts)
        return (self.family[role.family], *others)
