"""The exact right edge: the engine cuts each kerning number to a whole thousandth of an em; two decimals are kept."""

from weasyprint.draw import text

from publisher.writers.pages.typeset.guard import reworded

#: The function that this lesson replaces, as it is in the engine it was written for.
TOUCHED = {text.draw_first_line: "1bb8eae6d88e"}
CHANGES = {"f'>{int(kerning)}<'": "f'>{round(kerning, 2):g}<'"}


def teach() -> None:
    """Keeps two decimals of a thousandth of an em."""
    text.draw_first_line = reworded(text.draw_first_line, CHANGES)
