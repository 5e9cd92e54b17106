"""Lines to paragraphs: blank lines, indents and wrapped lines understood."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec
import regex

from publisher.report import Report, Where

NARROWEST, WIDEST = 45, 92
INDENT = 2

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd]"
)
_BLANKS = re.compile(r"[ \t]{2,}|\t")
# A line of blanks and direction marks only is a blank line; a few Arabic format characters are seen.
_SEEN = regex.compile(r"[^\s\p{Cf}]|[\u0600-\u0605\u06dd\u08e2]")
_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟:;][\"'”’“»›)\]」』]*$")
_BULLET = re.compile(r"\s*(?:[*•·▪◦‣–—-]|\d{1,2}[.)])\s")
_HYPHENATED = regex.compile(r"[\p{L}\p{N}][-‐]$")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}]+")
# Chinese and Japanese set no blank between words; Korean does.
_HAN_OR_KANA = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}ー]")
_FULL_WIDTH_MARK = regex.compile(r"[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
# After these a hyphen waits for its word: Ein- und Ausfuhr.
_CONJUNCTION = re.compile(r"(?:und|oder|bzw|bis|and|or|to|et|ou|e|y|u|i|и|или|та|або|en|of|och|eller|og|ja|sau)\b")


class Passage(msgspec.Struct, frozen=True):
    """One paragraph of the copy, and the line it began at."""

    text: str
    line: int


class Line(NamedTuple):
    """A line that isn't blank, with its 1-based number."""

    number: int
    text: str

    @property
    def words(self) -> str:
        """What the line says, without the blanks around it."""
        return self.text.strip()

    @property
    def indent(self) -> int:
        """The columns before the first word; a tab, wherever it stands, is a whole indent."""
        before = self.text[: len(self.text) - len(self.text.lstrip())]
        return _columns(before) + before.count("\t") * INDENT

    @property
    def columns(self) -> int:
        """How wide the line is without the blanks around it; East Asian characters count twice."""
        return _columns(self.words)

    @property
    def ends_sentence(self) -> bool:
        """Whether it could be the last line of a paragraph."""
        return bool(_SENTENCE_END.search(self.words[-9:]))


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def lay_out(text: str, file: str, report: Report) -> tuple[Passage, ...]:
    """The paragraphs of *text*; lines wrapped at a fixed width are joined, else every line is one."""
    blocks = tuple(part_blocks(text))
    if not is_wrapped(blocks):
        return tuple(Passage(_collapse(line.words), line.number) for block in blocks for line in block)
    groups = [group for block in blocks for group in part_paragraphs(block)]
    broken = any(_HYPHENATED.search(line.words) for group in groups for line in group[:-1])
    words = frozenset(word.casefold() for word in _WORD.findall(text)) if broken else frozenset()
    passages = tuple(Passage(_joined(group, words, file, report), group[0].number) for group in groups)
    wrapped = [group for group in groups if len(group) > 1]
    if wrapped:
        count = f"{sum(map(len, wrapped))} lines, {len(wrapped)} paragraphs"
        message = f"lines wrapped at a fixed width were joined into paragraphs ({count})"
        report.add("layout.unwrapped", message, Where(file, wrapped[0][0].number))
    return passages


def part_blocks(text: str) -> Iterator[list[Line]]:
    """Lines that stand together, parted by blank lines and form feeds."""
    block: list[Line] = []
    for number, line in enumerate(text.split("\n"), 1):
        for at, piece in enumerate(line.split("\f")):
            is_blank = not _SEEN.search(piece)
            if block and (is_blank or at):
                yield block
                block = []
            if not is_blank:
                block.append(Line(number, piece))
    if block:
        yield block


