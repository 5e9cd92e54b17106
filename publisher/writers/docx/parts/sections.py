"""Sections: the page, and the body cut wherever the number of columns changes."""

from collections.abc import Sequence
from typing import Literal

from publisher.theme.tokens import Theme
from publisher.writers.docx.elements import Element, W, mm, twips, w, w15

Start = Literal["continuous", "nextPage"]
_MM = 72 / 25.4
_PARAGRAPH = f"{{{W}}}p"


class Sections:
    """The body as it grows.

    A section's properties stand in its last paragraph, and the last section's at the end of the body;
    *references* are the heads and feet, which later sections inherit until they state their own. Columns of
    a section run in its own direction.
    """

    def __init__(self, theme: Theme, rtl: bool, references: list[Element]) -> None:
        self.theme = theme
        self._rtl = rtl
        self._references = references
        self._opens = True
        self._body: list[Element] = []
        self._begun = 0
        self._columns = 1
        self._shares: tuple[float, ...] = ()
        self._start: Start = "nextPage"

    def turn(self, columns: int, start: Start = "continuous") -> None:
        """What is added from here on stands in *columns*; columns before it come out equally long."""
        if columns == self._columns and start == "continuous" and not self._shares:
            return
        self._break()
        self._columns, self._shares, self._start = columns, (), start

    def abreast(self, parts: Sequence[Sequence[Element]], shares: tuple[float, ...]) -> None:
        """Adds *parts* beside each other, in columns of their own with these *shares* of the width, gaps left out."""
        self._break()
        self._columns, self._shares, self._start = len(parts), shares, "continuous"
        for number, part in enumerate(parts):
            if number:
                # Before the words that begin a column: behind those that end one, it would leave a line over them.
                part[0].insert(1, w("r", w("br", type="column")))
            self.add(*part)

    def begin(self, references: list[Element], rtl: bool, start: Start) -> None:
        """Goes on in one column, its text *rtl* or not, in a section of its own if it has heads or feet of its own.

        A new page shows those of first pages.
        """
        if references:
            self._break()
            self._columns, self._shares, self._start = 1, (), start
            self._references += references
            self._opens = self._opens or start == "nextPage"
        else:
            self.turn(1, start)
        self._rtl = rtl

    def _break(self) -> None:
        if len(self._body) > self._begun:
            self._close()

    def add(self, *elements: Element) -> None:
        """Adds paragraphs and tables to the section at hand."""
        self._body.extend(elements)

    def body(self) -> Element:
        """``w:body`` with all that was added."""
        return w("body", *self._body, self._properties())

    def _close(self) -> None:
        if self._body[-1].tag != _PARAGRAPH:
            self._body.append(w("p", w("pPr", w("pStyle", val="BodyText"))))
        properties = self._body[-1].find(w("pPr").tag)
        if properties is not None:
            properties.append(self._properties())
        self._begun = len(self._body)

    def _properties(self) -> Element:
        references, self._references = self._references, []
        opens, self._opens = self._opens, False
        return w(
            "sectPr",
            *references,
            w("type", val=self._start),
            *self._sheet(),
            self._cols(),
            # Nothing stands over a page that opens something but its own title.
            w("titlePg") if opens else None,
            w("bidi") if self._rtl else None,
            # Notes run over the page, as in print, whatever the columns over them.
            w15("footnoteColumns", "1"),
        )

    def _cols(self) -> Element:
        gap = mm(self.theme.page.column_gap)
        if not self._shares:
            return w("cols", num=self._columns, space=gap)
        room = mm(self.theme.page.measure) - gap * (self._columns - 1)
        columns = [w("col", w=round(room * share), space=gap) for share in self._shares[:-1]]
        return w("cols", *columns, w("col", w=round(room * self._shares[-1])), num=self._columns, equalWidth=0)

    def _sheet(self) -> tuple[Element, Element]:
        page = self.theme.page
        line = self.theme.role.running_foot.leading
        margins = w(
            "pgMar",
            top=mm(page.margin_top),
            right=mm(page.margin_outside),
            bottom=mm(page.margin_bottom),
            left=mm(page.margin_inside),
            header=_middle(page.margin_top, line),
            footer=_middle(page.margin_bottom, line),
            gutter=0,
        )
        return w("pgSz", w=mm(page.width), h=mm(page.height)), margins


def column_width(theme: Theme) -> int:
    """Width of a column of running text, twips."""
    page = theme.page
    return (mm(page.measure) - (page.columns - 1) * mm(page.column_gap)) // page.columns


def _middle(margin: float, line: float) -> int:
    """Distance from the edge (twips) that puts a *line* (pt) in the middle of a *margin* (mm)."""
    return twips(max(margin * _MM - line, 0) / 2)
