"""Lines to blocks: paragraphs by blank lines, indents and wrapped lines; lists, tables and verse kept."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from publisher.model import Block, Paragraph, Table, Text, Verse
from publisher.normalise.datelines.stamp import read_stamp
from publisher.normalise.layout.lines import Line, collapse, part_blocks
from publisher.normalise.layout.lists import BULLETS, find_list, item_list, marks_of
from publisher.normalise.layout.tables import find_table, read_table
from publisher.normalise.layout.wrapping import (
    NARROWEST,
    has_a_sentence_a_line,
    is_wrapped,
    joined,
    part_paragraphs,
    words_of,
    wrapping_width,
)
from publisher.normalise.story.byline import read_byline
from publisher.normalise.story.endmarks import is_end_mark, is_line
from publisher.normalise.story.flags import is_flag
from publisher.normalise.story.sections import read_section
from publisher.normalise.words.deskwords import ADDRESS, CUT
from publisher.report import Report, Where

#: A verse has so many lines, and a text that holds one has longer paragraphs.
FEWEST_VERSES, LONGEST_VERSE, PARAGRAPH = 3, 60, 110
#: In the head of a text a line that could stand alone does, whatever room the one above it left.
HEAD_WIDTH = 1000
#: A line that stands alone is no longer.
LONGEST_ALONE = 120


class Passage(msgspec.Struct, frozen=True):
    """A block of the copy with its words in one line, and the line it began at."""

    text: str
    line: int
    block: Block = Paragraph(())

    @property
    def is_paragraph(self) -> bool:
        """Whether it is plain text."""
        return isinstance(self.block, Paragraph)


def paragraph(text: str, line: int) -> Passage:
    """A passage that is a paragraph of plain words."""
    return Passage(text, line, Paragraph((Text(text),)))


def lay_out(text: str, file: str, report: Report) -> tuple[Passage, ...]:
    """The blocks of *text*; lines wrapped at a fixed width are joined, else every line is a paragraph."""
    blocks = tuple(part_blocks(text))
    passages = _without_tables(blocks, text, file, report)
    return tuple(_with_lists(list(passages), file, report))


def lay_out_plainly(text: str) -> tuple[Passage, ...]:
    """The lines of *text*, each a paragraph, blank ones left out."""
    return tuple(paragraph(collapse(line.words), line.number) for block in part_blocks(text) for line in block)


def _without_tables(blocks: Sequence[list[Line]], text: str, file: str, report: Report) -> Iterator[Passage]:
    """The passages of *blocks*: their tables, and what the lines between them make."""
    runs = [run for block in blocks for run in _part_tables(block)]
    plain = [lines for lines, is_table in runs if not is_table]
    if is_wrapped(plain, stands_alone):
        made = _unwrapped(plain, text, file, report)
    elif has_a_sentence_a_line(plain):
        made = ([paragraph(joined(block, frozenset(), file, report), block[0].number)] for block in plain)
    else:
        made = _line_by_line(plain, file, report)
    for lines, is_table in runs:
        if is_table:
            yield _table(lines, file, report)
        else:
            yield from next(iter(made))


def _part_tables(block: list[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines of *block* and whether they are a table, run by run."""
    start = at = 0
    while at < len(block):
        if size := find_table(block, at):
            if at > start:
                yield block[start:at], False
            yield block[at : at + size], True
            start = at + size
            at = start
        else:
            at += 1
    if start < len(block):
        yield block[start:], False


def _table(lines: list[Line], file: str, report: Report) -> Passage:
    block = read_table(lines)
    text = " ".join(collapse(line.words) for line in lines)
    kind = "a table" if isinstance(block, Table) else "a table, whose lines stay as they are"
    message = f"lines in columns became {kind} (lines: {len(lines)})"
    report.add("layout.table", message, Where(file, lines[0].number, 1))
    return Passage(text, lines[0].number, block)


