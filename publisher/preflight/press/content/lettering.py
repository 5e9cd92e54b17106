"""The operators of text (ISO 32000-1, 9.3 and 9.4): what is set in which font, size and colour, and where."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pikepdf

from publisher.preflight.press.content.geometry import IDENTITY, Box, Matrix, product
from publisher.preflight.press.content.marks import Inside, Kind
from publisher.preflight.press.content.objects import entry, identity, numbers
from publisher.preflight.press.content.operands import floats, key, strings
from publisher.preflight.press.content.resources import Font

if TYPE_CHECKING:
    from publisher.preflight.press.content.interpreter import Interpreter

#: Rendering modes that fill letters, and those that outline them (ISO 32000-1, table 106).
FILLED = frozenset({0, 2, 4, 6})
OUTLINED = frozenset({1, 2, 5, 6})


def _begin(run: "Interpreter", _: Any) -> None:
    run.text = run.line = IDENTITY


def _font(run: "Interpreter", operands: Any) -> None:
    (run.state.size,) = floats(operands, 1)
    run.state.font = run.resources.font(key(operands[:-1]))


def _leading(run: "Interpreter", operands: Any) -> None:
    (run.state.leading,) = floats(operands, 1)


def _rise(run: "Interpreter", operands: Any) -> None:
    (run.state.rise,) = floats(operands, 1)


def _rendering(run: "Interpreter", operands: Any) -> None:
    run.state.rendering = int(floats(operands, 1)[0])


def _place(run: "Interpreter", operands: Any) -> None:
    a, b, c, d, e, f = floats(operands, 6)
    run.text = run.line = (a, b, c, d, e, f)


def _move(run: "Interpreter", operands: Any) -> None:
    x, y = floats(operands, 2)
    run.text = run.line = product((1.0, 0.0, 0.0, 1.0, x, y), run.line)


def _move_leading(run: "Interpreter", operands: Any) -> None:
    run.state.leading = -floats(operands, 2)[1]
    _move(run, operands)


def _next_line(run: "Interpreter", _: Any) -> None:
    run.text = run.line = product((1.0, 0.0, 0.0, 1.0, 0.0, -run.state.leading), run.line)


def _show(run: "Interpreter", operands: Any) -> None:
    """``Tj`` and ``TJ``; the latter's array may come as it was written."""
    font = run.state.font
    if font is not None:
        font.pages.add(run.frame.number)
        if isinstance(operands, bytes):
            font.show_written(operands)
        else:
            font.show(strings(operands))
    _tell(run)


def _show_next(run: "Interpreter", operands: Any) -> None:
    _next_line(run, operands)
    _show(run, operands)


def _tell(run: "Interpreter") -> None:
    """Marks for a string, where it begins and as high as its type."""
    state = run.state
    matrix = product((state.size, 0.0, 0.0, state.size, 0.0, state.rise), run.text)
    _, _, c, d, x, y = product(matrix, state.matrix)
    size = min(math.hypot(c, d), 1e6)
    box = Box(min(x, x + c), min(y, y + d), max(x, x + c), max(y, y + d))
    if state.font is not None and state.font.kind == "Type3":
        _draw_glyphs(run, state.font, run.text)
    elif state.rendering in FILLED:
        run.tell(Kind.TEXT, box, state.fill, size=size)
    if state.rendering in OUTLINED:
        run.tell(Kind.TEXT, box, state.stroke, strokes=True, size=size)


def _draw_glyphs(run: "Interpreter", font: Font, text: Matrix) -> None:
    """The glyphs of a Type 3 font, all of them and once a file: they are content of their own."""
    if font.was_drawn:
        return
    font.was_drawn = True
    found = numbers(entry(font.dictionary, "/FontMatrix"), 6) or (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
    a, b, c, d, e, f = found
    glyphs = entry(font.dictionary, "/CharProcs")
    own = entry(font.dictionary, "/Resources")
    outer, ignored = run.resources, run.ignores_colour
    if own is not None:
        run.resources = run.resources.another(own)
    try:
        for glyph in glyphs.values() if isinstance(glyphs, pikepdf.Dictionary) else ():
            if identity(glyph) not in run.calls:
                run.ignores_colour = ignored
                run.call(glyph, product((a, b, c, d, e, f), text), None, Inside.GLYPH)
    finally:
        run.resources, run.ignores_colour = outer, ignored


TEXT_OPERATORS: dict[bytes, Callable[["Interpreter", Any], None]] = {
    b"BT": _begin, b"Tf": _font, b"TL": _leading, b"Ts": _rise, b"Tr": _rendering,
    b"Tm": _place, b"Td": _move, b"TD": _move_leading, b"T*": _next_line,
    b"Tj": _show, b"TJ": _show, b"'": _show_next, b'"': _show_next,
}  # fmt: skip
