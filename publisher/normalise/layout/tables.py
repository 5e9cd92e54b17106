"""Tables as wires send them: agate, columns parted by blanks, tabs or leaders."""

import re
from collections.abc import Iterator, Sequence

import regex

from publisher.model import Block, Cell, CodeBlock, Column, Paragraph, Row, Table, Text
from publisher.normalise.layout.lines import Line

#: Lines that a table has at least, and the width of the widest.
FEWEST_LINES, WIDEST = 3, 120
_GAP = re.compile(r"\s{2,}|\t+|\s?\.{3,}\s?")
_WIDE_GAP = re.compile(r"\s{3,}|\t+|\s?\.{3,}\s?")
_NUMBER = regex.compile(r"[\p{Sc}(+–-]{0,2}\p{N}[\p{N}.,:/%–-]*[\p{Sc}%)]{0,2}\Z|[–—-]+\Z")
_LETTERS = regex.compile(r"\p{L}")


def find_table(lines: Sequence[Line], start: int) -> int:
    """How many lines from *start* on make a table; 0 if none do."""
    end = start
    while end < len(lines) and len(cells_of(lines[end])) > 1:
        end += 1
    rows = [cells_of(line) for line in lines[start:end]]
    if len(rows) < FEWEST_LINES:
        return 0
    numeric = sum(any(map(_NUMBER.match, row[1:])) for row in rows)
    return len(rows) if numeric * 2 >= len(rows) and _is_even(rows) else 0


def cells_of(line: Line) -> list[str]:
    """The cells of *line*; one where it is no row of a table."""
    words = line.words
    if len(words) > WIDEST:
        return [words]
    cells = [cell.strip() for cell in _GAP.split(words)]
    if len(cells) == 2 and not _WIDE_GAP.search(words) and not _NUMBER.match(cells[1]):
        return [words]
    return cells if all(cells) else [words]


def _is_even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have as many cells as the others, give or take a heading."""
    sizes = [len(row) for row in rows]
    most = max(set(sizes), key=sizes.count)
    return sum(abs(size - most) <= 1 for size in sizes) * 10 >= len(sizes) * 8


def read_table(lines: Sequence[Line]) -> Block:
    """The table that *lines* are, or, where its rows are uneven, the lines as they stand."""
    rows = [cells_of(line) for line in lines]
    if len({len(row) for row in rows}) > 1:
        least = min(line.indent for line in lines)
        return CodeBlock(
            "\n".join(line.text.expandtabs(8).rstrip()[least if "\t" not in line.text else 0 :] for line in lines)
        )
    has_head = not any(map(_NUMBER.match, rows[0])) and any(map(_NUMBER.match, rows[1]))
    body = rows[1:] if has_head else rows
    columns = tuple(Column(alignment="end" if _is_numeric(column) else None) for column in zip(*body, strict=True))
    head = (Row(tuple(_cells(rows[0], header=True))),) if has_head else ()
    return Table(columns, head=head, body=tuple(Row(tuple(_cells(row))) for row in body))


def _cells(row: Sequence[str], header: bool = False) -> Iterator[Cell]:
    return (Cell((Paragraph((Text(cell),)),), header=header) for cell in row)


def _is_numeric(column: Sequence[str]) -> bool:
    return sum(bool(_NUMBER.match(cell)) for cell in column) * 2 > len(column)
