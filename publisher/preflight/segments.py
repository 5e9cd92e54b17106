"""What an output must hold: the model cut into segments, in reading order, and the furniture around them."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from publisher.model import (
    Article,
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Note,
    Paragraph,
    Quotation,
    Role,
    Row,
    Table,
    Text,
    ThematicBreak,
    Verse,
)
from publisher.theme.tokens import Theme
from publisher.walk import plain_text


class Segment(NamedTuple):
    """A leaf block's words.

    *pieces* are its words cut where notes are called; *capitals* tells how many characters at its
    beginning the theme sets in capitals (a drawn page then shows other letters than the copy has).
    """

    article: str
    pieces: tuple[str, ...]
    capitals: int = 0

    @property
    def text(self) -> str:
        """The words without the cuts."""
        return "".join(self.pieces)


class Words(NamedTuple):
    """An article's segments: those of its text, and those of its notes."""

    text: tuple[Segment, ...]
    notes: tuple[Segment, ...]


def article_words(article: Article, key: str, theme: Theme) -> Words:
    """The segments of *article*, head first, dateline run in."""
    metadata = article.metadata
    credit = metadata.creditline.name if metadata.creditline else ""
    byline = " · ".join(part for part in (", ".join(metadata.by), credit) if part)
    head = (
        (metadata.kicker, theme.role.kicker),
        (metadata.headline, theme.role.headline),
        (metadata.standfirst, theme.role.standfirst),
        (byline, theme.role.byline),
    )
    text = [Segment(key, (part,), len(part) * role.capitals) for part, role in head if part]
    notes: list[Note] = []
    body = [segment for block in article.body for segment in _block(block, key, notes)]
    if metadata.dateline:
        capitals = len(metadata.dateline.raw) * theme.role.dateline.capitals
        body = _run_in(Segment(key, (metadata.dateline.raw,), capitals), body, article)
    noted: list[Segment] = []
    for note in notes:  # grows while notes inside notes are met
        noted += [segment for block in note.blocks for segment in _block(block, key, notes)]
    return Words(tuple(text + body), tuple(noted))


def _run_in(dateline: Segment, body: list[Segment], article: Article) -> list[Segment]:
    """The dateline before the words of the first body paragraph, or as a paragraph of its own."""
    position = 0
    for block in article.body:
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            first = body[position].pieces
            lead = dateline._replace(pieces=(dateline.text + first[0], *first[1:]))
            return [*body[:position], lead, *body[position + 1 :]]
        position += sum(1 for _ in _block(block, dateline.article, []))
    return [dateline, *body]


def _block(block: Block, key: str, notes: list[Note]) -> Iterator[Segment]:  # noqa: C901, PLR0912 - a case a node
    match block:
        case Paragraph() | Heading():
            yield from _leaf(block.inlines, key, notes)
        case Quotation():
            yield from _all(block.blocks, key, notes)
        case ItemList():
            for item in block.items:
                yield from _all(item, key, notes)
        case DefinitionList():
            for definition in block.definitions:
                yield from _definition(definition, key, notes)
        case Table():
            yield from _leaf(block.caption, key, notes)
            for row in (*block.head, *block.body, *block.foot):
                yield from _row(row, key, notes)
        case Figure():
            credit = (Text(f" {block.credit}"),) if block.credit else ()
            yield from _leaf((*block.caption, *credit), key, notes)
        case CodeBlock():
            yield Segment(key, (block.text,))
        case Verse():
            yield from _verse(block, key, notes)
        case ThematicBreak():
            return
        case _:
            assert_never(block)


def _all(blocks: tuple[Block, ...], key: str, notes: list[Note]) -> Iterator[Segment]:
    for block in blocks:
        yield from _block(block, key, notes)


def _definition(definition: Definition, key: str, notes: list[Note]) -> Iterator[Segment]:
    yield from _leaf(definition.term, key, notes)
    for description in definition.descriptions:
        yield from _all(description, key, notes)


def _row(row: Row, key: str, notes: list[Note]) -> Iterator[Segment]:
    for cell in row.cells:
        yield from _all(cell.blocks, key, notes)


def _verse(block: Verse, key: str, notes: list[Note]) -> Iterator[Segment]:
    lines: list[Inline] = []
    for number, line in enumerate(block.lines):
        lines += [LineBreak(), *line] if number else line
    yield from _leaf(tuple(lines), key, notes)


def _leaf(inlines: tuple[Inline, ...], key: str, notes: list[Note]) -> Iterator[Segment]:
    pieces = [""]
    for inline in _flat(inlines):
        if isinstance(inline, Note):
            notes.append(inline)
            pieces.append("")
        elif isinstance(inline, LineBreak):
            pieces[-1] += "\n"
        else:
            pieces[-1] += plain_text((inline,))
    if any(piece.strip() for piece in pieces):
        yield Segment(key, tuple(pieces))


def _flat(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """The inlines without the marks around them, so that notes and line ends show wherever they stand."""
    for inline in inlines:
        inner = getattr(inline, "inlines", None)
        if inner is None:
            yield inline
        else:
            yield from _flat(inner)
