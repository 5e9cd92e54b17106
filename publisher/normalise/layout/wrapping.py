"""Lines wrapped at a fixed width: whether a text's are, and what they make when they are joined."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise

import regex

from publisher.normalise.layout.lines import INDENT, Line, collapse, columns
from publisher.normalise.layout.lists import starts_item
from publisher.report import Report, Where

NARROWEST, WIDEST = 45, 116
#: Lines so wide are hardly ever wrapped ones; one in ten may be, for addresses that no wrapping breaks.
FAR_TOO_WIDE = 120

_HYPHENATED = regex.compile(r"[\p{L}\p{N}][-‐]$")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}]+")
# Chinese and Japanese set no blank between words; Korean does.
_HAN_OR_KANA = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}ー]")
_FULL_WIDTH_MARK = regex.compile(r"[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
# After these a hyphen waits for its word: Ein- und Ausfuhr.
_CONJUNCTION = re.compile(r"(?:und|oder|bzw|bis|and|or|to|et|ou|e|y|u|i|и|или|та|або|en|of|och|eller|og|ja|sau)\b")
_CAPITAL = regex.compile(r"[\"'“„«(\[]*[\p{Lu}\p{Lt}]")
_CASED = regex.compile(r"[\"'“„«(\[]*[\p{Lu}\p{Ll}\p{Lt}]")
# Scripts that end no sentence with a mark.
_UNMARKED = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_FIRST_WORD = regex.compile(r"\S+")
#: A file with one sentence a line has short blocks.
MOST_SENTENCES = 8
#: So many blocks of several lines tell whether their lines break off anywhere.
FEWEST_BLOCKS = 2

Predicate = Callable[[str], bool]


def is_wrapped(blocks: Sequence[Sequence[Line]], stands_alone: Predicate) -> bool:
    """Whether a whole file is wrapped: most lines that another one follows break off inside a sentence.

    They are of a wrapped line's width, and what follows mostly begins with a small letter, where there are any.
    """
    pairs = [pair for block in blocks for pair in _runs_on(block, stands_alone)]
    if not pairs:
        return False
    if is_ragged(blocks, pairs):
        return True
    widths = [line.columns for line, _ in pairs]
    inside = [(line, following) for line, following in pairs if not line.ends_sentence]
    return (
        2 * len(inside) >= len(pairs)
        and 5 * sum(NARROWEST <= width <= WIDEST for width in widths) >= 2 * len(widths)
        and 10 * sum(width > FAR_TOO_WIDE for width in widths) <= len(widths)
        and _goes_on([pair for pair in inside if pair[0].columns >= NARROWEST])
        and (not _UNMARKED.search(pairs[0][0].text) or _are_even(widths))
    )


def is_ragged(blocks: Sequence[Sequence[Line]], pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Whether lines break off anywhere, as pages that were saved as text do, though no width wraps them.

    Blank lines part the paragraphs: sentences go on inside the blocks, and end where the blocks do.
    """
    several = [block for block in blocks if len(block) > 1]
    inside = [(line, following) for line, following in pairs if not line.ends_sentence]
    if len(several) < FEWEST_BLOCKS or 3 * len(inside) < len(pairs) or _UNMARKED.search(pairs[0][0].text):
        return False
    # So wide a sentence is a paragraph, and the next line another one.
    if any(line.ends_sentence and line.columns > FAR_TOO_WIDE for line, _ in pairs):
        return False
    # A heading above its paragraph is no line that goes on: it is the first of its block.
    first = {block[0].number for block in several}
    is_further = 2 * sum(line.number not in first for line, _ in inside) >= len(inside)
    ends = sum(block[-1].ends_sentence for block in several)
    return 4 * ends >= 3 * len(several) and _goes_on(inside) and (is_further or _begin_small(inside))


