"""What is made for other machines than a press: RGB, blending in RGB, broken gradients, tone curves of its own."""

from collections.abc import Iterator

from publisher.preflight.press.content.marks import Inside, Kind, Mark, Notice
from publisher.preflight.press.faults import Fault
from publisher.preflight.press.file.target import Target
from publisher.preflight.press.ink.colour import Model, Paint, Space

_PAINTS = {
    Kind.FILL: "an area",
    Kind.STROKE: "a line",
    Kind.TEXT: "text",
    Kind.PICTURE: "a picture",
    Kind.GRADIENT: "a gradient",
}
_CONVERT = "convert it to the press's inks, or the print shop's machine will choose them by itself"


def check_colour(mark: Mark, _: Target) -> Iterator[Fault]:
    """RGB and Lab, wherever they stand, and spot colours whose alternate is RGB."""
    if mark.kind not in _PAINTS:
        return
    space = mark.paint.space
    if space.is_for_screens:
        yield Fault("press.rgb", f"{_subject(mark)} in {space}", _CONVERT, mark.box)
    elif space.model is Model.SPOT and _alternate(space).is_for_screens and _alternate(space).model is Model.RGB:
        yield Fault("press.rgb", f"{_subject(mark)} in {space}, which is RGB where it isn't mixed", _CONVERT, mark.box)


def _alternate(space: Space) -> Space:
    """What a spot colour is made of where the press lacks its ink."""
    while space.base is not None:
        space = space.base
    return space


def _subject(mark: Mark) -> str:
    """``text``, ``a gradient in a pattern``."""
    subject = "a gradient" if mark.paint.pattern == "gradient" else _PAINTS[mark.kind]
    where = {Inside.PATTERN: " in a pattern", Inside.MASK: " in a soft mask", Inside.GLYPH: " in a font's glyph"}
    return subject + where.get(mark.inside, "")


def check_transparency(mark: Mark, target: Target) -> Iterator[Fault]:
    """Blending in RGB; any transparency where the standard has none (ISO 15930-7, 6.15)."""
    if mark.kind is Kind.GROUP and mark.space is not None and mark.space.is_for_screens:
        yield Fault(
            "press.blend-space",
            f"transparent things are blended in {mark.space}",
            "let them be blended in CMYK: the press's inks would come out otherwise",
            mark.box,
        )
    if not target.allows_transparency and (mark.kind is Kind.GROUP or mark.is_transparent):
        yield Fault(
            "press.transparency",
            f"something transparent, which {target.standard} has no room for",
            "flatten it, or ask for PDF/X-4",
            mark.box,
        )


def check_notice(mark: Mark, _: Target) -> Iterator[Fault]:
    """Tone curves of its own, and what isn't in the file (ISO 15930-7, 6.11, 6.14 and 6.16)."""
    if mark.notice is Notice.TRANSFER:
        yield Fault(
            "press.transfer",
            f"{mark.notice} overrules the print shop's",
            "take it out of the graphics state (TR, TR2, HTP)",
            mark.box,
        )
    elif mark.notice is not None:
        yield Fault("press.external", f"it draws {mark.notice}", "embed what it stands for", mark.box)


def check_gradient(mark: Mark, _: Target) -> Iterator[Fault]:
    """Gradients that are malformed: every program draws them otherwise."""
    paint: Paint = mark.paint
    if paint.fault and mark.kind in _PAINTS:
        yield Fault("pdf.gradient", f"a gradient {paint.fault}", "make the gradient again", mark.box)
