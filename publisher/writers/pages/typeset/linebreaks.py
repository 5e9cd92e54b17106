"""Total-fit lines for justified paragraphs: planned first, then set by the engine itself.

For each planned line the engine is told that the line is just as wide as the words we want on it; its own
splitter then stops there, with its hyphens, spans, links and notes. Justification uses the true measure,
and may shrink blanks, which the engine by itself never does.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, inline
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

from publisher.writers.pages.typeset.initials import Initial, initial_of, lower
from publisher.writers.pages.typeset.levels import lengths
from publisher.writers.pages.typeset.manner import at_work, is_joined, is_unspaced
from publisher.writers.pages.typeset.paragraph import Paragraph, UnplannableError, measured
from publisher.writers.pages.typeset.totalfit import PLAIN, Aim, Cut, Measure, break_lines

#: The functions that this lesson replaces or rests on, as they are in the engine it was written for.
TOUCHED = {
    inline.iter_line_boxes: "04aec48abfca",
    inline.get_next_linebox: "67af458c2545",
    inline.split_inline_box: "3a0cb7ca7e34",
    inline.text_align: "e953d41b87cc",
}
_iterate, _split, _align = inline.iter_line_boxes, inline.split_inline_box, inline.text_align
#: Added to the last line's width, px: it must fit whatever rounding does.
TOLERANCE = 0.6


class Route(NamedTuple):
    """Lines from one place of a paragraph to its end.

    *lines* tells for the place where each begins, in order, where it ends (None: with the paragraph) and the width
    that makes the engine stop there; *hyphened* are those that end with a hyphen of ours, *demerits* judge all.
    """

    lines: dict[int, tuple[int | None, float]]
    hyphened: frozenset[int]
    demerits: float

    @property
    def last(self) -> float:
        """The width of the paragraph's last line."""
        return list(self.lines.values())[-1][1]

    def rest(self, here: int) -> list[int]:
        """Where the lines from *here* on begin."""
        starts = list(self.lines)
        return starts[starts.index(here) :]


class Plan:
    """How the lines of one paragraph may run: the best route, and others where columns end or want more or less."""

    def __init__(self, paragraph: Paragraph, measure: Measure) -> None:
        self.paragraph = paragraph
        self.measure = measure
        self.starts = {cut.start: cut for cut in paragraph.cuts[:-1]}
        self._routes: dict[tuple[int, Aim], Route | None] = {}
        if self.route(0) is None:
            raise UnplannableError("no feasible lines")

    def route(self, here: int, aim: Aim = PLAIN) -> Route | None:
        """The best lines from *here* on; None where a line can't begin there, or none are feasible."""
        if (here, aim) not in self._routes:
            self._routes[here, aim] = self._found(here, aim)
        return self._routes[here, aim]

    def _found(self, here: int, aim: Aim) -> Route | None:
        best = self._routes.get((0, PLAIN))
        if aim == PLAIN and best and here in best.lines:
            return best
        first = self.starts.get(here) if here else None
        if here and first is None:
            return None
        found = break_lines(self.paragraph.cuts, self.measure, first, aim)
        if found is None:
            return None
        befores = [first, *found.cuts[:-1]]
        ends = list(zip(befores, found.cuts, strict=True))
        lines = {before.start if before else 0: self._line(before, cut) for before, cut in ends}
        hyphened = (start for start, cut in zip(lines, found.cuts, strict=True) if cut.hyphen)
        return Route(lines, frozenset(hyphened), found.demerits)

    def _line(self, before: Cut | None, cut: Cut) -> tuple[int | None, float]:
        left = before.left if before else 0.0
        width = cut.right - left + cut.hyphen
        return (None, width) if cut is self.paragraph.cuts[-1] else (cut.start, width + self._hair(cut, left, width))

    def _hair(self, cut: Cut, left: float, width: float) -> float:
        """What is added so that the wanted words surely fit, though the next cut's don't.

        More than a blank where there is room: a text that fits only without its last blank is broken by the
        engine after its first word.
        """
        room = min(
            (
                other.right + other.hyphen - left - width
                for other in self.paragraph.cuts
                if cut.end < other.end <= cut.end + 30
            ),
            default=8.0,
        )
        return max(min(room / 2, 3.0), min(room - 0.8, self.paragraph.blank * 1.15 + 0.4))

    def position(self, skip: Any) -> int:
        """The character at which the engine's *skip* stack resumes."""
        if skip is None:
            return 0
        path: list[int] = []
        while skip is not None:
            ((index, skip),) = skip.items()
            path.append(index)
        for run in self.paragraph.runs:
            if tuple(path[: len(run.path)]) == run.path:
                rest = path[len(run.path) :]
                offset = len(run.box.text.encode()[: rest[0]].decode()) if rest else 0
                return self._past_blanks(run.start + offset)
            if run.path >= tuple(path):
                return self._past_blanks(run.start)
        return len(self.paragraph.text)

    def _past_blanks(self, index: int) -> int:
        text = self.paragraph.text
        while index < len(text) and text[index] == " ":
            index += 1
        return index


