"""Notes stay on the page of their call: the engine compares two sums of lengths without tolerance.

A rule above the notes that is no whole number of pixels makes the sums differ by 1e-13, and every note is sent to
the next page.
"""

from weasyprint.layout import LayoutContext

from publisher.writers.pages.typeset.guard import reworded

#: The function that this lesson replaces, as it is in the engine it was written for.
TOUCHED = {LayoutContext._update_footnote_area: "0fcc68f3897d"}
STRICT = "last_child_bottom > footnote_area_bottom"


def teach() -> None:
    """Lets the sums differ by a millionth of a pixel."""
    LayoutContext._update_footnote_area = reworded(LayoutContext._update_footnote_area, {STRICT: f"{STRICT} + 1e-6"})
