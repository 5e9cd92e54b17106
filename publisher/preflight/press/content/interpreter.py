"""Content read as a press reads it: a page's operations become marks (ISO 32000-1, 7.8 and 8).

Nothing is drawn. What a page may ask for is bounded: operations, depth, and bytes of one stream.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pikepdf

from publisher.preflight.press.content.geometry import IDENTITY, Box, Frame, Matrix, placed, product
from publisher.preflight.press.content.marks import Inside, Kind, Mark, Notice, State
from publisher.preflight.press.content.objects import entry, identity, is_dictionary, items, name, numbers, unpacked
from publisher.preflight.press.content.operands import OperandError
from publisher.preflight.press.content.operators import OPERATORS
from publisher.preflight.press.content.resources import Library, Resources
from publisher.preflight.press.content.syntax import PATIENCE, operations
from publisher.preflight.press.ink.colour import Paint

Emit = Callable[[Mark], None]
#: Operations and tokens of one page, all that it calls included; a drawn map has some hundred thousand.
PAGE_OPERATIONS = 1_500_000
#: How deep forms, patterns and masks may stand in one another.
DEEPEST = 24


class UnreadableError(Exception):
    """Content that can't be read, or asks for more than a page may."""


class Interpreter:
    """One page's reading: the state as it stands, and what has been called so far."""

    def __init__(self, frame: Frame, library: Library, emit: Emit, operations_left: int = PAGE_OPERATIONS) -> None:
        self.frame = frame
        self.library = library
        self.emit = emit
        self.left = operations_left
        self.state = State()
        self.kept: list[State] = []
        self.resources = Resources(None, library)
        self.inside = Inside.PAGE
        self.calls: list[tuple[int, int]] = []
        self.drawn: set[tuple[str, tuple[int, int]]] = set()
        self.points: list[bytes] = []
        self.corners: list[float] = []
        self.clips = False
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY
        self.ignores_colour = False

    def read_page(self, page: pikepdf.Page) -> None:
        """Emits every mark of the page; an UnreadableError says what is too much."""
        unit = self.frame.unit
        self.state.matrix = (unit, 0.0, 0.0, unit, 0.0, 0.0)
        self.state.clip = self.frame.media
        group = entry(page.obj, "/Group")
        self.resources = self.resources.another(page.resources)
        if is_dictionary(group):
            self.tell_group(group)
        self.run(page_content(page))

    def run(self, content: bytes) -> None:
        """Carries out a content stream's operations."""
        for operator, operands in operations(content):
            self.left -= 1 if operator else PATIENCE
            if self.left < 0:
                raise UnreadableError("it asks for more operations than a page may")
            carry_out = OPERATORS.get(operator)
            if carry_out is not None:
                with suppress(OperandError):  # an operation without its operands does nothing
                    carry_out(self, operands)

    def call(self, stream: Any, matrix: Matrix, box: Box | None, inside: Inside | None = None) -> None:
        """Carries out a form, a pattern's cell, a mask's group or a glyph in a state of its own."""
        content = unpacked(stream)
        key = identity(stream)
        if content is None:
            raise UnreadableError(f"object {key[0]} of its content is damaged or too large")
        if (key != (0, 0) and key in self.calls) or len(self.calls) >= DEEPEST:
            raise UnreadableError("its forms stand in one another without an end")
        before = (self.state, self.kept, self.resources, self.inside, self.points, self.corners, self.text, self.line)
        self.state, self.kept, self.points, self.corners = self.state.copy(), [], [], []
        self.state.matrix = product(matrix, self.state.matrix)
        if box is not None:
            self.state.clip = self.state.clip.common(placed(box, self.state.matrix))
        own = entry(stream, "/Resources")
        if own is not None:
            self.resources = self.resources.another(own)
        self.inside = inside or self.inside
        self.calls.append(key)
        try:
            self.run(content)
        finally:
            self.calls.pop()
            (self.state, self.kept, self.resources, self.inside) = before[:4]
            (self.points, self.corners, self.text, self.line) = before[4:]

    # ── what may be called ──

    def call_form(self, stream: Any) -> None:
        """A form XObject (ISO 32000-1, 8.10)."""
        group = entry(stream, "/Group")
        if is_dictionary(group):
            self.tell_group(group)
        self.call(stream, matrix_of(stream), box_of(entry(stream, "/BBox")))

    def call_pattern(self, pattern: Any) -> None:
        """A tiling pattern's cell, once a page: its colours count, not its places."""
        key = ("pattern", identity(pattern))
        if key in self.drawn and key[1] != (0, 0):
            return
        self.drawn.add(key)
        kept, self.state = self.state, self._fresh()
        ignored, self.ignores_colour = self.ignores_colour, entry(pattern, "/PaintType") == 2
        try:
            self.call(pattern, matrix_of(pattern), None, Inside.PATTERN)
        finally:
            self.state, self.ignores_colour = kept, ignored

    def call_mask(self, mask: Any) -> None:
        """The group of a soft mask (ISO 32000-1, 11.5.2), once a page."""
        group = entry(mask, "/G")
        key = ("mask", identity(group))
        if (key in self.drawn and key[1] != (0, 0)) or not is_dictionary(group):
            return
        self.drawn.add(key)
        kept, self.state = self.state, self._fresh()
        self.state.matrix = kept.matrix
        try:
            before, self.inside = self.inside, Inside.MASK
            self.tell_group(entry(group, "/Group"))
            self.inside = before
            self.call(group, matrix_of(group), box_of(entry(group, "/BBox")), Inside.MASK)
        finally:
            self.state = kept

    def _fresh(self) -> State:
        state = State()
        state.matrix = (self.frame.unit, 0.0, 0.0, self.frame.unit, 0.0, 0.0)
        return state

    # ── what is told ──

    def tell(self, kind: Kind, box: Box, paint: Paint, strokes: bool = False, **more: Any) -> None:
        """Emits a mark in the state as it stands."""
        state = self.state
        self.emit(
            Mark(
                kind,
                box,
                paint,
                self.inside,
                alpha=state.stroke_alpha if strokes else state.fill_alpha,
                blend=state.blend,
                overprints=state.stroke_overprint if strokes else state.fill_overprint,
                overprint_mode=state.overprint_mode,
                is_masked=state.is_masked,
                **more,
            )
        )

    def tell_group(self, group: Any) -> None:
        """Emits what a transparency group blends in."""
        space = entry(group, "/CS")
        if name(entry(group, "/S")) == "/Transparency":
            found = self.resources.space(space) if space is not None else None
            self.tell(Kind.GROUP, self.state.clip, self.state.fill, space=found)

    def tell_notice(self, notice: Notice) -> None:
        """Emits that content asks for something that isn't painting."""
        self.tell(Kind.NOTICE, self.state.clip, self.state.fill, notice=notice)


def page_content(page: pikepdf.Page) -> bytes:
    """All content streams of a page as one; an UnreadableError where one can't be read."""
    parts = []
    for stream in items(entry(page.obj, "/Contents")):
        content = unpacked(stream)
        if content is None:
            raise UnreadableError("its content is damaged or too large")
        parts.append(content)
    return b"\n".join(parts)


def matrix_of(stream: Any) -> Matrix:
    """The ``/Matrix`` of a form or a pattern."""
    found = numbers(entry(stream, "/Matrix"), 6)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if found else IDENTITY


def box_of(value: Any) -> Box | None:
    """A rectangle of the file with its corners in order, or None where it is none."""
    found = numbers(value, 4)
    if not found:
        return None
    left, bottom, right, top = found
    return Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
