"""Walking the tree: every node in reading order, and the plain text of a piece of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar, assert_never, cast

from msgspec.structs import replace

from publisher.metadata import Value
from publisher.model import (
    Article,
    Block,
    Bulletin,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Quotation,
    Row,
    SmallCaps,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Verse,
)

Node = Block | Inline
T = TypeVar("T")
#: The inlines of one leaf block, and the language it is in → what is to stand for them.
Change = Callable[[tuple[Inline, ...], str | None], tuple[Inline, ...]]


def nodes(article: Article) -> Iterator[Node]:
    """Every block and inline of *article*, each before what it holds."""
    for block in article.body:
        yield from descend(block)


def descend(node: Node) -> Iterator[Node]:
    """*node*, then all it holds, in reading order."""
    yield node
    for child in children(node):
        yield from descend(child)


def children(node: Node) -> Iterator[Node]:  # noqa: C901 - one case a node
    """What *node* holds directly, in reading order."""
    match node:
        case Text() | Code() | Image() | LineBreak() | CodeBlock() | ThematicBreak():
            return
        case Paragraph() | Heading() | Emphasis() | Strong() | SmallCaps() | Superscript() | Subscript():
            yield from node.inlines
        case Link() | Span():
            yield from node.inlines
        case Quotation() | Note():
            yield from node.blocks
        case ItemList():
            for item in node.items:
                yield from item
        case DefinitionList():
            yield from _definitions(node)
        case Table():
            yield from _table(node)
        case Figure():
            yield node.image
            yield from node.caption
        case Verse():
            for line in node.lines:
                yield from line
        case _:
            assert_never(node)


def _definitions(node: DefinitionList) -> Iterator[Node]:
    for definition in node.definitions:
        yield from definition.term
        for description in definition.descriptions:
            yield from description


def _table(node: Table) -> Iterator[Node]:
    yield from node.caption
    for row in (*node.head, *node.body, *node.foot):
        for cell in row.cells:
            yield from cell.blocks


def rebuild(value: T, change: Callable[[Value], Value | None]) -> T:
    """*value* with every value inside it replaced by what *change* gives for it, the innermost first.

    None takes a member out of its tuple. What stays as it was is the same object, not a copy.
    """
    if isinstance(value, tuple):
        members = [rebuild(member, change) for member in value]
        kept = tuple(member for member in members if member is not None)
        is_same = len(kept) == len(value) and all(new is old for new, old in zip(kept, value, strict=True))
        return value if is_same else cast("T", kept)
    if not isinstance(value, Value):
        return value
    fields = [(name, getattr(value, name)) for name in value.__struct_fields__]
    changed = {name: new for name, old in fields if (new := rebuild(old, change)) is not old}
    return cast("T", change(replace(value, **changed) if changed else value))


def changed(block: Block, change: Change, language: str | None = None) -> Block:  # noqa: PLR0911 - one case a node
    """*block* with *change* made to every run of inlines in it, notes included; *language* is the one around it."""
    new = _Changing(change, block.language or language)
    match block:
        case Paragraph() | Heading():
            return replace(block, inlines=new.run(block.inlines))
        case Quotation():
            return replace(block, blocks=new.blocks(block.blocks))
        case ItemList():
            return replace(block, items=tuple(map(new.blocks, block.items)))
        case DefinitionList():
            return replace(block, definitions=tuple(map(new.definition, block.definitions)))
        case Table():
            head, body, foot = (tuple(map(new.row, rows)) for rows in (block.head, block.body, block.foot))
            return replace(block, caption=new.run(block.caption), head=head, body=body, foot=foot)
        case Figure():
            return replace(block, caption=new.run(block.caption))
        case Verse():
            return replace(block, lines=tuple(map(new.run, block.lines)))
        case CodeBlock() | ThematicBreak():
            return block
        case _:
            assert_never(block)


class _Changing(NamedTuple):
    """What is made of the parts of a block: *change*, in *language*."""

    change: Change
    language: str | None

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(changed(block, self.change, self.language) for block in blocks)

    def run(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(self.noted, self.change(inlines, self.language)))

    def definition(self, definition: Definition) -> Definition:
        return Definition(self.run(definition.term), tuple(map(self.blocks, definition.descriptions)))

    def row(self, row: Row) -> Row:
        return Row(tuple(replace(cell, blocks=self.blocks(cell.blocks)) for cell in row.cells))

    def noted(self, inline: Inline) -> Inline:
        """*inline* with the blocks of the notes in it changed."""
        match inline:
            case Text() | Code() | Image() | LineBreak():
                return inline
            case Note():
                return replace(inline, blocks=self.blocks(inline.blocks))
            case _:
                return replace(inline, inlines=tuple(map(self.noted, inline.inlines)))


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words of *inlines* as they are read in the line: without notes, line breaks as blanks."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.text
        case LineBreak():
            return " "
        case Note() | Image():
            return ""
        case _:
            return plain_text(inline.inlines)


def article_text(article: Article) -> str:
    """All words of an article and of its head, for whoever asks which characters it needs."""
    metadata = article.metadata
    head = (metadata.kicker, metadata.headline, metadata.standfirst, *metadata.by)
    lead = metadata.dateline.raw if metadata.dateline else ""
    credit = metadata.creditline.name if metadata.creditline else ""
    words = [node.text for node in nodes(article) if isinstance(node, Text | Code | CodeBlock)]
    credits_ = [node.credit for node in nodes(article) if isinstance(node, Figure) and node.credit]
    return "\n".join([*(part for part in head if part), lead, credit, *words, *credits_])


def bulletin_text(bulletin: Bulletin) -> str:
    """All words of a bulletin: its articles' and its own."""
    metadata = bulletin.metadata
    own = (metadata.title, metadata.subtitle, metadata.publisher, metadata.contact, metadata.rights)
    sent = (words for sender in metadata.senders for words in (sender.name, *sender.address))
    titles = (section.title for section in bulletin.sections)
    return "\n".join(
        [
            *(part for part in (*own, metadata.number, *sent, *titles) if part),
            *(article_text(article) for article in bulletin.articles),
        ]
    )


def bulletin_languages(bulletin: Bulletin) -> tuple[str, ...]:
    """The languages of a bulletin, its own first."""
    found = [bulletin.metadata.language]
    for article in bulletin.articles:
        found.append(article.metadata.language or "")
        found += [getattr(node, "language", None) or "" for node in nodes(article)]
    return tuple(dict.fromkeys(language for language in found if language))