def plan_for(context: Any, box: Any, measure: float, indent: float, initial: Initial | None = None) -> Plan | None:
    """The plan of a paragraph, made once however often columns are tried; None where the engine breaks it."""
    plans: dict[object, Plan | None] = context.__dict__.setdefault("_publisher_plans", {})
    texts = tuple(child.text for child in box.children if isinstance(child, boxes.TextBox))
    key = (id(box.element), box.element_tag, round(measure, 3), round(indent, 3), len(box.children), texts)
    if key not in plans:
        try:
            paragraph = measured(context, box)
            tracking = 0.0 if is_joined(box) else at_work().setting.tracking
            beside = (initial.width,) * (initial.lines - 1) if initial else ()
            plans[key] = Plan(paragraph, Measure(measure, indent, paragraph.blank, paragraph.em, tracking, beside))
        except UnplannableError:
            plans[key] = None
    return plans[key]


def iter_line_boxes(
    context: Any,
    box: Any,
    position_y: float,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,
    absolute_boxes: Any,
    fixed_boxes: Any,
    first_letter_style: Any,
    first_line_style: Any,
) -> Iterator[tuple[Any, Any]]:
    """The engine's function of this name, with planned lines where a paragraph is justified and plain."""
    own = (absolute_boxes, fixed_boxes, first_letter_style, first_line_style)
    plan, initial = None, initial_of(context, box)
    is_plain = _is_plain(context, box, first_letter_style, first_line_style)
    if is_plain or initial:
        resolve_percentages(box, containing_block)
        resolve_one_percentage(box, "text_indent", containing_block.width)
    if is_plain:
        plan = plan_for(context, box, containing_block.width, box.text_indent, initial)
    if plan is None and initial is None:
        yield from _iterate(context, box, position_y, bottom_space, skip_stack, containing_block, *own)
        return
    way = _Way(plan, initial)
    yield from _set(way, context, box, position_y, bottom_space, skip_stack, containing_block, *own)


class _Way(NamedTuple):
    """How a paragraph's lines are set: where they are planned to end, and what stands beside the first of them."""

    plan: Plan | None
    initial: Initial | None


def _set(
    way: _Way, context: Any, box: Any, position_y: float, bottom_space: float, skip_stack: Any, around: Any, *own: Any
) -> Iterator[tuple[Any, Any]]:
    """The lines of a paragraph: the engine's own loop, each line told its width and its indent first."""
    plan, initial = way
    number = 0
    if skip_stack is not None:
        box.text_indent, initial = 0, None
    route, height = None, inline.strut(box.style)[0]
    while True:
        if plan:
            here, fits = plan.position(skip_stack), partial(_fits, context, bottom_space, position_y, height)
            aim = lengths(context).aim(plan, here, box.element)
            route = _routed(plan, here, route, aim, fits)
            box._publisher_width = _told(plan, route, here, box.text_indent)
        line, resume_at = inline.get_next_linebox(context, box, position_y, bottom_space, skip_stack, around, *own)
        box._publisher_width = None
        if line is None:
            return
        if initial and number == 0:
            lower(line, initial)
        inline.handle_leader(context, line, around)
        position_y = line.position_y + line.height
        yield line, resume_at
        if resume_at is None:
            return
        skip_stack = resume_at
        number += 1
        box.text_indent = initial.indent(number) if initial else 0


def _fits(context: Any, bottom_space: float, position_y: float, height: float, number: int) -> bool:
    """Whether so many more lines fit into the column."""
    return not context.overflows_page(bottom_space, position_y + number * height)


def _routed(plan: Plan, here: int, route: Route | None, aim: Aim, fits: Callable[[int], bool]) -> Route | None:
    """The lines from *here* on: *route*, if that passes here; the last one before its column's end has a whole word."""
    if route and here in route.lines:
        is_cut = here in route.hyphened and not fits(2)
        return plan.route(here, Aim(whole=1)) or route if is_cut else route
    route = plan.route(here, aim) or plan.route(here)
    if route is None:
        return None
    starts = route.rest(here)
    last = next((number for number in range(len(starts)) if not fits(number + 1)), len(starts))
    if last == len(starts) - 1:
        last -= 1  # the engine keeps the last two together
    if 0 < last < len(starts) and starts[last - 1] in route.hyphened:
        return plan.route(here, aim._replace(whole=last)) or route
    return route


def _told(plan: Plan, route: Route | None, here: int, indent: float) -> float | None:
    """The width that the line at *here* is told; None where the engine breaks it as it likes."""
    if route is None:
        return None
    end, width = route.lines[here]
    return max(plan.measure.width - indent, width + TOLERANCE) if end is None else width


def _is_plain(context: Any, box: Any, first_letter_style: Any, first_line_style: Any) -> bool:
    style = box.style
    return (
        at_work().setting.linebreaks == "optimal"
        and style["text_align_all"] == "justify"
        and style["white_space"] == "normal"
        and not is_unspaced(box)
        and not first_letter_style
        and not first_line_style
        and not context.excluded_shapes
    )


def split_inline_box(context: Any, box: Any, position_x: float, max_x: float, *rest: Any) -> Any:
    """The engine's function of this name; a planned line is told its planned width."""
    width = getattr(box, "_publisher_width", None)
    if width is not None and isinstance(box, boxes.LineBox):
        max_x = position_x + width
    return _split(context, box, position_x, max_x, *rest)


def text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
    """The engine's function of this name; a planned line that is too long is shrunk to the measure."""
    if line.width > available_width and getattr(line, "_publisher_width", None) is not None:
        inline.justify_line(context, line, available_width - line.width)
        return 0.0
    return float(_align(context, line, available_width, last))


def teach() -> None:
    """Puts the lesson's functions in the place of the engine's."""
    inline.iter_line_boxes = block.iter_line_boxes = iter_line_boxes
    inline.split_inline_box = split_inline_box
    inline.text_align = text_align
