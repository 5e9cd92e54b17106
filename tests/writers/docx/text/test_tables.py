"""Tables on Word's grid: every row fills all columns, and a tall cell goes on in the rows it spans."""

from typing import Any

import pytest

from publisher.model import Cell, Column, Row, Table
from publisher.writers.docx.text.tables import grid
from tests.writers.docx.samples import W, article_lines, body, every_span, say, single, style_of, words_of, written


def cell(words: str = "", rowspan: int = 1, colspan: int = 1) -> Cell:
    return Cell((say(words),) if words else (), rowspan=rowspan, colspan=colspan)


def laid(*rows: tuple[Cell, ...], declared: int = 0) -> list[list[tuple[bool, int, int, str | None]]]:
    """(is a cell, column, span, merge) of each slot."""
    slots = grid([Row(row) for row in rows], declared)
    return [[(slot.cell is not None, *slot[1:]) for slot in row] for row in slots]


def table_of(node: Table) -> Any:
    return next(body(written(single(node))).iter(f"{W}tbl"))


def test_plain_rows_stand_column_by_column() -> None:
    assert laid((cell(), cell()), (cell(),)) == [
        [(True, 0, 1, None), (True, 1, 1, None)],
        [(True, 0, 1, None)],
    ]


def test_a_tall_cell_goes_on_below_and_pushes_the_others_aside() -> None:
    assert laid((cell(rowspan=2), cell()), (cell(),)) == [
        [(True, 0, 1, "restart"), (True, 1, 1, None)],
        [(False, 0, 1, "continue"), (True, 1, 1, None)],
    ]


def test_a_tall_cell_at_the_end_goes_on_past_a_gap() -> None:
    assert laid((cell(), cell(), cell(rowspan=3, colspan=2)), (), (cell(),)) == [
        [(True, 0, 1, None), (True, 1, 1, None), (True, 2, 2, "restart")],
        [(False, 0, 2, None), (False, 2, 2, "continue")],
        [(True, 0, 1, None), (False, 1, 1, None), (False, 2, 2, "continue")],
    ]


def test_a_wide_cell_stops_before_a_tall_one() -> None:
    assert laid((cell(), cell(), cell(rowspan=2)), (cell(colspan=3),))[1] == [
        (True, 0, 2, None),
        (False, 2, 1, "continue"),
    ]


@pytest.mark.parametrize("rowspan", [2, 10**9])
def test_a_span_ends_with_its_rows_and_columns(rowspan: int) -> None:
    assert laid((cell(rowspan=rowspan, colspan=10**9),), (), declared=3) == [
        [(True, 0, 3, "restart")],
        [(False, 0, 3, "continue")],
    ]


def test_a_table_has_a_named_style_a_repeated_head_and_rows_that_stay_whole() -> None:
    table = table_of(every_span())
    assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "BulletinTable"
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Boats a year"
    rows = list(table.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_row_fills_the_grid_and_every_cell_has_a_paragraph() -> None:
    table = table_of(every_span())
    columns = len(list(table.iter(f"{W}gridCol")))
    assert columns == 3
    for row in table.iter(f"{W}tr"):
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
        assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == columns
    assert all(cell.find(f"{W}p") is not None for cell in table.iter(f"{W}tc"))


def test_the_width_of_a_column_is_its_share_and_the_rest_is_shared_out() -> None:
    widths = [int(column.get(f"{W}w")) for column in table_of(every_span()).iter(f"{W}gridCol")]
    assert widths == [1176, 2352, 1176]
    assert table_of(every_span()).find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
    over = Table((Column(width=1.0), Column(width=0.5), Column()), body=(Row((cell("a"), cell("b"), cell("c"))),))
    shares = [int(column.get(f"{W}w")) for column in table_of(over).iter(f"{W}gridCol")]
    assert all(shares)
    assert abs(sum(shares) - 4705) <= 2
    by_content = Table((Column(), Column()), body=(Row((cell("a"), cell("b"))),))
    assert table_of(by_content).find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "autofit"


def test_cells_are_aligned_by_style_as_they_say_or_as_their_column_does() -> None:
    styles = {words_of(p): style_of(p) for p in table_of(every_span()).iter(f"{W}p") if words_of(p)}
    assert styles == {
        "Year": "TableHeading",
        "Boats": "TableHeadingCenter",
        "2025": "TableHeading",
        "11": "TableTextCenter",
        "12": "TableTextEnd",
        "13": "TableText",
        "2026": "TableHeading",
        "All in all": "TableText",
        "36": "TableTextCenter",
    }


def test_a_table_in_a_cell_is_followed_by_a_paragraph() -> None:
    inner = Table((), body=(Row((cell("inside"),)),))
    outer = table_of(Table((), body=(Row((Cell((inner,)),)),)))
    assert [child.tag.removeprefix(W) for child in outer.find(f"{W}tr/{W}tc")] == ["tcPr", "tbl", "p"]


def test_a_table_wider_than_words_own_is_set_as_paragraphs() -> None:
    wide = Table((), body=(Row(tuple(cell(f"cell {number}") for number in range(64))),))
    assert [style for style, _ in article_lines(single(wide))] == ["TableText"] * 64
    most = Table((), body=(Row(tuple(cell("x") for _ in range(63))),))
    assert len(list(table_of(most).iter(f"{W}tc"))) == 63


def test_a_table_from_right_to_left_runs_that_way() -> None:
    node = Table((), body=(Row((cell("عربي"),)),), direction="rtl")
    assert table_of(node).find(f"{W}tblPr/{W}bidiVisual") is not None
    assert table_of(every_span()).find(f"{W}tblPr/{W}bidiVisual") is None


def test_a_table_of_nothing_is_no_table() -> None:
    assert not list(body(written(single(Table((Column(),), body=(Row(()),))))).iter(f"{W}tbl"))
