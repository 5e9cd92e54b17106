"""Drop capitals: a first letter in its line for readers, lower on the page, with shorter lines beside it.

A float would be drawn before all text of its page, and copied text would begin with it; beside one, lines aren't
planned. So the letter stays in the line, is moved down when the line is set, and the lines that it reaches into are
indented by its width.
"""

from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout, line_size

from publisher.writers.pages.typeset.manner import at_work, is_initial


class Initial(NamedTuple):
    """A drop capital: lines it is deep, width it takes of those after the first, and how far it goes down (px)."""

    lines: int
    width: float
    drop: float

    def indent(self, number: int) -> float:
        """The indent of line *number* (from 0) that the letter makes."""
        return self.width if 0 < number < self.lines else 0.0


def initial_of(context: Any, box: Any) -> Initial | None:
    """The drop capital that the paragraph in the line box *box* begins with."""
    lines = at_work().initial
    letter = _letter(box) if lines else None
    if letter is None:
        return None
    style = letter.style
    layout = create_layout(letter.children[0].text, letter.children[0].style, context, None, 0)
    width = float(line_size(layout.get_first_line()[0], style)[0])
    layout.deactivate()
    side = "left" if style["direction"] == "ltr" else "right"
    gap = style[f"margin_{'right' if side == 'left' else 'left'}"]
    lowered = -float(style["vertical_align"])
    height = float(inline.strut(box.style)[0])
    return Initial(lines, width + float(getattr(gap, "value", gap)), (lines - 1) * height - lowered)


def lower(line: Any, initial: Initial) -> None:
    """Moves the letter in the laid-out first line *line* to the last line it is deep."""
    letter = _letter(line)
    if letter is not None:
        letter.translate(0, initial.drop)


def _letter(box: Any) -> Any:
    """The inline box that holds the first letter of a line, however deep in it, if that is a drop capital."""
    while box.children and isinstance(box.children[0], boxes.InlineBox):
        box = box.children[0]
    holds_text = bool(box.children) and isinstance(box.children[0], boxes.TextBox)
    return box if holds_text and isinstance(box, boxes.InlineBox) and is_initial(box) else None
