import pytest

from publisher.model import CodeBlock, Column, Table
from publisher.normalise.layout.lines import Line
from publisher.normalise.layout.tables import cells_of, find_table, read_table


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Riverton   10  4   .714\nValley     7   7   .500\nCoast      4   10  .286",
        "Riverton\t10\t4\nValley\t7\t7\nCoast\t4\t10",
        "Steel.......12.5\nWood........ 7.1\nStone....... 3.0",
        "Team       W   L\nRiverton   10  4\nValley     7   7",
    ],
)
def test_finds_tables(text: str) -> None:
    assert find_table(lines(text), 0) == 3
    assert isinstance(read_table(lines(text)), Table)


@pytest.mark.parametrize(
    "text",
    [
        "Riverton   10  4\nValley     7   7",
        "It stands.  It is long.\nIt is new.  It is wide.\nIt is there.  So it is.",
        "justified   text  with   gaps\nin   every  single   line\nof  the   whole  file",
        "It stands.\nIt stands.\nIt stands.",
    ],
)
def test_finds_no_table_in_text(text: str) -> None:
    assert find_table(lines(text), 0) == 0


def test_sets_heads_and_numbers() -> None:
    table = read_table(lines("Team       W   L\nRiverton   10  4\nValley     7   7"))
    assert isinstance(table, Table)
    assert len(table.head) == 1
    assert table.columns == (Column(), Column(alignment="end"), Column(alignment="end"))
    assert [len(row.cells) for row in table.body] == [3, 3]


def test_keeps_uneven_rows_as_they_stand() -> None:
    assert read_table(lines("  Riverton   10\n  Valley     7   7")) == CodeBlock("Riverton   10\nValley     7   7")


def test_takes_a_wide_line_for_text() -> None:
    assert cells_of(Line(1, "word  " * 30)) == ["word  " * 29 + "word"]
