"""Tables: rows laid on Word's grid, where every row fills all columns and a tall cell goes on in each row it spans."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from publisher.model import Alignment, Cell, Column, Row, Table
from publisher.theme.tokens import Theme
from publisher.walk import plain_text
from publisher.writers.docx.elements import Element, W, w
from publisher.writers.docx.parts.sections import column_width

#: Room at both sides of a cell, twips.
CELL_SIDE = 60
#: Columns that a table in Word may have.
MOST = 63
_PARAGRAPH = f"{{{W}}}p"
_ENDINGS: dict[Alignment, str] = {"start": "", "center": "Center", "end": "End"}
#: Bits of ``w:tblLook`` (ECMA-376 Part 1, 17.4.55).
_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x20, 0x80, 0x600

#: A cell, the style of its paragraphs, its room (twips) → what stands in it.
Written = Callable[[Cell, str, int], list[Element]]


class Slot(NamedTuple):
    """What stands in a row from *column* on: a cell, the continuation of one above, or nothing."""

    cell: Cell | None
    column: int
    span: int
    merge: Literal["restart", "continue"] | None = None


def table(node: Table, written: Written, theme: Theme, rtl: bool) -> Iterator[Element]:
    """*node* as ``w:tbl``; as plain paragraphs if it is wider than Word's tables can be."""
    groups = [grid(group, len(node.columns)) for group in (node.head, node.body, node.foot)]
    rows = [row for group in groups for row in group]
    width = max((row[-1].column + row[-1].span for row in rows if row), default=0)
    if width > MOST:
        for row in (*node.head, *node.body, *node.foot):
            for cell in row.cells:
                yield from written(cell, "TableText", column_width(theme))
    elif width:
        setter = _Setter(node, written, _widths(node.columns, width, theme))
        yield w(
            "tbl",
            _properties(node, rtl),
            w("tblGrid", *(w("gridCol", w=share) for share in setter.widths)),
            *(setter.row(row, number < len(groups[0])) for number, row in enumerate(rows)),
        )


class _Tall(NamedTuple):
    """A cell that hangs down: rows still to come, and its width in columns."""

    rows: int
    span: int


def grid(rows: Sequence[Row], declared: int) -> list[list[Slot]]:
    """Each row's slots from left to right; spans end with their group of rows, as in HTML."""
    hanging: dict[int, _Tall] = {}
    laid: list[list[Slot]] = []
    for number, row in enumerate(rows):
        slots = _row_slots(row, declared or MOST, len(rows) - number, hanging)
        laid.append(slots)
        begun = {
            slot.column: _Tall(min(slot.cell.rowspan, len(rows) - number) - 1, slot.span)
            for slot in slots
            if slot.cell and slot.merge
        }
        still = {column: tall._replace(rows=tall.rows - 1) for column, tall in hanging.items() if tall.rows > 1}
        hanging = still | begun
    return laid


def _row_slots(row: Row, most: int, rows_left: int, hanging: dict[int, _Tall]) -> list[Slot]:
    slots: list[Slot] = []
    column = 0
    for cell in row.cells:
        while column in hanging:
            slots.append(Slot(None, column, hanging[column].span, "continue"))
            column += hanging[column].span
        span = 1
        while span < min(cell.colspan, most - column) and column + span not in hanging:
            span += 1
        slots.append(Slot(cell, column, span, "restart" if min(cell.rowspan, rows_left) > 1 else None))
        column += span
    for place in sorted(place for place in hanging if place >= column):
        slots += _blank(column, place)
        slots.append(Slot(None, place, hanging[place].span, "continue"))
        column = place + hanging[place].span
    return slots


def _blank(start: int, end: int) -> list[Slot]:
    return [Slot(None, start, end - start)] if end > start else []


def _widths(columns: Sequence[Column], width: int, theme: Theme) -> list[int]:
    """Twips for each of *width* columns of a table as wide as a column of text; the rest is shared out evenly."""
    given = [column.width or 0 for column in columns[:width]] + [0] * (width - len(columns))
    rest = (1 - sum(given)) / max(given.count(0), 1)
    shares = [share or (rest if rest > 0 else 1 / width) for share in given]
    return [round(column_width(theme) * share / sum(shares)) for share in shares]


class _Setter(NamedTuple):
    """Sets the rows of one table."""

    node: Table
    written: Written
    widths: list[int]

    def row(self, slots: list[Slot], heading: bool) -> Element:
        end = slots[-1].column + slots[-1].span if slots else 0
        filled = [*slots, *_blank(end, len(self.widths))]
        return w(
            "tr",
            w("trPr", w("cantSplit"), w("tblHeader") if heading else None),
            *(self._cell(slot, heading) for slot in filled),
        )

    def _cell(self, slot: Slot, heading: bool) -> Element:
        style = self._style(slot, heading)
        width = sum(self.widths[slot.column : slot.column + slot.span])
        content = self.written(slot.cell, style, max(width - 2 * CELL_SIDE, CELL_SIDE)) if slot.cell else []
        if not content or content[-1].tag != _PARAGRAPH:
            content.append(w("p", w("pPr", w("pStyle", val=style))))
        return w(
            "tc",
            w(
                "tcPr",
                w("tcW", w=width, type="dxa"),
                w("gridSpan", val=slot.span) if slot.span > 1 else None,
                w("vMerge", val=slot.merge) if slot.merge else None,
            ),
            *content,
        )

    def _style(self, slot: Slot, heading: bool) -> str:
        """The paragraph style of a cell: text or heading, aligned as the cell says, or else its column."""
        if slot.cell is None:
            return "TableText"
        columns = self.node.columns
        column = columns[slot.column].alignment if slot.column < len(columns) else None
        kind = "TableHeading" if heading or slot.cell.header else "TableText"
        return kind + _ENDINGS[slot.cell.alignment or column or "start"]


def _properties(node: Table, rtl: bool) -> Element:
    rows = (*node.body, *node.foot)
    first_column = bool(rows) and all(row.cells and row.cells[0].header for row in rows)
    marked = {"firstRow": bool(node.head), "lastRow": False, "firstColumn": first_column, "lastColumn": False}
    bits = _NO_BANDS | (_FIRST_ROW if node.head else 0) | (_FIRST_COLUMN if first_column else 0)
    caption = plain_text(node.caption)
    return w(
        "tblPr",
        w("tblStyle", val="BulletinTable"),
        w("bidiVisual") if rtl else None,
        # Fiftieths of a percent: as wide as the column it stands in.
        w("tblW", w=5000, type="pct"),
        w("tblLayout", type="fixed" if any(column.width for column in node.columns) else "autofit"),
        w(
            "tblLook",
            val=f"{bits:04X}",
            **{name: int(on) for name, on in marked.items()},
            noHBand=1,
            noVBand=1,
        ),
        w("tblCaption", val=caption) if caption else None,
    )
