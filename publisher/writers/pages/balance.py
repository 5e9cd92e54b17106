"""Display lines of even length: how wide a headline must be so that none of its lines is short."""

from collections.abc import Sequence
from typing import NamedTuple

from publisher.fonts import advances, face_of
from publisher.theme.tokens import Role, Theme

#: Advance widths leave kerning out; this much is added to a line so that its words surely fit.
ALLOWANCE = 1.015


class Fit(NamedTuple):
    """How display text is set: the number of its lines, and the narrowest width (pt) that keeps it."""

    lines: int
    width: float


def fit(text: str, role: Role, theme: Theme, measure: float) -> Fit:
    """*text* set ragged in *role* within *measure* (pt), with lines as even as the number allows."""
    words, space = _word_widths(text, role, theme)
    lines = _lines(words, space, measure)
    if lines == 1:
        return Fit(1, measure)
    narrow, wide = max(words), measure
    while wide - narrow > 0.5:
        middle = (narrow + wide) / 2
        if _lines(words, space, middle) > lines:
            narrow = middle
        else:
            wide = middle
    return Fit(lines, min(wide * ALLOWANCE, measure))


def _word_widths(text: str, role: Role, theme: Theme) -> tuple[list[float], float]:
    """Widths in pt of the words, and of the blank between them."""
    width = advances(face_of(role, theme))
    shown = text.upper() if role.capitals else text  # widths alone: no language needed

    def measured(word: str) -> float:
        return sum(width.get(ord(c), 1.0) + role.tracking for c in word) * role.size

    # Only plain blanks let a line end: 13 November may be bound.
    return [measured(word) for word in shown.split(" ") if word] or [0.0], measured(" ")


def _lines(words: Sequence[float], space: float, measure: float) -> int:
    """Lines that first-fit breaking makes; a word longer than the measure takes what it needs."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + space + word > measure:
            lines, used = lines + 1, word
        else:
            used += (space if used else 0.0) + word
        while used > measure > 0:
            lines, used = lines + 1, used - measure
    return lines