def is_wrapped(blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether a whole file is wrapped: half of its lines are of a wrapped line's width, and hardly one is wider.

    One line in twenty may be, for the addresses that no wrapping breaks; a headline is as wide as it likes. Where
    most lines end a sentence, each is a paragraph.
    """
    ends = [line for block in blocks for line in block[:-1]]
    if not ends:
        return False
    has_headline = len(blocks) > 1 and len(blocks[0]) == 1
    widths = [line.columns for block in blocks[has_headline:] for line in block]
    return (
        sum(width > WIDEST for width in widths) * 20 <= len(widths)
        and sum(width >= NARROWEST for width in widths) * 2 >= len(widths)
        and sum(line.ends_sentence for line in ends) * 2 <= len(ends)
    )


def part_paragraphs(block: Sequence[Line]) -> Iterator[list[Line]]:
    """The paragraphs of a wrapped block: by indents and list marks; verse and addresses line by line."""
    if _keeps_lines(block):
        yield from ([line] for line in block)
        return
    least = min(line.indent for line in block)
    group = [block[0]]
    for line in block[1:]:
        if _starts_paragraph(line, group, least):
            yield group
            group = []
        group.append(line)
    yield group


def _keeps_lines(block: Sequence[Line]) -> bool:
    """Whether no line of *block* is wide enough to be a wrapped one, or all are indented sentences."""
    if all(line.columns < NARROWEST for line in block):
        return True
    ends = block[:-1]
    is_indented = all(line.indent >= INDENT for line in block)
    return is_indented and sum(line.ends_sentence for line in ends) * 2 > len(ends)


def _starts_paragraph(line: Line, group: Sequence[Line], least: int) -> bool:
    """Whether *line* begins a paragraph or list item after the lines of *group*."""
    first, previous = group[0], group[-1]
    goes_on = previous.columns >= NARROWEST and not previous.ends_sentence
    if _BULLET.match(first.text):
        is_item = line.indent == first.indent and _BULLET.match(line.text)
        return bool(is_item) or (line.indent < first.indent and not goes_on)
    if line.indent > least and _BULLET.match(line.text):
        return True
    return line.indent >= least + INDENT and not (goes_on and line.indent == previous.indent)


def _joined(lines: Sequence[Line], words: Container[str], file: str, report: Report) -> str:
    """The lines of one paragraph in one, broken words mended where the whole word stands in *words*."""
    parts = []
    for line, following in pairwise(lines):
        parts.append(line.words + _gap(line.words, following.words))
        if whole := _mended(line.words, following.words, words):
            parts[-1] = line.words[:-1]
            message = "a word broken at a line end was joined; it stands unbroken elsewhere in the copy"
            where = Where(file, line.number, len(line.text.rstrip()))
            report.add("layout.unwrapped", message, where, before=f"{whole[0]}-\n{whole[1]}", after="".join(whole))
    return _collapse("".join([*parts, lines[-1].words]))


def _mended(line: str, following: str, words: Container[str]) -> tuple[str, str] | None:
    """The two halves of a word that a hyphen parts at the line end, if the whole stands in *words*."""
    before, after = _LAST_WORD.search(line[:-1]), _WORD.match(following)
    if not (_HYPHENATED.search(line) and before and after and following[0].islower()):
        return None
    halves = (before[0], after[0])
    return halves if "".join(halves).casefold() in words else None


def _gap(line: str, following: str) -> str:
    """What stands between a line and the one it goes on in: a blank, or nothing."""
    if _HYPHENATED.search(line) and following[0].isalnum():
        return " " if _CONJUNCTION.match(following) else ""
    is_east_asian = _HAN_OR_KANA.match(line[-1]) and _HAN_OR_KANA.match(following[0])
    is_full_width = _FULL_WIDTH_MARK.match(line[-1]) or _FULL_WIDTH_MARK.match(following[0])
    return "" if is_east_asian or is_full_width else " "


def _collapse(text: str) -> str:
    """*text* with one blank where there was a tab or a run of blanks."""
    return _BLANKS.sub(" ", text) if "  " in text or "\t" in text else text
