"""The intermediate model: Bulletin → Section → Article → Block → Inline.

Everything is frozen and compared by value; JSON goes both ways by ``msgspec.json``, and a type
that isn't in these unions can't be decoded. Field names are those of IPTC ninjs 3.1 where it has one.
"""

from enum import StrEnum
from typing import Literal

from publisher.metadata import BulletinMetadata, Metadata, Value

Direction = Literal["ltr", "rtl"]


def _tag(name: str) -> str:
    return name.lower()


class _Node(Value, frozen=True, tag_field="type", tag=_tag):
    """A node of the tree; its JSON has ``"type"``, the class name in lower case."""


# ── inlines ──────────────────────────────────────────────────────────────────


class Text(_Node, frozen=True):
    """A run of characters, never empty."""

    text: str


class Emphasis(_Node, frozen=True):
    """Stressed words (italic)."""

    inlines: tuple["Inline", ...]


class Strong(_Node, frozen=True):
    """Important words (bold)."""

    inlines: tuple["Inline", ...]


class SmallCaps(_Node, frozen=True):
    """Words in small capitals."""

    inlines: tuple["Inline", ...]


class Superscript(_Node, frozen=True):
    """Raised characters."""

    inlines: tuple["Inline", ...]


class Subscript(_Node, frozen=True):
    """Lowered characters."""

    inlines: tuple["Inline", ...]


class Code(_Node, frozen=True):
    """A verbatim run in running text."""

    text: str


class Link(_Node, frozen=True):
    """A link: *target* is a URL, ``#id`` in this article or ``article#id`` in the bulletin."""

    target: str
    inlines: tuple["Inline", ...]
    title: str | None = None


class Image(_Node, frozen=True):
    """A picture in the line: *media* is the SHA-256 of its bytes, *alt* None only if decorative."""

    media: str
    alt: str | None = None
    decorative: bool = False


class Note(_Node, frozen=True):
    """A note, standing at the place that refers to it."""

    blocks: tuple["Block", ...]


class Span(_Node, frozen=True):
    """A passage in another language (BCP 47) or direction."""

    inlines: tuple["Inline", ...]
    language: str | None = None
    direction: Direction | None = None


class LineBreak(_Node, frozen=True):
    """A forced line end."""


Inline = Text | Emphasis | Strong | SmallCaps | Superscript | Subscript | Code | Link | Image | Note | Span | LineBreak

# ── blocks ───────────────────────────────────────────────────────────────────


class Role(StrEnum):
    """What a block is for; a theme gives each role its look."""

    BODY = "body"
    STANDFIRST = "standfirst"
    KICKER = "kicker"
    BYLINE = "byline"
    DATELINE = "dateline"
    PULL_QUOTE = "pull-quote"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"
    SIGNATURE = "signature"
    EDITORS_NOTE = "editors-note"


class _Block(_Node, frozen=True, kw_only=True):
    """What every block has: a role, a name to link to, a language and direction of its own."""

    role: Role = Role.BODY
    id: str | None = None
    language: str | None = None
    direction: Direction | None = None


class Paragraph(_Block, frozen=True):
    """A paragraph."""

    inlines: tuple[Inline, ...]


class Heading(_Block, frozen=True):
    """A heading inside an article; level 1 stands directly under the headline."""

    inlines: tuple[Inline, ...]
    level: int = 1


class Quotation(_Block, frozen=True):
    """A displayed quotation."""

    blocks: tuple["Block", ...]


NumberStyle = Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]


class ItemList(_Block, frozen=True):
    """A list: bulleted, or numbered from *start* in *style* (CSS ``list-style-type``)."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1
    style: NumberStyle = "decimal"


class Definition(Value, frozen=True):
    """A term and what is said of it."""

    term: tuple[Inline, ...]
    descriptions: tuple[tuple["Block", ...], ...]


class DefinitionList(_Block, frozen=True):
    """Terms with their definitions."""

    definitions: tuple[Definition, ...]


Alignment = Literal["start", "center", "end"]


class Cell(Value, frozen=True):
    """A table cell; *alignment* None means the column's."""

    blocks: tuple["Block", ...]
    header: bool = False
    rowspan: int = 1
    colspan: int = 1
    alignment: Alignment | None = None


class Row(Value, frozen=True):
    """A table row."""

    cells: tuple[Cell, ...]


class Column(Value, frozen=True):
    """A table column; *width* is its share of the table (0…1), None means by content."""

    alignment: Alignment | None = None
    width: float | None = None


class Table(_Block, frozen=True):
    """A table with header rows, body and footer rows."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    foot: tuple[Row, ...] = ()
    caption: tuple[Inline, ...] = ()


class Figure(_Block, frozen=True):
    """A picture with caption and credit, both apart from its alternative text."""

    image: Image
    caption: tuple[Inline, ...] = ()
    credit: str | None = None


class CodeBlock(_Block, frozen=True):
    """Verbatim lines."""

    text: str
    syntax: str | None = None


class Verse(_Block, frozen=True):
    """Lines whose ends matter."""

    lines: tuple[tuple[Inline, ...], ...]


class ThematicBreak(_Block, frozen=True):
    """A pause between passages."""


Block = Paragraph | Heading | Quotation | ItemList | DefinitionList | Table | Figure | CodeBlock | Verse | ThematicBreak

# ── the issue ────────────────────────────────────────────────────────────────


class Article(Value, frozen=True):
    """One text: what is known of it, and its blocks in reading order."""

    metadata: Metadata
    body: tuple[Block, ...]


class Section(Value, frozen=True):
    """Articles under a common title; the only section of a plain issue has none."""

    articles: tuple[Article, ...]
    title: str | None = None


class Bulletin(Value, frozen=True):
    """One issue in one language."""

    metadata: BulletinMetadata
    sections: tuple[Section, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles in reading order."""
        return tuple(article for section in self.sections for article in section.articles)
