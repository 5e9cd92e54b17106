"""Micro-tracking: a small part of a justified line's slack goes between letters instead of into blanks."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout, line_size

from publisher.writers.pages.typeset.manner import at_work, is_initial, is_joined, is_unspaced
from publisher.writers.pages.typeset.spread import spread, widen
from publisher.writers.pages.typeset.totalfit import Measure

#: The function that this lesson replaces, as it is in the engine it was written for.
TOUCHED = {inline.justify_line: "f83b21ff8793"}
#: Blanks this much narrower or wider than normal (em) are left to do the work alone.
UNNOTICED = (-0.02, 0.05)
#: Lines with fewer letters aren't tracked.
FEWEST = 8
_justify = inline.justify_line


def justify_line(context: Any, line: Any, extra_width: float) -> None:
    """The engine's function of this name; half of the slack goes between letters, within limits."""
    if is_unspaced(line):
        spread(context, line, extra_width)
        return
    blanks = inline.count_expandable_spaces(line)
    if not blanks:
        return
    letters = list(_texts(line))
    number = sum(len(text.text) for text in letters)
    most = at_work().setting.tracking
    if most and number >= FEWEST and not is_joined(line):
        em = float(letters[0].style["font_size"])
        if not UNNOTICED[0] < extra_width / blanks / em < UNNOTICED[1]:
            measure = Measure(0.0, 0.0, 0.0, em, most)
            space = measure.letterspaced(extra_width, number) / number
            # The space after the last letter stands outside of the measure.
            extra_width -= widen(context, line, space, _track_text) - space
    _justify(context, line, extra_width)


def _texts(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            if not is_initial(child):
                yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child)


def _track_text(context: Any, box: Any, space: float) -> float:
    if not box.text or is_initial(box):
        return 0.0
    style = box.style.copy()
    style["letter_spacing"] = (0 if style["letter_spacing"] == "normal" else style["letter_spacing"]) + space
    layout = create_layout(box.text, style, context, None, 0)
    width = float(line_size(layout.get_first_line()[0], style)[0])
    layout.deactivate()
    grown = width - box.width
    box.style, box.pango_layout, box.width = style, layout, width
    return float(grown)


def teach() -> None:
    """Puts the lesson's function in the place of the engine's."""
    inline.justify_line = justify_line
