"""Tables, whole: columns, heads, spans, heads of rows, caption."""

from collections.abc import Callable, Iterable, Iterator

from publisher import model as m
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import Manner

_ALIGNMENTS: dict[str, m.Alignment] = {"AlignLeft": "start", "AlignCenter": "center", "AlignRight": "end"}

Blocks = Callable[[Iterable[tree.Block]], tuple[m.Block, ...]]


def table(parts: tree.TableParts, caption: tuple[m.Inline, ...], blocks: Blocks, manner: Manner) -> m.Table:
    """The table; *blocks* converts what stands in a cell."""
    columns = _columns(parts.columns)
    rows = _Rows(columns, blocks)
    return m.Table(
        columns,
        head=tuple(rows.of(parts.head.rows)),
        body=tuple(row for body in parts.bodies for row in _body(body, rows)),
        foot=tuple(rows.of(parts.foot.rows)),
        caption=caption,
        **manner.fields,
    )


def _body(body: tree.TableBody, rows: "_Rows") -> Iterator[m.Row]:
    # A head between rows is a head in every cell; the model has rows of the body there.
    yield from rows.of(body.between, heads=len(rows.columns))
    yield from rows.of(body.rows, heads=body.heads)


def _columns(specs: tuple[tree.ColSpec, ...]) -> tuple[m.Column, ...]:
    """Columns; pandoc's widths are shares of the line, the model's are shares of the table."""
    widths = [spec.width.c for spec in specs]
    total = sum(width for width in widths if width)
    return tuple(
        m.Column(_ALIGNMENTS.get(spec.alignment.t), round(width / total, 4) if width and all(widths) else None)
        for spec, width in zip(specs, widths, strict=True)
    )


class _Rows:
    """Rows of one table; cells know which column they stand in, whatever spans into theirs from above."""

    def __init__(self, columns: tuple[m.Column, ...], blocks: Blocks) -> None:
        self.columns = columns
        self._blocks = blocks

    def of(self, rows: Iterable[tree.Row], heads: int = 0) -> Iterator[m.Row]:
        """The rows of one group, of which the first *heads* columns are heads of rows."""
        taken = [0] * len(self.columns)  # rows that each column is still taken for from above
        for row in rows:
            cells, column = [], 0
            for cell in row.cells:
                while column < len(taken) and taken[column]:
                    column += 1
                cells.append(self._cell(cell, column, column < heads))
                taken[column : column + cell.columns] = [cell.rows] * min(cell.columns, len(taken) - column)
                column += cell.columns
            taken = [max(0, number - 1) for number in taken]
            yield m.Row(tuple(cells))

    def _cell(self, cell: tree.Cell, column: int, is_head: bool) -> m.Cell:
        alignment = _ALIGNMENTS.get(cell.alignment.t)
        usual = self.columns[column].alignment if column < len(self.columns) else None
        return m.Cell(
            self._blocks(cell.blocks),
            header=is_head,
            rowspan=max(1, cell.rows),
            colspan=max(1, cell.columns),
            alignment=None if alignment == usual else alignment,
        )
