"""The operators that a press cares for, and what each does (ISO 32000-1, annex A)."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from publisher.preflight.press.content.geometry import UNIT, Box, Matrix, bounds, placed, product, scale
from publisher.preflight.press.content.lettering import TEXT_OPERATORS
from publisher.preflight.press.content.marks import Inside, Kind, Notice
from publisher.preflight.press.content.objects import entry, is_dictionary, name
from publisher.preflight.press.content.operands import OperandError, all_floats, floats, key
from publisher.preflight.press.content.pictures import Picture
from publisher.preflight.press.ink.colour import CMYK, GREY, RGB, UNKNOWN, Model, Paint, Space, initial, paint

if TYPE_CHECKING:
    from publisher.preflight.press.content.interpreter import Interpreter

Operator = Callable[["Interpreter", Any], None]
#: Graphics states that may be kept at a time.
DEEPEST_STATE = 512
#: What a clip leaves below this, pt, is not seen: boxes that only touch.
SLIVER = 0.01


# ── graphics state ───────────────────────────────────────────────────────────


def _keep(run: "Interpreter", _: Any) -> None:
    if len(run.kept) < DEEPEST_STATE:
        run.kept.append(run.state.copy())


def _restore(run: "Interpreter", _: Any) -> None:
    if run.kept:
        run.state = run.kept.pop()


def _transform(run: "Interpreter", operands: Any) -> None:
    a, b, c, d, e, f = floats(operands, 6)
    run.state.matrix = product((a, b, c, d, e, f), run.state.matrix)


def _width(run: "Interpreter", operands: Any) -> None:
    (run.state.width,) = floats(operands, 1)


def _set(run: "Interpreter", operands: Any) -> None:
    setting = run.resources.setting(key(operands))
    state = run.state
    for attribute, value in (
        ("width", setting.width),
        ("fill_alpha", setting.fill_alpha),
        ("stroke_alpha", setting.stroke_alpha),
        ("blend", setting.blend),
        ("fill_overprint", setting.fill_overprint),
        ("stroke_overprint", setting.stroke_overprint),
        ("overprint_mode", setting.overprint_mode),
    ):
        if value is not None:
            setattr(state, attribute, value)
    if setting.font is not None:
        state.font, state.size = run.library.font(setting.font), setting.size
    if setting.mask is not None:
        state.is_masked = is_dictionary(setting.mask)
        if state.is_masked:
            run.call_mask(setting.mask)
    if setting.has_transfer:
        run.tell_notice(Notice.TRANSFER)


# ── colour ───────────────────────────────────────────────────────────────────


def _flat(space: Space, strokes: bool) -> Operator:
    def carry_out(run: "Interpreter", operands: Any) -> None:
        _colour(run, strokes, paint(space, floats(operands, space.size)))

    return carry_out


def _space(strokes: bool) -> Operator:
    def carry_out(run: "Interpreter", operands: Any) -> None:
        _colour(run, strokes, initial(run.resources.named_space(key(operands))))

    return carry_out


def _colours(strokes: bool) -> Operator:
    def carry_out(run: "Interpreter", operands: Any) -> None:
        space = (run.state.stroke if strokes else run.state.fill).space
        if isinstance(operands, list) and operands and isinstance(operands[-1], str):
            _colour(run, strokes, _pattern(run, operands[-1], all_floats(operands), space))
        else:
            _colour(run, strokes, paint(space, all_floats(operands)))

    return carry_out


def _colour(run: "Interpreter", strokes: bool, found: Paint) -> None:
    if run.ignores_colour:
        return
    if strokes:
        run.state.stroke = found
    else:
        run.state.fill = found


def _pattern(run: "Interpreter", called: str, tint: list[float], space: Space) -> Paint:
    """A pattern as a colour; what a tiling's cell paints is told once a page."""
    pattern = run.resources.find("/Pattern", called)
    if entry(pattern, "/PatternType") == 2:
        gradient = run.resources.gradient(entry(pattern, "/Shading"))
        return Paint(gradient.space, pattern="gradient", fault=gradient.fault)
    base = space.base if space.model is Model.PATTERN and space.base else UNKNOWN
    if entry(pattern, "/PatternType") == 1:
        run.call_pattern(pattern)
    return Paint(base, tuple(tint), paint(base, tint).inks if tint else None, "tiling")


# ── paths ────────────────────────────────────────────────────────────────────


def _points(run: "Interpreter", operands: Any) -> None:
    if not isinstance(operands, bytes):
        raise OperandError
    run.points.append(operands)


def _rectangle(run: "Interpreter", operands: Any) -> None:
    x, y, width, height = floats(operands, 4)
    run.corners += (x, y, x + width, y + height, x, y + height, x + width, y)


