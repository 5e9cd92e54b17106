"""The tokens of a theme, typed. Lengths are pt unless a field says mm, em or lines."""

from typing import Annotated, Literal

from msgspec import Meta

from publisher.configuration import Table
from publisher.theme.files import Book, Docx, Marks, Press, Screen

Fraction = Annotated[float, Meta(ge=0, le=100)]
Positive = Annotated[float, Meta(gt=0)]
NotNegative = Annotated[float, Meta(ge=0)]
Hex = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]

PageSize = Literal["A4", "A5", "B5", "Letter"]
#: Trim sizes in mm (ISO 216, ANSI).
PAGE_SIZES = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "B5": (176.0, 250.0), "Letter": (215.9, 279.4)}


class Page(Table, frozen=True):
    """The page and its grid."""

    size: PageSize = "A4"
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
    """Columns of running text; below 60 mm, nothing in them is justified."""
    column_gap: NotNegative = 8.0
    """Space between columns, mm."""
    baseline: Positive = 13.5
    """Line of the baseline grid, pt; every block takes a whole number of them."""
    article_start: Literal["run-on", "page"] = "run-on"
    """Whether an article starts a new page or follows the one before."""
    article_sink: NotNegative = 0.0
    """Space above an article that starts a page, grid lines."""

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

    @property
    def column(self) -> float:
        """Width of a column of running text, mm."""
        return (self.measure - (self.columns - 1) * self.column_gap) / self.columns


class Family(Table, frozen=True):
    """A font family: its four faces are files in ``styles/fonts`` (or, by ``[brand]``, of the issue).

    ``package:file`` is a file of an installed Python package.
    """

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


class Families(Table, frozen=True):
    """Families that all themes share."""

    family: dict[str, Family]


class Colour(Table, frozen=True):
    """A colour, for screens and for the press; neither is converted into the other."""

    rgb: Hex
    """sRGB, ``#rrggbb``."""
    cmyk: tuple[Fraction, Fraction, Fraction, Fraction]
    """Ink in percent: cyan, magenta, yellow, black."""


class Role(Table, frozen=True, kw_only=True):
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


class Roles(Table, frozen=True):
    """Every role a theme must give a look to."""

    masthead: Role
    """The title over the first page."""
    folio: Role
    """The line with number, date and edition; where it has a `rule`, the title piece stands between rules."""
    sender: Role
    """A letterhead's sender."""
    address: Role
    """The lines under a sender's name."""
    release_line: Role
    """“For immediate release”, or until when not."""
    section_title: Role
    """The title over the articles of a section."""
    kicker: Role
    """The word or two above a headline."""
    headline: Role
    """An article's headline; drop capitals are set in its type."""
    standfirst: Role
    """The sentence between headline and text."""
    byline: Role
    """Who wrote it, and who is credited."""
    dateline: Role
    """Place and date, run in before the first words; only the look of its letters counts."""
    body: Role
    """Running text."""
    heading_1: Role
    """A heading right under the headline."""
    heading_2: Role
    """A heading one level lower."""
    heading_3: Role
    """A heading of any lower level."""
    quotation: Role
    """A displayed quotation."""
    pull_quote: Role
    """A piece of the text set large."""
    list_item: Role
    """Items of lists; `inset` is the room for their marks."""
    term: Role
    """A term that is defined."""
    definition: Role
    """What is said of a term."""
    table: Role
    """Words in tables."""
    caption: Role
    """What stands under a picture or over a table."""
    code: Role
    """Words and lines that are set as they are."""
    verse: Role
    """Lines whose ends matter."""
    note: Role
    """Notes at the foot of the page."""
    boilerplate: Role
    """What a sender says of itself under its text."""
    contact: Role
    """Whom to ask, under the text."""
    contents_title: Role
    """The word over the contents."""
    contents_entry: Role
    """An entry of the contents."""
    running_foot: Role
    """The foot of each page, and its head where it has one."""
    colophon: Role
    """Who publishes the issue, at its end."""
    cover_title: Role
    """The title on a cover."""
    cover_subtitle: Role
    """The subtitle on a cover."""


class Setting(Table, frozen=True):
    """How justified lines are set on pages."""

    linebreaks: Literal["optimal", "greedy"] = "optimal"
    """Whether a paragraph's lines are chosen together, or one after the other."""
    tracking: Annotated[float, Meta(ge=0, le=0.015)] = 0.015
    """Letter-space that a loose line may take, em; a tight one gives up two thirds of it. 0 leaves it to blanks."""


class Fit(Table, frozen=True):
    """How much tighter pages may be set to save a last page of a few lines; 0 leaves a measure as it is."""

    pages: Annotated[int, Meta(ge=0)] = 8
    """Issues of at most so many pages are fitted; longer ones are only told how much to cut."""
    headline: Annotated[float, Meta(ge=0, le=0.3)] = 0.12
    """How much smaller headlines may be, share of their size."""
    tracking: Annotated[float, Meta(ge=0, le=0.02)] = 0.006
    """Letter-space that body text may give up, em."""
    margin: Annotated[float, Meta(ge=0, le=10)] = 3.0
    """How much narrower the bottom margin may be, mm."""
    leading: Annotated[float, Meta(ge=0, le=0.1)] = 0.03
    """How much closer all lines may stand, share of their distance."""
    size: Annotated[float, Meta(ge=0, le=0.1)] = 0.02
    """How much smaller all type may be, share of its size."""


class Form(Table, frozen=True):
    """Form follows content: from how many articles on the issue has which parts."""

    contents_from: Annotated[int, Meta(ge=1)] = 4
    """Articles from which on there is a contents panel."""
    cover_from: Annotated[int, Meta(ge=1)] = 12
    """Articles from which on there is a cover and a contents page."""
    opening: Literal["masthead", "letterhead"] = "masthead"
    """What an issue without a cover opens with: its masthead, or a letterhead with its senders and a release line."""
    running_head: bool = False
    """Whether printed pages are headed by their article's headline, left-hand ones by the bulletin's name; a page that
    opens an article is not."""
    leaders: bool = False
    """Whether dots lead from the entries of the contents to their pages; otherwise the numbers stand first."""
    initial: Literal[0, 2, 3, 4, 5] = 0
    """Lines that the first letter of each article is deep (a drop capital, in the headline's type); 0: it is none."""
    acronyms: bool = False
    """Whether each article ends with a list of the acronyms that it introduces."""


class Theme(Table, frozen=True, kw_only=True):
    """A theme as its ``theme.toml`` states it."""

    page: Page = Page()
    form: Form = Form()
    setting: Setting = Setting()
    fit: Fit = Fit()
    family: dict[str, Family]
    colour: dict[str, Colour]
    role: Roles
    marks: Marks = Marks()
    press: Press = Press()
    docx: Docx = Docx()
    screen: Screen = Screen()
    book: Book = Book()
    about: str = ""
    """What the theme is for, as `publisher themes` lists it."""
    name: str = ""

    @property
    def running_length(self) -> int:
        """How many characters a headline may have that stands at the head of a page."""
        role = self.role.running_foot
        return int(self.page.measure * 72 / 25.4 / (role.size * (0.7 if role.capitals else 0.52)))

    def roles(self) -> dict[str, Role]:
        """Role name (with underscores) → its tokens, in the order of the catalogue."""
        return {name: getattr(self.role, name) for name in Roles.__struct_fields__}
