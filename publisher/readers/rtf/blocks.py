"""RTF's paragraphs and rows as blocks of pandoc's tree, which all readers share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import CAPTIONS, Attr
from publisher.readers.pandoc.conversion.front import STYLES
from publisher.readers.rtf.document import Style
from publisher.readers.rtf.flow import NoteOf, Paragraph, Piece, Row, Run
from publisher.readers.rtf.letters import joined
from publisher.readers.rtf.looks import Look

_QUOTES = frozenset(("quote", "quotations", "intense-quote", "block-text", "block-quotation"))
_HEADING = re.compile(r"heading[ _]?([1-9])", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(\d{1,9}|[a-zA-Z]{1,5})[.)\]:]?\W*")
_WORDS = re.compile(r"[ \t\n]+|[^ \t\n]+")
_BODY = 9
_DEFAULT = tree.Named("AlignDefault")


class Blocks:
    """Converts the paragraphs of one document by its *styles*."""

    def __init__(self, styles: dict[int, Style]) -> None:
        self._styles = styles

    def blocks(self, items: Iterable[Paragraph | Row]) -> tuple[tree.Block, ...]:
        """The blocks that *items* make; rows that follow each other are one table, list items one list."""
        found: list[tree.Block] = []
        for kind, group in groupby(items, key=self._kind):
            if kind == "row":
                found.append(self._table([item for item in group if isinstance(item, Row)]))
            elif kind == "list":
                found += self._list([item for item in group if isinstance(item, Paragraph)], 0)
            elif kind == "quote":
                found.append(tree.BlockQuote(tuple(self._plain(group))))
            else:
                found += [block for item in group if isinstance(item, Paragraph) for block in self._block(item)]
        return tuple(found)

    def _kind(self, item: Paragraph | Row) -> str:
        if isinstance(item, Row):
            return "row"
        if self._outline(item) is not None:
            return "text"
        if item.mark is not None or item.place.list:
            return "list"
        return "quote" if _QUOTES & set(self._attr(item).names) else "text"

    def _attr(self, paragraph: Paragraph) -> Attr:
        style = self._styles.get(paragraph.place.style or 0)
        return Attr(pairs=(("custom-style", style.name),)) if style else Attr()

    def _outline(self, paragraph: Paragraph) -> int | None:
        """The level of a heading, from 1; None for any other paragraph."""
        style = self._styles.get(paragraph.place.style or 0)
        named = _HEADING.fullmatch(style.name) if style else None
        if named:
            return int(named[1])
        outline = paragraph.place.outline if paragraph.place.outline is not None else style and style.outline
        return None if outline is None or not 0 <= outline < _BODY else outline + 1

    def _plain(self, items: Iterable[Paragraph | Row]) -> Iterator[tree.Block]:
        for item in items:
            if isinstance(item, Paragraph) and (words := tuple(self._inlines(item.pieces))):
                yield tree.Para(words)

    def _block(self, paragraph: Paragraph) -> Iterator[tree.Block]:
        words = tuple(self._inlines(paragraph.pieces))
        if all(isinstance(word, tree.Space | tree.LineBreak) for word in words):
            return
        level, attr = self._outline(paragraph), self._attr(paragraph)
        if level is not None:
            yield tree.Header((level, Attr(), words))
        elif attr.role or (set(STYLES) | CAPTIONS) & set(attr.names):
            yield tree.Div((attr, (tree.Para(words),)))
        else:
            yield tree.Para(words)

    def _list(self, items: Sequence[Paragraph], level: int) -> Iterator[tree.Block]:
        """Lists of *items*, of which those deeper than *level* stand in the one before."""
        groups: list[tuple[str | None, list[tuple[tree.Block, ...]]]] = []
        at = 0
        while at < len(items):
            deeper = at
            while deeper < len(items) and items[deeper].place.level > level and level < _BODY:
                deeper += 1
            if deeper > at:
                inner = tuple(self._list(items[at:deeper], level + 1))
                if groups:
                    groups[-1][1][-1] += inner
                else:
                    groups.append((None, [inner]))
                at = deeper
                continue
            number = _number(items[at].mark)
            words = tuple(self._block(items[at]._replace(mark=None)))
            if groups and (groups[-1][0] is None) == (number is None):
                groups[-1][1].append(words)
            else:
                groups.append((number, [words]))
            at += 1
        for number, members in groups:
            yield _list_of(number, tuple(members))

    def _table(self, rows: Sequence[Row]) -> tree.Block:
        width = max(len(row.cells) for row in rows)
        heads = next((at for at, row in enumerate(rows) if not row.is_head), len(rows))
        set_rows = [self._row(row, width) for row in rows]
        specs = (tree.ColSpec(_DEFAULT, tree.ColWidth("ColWidthDefault")),) * width
        head = tree.TableHead(Attr(), tuple(set_rows[:heads]))
        body = tree.TableBody(Attr(), 0, (), tuple(set_rows[heads:]))
        return tree.Table(
            tree.TableParts(Attr(), tree.Caption(None, ()), specs, head, (body,), tree.TableHead(Attr(), ()))
        )

    def _row(self, row: Row, width: int) -> tree.Row:
        cells = [tree.Cell(Attr(), _DEFAULT, 1, 1, self.blocks(cell)) for cell in row.cells]
        empty = tree.Cell(Attr(), _DEFAULT, 1, 1, ())
        return tree.Row(Attr(), (*cells, *[empty] * (width - len(cells))))

    # ── inlines ──────────────────────────────────────────────────────────────

    def _inlines(self, pieces: Iterable[Piece]) -> Iterator[tree.Inline]:
        """The inlines that *pieces* make, runs under one link together."""
        for link, group in groupby(pieces, key=_link):
            words = tuple(inline for piece in group for inline in self._inline(piece))
            if link and words:
                yield tree.Link((Attr(), words, tree.Target(link)))
            else:
                yield from words

    def _inline(self, piece: Piece) -> Iterator[tree.Inline]:
        match piece:
            case Run():
                yield from _looking(tuple(_words(joined(piece.text))), piece.look)
            case NoteOf():
                yield tree.Note(self.blocks(_without_gap(piece.items)))
            case _:
                yield piece


def _without_gap(items: Sequence[Paragraph | Row]) -> Sequence[Paragraph | Row]:
    """The paragraphs of a note without the blanks that stand behind its number."""
    match items:
        case (Paragraph(pieces=(Run() as first, *rest)) as opening, *others):
            return (opening._replace(pieces=(Run(first.text.lstrip(), first.look), *rest)), *others)
        case _:
            return items


def _link(piece: Piece) -> str | None:
    return piece.look.link if isinstance(piece, Run) else None


def _words(text: str) -> Iterator[tree.Inline]:
    for word in _WORDS.findall(text):
        yield tree.Space() if word[0] in " \t\n" else tree.Str(word)


def _looking(words: tuple[tree.Inline, ...], look: Look) -> tuple[tree.Inline, ...]:
    """*words* under the marks that *look* asks for; blanks alone need none."""
    if all(isinstance(word, tree.Space) for word in words):
        return words
    if look.raised:
        words = (tree.Superscript(words) if look.raised > 0 else tree.Subscript(words),)
    if look.small_caps:
        words = (tree.SmallCaps(words),)
    if look.italic:
        words = (tree.Emph(words),)
    if look.bold:
        words = (tree.Strong(words),)
    return words


def _number(mark: str | None) -> str | None:
    """The number or letter in a list's *mark*; None for a bullet."""
    found = _NUMBER.fullmatch(mark or "")
    return found[1] if found else None


def _list_of(number: str | None, items: tuple[tuple[tree.Block, ...], ...]) -> tree.Block:
    if number is None:
        return tree.BulletList(items)
    style = "Decimal" if number.isdecimal() else ("LowerAlpha" if number.islower() else "UpperAlpha")
    start = int(number) if number.isdecimal() else 1
    attributes = tree.ListAttributes(start, tree.Named(style), tree.Named("DefaultDelim"))
    return tree.OrderedList((attributes, items))
