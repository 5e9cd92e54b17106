"""Tables, whole."""

from publisher import model as m
from publisher.readers.pandoc import tree as p
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.readers.pandoc.conversion.blocks import Blocks
from tests.readers.pandoc.desk import scene


def cell(text: str, rows: int = 1, columns: int = 1, side: str = "AlignDefault") -> p.Cell:
    return p.Cell(Attr(), p.Named(side), rows, columns, (p.Plain((p.Str(text),)),))


def row(*cells: p.Cell) -> p.Row:
    return p.Row(Attr(), cells)


def table(
    bodies: tuple[p.TableBody, ...],
    head: tuple[p.Row, ...] = (),
    foot: tuple[p.Row, ...] = (),
    widths: tuple[float | None, ...] = (None, None),
    sides: tuple[str, ...] = ("AlignDefault", "AlignRight"),
) -> m.Table:
    columns = tuple(
        p.ColSpec(p.Named(side), p.ColWidth("ColWidth" if width else "ColWidthDefault", width))
        for side, width in zip(sides, widths, strict=True)
    )
    caption = p.Caption(None, (p.Plain((p.Str("Costs"),)),))
    parts = p.TableParts(Attr("x"), caption, columns, p.TableHead(Attr(), head), bodies, p.TableHead(Attr(), foot))
    (found,) = Blocks(scene()).blocks((p.Table(parts),))
    assert isinstance(found, m.Table)
    return found


def body(*rows: p.Row, heads: int = 0, between: tuple[p.Row, ...] = ()) -> p.TableBody:
    return p.TableBody(Attr(), heads, between, rows)


def words(rows: tuple[m.Row, ...]) -> list[list[str]]:
    return [
        ["".join(run.text for block in one.blocks for run in block.inlines) for one in line.cells]  # type: ignore[union-attr]
        for line in rows
    ]


def test_head_bodies_foot_caption_and_name() -> None:
    plain = row(cell("a"), cell("b"))
    found = table((body(plain), body(plain, plain)), head=(plain,), foot=(plain,))
    assert (len(found.head), len(found.body), len(found.foot)) == (1, 3, 1)
    assert (found.caption, found.id) == ((m.Text("Costs"),), "x")


def test_alignments_are_the_columns_and_only_others_are_the_cells() -> None:
    found = table((body(row(cell("a", side="AlignCenter"), cell("b", side="AlignRight"))),))
    assert [column.alignment for column in found.columns] == [None, "end"]
    assert [one.alignment for one in found.body[0].cells] == ["center", None]


def test_widths_are_shares_of_the_table() -> None:
    def widths(*given: float | None) -> list[float | None]:
        found = table((body(row(cell("a"), cell("b"))),), widths=given)
        return [column.width for column in found.columns]

    assert widths(0.1, 0.3) == [0.25, 0.75]
    assert widths(None, None) == [None, None]
    assert widths(0.1, None) == [None, None]


def test_heads_of_rows_are_counted_in_columns_under_what_spans_from_above() -> None:
    found = table((body(row(cell("a", rows=2), cell("b")), row(cell("c")), row(cell("d", columns=2)), heads=1),))
    assert words(found.body) == [["a", "b"], ["c"], ["d"]]
    assert [[one.header for one in line.cells] for line in found.body] == [[True, False], [False], [True]]
    assert [(one.rowspan, one.colspan) for line in found.body for one in line.cells] == [(2, 1), (1, 1), (1, 1), (1, 2)]


def test_a_head_between_rows_is_a_row_of_heads() -> None:
    found = table((body(row(cell("a"), cell("b")), between=(row(cell("c"), cell("d")),)),))
    assert words(found.body) == [["c", "d"], ["a", "b"]]
    assert [one.header for one in found.body[0].cells] == [True, True]


def test_more_cells_than_columns_are_kept() -> None:
    found = table((body(row(cell("a"), cell("b"), cell("c", columns=9))),))
    assert words(found.body) == [["a", "b", "c"]]
