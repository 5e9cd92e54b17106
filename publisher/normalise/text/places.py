"""Offsets in a text to lines and columns in the copy."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from publisher.report import Where


class Places:
    """Where in the copy an offset of a text stands, also after characters were taken out of it.

    *copy* is the text as it was decoded; *cuts* are (offset in the shorter text, number of characters
    taken out there) in order. Lines and columns are 1-based and count the characters of the copy.
    """

    def __init__(self, file: str, copy: str, cuts: Sequence[tuple[int, int]] = ()) -> None:
        self.file = file
        self.copy = copy
        self._offsets = [offset for offset, _ in cuts]
        self._lost = [0, *accumulate(map(itemgetter(1), cuts))]

    def where(self, offset: int) -> Where:
        """The place of the character at *offset*."""
        offset += self._lost[bisect_right(self._offsets, offset)]
        line = bisect_right(self._starts, offset)
        return Where(self.file, line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while end := self.copy.find("\n", starts[-1]) + 1:
            starts.append(end)
        return starts
