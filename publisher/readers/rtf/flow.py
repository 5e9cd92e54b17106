"""Paragraphs and table rows as they fill up while RTF is read."""

from collections.abc import Iterator
from typing import NamedTuple

from publisher.readers.pandoc import tree
from publisher.readers.rtf.letters import joined
from publisher.readers.rtf.looks import Look, Place


class Run(NamedTuple):
    """Characters that look alike."""

    text: str
    look: Look


class NoteOf(NamedTuple):
    """A note, by its paragraphs."""

    items: "tuple[Paragraph | Row, ...]"


#: What stands in a paragraph: runs, notes, and what is no text, such as a picture.
Piece = Run | NoteOf | tree.Inline


class Paragraph(NamedTuple):
    """A finished paragraph; *mark* is the bullet or number that stood before it."""

    pieces: tuple[Piece, ...]
    place: Place
    mark: str | None = None


class Row(NamedTuple):
    """A finished table row."""

    cells: tuple[tuple[Paragraph, ...], ...]
    is_head: bool = False


def said(item: Paragraph | Row) -> Iterator[str]:
    """The words in *item*, a paragraph after the other."""
    if isinstance(item, Paragraph):
        yield joined("".join(piece.text for piece in item.pieces if isinstance(piece, Run)))
    else:
        for cell in item.cells:
            for paragraph in cell:
                yield from said(paragraph)


class Flow:
    """A stream of paragraphs: the body's, a note's, a text box's."""

    def __init__(self) -> None:
        self.items: list[Paragraph | Row] = []
        self.mark: str | None = None
        self._pieces: list[Piece] = []
        self._cell: list[Paragraph] = []
        self._cells: list[tuple[Paragraph, ...]] = []
        self._boxes: list[Paragraph | Row] = []

    @property
    def is_open(self) -> bool:
        """Whether a paragraph has begun."""
        return bool(self._pieces)

    def add(self, piece: Piece) -> None:
        """Puts *piece* at the end of the open paragraph, joined to a run that looks alike."""
        last = self._pieces[-1] if self._pieces else None
        if isinstance(piece, Run) and isinstance(last, Run) and last.look == piece.look:
            self._pieces[-1] = Run(last.text + piece.text, last.look)
        else:
            self._pieces.append(piece)

    def lay_beside(self, items: list[Paragraph | Row]) -> None:
        """Keeps *items*, those of a text box, for after the open paragraph."""
        self._boxes += items

    def end_paragraph(self, place: Place) -> None:
        """Ends the open paragraph, which is a *place*."""
        paragraph = Paragraph(tuple(self._pieces), place, self.mark)
        self._pieces, self.mark = [], None
        if place.in_table:
            self._cell.append(paragraph)
            return
        self._end_table()
        self.items.append(paragraph)
        self._set_boxes()

    def end_cell(self, place: Place) -> None:
        """Ends the open table cell."""
        self.end_paragraph(place._replace(in_table=True))
        self._cells.append(tuple(self._cell))
        self._cell = []

    def end_row(self, is_head: bool) -> None:
        """Ends the open table row."""
        if self._cells:
            self.items.append(Row(tuple(self._cells), is_head))
        self._cells = []
        self._set_boxes()

    def end(self, place: Place) -> list[Paragraph | Row]:
        """All items, when nothing more comes."""
        if self._pieces:
            self.end_paragraph(place)
        self._end_table()
        self._set_boxes()
        return self.items

    def _end_table(self) -> None:
        """Saves what stands in a row that never ended."""
        if self._cell:
            self._cells.append(tuple(self._cell))
            self._cell = []
        if self._cells:
            self.end_row(is_head=False)

    def _set_boxes(self) -> None:
        self.items += self._boxes
        self._boxes = []
