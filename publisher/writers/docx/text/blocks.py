"""The blocks of an article as paragraphs and tables, by the kind of each node."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from publisher.model import (
    Article,
    Block,
    Cell,
    CodeBlock,
    DefinitionList,
    Direction,
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
    ThematicBreak,
    Verse,
)
from publisher.normalise.language.detection import direction
from publisher.writers.docx.elements import Element, W, mm, switch, w
from publisher.writers.docx.look.catalogue import LEVELS, ROLE_STYLES
from publisher.writers.docx.parts.sections import column_width
from publisher.writers.docx.text import notes
from publisher.writers.docx.text.apparatus import Apparatus
from publisher.writers.docx.text.fields import contents_entry
from publisher.writers.docx.text.inlines import Inlines
from publisher.writers.docx.text.numbering import LEVELS as LIST_LEVELS
from publisher.writers.docx.text.numbering import numbered
from publisher.writers.docx.text.runs import Ground, Look, lines, runs
from publisher.writers.docx.text.tables import table
from publisher.writers.heads import dateline_parts, title

Single = Paragraph | Heading | CodeBlock | Verse | ThematicBreak
_TABLE = f"{{{W}}}tbl"


class Place(NamedTuple):
    """Where a block stands: the style of plain paragraphs there, its language, its room in twips.

    *level* tells how many lists are around it.
    """

    style: str
    language: str
    direction: Direction
    room: int
    level: int = 0


class Blocks:
    """The paragraphs of one article, whose name in the bulletin is *key* (``a3``), or those of its notes."""

    def __init__(self, article: Article, key: str, apparatus: Apparatus, ground: Ground, in_note: bool = False) -> None:
        language = article.metadata.language
        self.place = Place(
            "BodyText",
            language or ground.language,
            direction(language) if language else ground.direction,
            column_width(ground.theme),
        )
        self._article = article
        self._key = key
        self._apparatus = apparatus
        self._relations = apparatus.noted if in_note else apparatus.text
        self._ground = ground
        self._inlines = Inlines(key, apparatus, ground, in_note)
        # What the next paragraph takes up: names to link to, an item's number, a dateline,
        # and for a text without a headline its entry in the contents.
        self._names: list[str] = [] if in_note else [""]
        self._number: Element | None = None
        self._lead: list[Element] = []
        self._opening = [] if article.metadata.headline or in_note else contents_entry(title(article))

    def line(self, words: str, style: str) -> Element:
        """A paragraph of plain words."""
        return self._paragraph(runs(words, self._look(style, self.place), self._ground), style, self.place)

    def body(self) -> Iterator[Element]:
        """The blocks of the article, its dateline run in."""
        self._lead = self._dateline()
        if not any(isinstance(block, Paragraph) and block.role is Role.BODY for block in self._article.body):
            yield from self._alone()
        yield from self._blocks(self._article.body, self.place)
        if self._names:
            yield self._paragraph([], self.place.style, self.place)

    def _dateline(self) -> list[Element]:
        if not self._article.metadata.dateline or not self._article.metadata.dateline.raw:
            return []
        words, dash = dateline_parts(self._article.metadata.dateline.raw)
        look = self._look("FirstParagraph", self.place)
        named = runs(words, self._character("Dateline", look), self._ground)
        return [*named, *(runs(dash, look, self._ground) if dash else [])]

    def _alone(self) -> Iterator[Element]:
        """The dateline as a paragraph of its own, where no paragraph is there to take it."""
        if self._lead:
            yield self._paragraph(self._lead, "FirstParagraph", self.place)
            self._lead = []

    def _blocks(self, blocks: Iterable[Block], place: Place) -> Iterator[Element]:
        """Blocks one after the other; tables with nothing between them would become one table."""
        before: Block | None = None
        after_table = False
        for block in blocks:
            flush = before is None or _opens_passage(before)
            for element in self._block(block, _at(block, place), flush):
                if after_table and element.tag == _TABLE:
                    yield self._paragraph([], place.style, place)
                after_table = element.tag == _TABLE
                yield element
            before = block

    def _block(self, block: Block, place: Place, flush: bool) -> Iterator[Element]:
        if block.id:
            self._names.append(block.id)
        match block:
            case Paragraph() | Heading() | CodeBlock() | Verse() | ThematicBreak():
                yield from self._single(block, place, flush)
            case Quotation():
                yield from self._blocks(block.blocks, place._replace(style="Quote"))
            case ItemList():
                yield from self._list(block, place)
            case DefinitionList():
                yield from self._definitions(block, place)
            case Table():
                yield from self._table(block, place)
            case Figure():
                yield from self._figure(block, place)
            case _:
                assert_never(block)

    def _single(self, block: Single, place: Place, flush: bool) -> Iterator[Element]:
        """A block that is one paragraph."""
        match block:
            case Paragraph():
                yield from self._words(block, place, flush)
            case Heading():
                yield from self._leaf(block.inlines, f"Heading{min(max(block.level, 1), 3) + 1}", place)
            case CodeBlock():
                style = "HTMLPreformatted"
                yield self._paragraph(lines(block.text, self._look(style, place), self._ground), style, place)
            case Verse():
                yield from self._leaf(_run_together(block.lines), "Verse", place)
            case ThematicBreak():
                yield self._paragraph([], "ThematicBreak", place)
            case _:
                assert_never(block)

    def _words(self, block: Paragraph, place: Place, flush: bool) -> Iterator[Element]:
        style = ROLE_STYLES.get(block.role) or place.style
        lead: list[Element] = []
        if style == "BodyText":
            style = "FirstParagraph" if flush else style
            lead, self._lead = self._lead, []
        character = "Dateline" if block.role is Role.DATELINE else None
        yield from self._leaf(block.inlines, style, place, lead, character)

    def _leaf(
        self,
        inlines: Iterable[Inline],
        style: str,
        place: Place,
        lead: Iterable[Element] = (),
        character: str | None = None,
        end: Iterable[Element] = (),
    ) -> Iterator[Element]:
        """A paragraph; the notes that it calls go into their own part."""
        look = self._look(style, place)
        if character:
            look = self._character(character, look)
        yield self._paragraph([*lead, *self._inlines.written(inlines, look), *end], style, place)
        self._set_notes(place)

    def _set_notes(self, place: Place) -> None:
        """Sets the notes that were called; those without a number wait for the end of the note they stand in."""
        for note, number in self._inlines.calls:
            if number is not None:
                inside = Blocks(self._article, self._key, self._apparatus, self._ground, in_note=True)
                at = place._replace(style=notes.TEXT, level=0, room=mm(self._ground.theme.page.measure))
                self._apparatus.notes.add(number, inside.note(note, at))
        self._inlines.calls = [call for call in self._inlines.calls if call.number is None]

    def note(self, node: Note, place: Place) -> list[Element]:
        """The paragraphs of a note, its number before the first; of notes called in it after them."""
        self._opening = notes.opening(self._look(place.style, place), self._ground)
        alone = [] if notes.begins_with_words(node.blocks) else [self._paragraph([], place.style, place)]
        return [*alone, *self._noted(node, place)]

    def _noted(self, node: Note, place: Place) -> Iterator[Element]:
        last: Element | None = None
        for last in self._blocks(node.blocks, place):
            yield last
        # A table at its end would run together with what follows, and Word wants a paragraph there.
        if self._names or (last is not None and last.tag == _TABLE):
            yield self._paragraph([], place.style, place)
        inner, self._inlines.calls = self._inlines.calls, []
        for note, _ in inner:
            yield from self._noted(note, place)

    def _paragraph(self, content: list[Element], style: str, place: Place) -> Element:
        content, self._opening = [*self._opening, *content], []
        for name in self._names:
            content = self._apparatus.anchors.marked(self._key, name, content)
        turned = place.direction != self._ground.direction
        properties = w(
            "pPr",
            w("pStyle", val=style),
            self._number,
            switch("bidi", place.direction == "rtl") if turned else None,
        )
        self._names, self._number = [], None
        return w("p", properties, *content)

    def _look(self, style: str, place: Place) -> Look:
        return self._ground.look(style)._replace(language=place.language, direction=place.direction)

    def _character(self, style: str, look: Look) -> Look:
        """The look of words in a character style of their own."""
        role = self._ground.roles[style]
        return look._replace(style=style, role=role, bold=role.weight == "bold", italic=role.italic)

    def _list(self, block: ItemList, place: Place) -> Iterator[Element]:
        level = min(place.level, LIST_LEVELS - 1)
        style = "ListNumber" if block.ordered else "ListBullet"
        instance = self._apparatus.lists.instance(block, level)
        further = f"ListContinue{min(level + 1, LEVELS)}".removesuffix("1")
        inside = place._replace(level=place.level + 1)
        for item in block.items:
            self._number = numbered(instance, level)
            if not item or not isinstance(item[0], Paragraph | Heading | Quotation | CodeBlock | Verse):
                yield self._paragraph([], style, place)
            yield from self._blocks(item[:1], inside._replace(style=style))
            if self._number is not None:
                yield self._paragraph([], style, place)
            yield from self._blocks(item[1:], inside._replace(style=further))

    def _definitions(self, block: DefinitionList, place: Place) -> Iterator[Element]:
        for definition in block.definitions:
            yield from self._leaf(definition.term, "Term", place)
            for description in definition.descriptions:
                yield from self._blocks(description, place._replace(style="Definition"))

    def _table(self, block: Table, place: Place) -> Iterator[Element]:
        if block.caption:
            yield from self._leaf(block.caption, "TableCaption", place)
        inside = place._replace(level=0)

        def cell(node: Cell, style: str, room: int) -> list[Element]:
            return list(self._blocks(node.blocks, inside._replace(style=style, room=room)))

        yield from table(block, cell, self._ground.theme, place.direction == "rtl")

    def _figure(self, block: Figure, place: Place) -> Iterator[Element]:
        drawing = self._apparatus.pictures.figure(block.image, place.room / 20, self._relations)
        captioned = bool(block.caption or block.credit)
        if drawing is not None:
            yield self._paragraph([drawing], "Figure" if captioned else "FigureAlone", place)
        if captioned:
            look = self._character("Credit", self._look("Caption", place))
            credit = runs(f" {block.credit}", look, self._ground) if block.credit else ()
            yield from self._leaf(block.caption, "Caption", place, end=credit)


def _at(block: Block, place: Place) -> Place:
    """The place with the language and direction that *block* has of its own."""
    inherited = direction(block.language) if block.language else place.direction
    return place._replace(language=block.language or place.language, direction=block.direction or inherited)


def _opens_passage(block: Block) -> bool:
    """Whether the paragraph after *block* begins a passage, and so has no indent."""
    return isinstance(block, Heading | ThematicBreak) or block.role is Role.PULL_QUOTE


def _run_together(verse: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    written: list[Inline] = []
    for line in verse:
        written += [LineBreak(), *line] if written else line
    return tuple(written)
