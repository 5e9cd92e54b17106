"""Drawn content rewritten for the press: every colour an ink, black text on top of what lies under it.

Colours are not replaced where they are set but set anew where something is painted with them. So the same
colour can be one for large and another for small things, and what is never painted leaves no trace.
"""

import copy
import re
from collections.abc import Callable

import pikepdf

from publisher.writers.operations import Matrix, matrix, name, numbers, operations, product
from publisher.writers.placement import own_matrix
from publisher.writers.press.inks import Converter, Ink
from publisher.writers.press.measures import (
    EVERYWHERE,
    HAIRLINE,
    Box,
    Outline,
    around,
    extent,
    meets,
    placed,
    scale,
    seen,
    thickness,
)
from publisher.writers.press.spaces import CMYK, GREY, RGB, Space, read_space
from publisher.writers.press.tiles import keep_single

#: Names of the graphics states that switch overprinting on and off.
OVER, KNOCK = "PressOver", "PressKnock"
#: Places of heavy ink that are told apart on a page.
MOST_PLACES = 64

Operation = re.Match[bytes]


class _State:
    """What ``q`` saves and ``Q`` brings back (ISO 32000-1, 8.4): colours wanted, colours set, and measures."""

    def __init__(self, space: Matrix, ink: Ink | None) -> None:
        self.ctm = space
        self.fill = self.stroke = ink
        self.fill_space = self.stroke_space = GREY
        self.set_fill: bytes | None = None
        self.set_stroke: bytes | None = None
        self.over = False
        self.width = 1.0
        self.size = 0.0
        self.mode = 0
        self.clips: tuple[Outline, ...] = ()


