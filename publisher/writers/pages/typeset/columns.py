"""Columns as tall as whole lines: the engine balances them pixel by pixel, and what follows leaves the grid.

A column's height grows by lines of the text that the columns hold, so fewer heights are tried as well.
"""

import math
from typing import Any

from weasyprint.layout import block, column
from weasyprint.text.line_break import strut

from publisher.writers.pages.typeset.guard import reworded

#: The function that this lesson replaces, as it is in the engine it was written for.
TOUCHED = {column.columns_layout: "7a05cce3272f"}
CHANGES = {
    "height = sum(consumed_heights) / count": "height = in_lines(box, sum(consumed_heights) / count)",
    "height += add_height": "height = in_lines(box, height + add_height)",
}


def in_lines(box: Any, height: float) -> float:
    """*height* rounded up to whole lines of the text in *box*, px."""
    line = float(strut(box.style)[0])
    # Sums of lengths that ought to be whole lines differ from them by less than a hundredth.
    return math.ceil(height / line - 0.01) * line if line else height


def teach() -> None:
    """Rounds the heights that are tried."""
    column.columns_layout = block.columns_layout = reworded(column.columns_layout, CHANGES, in_lines=in_lines)
