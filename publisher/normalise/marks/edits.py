"""Changes to a text, found one by one and made together."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple


class Edit(NamedTuple):
    """*new* is to stand for the characters from *start* to *end*, by the *rule* (a key of ``[normalise]``)."""

    start: int
    end: int
    new: str
    rule: str


def compatible(edits: Iterable[Edit]) -> list[Edit]:
    """*edits* in the order of the text, without those that overlap an earlier one; at one place the first counts."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=attrgetter("start")):
        if not kept or edit.start >= max(kept[-1].end, kept[-1].start + 1):
            kept.append(edit)
    return kept


def edited(text: str, edits: Sequence[Edit]) -> str:
    """*text* with *edits* made, which are in order and apart."""
    parts, end = [], 0
    for edit in edits:
        parts += [text[end : edit.start], edit.new]
        end = edit.end
    return "".join([*parts, text[end:]])


def edited_pieces(pieces: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """*pieces* of a text with *edits* made in it; what is new stands in the piece where the old began."""
    text = "".join(pieces)
    made: list[str] = []
    number = position = end = 0
    for piece in pieces:
        end += len(piece)
        is_last = len(made) == len(pieces) - 1
        parts = []
        while number < len(edits) and (edits[number].start < end or is_last):
            edit = edits[number]
            parts += [text[position : edit.start], edit.new]
            position, number = edit.end, number + 1
        parts.append(text[position:end])
        position = max(position, end)
        made.append("".join(parts))
    return made
