"""Formulas of a few letters, such as H_2O, as words; TeX itself is no reading matter."""

import re
from collections.abc import Iterator

from publisher.model import Inline, Subscript, Superscript, Text

_PIECE = re.compile(
    r"([_^])(?:\{([^\W_]+|[+\-−,.()\d]+)\}|([^\W_]))|((?:[^\W_]|[+\-−=<>/*(),.:;!%° ])+)|\\(?:text|mathrm)\{([\w ]+)\}"
)
_LONGEST = 200


def read_formula(tex: str) -> tuple[Inline, ...] | None:
    """The words of a simple formula, None if it is more than letters, signs, powers and indices."""
    if len(tex) > _LONGEST:
        return None
    found: list[Inline] = []
    end = 0
    while end < len(tex):
        piece = _PIECE.match(tex, end)
        if piece is None:
            return None
        found += _inlines(piece)
        end = piece.end()
    return tuple(found)


def _inlines(piece: re.Match[str]) -> Iterator[Inline]:
    if piece[1]:
        raised = (Text(piece[2] or piece[3]),)
        yield Superscript(raised) if piece[1] == "^" else Subscript(raised)
    else:
        yield Text(piece[4] or piece[5])