class _Rewriter:
    def __init__(
        self, data: bytes, resources: pikepdf.Object, space: Matrix, converter: Converter, ink: Ink | None, over: bool
    ) -> None:
        self.data, self.resources, self.converter, self.may_over = data, resources, converter, over
        self.ground = space
        self.state = _State(space, ink)
        self.stack: list[_State] = []
        self.text: Matrix | None = None
        self.path: int | None = None
        self.clipping = False
        self.heavy: list[Box] = []
        self.tile: pikepdf.Object | None = None
        self.out: list[bytes] = []
        self.copied = 0

    def rewritten(self) -> bytes:
        """The whole stream anew; what has nothing to do with colour is copied as it stands."""
        for operation in operations(self.data):
            act = _ACTS.get(operation[2])
            if act is not None:
                act(self, operation)
        self.out.append(self.data[self.copied :])
        return b"".join(self.out)

    # ── what changes the state ───────────────────────────────────────────────

    def save(self, _operation: Operation) -> None:
        self.stack.append(copy.copy(self.state))

    def restore(self, _operation: Operation) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def transform(self, operation: Operation) -> None:
        self.state.ctm = product(matrix(numbers(operation[1])), self.state.ctm)

    def measure(self, operation: Operation) -> None:
        values = numbers(operation[1])
        match operation[2]:
            case b"w":
                self.state.width = values[-1]
            case b"Tf":
                self.state.size = values[-1]
            case b"Tr":
                self.state.mode = int(values[-1])
            case b"Tm":
                self.text = matrix(values)
            case _:
                self.text = None

    def colour(self, operation: Operation) -> None:
        """``rg``, ``G`` and so on: a device space and a colour in it."""
        operator = operation[2]
        space = {b"g": GREY, b"rg": RGB, b"k": CMYK}[operator.lower()]
        self._want(operator.islower(), space, self.converter.ink(space, numbers(operation[1])))
        self._drop(operation)

    def space(self, operation: Operation) -> None:
        """``cs``, ``CS``: a space; its initial colour is black (ISO 32000-1, 8.6.8)."""
        space = read_space(pikepdf.Name("/" + name(operation[1])), self.resources)
        ink = self.converter.ink(GREY, (0.0,)) if space.kind != "pattern" else None
        self._want(operation[2] == b"cs", space, ink)
        self._drop(operation)

    def component(self, operation: Operation) -> None:
        """``scn``, ``SC`` and so on: a colour in the space set before, or a pattern."""
        filling = operation[2].islower()
        space = self.state.fill_space if filling else self.state.stroke_space
        if space.kind == "pattern":
            pattern = b"/" + name(operation[1]).encode("latin-1")
            self.tile = self.resources.get("/Pattern", pikepdf.Dictionary()).get("/" + name(operation[1]))
            ink = Ink(b"/Pattern cs " + pattern + b" scn", b"/Pattern CS " + pattern + b" SCN", heavy=True)
        else:
            ink = self.converter.ink(space, numbers(operation[1]))
        self._want(filling, space, ink)
        self._drop(operation)

    # ── what paints ──────────────────────────────────────────────────────────

    def show(self, operation: Operation) -> None:
        """Text: black alone goes on top of what lies under it, if both are not too much; small text takes one ink."""
        state = self.state
        filled, stroked = state.mode % 4 in (0, 2), state.mode % 4 in (1, 2)
        fill, stroke = state.fill if filled else None, state.stroke if stroked else None
        if _has_small(fill, stroke):
            size = state.size * scale(self.text, state.ctm)
            fill, stroke = (ink.small or ink if ink and size < ink.below else ink for ink in (fill, stroke))
        used = [ink for ink in (fill, stroke) if ink]
        over = bool(used) and all(ink.black for ink in used) and not self._on_heavy()
        self._set(operation.start(), fill, stroke, over)

    def begin(self, operation: Operation) -> None:
        if self.path is None:
            self.path = operation.start()

    def clip(self, _operation: Operation) -> None:
        self.clipping = True

    def paint(self, operation: Operation) -> None:
        """The end of a path: its colours are set before its beginning, for nothing may stand inside it."""
        operator, state = operation[2], self.state
        start = operation.start() if self.path is None else self.path
        outline = Outline(self.data[start : operation.start()], state.ctm)
        self.path = None
        if operator != b"n":
            fill = state.fill if operator[:1] in b"fFbB" else None
            stroke = state.stroke if operator[:1] in b"sSbB" else None
            if _has_small(fill) and thickness(outline, state.clips, operator.endswith(b"*")) <= HAIRLINE:
                fill = _small(fill)
            if _has_small(stroke) and state.width * scale(state.ctm) <= HAIRLINE:
                stroke = _small(stroke)
            self._set(start, fill, stroke, over=False)
            if fill is not None and state.fill_space.kind == "pattern":
                keep_single(self.tile, self.ground, extent(outline, ()))
            if any(ink is not None and ink.heavy for ink in (fill, stroke)):
                self._weigh(extent(outline, state.clips))
        if self.clipping:
            state.clips = (*state.clips, outline)
            self.clipping = False

    def draw(self, operation: Operation) -> None:
        """A form, a picture or a shading; a form starts with the colours that stand. Any may be heavy with ink."""
        self._set(operation.start(), self.state.fill, self.state.stroke, over=False)
        forms = self.resources.get("/XObject", pikepdf.Dictionary())
        drawn = forms.get("/" + name(operation[1])) if operation[2] == b"Do" else None
        box, space = EVERYWHERE, self.state.ctm
        if drawn is not None and drawn.get("/Subtype") == pikepdf.Name.Image:
            box = placed((0.0, 0.0, 1.0, 1.0), space)
        elif drawn is not None and "/BBox" in drawn:
            left, bottom, right, top = (float(edge) for edge in drawn.BBox)
            box = placed((left, bottom, right, top), product(own_matrix(drawn), space))
        self._weigh(seen(box, self.state.clips))

    def _weigh(self, box: Box) -> None:
        """Notes where ink may be heavy; many places become the one around them."""
        self.heavy = [*self.heavy, box] if len(self.heavy) < MOST_PLACES else [around([*self.heavy, box])]

    def _on_heavy(self) -> bool:
        """Whether the text that comes may lie on so much ink that black on top would be too much."""
        if not self.heavy:
            return False
        if self.text is None:
            return True
        size = self.state.size * scale(self.text, self.state.ctm)
        return any(meets(product(self.text, self.state.ctm), size, box) for box in self.heavy)

    # ── what is written ──────────────────────────────────────────────────────

    def _want(self, filling: bool, space: Space, ink: Ink | None) -> None:
        if filling:
            self.state.fill_space, self.state.fill = space, ink
        else:
            self.state.stroke_space, self.state.stroke = space, ink

    def _drop(self, operation: Operation) -> None:
        self.out.append(self.data[self.copied : operation.start()])
        self.copied = operation.end()

    def _set(self, at: int, fill: Ink | None, stroke: Ink | None, over: bool) -> None:
        """Writes at *at* what of colours and overprinting doesn't stand yet."""
        state, parts = self.state, []
        if fill and fill.fill != state.set_fill:
            parts.append(fill.fill)
            state.set_fill = fill.fill
        if stroke and stroke.stroke != state.set_stroke:
            parts.append(stroke.stroke)
            state.set_stroke = stroke.stroke
        if self.may_over and over != state.over:
            parts.append(f"/{OVER if over else KNOCK} gs".encode())
            state.over = over
        if parts:
            self.out += [self.data[self.copied : at], b"\n", *(part + b"\n" for part in parts)]
            self.copied = at


def rewrite(
    data: bytes, resources: pikepdf.Object, space: Matrix, converter: Converter, ink: Ink | None, over: bool
) -> bytes:
    """The content stream *data* in inks.

    *space* is where its own space lies on the page, *ink* the colour it begins with (None: whatever stood
    before a form), *over* whether black text may overprint.
    """
    return _Rewriter(data, resources, space, converter, ink, over).rewritten()


def _has_small(*inks: Ink | None) -> bool:
    return any(ink is not None and ink.small is not None for ink in inks)


def _small(ink: Ink | None) -> Ink | None:
    return ink.small or ink if ink else None


_Act = Callable[[_Rewriter, Operation], None]
_ACTS: dict[bytes, _Act] = {
    b"q": _Rewriter.save,
    b"Q": _Rewriter.restore,
    b"cm": _Rewriter.transform,
    **dict.fromkeys((b"w", b"Tf", b"Tr", b"Tm", b"BT"), _Rewriter.measure),
    **dict.fromkeys((b"g", b"G", b"rg", b"RG", b"k", b"K"), _Rewriter.colour),
    **dict.fromkeys((b"cs", b"CS"), _Rewriter.space),
    **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), _Rewriter.component),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), _Rewriter.show),
    **dict.fromkeys((b"m", b"re"), _Rewriter.begin),
    **dict.fromkeys((b"W", b"W*"), _Rewriter.clip),
    **dict.fromkeys((b"n", b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"), _Rewriter.paint),
    **dict.fromkeys((b"Do", b"sh"), _Rewriter.draw),
}
