"""The lines of copy: how wide they are, how far indented, and which stand together."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

#: Blanks that indent a line; a tab counts as so many.
INDENT = 2

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd]"
)
_BLANKS = re.compile(r"[ \t]{2,}|\t")
# A line of blanks and direction marks only is a blank line; a few Arabic format characters are seen.
_SEEN = regex.compile(r"[^\s\p{Cf}]|[\u0600-\u0605\u06dd\u08e2]")
_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟:;][\"'”’“»›)\]」』]*$")
_SENTENCE_INSIDE = regex.compile(r"[\p{L}\p{N}]{3}[.!?…][\"'”’“»)]*\s+[\"'“„«(\[–—-]*\s?[\p{Lu}]")


class Line(NamedTuple):
    """A line, numbered from 1, without what surrounds it."""

    number: int
    text: str

    @property
    def words(self) -> str:
        """The line without the blanks around it."""
        return self.text.strip()

    @property
    def indent(self) -> int:
        """How far it is indented, in columns."""
        before = self.text[: len(self.text) - len(self.text.lstrip())]
        return columns(before) + before.count("\t") * INDENT

    @property
    def columns(self) -> int:
        """How wide the line is without the blanks around it; East Asian characters count twice."""
        return columns(self.words)

    @property
    def ends_sentence(self) -> bool:
        """Whether it could be the last line of a paragraph."""
        return bool(_SENTENCE_END.search(self.words[-9:]))

    @property
    def is_one_sentence(self) -> bool:
        """Whether it ends a sentence and holds no other."""
        return self.ends_sentence and not _SENTENCE_INSIDE.search(self.words)


def columns(text: str) -> int:
    """How many columns *text* takes up."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


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


def collapse(text: str) -> str:
    """*text* with one blank where there was a tab or a run of blanks."""
    return _BLANKS.sub(" ", text) if "  " in text or "\t" in text else text
