"""Columns that end level: where one is short, a paragraph gets a line more or less, if that can hardly be seen.

What a typesetter does by hand, and TeX calls looseness: a line more in the column that is short, or a line less in its
neighbour; where no paragraph takes one, a line above a heading. The columns are laid out once more for it; notes and
floats are left alone, since the engine keeps account of them on the way.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

from publisher.writers.pages.typeset.totalfit import MANNER, PLAIN, Aim

#: What a paragraph may look worse by for a line more or less: as much as three lines with blanks of twice their width.
WORST = 3 * (MANNER.line + 100 * (1 / MANNER.stretch) ** 3) ** 2
#: What a line more above a heading costs: any paragraph that may have one is asked first.
LEAD = WORST
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Lengths:
    """The paragraphs that were set in the columns at work, and how many lines more or less some of them are to have.

    Headings have their lines more above them.
    """

    def __init__(self) -> None:
        self.met: dict[int, Any] = {}
        self.more: dict[int, int] = {}

    def above(self, element: Any) -> int:
        """How many lines more stand above *element*."""
        return self.more.get(id(element), 0) if element is not None and element.tag in HEADINGS else 0

    def aim(self, plan: Any, here: int, element: Any) -> Aim:
        """What is asked of the lines of *element*, a paragraph, that are set from *here* on."""
        if here:
            return PLAIN
        self.met[id(element)] = plan
        return _aim(plan, self.more.get(id(element), 0))

    def cost(self, element: Any, more: int) -> float:
        """What *more* lines would cost a paragraph or a heading; more than `WORST` where it can't have them."""
        if element.tag in HEADINGS:
            return LEAD if more == 1 else 2 * WORST
        plan = self.met.get(id(element))
        if plan is None:
            return 2 * WORST
        other = plan.route(0, _aim(plan, more))
        if other is None or other.last < MANNER.shortest_end * plan.measure.em:
            return 2 * WORST
        return float(other.demerits - plan.route(0).demerits)


def _aim(plan: Any, more: int) -> Aim:
    if not more:
        return PLAIN
    best = plan.route(0)
    return Aim(number=len(best.lines) + more, most=best.demerits + WORST)


def lengths(context: Any) -> Lengths:
    """The lengths of the columns at work."""
    found: Lengths = context.__dict__.setdefault("_publisher_lengths", Lengths())
    return found


def levelled(columns_layout: Callable[..., Any]) -> Callable[..., Any]:
    """The engine's *columns_layout*, asked once more where columns don't end level."""

    def columns_layout_level(context: Any, box: Any, *rest: Any) -> Any:
        work = context.__dict__["_publisher_lengths"] = Lengths()
        result = columns_layout(context, box, *rest)
        lacks = _lacks(result)
        if sum(lacks) and not _holds_notes(context):
            for more in _choices(_columns(result), lacks, work, result[1] is None):
                work.more = more
                other = columns_layout(context, box, *rest)
                if not sum(_lacks(other)):
                    return other
        return result

    return columns_layout_level


def _columns(result: Any) -> list[Any]:
    box = result[0]
    return [child for child in box.children if child.is_column] if box is not None else []


def _choices(columns: Sequence[Any], lacks: Sequence[int], work: Lengths, is_end: bool) -> list[dict[int, int]]:
    """What may be tried, the least costly first: lines more where they lack, or fewer in the columns beside."""
    most = max(lacks)
    wanted = [(lacks, 1)]
    if is_end:  # else a shorter column takes in what follows
        wanted.append(([most - lack for lack in lacks], -1))
    found = [_chosen(columns, numbers, more, work) for numbers, more in wanted]
    return [dict.fromkeys(chosen, more) for cost, chosen, more in sorted(choice for choice in found if choice)]


def _chosen(
    columns: Sequence[Any], numbers: Sequence[int], more: int, work: Lengths
) -> tuple[float, list[int], int] | None:
    """The paragraphs that get *more* lines, so many in each column, and what that costs; None where too few can."""
    stands: dict[int, set[int]] = {}
    for place, column in enumerate(columns):
        for child in column.children:
            stands.setdefault(id(child.element), set()).add(place)
    cost, chosen = 0.0, []
    for place, number in enumerate(numbers):
        begun = [child.element for child in columns[place].children if min(stands[id(child.element)]) == place]
        # Above what begins a column there is no space.
        able = begun[1:] if begun and begun[0].tag in HEADINGS else begun
        costs = sorted((each, id(element)) for element in able if (each := work.cost(element, more)) <= WORST)
        if len(costs) < number:
            return None
        cost += sum(each for each, _ in costs[:number])
        chosen += [element for _, element in costs[:number]]
    return cost, chosen, more


def _holds_notes(context: Any) -> bool:
    return bool(context.current_page_footnotes or context.reported_footnotes or context.excluded_shapes)


def _lacks(result: Any) -> list[int]:
    """How many lines each column is short of; the last one of a text may lack one for each of the others."""
    columns = _columns(result)
    if len(columns) < 2 or len({column.position_y for column in columns}) > 1:
        return []
    bottoms = [max(_bottoms(column), default=column.position_y) for column in columns]
    line = _line_height(columns[0]) or 1.0
    lacks = [round((max(bottoms) - bottom) / line) for bottom in bottoms]
    if result[1] is None:
        lacks[-1] = max(lacks[-1] - (len(columns) - 1), 0)
    return lacks


def _bottoms(box: Any) -> Iterator[float]:
    """The lower edges of what a column holds; a paragraph that goes on elsewhere is as tall as the room."""
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            yield child.position_y + child.height
        elif isinstance(child, boxes.TableBox | boxes.ReplacedBox):
            yield child.position_y + child.border_height()
        elif isinstance(child, boxes.ParentBox) and child.is_in_normal_flow():
            yield from _bottoms(child)


def _line_height(box: Any) -> float | None:
    """The height of the first line in *box*."""
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            return float(child.height)
        if isinstance(child, boxes.ParentBox) and (found := _line_height(child)):
            return found
    return None