def _unwrapped(blocks: Sequence[list[Line]], text: str, file: str, report: Report) -> Iterator[list[Passage]]:
    """The passages of each block of wrapped lines."""
    width = wrapping_width(blocks)
    groups, is_head = list[list[list[Line]]](), True
    for block in blocks:
        groups.append(list(part_paragraphs(block, width if not is_head else HEAD_WIDTH, stands_alone)))
        is_head = is_head and not any(len(group) > 1 and group[-1].ends_sentence for group in groups[-1])
    flat = [group for parted in groups for group in parted]
    words = words_of(text, flat)
    wrapped = [group for group in flat if len(group) > 1]
    if wrapped:
        count = f"{sum(map(len, wrapped))} lines, {len(wrapped)} paragraphs"
        message = f"lines wrapped at a fixed width were joined into paragraphs ({count})"
        report.add("layout.unwrapped", message, Where(file, wrapped[0][0].number))
    has_story = False
    for block, parted in zip(blocks, groups, strict=True):
        if has_story and len(parted) == len(block) and _is_verse(block):
            yield [_verse(block, file, report)]
        else:
            yield [paragraph(joined(group, words, file, report), group[0].number) for group in parted]
        has_story = has_story or any(len(group) > 1 for group in parted)


def _line_by_line(blocks: Sequence[list[Line]], file: str, report: Report) -> Iterator[list[Passage]]:
    """The passages of each block whose lines are paragraphs, or verses."""
    widths = sorted(line.columns for block in blocks for line in block)
    has_paragraphs = bool(widths) and widths[len(widths) // 2] >= PARAGRAPH
    has_story = False
    for block in blocks:
        if has_story and has_paragraphs and _is_verse(block):
            yield [_verse(block, file, report)]
        else:
            yield [paragraph(collapse(line.words), line.number) for line in block]
        has_story = has_story or any(line.columns >= PARAGRAPH for line in block)


def _is_verse(block: Sequence[Line]) -> bool:
    """Whether the lines of *block* are verses: short, several, and not sentences one by one."""
    if len(block) < FEWEST_VERSES or any(line.columns > LONGEST_VERSE for line in block):
        return False
    if any(stands_alone(line.words) for line in block) or find_list([line.words for line in block], 0, ""):
        return False
    return sum(line.columns < NARROWEST for line in block) * 2 > len(block) and sum(
        line.ends_sentence for line in block[:-1]
    ) * 3 <= len(block)


def _verse(block: Sequence[Line], file: str, report: Report) -> Passage:
    lines = tuple((Text(collapse(line.words)),) for line in block)
    report.add("layout.verse", f"short lines keep their ends (lines: {len(lines)})", Where(file, block[0].number, 1))
    return Passage(" ".join(collapse(line.words) for line in block), block[0].number, Verse(lines))


def _with_lists(passages: list[Passage], file: str, report: Report) -> Iterator[Passage]:
    """*passages* with those that belong together as lists."""
    passages = list(_with_lone_bullets(passages))
    texts = [passage.text if passage.is_paragraph else "" for passage in passages]
    at = 0
    while at < len(passages):
        count = find_list(texts, at, texts[at - 1] if at else "")
        if not count:
            yield passages[at]
            at += 1
            continue
        items = texts[at : at + count]
        message = f"lines became a list; the theme sets its marks (items: {count})"
        report.add("layout.list", message, Where(file, passages[at].line, 1), before=marks_of(items), after="")
        yield Passage(" ".join(items), passages[at].line, item_list(items))
        at += count


def _with_lone_bullets(passages: Sequence[Passage]) -> Iterator[Passage]:
    """*passages* with bullets that stand alone on a line before the words they belong to."""
    bullet = None
    for passage in passages:
        if bullet and passage.is_paragraph:
            yield paragraph(f"{bullet.text} {passage.text}", bullet.line)
            bullet = None
        elif passage.is_paragraph and passage.text in BULLETS:
            bullet = passage
        else:
            if bullet:
                yield bullet
                bullet = None
            yield passage
    if bullet:
        yield bullet


@lru_cache(maxsize=1024)
def stands_alone(words: str) -> bool:
    """Whether a line is never wrapped with others: a flag, a byline, a desk's note, a date, an end mark, a heading."""
    if len(words) > LONGEST_ALONE:
        return False
    return bool(
        is_flag(words)
        or is_end_mark(words)
        or is_line(words)
        or CUT.fullmatch(words)
        or ADDRESS.match(words)
        or read_stamp(words, None)
        or ((section := read_section(words)) and section.is_heading)
        or read_byline(words)
    )
