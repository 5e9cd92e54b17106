"""What an output must hold: the model cut into segments, in reading order, and the furniture around them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from publisher.model import (
    Article,
    Block,
    CodeBlock,
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
    Table,
    Text,
    ThematicBreak,
    Verse,
)
from publisher.normalise.language.detection import direction
from publisher.preflight.markers import marker
from publisher.theme.tokens import Role as ThemeRole
from publisher.theme.tokens import Roles, Theme
from publisher.walk import plain_text

#: A paragraph's role → the theme's role it is set in, where that isn't body.
PARAGRAPHS = {
    Role.STANDFIRST: "standfirst",
    Role.KICKER: "kicker",
    Role.BYLINE: "byline",
    Role.DATELINE: "dateline",
    Role.PULL_QUOTE: "pull_quote",
    Role.BOILERPLATE: "boilerplate",
    Role.CONTACT: "contact",
}


class Segment(NamedTuple):
    """A leaf block's words.

    *pieces* are its words cut where notes are called; *capitals* tells how many characters at its
    beginning the theme sets in capitals (a drawn page then shows other letters than the copy has);
    *right_to_left* tells of an article that runs so, whatever script this segment is in.
    """

    article: str
    pieces: tuple[str, ...]
    capitals: int = 0
    right_to_left: bool = False

    @property
    def text(self) -> str:
        """The words without the cuts."""
        return "".join(self.pieces)


class Words(NamedTuple):
    """An article's segments: those of its text, and those of each of its notes, in the order of their calls.

    *inside* tells for each note which one calls it (its place among *notes*); None is the text. *markers* are
    what its numbered lists show beside their items.
    """

    text: tuple[Segment, ...]
    notes: tuple[tuple[Segment, ...], ...]
    inside: tuple[int | None, ...] = ()
    markers: frozenset[str] = frozenset()

    def nested(self) -> Iterator[tuple[Segment, ...]]:
        """The notes as a file has them whose notes call none: each after all of the one that calls it."""
        called: dict[int | None, list[int]] = {}
        for number, caller in enumerate(self.inside):
            called.setdefault(caller, []).append(number)
        waiting = called.get(None, [])[::-1]
        while waiting:
            number = waiting.pop()
            yield self.notes[number]
            waiting += called.get(number, [])[::-1]


def article_words(article: Article, key: str, theme: Theme) -> Words:
    """The segments of *article*, head first, dateline run in."""
    metadata, roles = article.metadata, theme.role
    credit = metadata.creditline.name if metadata.creditline else ""
    byline = " · ".join(part for part in (", ".join(metadata.by), credit) if part)
    head = (
        (metadata.kicker, roles.kicker),
        (metadata.headline, roles.headline),
        (metadata.standfirst, roles.standfirst),
        (byline, roles.byline),
    )
    cutter = _Cutter(key, roles)
    text = [Segment(key, (part,), len(part) * role.capitals) for part, role in head if part]
    body = list(cutter.blocks(article.body))
    if metadata.dateline and metadata.dateline.raw:
        capitals = len(metadata.dateline.raw) * roles.dateline.capitals
        body = _run_in(Segment(key, (metadata.dateline.raw,), capitals), body, article, roles)
    noted: list[tuple[Segment, ...]] = []
    inside: list[int | None] = [None] * len(cutter.notes)
    # The list grows while notes inside notes are met.
    for number, note in enumerate(cutter.notes):
        noted.append(tuple(cutter.blocks(note.blocks)))
        inside += [number] * (len(cutter.notes) - len(inside))
    is_rtl = bool(metadata.language) and direction(metadata.language or "") == "rtl"
    noted = [_running(note, is_rtl) for note in noted]
    return Words(_running(text + body, is_rtl), tuple(noted), tuple(inside), frozenset(cutter.markers))


def _running(segments: Iterable[Segment], is_rtl: bool) -> tuple[Segment, ...]:
    return tuple(segment._replace(right_to_left=is_rtl) for segment in segments)


def _run_in(dateline: Segment, body: list[Segment], article: Article, roles: Roles) -> list[Segment]:
    """The dateline before the words of the first body paragraph, or as a paragraph of its own."""
    position = 0
    for block in article.body:
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            first = body[position].pieces
            lead = dateline._replace(pieces=(dateline.text + first[0], *first[1:]))
            return [*body[:position], lead, *body[position + 1 :]]
        position += sum(1 for _ in _Cutter(dateline.article, roles).block(block))
    return [dateline, *body]


class _Cutter:
    """Cuts one article's blocks into segments, and gathers the notes that are called in them."""

    def __init__(self, key: str, roles: Roles) -> None:
        self.key = key
        self.roles = roles
        self.notes: list[Note] = []
        self.markers: set[str] = set()

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Segment]:
        """The segments of blocks one after the other."""
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Segment]:  # noqa: C901 - one case a node
        """The segments of one block."""
        match block:
            case Paragraph():
                yield from self._leaf(block.inlines, getattr(self.roles, PARAGRAPHS.get(block.role, "body")))
            case Heading():
                yield from self._leaf(block.inlines, getattr(self.roles, f"heading_{min(block.level, 3)}"))
            case Quotation():
                yield from self.blocks(block.blocks)
            case ItemList():
                self.markers |= {f"{marker(block.start + n, block.style)}." for n in range(len(block.items))}
                for item in block.items:
                    yield from self.blocks(item)
            case DefinitionList():
                yield from self._definitions(block)
            case Table():
                yield from self._table(block)
            case Figure():
                credit = (Text(f" {block.credit}"),) if block.credit else ()
                yield from self._leaf((*block.caption, *credit), self.roles.caption)
            case CodeBlock():
                yield Segment(self.key, (block.text,))
            case Verse():
                ended = (inline for line in block.lines for inline in (LineBreak(), *line))
                yield from self._leaf(tuple(ended)[1:], self.roles.verse)
            case ThematicBreak():
                return
            case _:
                assert_never(block)

    def _definitions(self, block: DefinitionList) -> Iterator[Segment]:
        for definition in block.definitions:
            yield from self._leaf(definition.term, self.roles.term)
            for description in definition.descriptions:
                yield from self.blocks(description)

    def _table(self, block: Table) -> Iterator[Segment]:
        yield from self._leaf(block.caption, self.roles.caption)
        for row in (*block.head, *block.body, *block.foot):
            for cell in row.cells:
                yield from self.blocks(cell.blocks)

    def _leaf(self, inlines: tuple[Inline, ...], role: ThemeRole) -> Iterator[Segment]:
        pieces = [""]
        for inline in _flat(inlines):
            if isinstance(inline, Note):
                self.notes.append(inline)
                pieces.append("")
            else:
                pieces[-1] += "\n" if isinstance(inline, LineBreak) else plain_text((inline,))
        if any(piece.strip() for piece in pieces):
            yield Segment(self.key, tuple(pieces), sum(map(len, pieces)) * role.capitals)


def _flat(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """The inlines without the marks around them, so that notes and line ends show wherever they stand."""
    for inline in inlines:
        inner = getattr(inline, "inlines", None)
        if inner is None:
            yield inline
        else:
            yield from _flat(inner)