def _clip(run: "Interpreter", _: Any) -> None:
    run.clips = True


def _path(fills: bool, strokes: bool) -> Operator:
    def carry_out(run: "Interpreter", _: Any) -> None:
        clips = run.clips
        try:
            box = _path_box(run)
        finally:
            run.points, run.corners, run.clips = [], [], False
        clip, state = run.state.clip, run.state
        if box is None:
            return
        if clips:
            state.clip = clip.common(box)
        if fills and (seen := _seen(box, clip)):
            run.tell(Kind.FILL, seen, state.fill)
        if strokes:
            width = state.width * scale(state.matrix)
            if seen := _seen(box.grown(width / 2), clip):
                run.tell(Kind.STROKE, seen, state.stroke, strokes=True, size=width)

    return carry_out


def _seen(box: Box, clip: Box) -> Box | None:
    """What the clip leaves of a box; None where it is nothing, or an edge of what had an extent."""
    seen = box.common(clip)
    if seen.is_empty or (seen.width < SLIVER < box.width) or (seen.height < SLIVER < box.height):
        return None
    return seen


def _path_box(run: "Interpreter") -> Box | None:
    points = all_floats(b" ".join(run.points)) if run.points else []
    points += run.corners
    return bounds(points, run.state.matrix) if len(points) >= 2 else None


# ── what is painted otherwise ────────────────────────────────────────────────


def _shade(run: "Interpreter", operands: Any) -> None:
    gradient = run.resources.gradient(run.resources.find("/Shading", key(operands)))
    run.tell(Kind.GRADIENT, run.state.clip, Paint(gradient.space, pattern="gradient", fault=gradient.fault))


def _draw(run: "Interpreter", operands: Any) -> None:
    thing = run.resources.find("/XObject", key(operands))
    for asked, notice in _OUTSIDE.items():
        if entry(thing, asked) is not None:
            run.tell_notice(notice)
    kind = name(entry(thing, "/Subtype"))
    if kind == "/Image":
        _tell_picture(run, run.resources.picture(thing))
        mask = entry(thing, "/SMask")
        if is_dictionary(mask):
            outer, run.inside = run.inside, Inside.MASK
            _tell_picture(run, run.resources.picture(mask))
            run.inside = outer
    elif kind == "/Form":
        run.call_form(thing)
    elif kind == "/PS":
        run.tell_notice(Notice.POSTSCRIPT)


_OUTSIDE = {"/OPI": Notice.OPI, "/Ref": Notice.REFERENCE, "/F": Notice.FILE, "/PS": Notice.POSTSCRIPT}


def _draw_inline(run: "Interpreter", described: Any) -> None:
    _tell_picture(run, run.resources.inline_picture(described))


def _tell_picture(run: "Interpreter", picture: Picture) -> None:
    box = _seen(placed(UNIT, run.state.matrix), run.state.clip)
    if box is None:
        return
    found = run.state.fill if picture.is_stencil else Paint(picture.space)
    run.tell(Kind.PICTURE, box, found, picture=picture, density=_density(picture, run.state.matrix))


def _density(picture: Picture, matrix: Matrix) -> float:
    """Pixels an inch as placed, the lesser of across and down."""
    a, b, c, d, _, _ = matrix
    across, down = math.hypot(a, b), math.hypot(c, d)
    if not across or not down:
        return math.inf
    return min(picture.width * 72 / across, picture.height * 72 / down)


def _uncoloured(run: "Interpreter", _: Any) -> None:
    """``d1``: a Type 3 glyph that takes the colour of its text."""
    run.ignores_colour = True


OPERATORS: dict[bytes, Operator] = {
    b"q": _keep, b"Q": _restore, b"cm": _transform, b"w": _width, b"gs": _set,
    b"g": _flat(GREY, False), b"G": _flat(GREY, True),
    b"rg": _flat(RGB, False), b"RG": _flat(RGB, True),
    b"k": _flat(CMYK, False), b"K": _flat(CMYK, True),
    b"cs": _space(False), b"CS": _space(True),
    b"sc": _colours(False), b"SC": _colours(True), b"scn": _colours(False), b"SCN": _colours(True),
    b"m": _points, b"l": _points, b"c": _points, b"v": _points, b"y": _points, b"re": _rectangle,
    b"W": _clip, b"W*": _clip, b"n": _path(False, False),
    b"f": _path(True, False), b"F": _path(True, False), b"f*": _path(True, False),
    b"S": _path(False, True), b"s": _path(False, True),
    b"B": _path(True, True), b"B*": _path(True, True), b"b": _path(True, True), b"b*": _path(True, True),
    b"sh": _shade, b"Do": _draw, b"BI": _draw_inline, b"d1": _uncoloured,
    **TEXT_OPERATORS,
}  # fmt: skip
