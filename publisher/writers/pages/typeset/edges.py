"""The exact right edge: the engine cuts each kerning number to a whole thousandth of an em; two decimals are kept."""

from weasyprint.draw import text

from publisher.writers.pages.typeset import letters
from publisher.writers.pages.typeset.guard import reworded

#: The function that this lesson and `letters` replace, as it is in the engine they were written for.
TOUCHED = {text.draw_first_line: "1bb8eae6d88e"}
CHANGES = {"f'>{int(kerning)}<'": "f'>{round(kerning, 2):g}<'"}


def teach() -> None:
    """Keeps two decimals of a thousandth of an em, and the letters that glyphs stand for."""
    own = {"turns": letters.turns, "turned": letters.turned}
    text.draw_first_line = reworded(text.draw_first_line, CHANGES | letters.CHANGES, **own)