def _begin_small(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Whether most lines that follow begin with a small letter."""
    return 2 * sum(following.words[0].islower() for _, following in pairs) >= len(pairs)


def _are_even(widths: Sequence[int]) -> bool:
    """Whether most lines are about as wide as the widest: all that tells where no marks end sentences."""
    return 10 * sum(width * 10 >= max(widths) * 7 for width in widths) >= 9 * len(widths)


def _runs_on(block: Sequence[Line], stands_alone: Predicate) -> Iterator[tuple[Line, Line]]:
    """Lines of *block* with those that could go on in them."""
    for line, following in pairwise(block):
        is_new = following.indent >= line.indent + INDENT or starts_item(following.words)
        if not is_new and not stands_alone(line.words) and not stands_alone(following.words):
            yield line, following


def _goes_on(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Whether enough lines begin as the middle of a sentence does; in capitals, or without them, nothing tells."""
    cased = [
        following.words
        for line, following in pairs
        if _CASED.match(following.words) and not _HYPHENATED.search(line.words) and columns(line.words[-1]) == 1
    ]
    if len(cased) * 2 < len(pairs) or sum(map(str.isupper, cased)) * 2 > len(cased):
        return True
    return sum(not _CAPITAL.match(words) for words in cased) * 10 >= len(cased) * 3


def has_a_sentence_a_line(blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether each line of a file is one sentence, and blank lines part its paragraphs."""
    several = [block for block in blocks if len(block) > 1]
    lines = [line for block in several for line in block]
    return (
        len(blocks) >= 4
        and len(several) >= 2
        and max(map(len, several)) <= MOST_SENTENCES
        and 5 * len(several) >= len(blocks)
        and 10 * sum(line.is_one_sentence for line in lines) >= 9 * len(lines)
    )


def wrapping_width(blocks: Sequence[Sequence[Line]]) -> int:
    """The columns that the lines of a wrapped file fill."""
    return max((line.columns for block in blocks for line in block if line.columns <= WIDEST), default=NARROWEST)


def part_paragraphs(block: Sequence[Line], width: int, stands_alone: Predicate) -> Iterator[list[Line]]:
    """The paragraphs of a block wrapped at *width*: by indents, list marks, lines that stand alone; verse by lines."""
    if keeps_lines(block):
        yield from ([line] for line in block)
        return
    least = min(line.indent for line in block)
    group = [block[0]]
    for line in block[1:]:
        if _starts_paragraph(line, group, least) or _is_parted(group[-1], line, width, stands_alone):
            yield group
            group = []
        group.append(line)
    yield group


def keeps_lines(block: Sequence[Line]) -> bool:
    """Whether the lines of *block* are verses, an address or sentences, and weren't wrapped.

    They are all short and indented or begin with capitals, or they are indented sentences.
    """
    ends = block[:-1]
    is_indented = all(line.indent >= INDENT for line in block)
    if all(line.columns < NARROWEST for line in block):
        capitals = sum(bool(_CAPITAL.match(line.words)) for line in block)
        return is_indented or capitals * 5 >= len(block) * 4 or sum(line.ends_sentence for line in ends) * 2 > len(ends)
    return is_indented and sum(line.ends_sentence for line in ends) * 2 > len(ends)


def _starts_paragraph(line: Line, group: Sequence[Line], least: int) -> bool:
    """Whether *line* begins a paragraph or list item after the lines of *group*."""
    first, previous = group[0], group[-1]
    goes_on = previous.columns >= NARROWEST and not previous.ends_sentence
    if starts_item(first.words):
        is_item = line.indent == first.indent and starts_item(line.words)
        return is_item or (line.indent < first.indent and not goes_on)
    if line.indent > least and starts_item(line.words):
        return True
    return line.indent >= least + INDENT and not (goes_on and line.indent == previous.indent)


def _is_parted(line: Line, following: Line, width: int, stands_alone: Predicate) -> bool:
    """Whether *following* wasn't wrapped from *line*: one stands alone, and there was room for its first word."""
    first = _FIRST_WORD.match(following.words)
    had_room = first is not None and line.columns + 1 + len(first[0]) <= width
    return (had_room or line.ends_sentence) and (stands_alone(line.words) or stands_alone(following.words))


def joined(lines: Sequence[Line], words: Container[str], file: str, report: Report) -> str:
    """The lines of one paragraph in one, broken words mended where the whole word stands in *words*."""
    parts = []
    for line, following in pairwise(lines):
        parts.append(line.words + _gap(line.words, following.words))
        if whole := _mended(line.words, following.words, words):
            parts[-1] = line.words[:-1]
            message = "a word broken at a line end was joined; it stands unbroken elsewhere in the copy"
            where = Where(file, line.number, len(line.text.rstrip()))
            report.add("layout.unwrapped", message, where, before=f"{whole[0]}-\n{whole[1]}", after="".join(whole))
    return collapse("".join([*parts, lines[-1].words]))


def words_of(text: str, groups: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The words of *text* in small letters, if a line of one of *groups* breaks one off."""
    is_broken = any(_HYPHENATED.search(line.words) for group in groups for line in group[:-1])
    return frozenset(word.casefold() for word in _WORD.findall(text)) if is_broken else frozenset()


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
