"""Scripts that put no blanks between words: a line's slack goes between its letters (JLREQ, 3.8; CSS Text 3, § 8.3).

Between two full-width characters, Thai letters or words of another script beside them goes the same space; a blank
takes one, too. Words of other scripts stay as they are.
"""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, line_size

#: A line that would need more than this between its letters, em, is left ragged.
MOST = 0.5
#: The first and last letters of such scripts whose letters are narrow: Thai and Lao, Burmese, Khmer.
NARROW = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))


class Spread(Layout):  # type: ignore[misc]
    """A text in one line; behind its letters that may stand apart stands *space* more, px."""

    space = 0.0

    def set_text(self, text: str, justify: bool = False) -> None:
        """Sets the text, each time that the engine needs it anew."""
        super().set_text(text, justify)
        own = self.style["letter_spacing"]
        wide = round(((0.0 if own == "normal" else own) + self.space) * TO_UNITS)
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for start, end in _stretches(text):
            attribute = pango.pango_attr_letter_spacing_new(wide)
            attribute.start_index, attribute.end_index = start, end
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(self.layout, attributes)


def spread(context: Any, line: Any, extra: float) -> None:
    """Makes *line* wider by *extra*, px, if its letters may stand so far apart."""
    em = float(line.style["font_size"])
    # Letters that stand apart aren't kerned: the slack is what is left then.
    slack = extra - widen(context, line, 0.0, _set_apart)
    trial = em / 100
    # What a trial adds tells how many gaps there are: those at the ends of words of another script count half.
    gaps = widen(context, line, trial, _set_apart) / trial
    space = slack / gaps if gaps > 0.5 else 0.0
    widen(context, line, space if abs(space) <= MOST * em else 0.0, _set_apart)


def widen(
    context: Any, box: Any, space: float, set_wider: Callable[[Any, Any, float], float], shift: float = 0.0
) -> float:
    """How much wider *box* became when all text in it was set with *space*, px, between its letters.

    It is moved by *shift*, px, with all it holds: that much wider became what stands before it.
    """
    box.position_x += shift
    if isinstance(box, boxes.TextBox):
        return set_wider(context, box, space)
    grown = 0.0
    for child in box.children:
        if isinstance(child, boxes.TextBox | boxes.InlineBox):
            grown += widen(context, child, space, set_wider, shift + grown)
        elif child.is_in_normal_flow():
            child.translate(shift + grown, 0)
    box.width += grown
    return grown


def _set_apart(_context: Any, box: Any, space: float) -> float:
    if not box.text:
        return 0.0
    layout = Spread(box.style)
    layout.space = space
    layout.set_text(box.text)
    width = float(line_size(layout.get_first_line()[0], box.style)[0])
    layout.deactivate()
    grown = width - box.width
    box.pango_layout, box.width = layout, width
    return float(grown)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """(first byte, byte behind the last) of each stretch of letters that may stand apart."""
    at = 0
    for apart, group in groupby(text, _may_stand_apart):
        length = len("".join(group).encode())
        if apart:
            yield at, at + length
        at += length


def _may_stand_apart(letter: str) -> bool:
    if letter < "\u0e00":
        return letter in " \u00a0"
    return unicodedata.east_asian_width(letter) in "WF" or any(first <= letter <= last for first, last in NARROW)
