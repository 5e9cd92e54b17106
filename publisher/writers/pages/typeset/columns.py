"""Columns as tall as whole lines: the engine balances them pixel by pixel, and what follows leaves the grid.

A column's height grows by lines of the text that the columns hold, so fewer heights are tried as well. What begins a
column has no space above it (CSS Fragmentation 3, § 5.2): by the engine alone it stands lower than its neighbour.
"""

import math
from collections.abc import Callable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, column
from weasyprint.text.line_break import strut

from publisher.writers.pages.typeset.guard import reworded
from publisher.writers.pages.typeset.levels import lengths, levelled

#: The functions that this lesson replaces, as they are in the engine it was written for.
TOUCHED = {column.columns_layout: "7a05cce3272f", block.block_level_layout: "c1301dde9284"}
CHANGES = {
    "height = sum(consumed_heights) / count": "height = in_lines(box, sum(consumed_heights) / count)",
    "height += add_height": "height = in_lines(box, height + add_height)",
    "block_box_layout, block_level_layout, block_level_width,": "block_level_layout, block_level_width,",
}
#: Where a block's space above it is settled.
SETTLED = "if context.current_page > 1 and page_is_empty:"
_layout_box = block.block_box_layout


def in_lines(box: Any, height: float) -> float:
    """*height* rounded up to whole lines of the text in *box*, px."""
    line = float(strut(box.style)[0])
    # Sums of lengths that ought to be whole lines differ from them by less than a hundredth.
    return math.ceil(height / line - 0.01) * line if line else height


def block_box_layout(context: Any, box: Any, bottom_space: float, skip_stack: Any, *rest: Any, **named: Any) -> Any:
    """The engine's function of this name for a column, which knows what the column begins with."""
    context.__dict__["_publisher_first"] = list(_first(box, skip_stack))
    try:
        return _layout_box(context, box, bottom_space, skip_stack, *rest, **named)
    finally:
        context.__dict__["_publisher_first"] = []


def _first(box: Any, skip_stack: Any) -> Iterator[Any]:
    """The blocks that begin where a column does that goes on from *skip_stack*: the outer ones first."""
    while skip_stack:
        ((index, skip_stack),) = skip_stack.items()
        if index >= len(box.children):
            return
        box = box.children[index]
    while isinstance(box, boxes.BlockLevelBox):
        yield box
        box = next((child for child in getattr(box, "children", ()) if child.is_in_normal_flow()), None)


def space_above(context: Any, box: Any) -> Any:
    """The margin above *box*, px: none where a column begins with it, a line more where that levels its column."""
    if any(first is box for first in context.__dict__.get("_publisher_first", ())):
        return 0
    more = lengths(context).above(box.element)
    return box.margin_top + more * float(strut(box.style)[0]) if more else box.margin_top


def heads_on_grid(layout: Callable[..., Any]) -> Callable[..., Any]:
    """The engine's block *layout*, by which a head takes whole lines.

    Some roles are half a line high, and the space below the last of them is lost in the head's own (CSS 2.2, § 8.3.1).
    """

    def block_level_layout(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
        result = layout(context, box, *rest, **named)
        if result[0] is not None and result[1] is None and box.element_tag == "header":
            result[0].height = in_lines(box, result[0].height)
        return result

    return block_level_layout


def teach() -> None:
    """Rounds the heights that are tried, takes away the space above columns, and levels them."""
    settled = f"box.margin_top = space_above(context, box)\n        {SETTLED}"
    block.block_level_layout = heads_on_grid(
        reworded(block.block_level_layout, {SETTLED: settled}, space_above=space_above)
    )
    own = reworded(column.columns_layout, CHANGES, in_lines=in_lines, block_box_layout=block_box_layout)
    column.columns_layout = block.columns_layout = levelled(own)
