"""pandoc's JSON tree (API 1.23), typed: what it gives is checked when it is decoded.

Names are pandoc's own (Text.Pandoc.Definition); ``c`` is what a node holds, in the order pandoc has it.
"""

from typing import NamedTuple

import msgspec

from publisher.readers.pandoc.conversion.attributes import Attr


class _Node(msgspec.Struct, frozen=True, tag_field="t", tag=str, gc=False):
    """A node of the tree; its JSON has ``"t"``, the class name."""


class _Words(_Node, frozen=True):
    c: tuple["Inline", ...]


class _Passage(_Node, frozen=True):
    c: tuple["Block", ...]


class Named(msgspec.Struct, frozen=True):
    """A bare name, such as a kind of quotation marks or an alignment."""

    t: str


class Target(NamedTuple):
    """Address and title of a link or picture."""

    url: str
    title: str = ""


# ── inlines ──────────────────────────────────────────────────────────────────


class Str(_Node, frozen=True):
    """Characters without blanks."""

    c: str


class Emph(_Words, frozen=True):
    """Stressed words."""


class Underline(_Words, frozen=True):
    """Underlined words."""


class Strong(_Words, frozen=True):
    """Important words."""


class Strikeout(_Words, frozen=True):
    """Words struck out."""


class Superscript(_Words, frozen=True):
    """Raised characters."""


class Subscript(_Words, frozen=True):
    """Lowered characters."""


class SmallCaps(_Words, frozen=True):
    """Words in small capitals."""


class Quoted(_Node, frozen=True):
    """Words in quotation marks, which are left to the language."""

    c: tuple[Named, tuple["Inline", ...]]


class Cite(_Node, frozen=True):
    """A citation and how the source writes it."""

    c: tuple[msgspec.Raw, tuple["Inline", ...]]


class Code(_Node, frozen=True):
    """A verbatim run."""

    c: tuple[Attr, str]


class Space(_Node, frozen=True):
    """A blank."""


class SoftBreak(_Node, frozen=True):
    """A line end of the source that means no more than a blank."""


class LineBreak(_Node, frozen=True):
    """A forced line end."""


class Math(_Node, frozen=True):
    """A formula, in TeX."""

    c: tuple[msgspec.Raw, str]


class RawInline(_Node, frozen=True):
    """Markup of another format in the line: the format, the markup."""

    c: tuple[str, str]


class Link(_Node, frozen=True):
    """A link."""

    c: tuple[Attr, tuple["Inline", ...], Target]


class Image(_Node, frozen=True):
    """A picture and its description."""

    c: tuple[Attr, tuple["Inline", ...], Target]


class Note(_Passage, frozen=True):
    """A note."""


class Span(_Node, frozen=True):
    """Words with attributes."""

    c: tuple[Attr, tuple["Inline", ...]]


Mark = Emph | Underline | Strong | Strikeout | Superscript | Subscript | SmallCaps | Quoted | Cite | Span
Inline = Mark | Str | Code | Space | SoftBreak | LineBreak | Math | RawInline | Link | Image | Note

# ── blocks ───────────────────────────────────────────────────────────────────


class ColWidth(msgspec.Struct, frozen=True, omit_defaults=True):
    """A column's width as a share of the line; only its name (``ColWidthDefault``) if it has none."""

    t: str
    c: float | None = None


class ListAttributes(NamedTuple):
    """First number, style and delimiter of a numbered list."""

    start: int
    style: Named
    delimiter: Named


class Caption(NamedTuple):
    """A short caption for lists of figures, and the caption."""

    short: tuple[Inline, ...] | None
    blocks: tuple["Block", ...]


class ColSpec(NamedTuple):
    """Alignment and width of a column."""

    alignment: Named
    width: ColWidth


class Cell(NamedTuple):
    """A table cell."""

    attr: Attr
    alignment: Named
    rows: int
    columns: int
    blocks: tuple["Block", ...]


class Row(NamedTuple):
    """A table row."""

    attr: Attr
    cells: tuple[Cell, ...]


class TableHead(NamedTuple):
    """The head's rows; a foot has the same shape."""

    attr: Attr
    rows: tuple[Row, ...]


class TableBody(NamedTuple):
    """A group of rows: how many columns at its beginning are heads of rows, heads between rows, rows."""

    attr: Attr
    heads: int
    between: tuple[Row, ...]
    rows: tuple[Row, ...]


class TableParts(NamedTuple):
    """What a table holds."""

    attr: Attr
    caption: Caption
    columns: tuple[ColSpec, ...]
    head: TableHead
    bodies: tuple[TableBody, ...]
    foot: TableHead


class Plain(_Words, frozen=True):
    """Words that are no paragraph of their own."""


class Para(_Words, frozen=True):
    """A paragraph."""


class LineBlock(_Node, frozen=True):
    """Lines whose ends matter."""

    c: tuple[tuple[Inline, ...], ...]


class CodeBlock(_Node, frozen=True):
    """Verbatim lines."""

    c: tuple[Attr, str]


class RawBlock(_Node, frozen=True):
    """Markup of another format: the format, the markup."""

    c: tuple[str, str]


class BlockQuote(_Passage, frozen=True):
    """A displayed quotation."""


class OrderedList(_Node, frozen=True):
    """A numbered list."""

    c: tuple[ListAttributes, tuple[tuple["Block", ...], ...]]


class BulletList(_Node, frozen=True):
    """A bulleted list."""

    c: tuple[tuple["Block", ...], ...]


class DefinitionList(_Node, frozen=True):
    """Terms with their definitions."""

    c: tuple[tuple[tuple[Inline, ...], tuple[tuple["Block", ...], ...]], ...]


class Header(_Node, frozen=True):
    """A heading: level, attributes, words."""

    c: tuple[int, Attr, tuple[Inline, ...]]


class HorizontalRule(_Node, frozen=True):
    """A rule."""


class Table(_Node, frozen=True):
    """A table."""

    c: TableParts


class Figure(_Node, frozen=True):
    """A figure: attributes, caption, what it shows."""

    c: tuple[Attr, Caption, tuple["Block", ...]]


class Div(_Node, frozen=True):
    """Blocks with attributes."""

    c: tuple[Attr, tuple["Block", ...]]


_Leaf = Plain | Para | LineBlock | CodeBlock | RawBlock | Header | HorizontalRule | Table | Figure
Holder = BlockQuote | OrderedList | BulletList | DefinitionList | Div
Block = _Leaf | Holder
