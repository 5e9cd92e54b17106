"""Lines remembered: while heights of columns are tried, a line broken once is moved, not broken again.

The engine sets each line of a column up to eight times before it knows how high the columns become. A line depends
on its words, on the measure and on where it begins, but not on its place; so it is copied to its new place. Lines
beside floats, with calls of notes, leaders, or anything else than text, are left to the engine.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

#: The functions that this lesson replaces or rests on, as they are in the engine it was written for.
TOUCHED = {
    inline.get_next_linebox: "67af458c2545",
    boxes.Box.copy: "331619c28049",
    boxes.Box.translate: "542a084e8a39",
}
_next = inline.get_next_linebox


class Remembered(NamedTuple):
    """A line as it was set: the box it was cut from, where it stood, where the next one begins."""

    cut_from: Any
    line: Any
    resume_at: Any
    x: float
    y: float
    size: tuple[float, float]


class Lines:
    """The lines of one page; those of the page before are forgotten with it."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.known: dict[object, Remembered] = {}
        #: By identity, together with the box, so that no other takes its place.
        self.plain: dict[int, tuple[Any, bool]] = {}


def get_next_linebox(
    context: Any,
    linebox: Any,
    position_y: float,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,
    *own: Any,
) -> Any:
    """The engine's function of this name; a line that was set before is copied."""
    *_, first_letter_style, first_line_style = own
    lines = _lines(context)
    if context.excluded_shapes or first_letter_style or first_line_style or not _is_plain(linebox, lines):
        engines: tuple[Any, Any] = _next(context, linebox, position_y, bottom_space, skip_stack, containing_block, *own)
        return engines
    planned = getattr(linebox, "_publisher_width", None)
    key = (id(linebox), _path(skip_stack), containing_block.width, linebox.text_indent, planned)
    found = lines.known.get(key)
    if found is not None:
        return _moved(found, linebox, containing_block.content_box_x(), position_y), found.resume_at
    line, resume_at = _next(context, linebox, position_y, bottom_space, skip_stack, containing_block, *own)
    if line is not None:
        size = linebox.width, linebox.height
        x = containing_block.content_box_x()
        lines.known[key] = Remembered(linebox, _copied(line), resume_at, x, line.position_y, size)
    return line, resume_at


def _lines(context: Any) -> Lines:
    lines: Lines | None = context.__dict__.get("_publisher_lines")
    if lines is None or lines.page != context.current_page:
        lines = context.__dict__["_publisher_lines"] = Lines(context.current_page)
    return lines


def _is_plain(linebox: Any, lines: Lines) -> bool:
    """Whether all in *linebox* is text in normal flow that no pass of the layout changes."""
    known = lines.plain.get(id(linebox))
    if known is None:
        known = lines.plain[id(linebox)] = linebox, _holds_text(linebox.children)
    return known[1]


def _holds_text(children: Sequence[Any]) -> bool:
    # What a pseudo-element shows may be a page's number, known only when all pages are.
    return all(
        not child.is_leader
        and child.footnote is None
        and "::" not in (child.element_tag or "::")
        and child.is_in_normal_flow()
        and (type(child) is boxes.TextBox or (type(child) is boxes.InlineBox and _holds_text(child.children)))
        for child in children
    )


def _path(skip_stack: Any) -> tuple[int, ...]:
    path: list[int] = []
    while skip_stack:
        ((index, skip_stack),) = skip_stack.items()
        path.append(index)
    return tuple(path)


def _copied(box: Any) -> Any:
    copy = box.copy()
    if not isinstance(box, boxes.TextBox):
        copy.children = type(box.children)(_copied(child) for child in box.children)
    return copy


def _moved(found: Remembered, linebox: Any, x: float, y: float) -> Any:
    line = _copied(found.line)
    if x != found.x or y != found.y:
        line.translate(x - found.x, y - found.y)
        line.position_y = y
    linebox.position_x, linebox.position_y = x, y
    linebox.width, linebox.height = found.size
    return line


def teach() -> None:
    """Puts the lesson's function in the place of the engine's."""
    inline.get_next_linebox = get_next_linebox
