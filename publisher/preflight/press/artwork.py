"""Artwork that has to reach or to hold: up to the bleed, as lines, as pixels."""

import math
from collections.abc import Iterator

from publisher.preflight.press.content.geometry import MM, Box
from publisher.preflight.press.content.marks import Kind, Mark
from publisher.preflight.press.faults import Fault
from publisher.preflight.press.file.target import Target

#: Artwork that ends this near to the cut, mm, was meant to be cut.
NEAR = 0.25
#: By how much it may miss the end of the bleed, mm.
SHORT = 0.1
#: The thinnest line, pt, and how far files are off for rounding.
HAIRLINE = 0.25
_ROUNDING = 0.005
#: What is thin and this short as well, pt, is a dot and no line.
DOT = 1.0
#: Pixels an inch as placed: below the first a fault, below the second a warning.
FEWEST, FEW = 150, 225
#: The same for line art of one bit a pixel.
FEWEST_BITONAL, FEW_BITONAL = 400, 600
#: Pictures this small, pixels, are flat colour.
FLAT = 2


def check_reach(mark: Mark, target: Target) -> Iterator[Fault]:
    """Artwork that goes to the cut, and not on to the end of the bleed: a knife that is off leaves a white edge."""
    cut, bleed = target.frame.trim, target.frame.bleed
    if cut is None or bleed is None or cut.grown(-NEAR / MM).holds(mark.box) or not cut.meets(mark.box):
        return
    if mark.paint.is_white or mark.alpha == 0:
        return
    short = [side for side in ("left", "bottom", "right", "top") if _stops_short(mark.box, cut, bleed, side)]
    if short:
        what = {Kind.PICTURE: "a picture", Kind.GRADIENT: "a gradient", Kind.STROKE: "a line"}
        yield Fault(
            "press.bleed",
            f"{what.get(mark.kind, 'an area')} ends at the cut ({', '.join(short)}) instead of the end of the bleed",
            "draw it out to the end of the bleed, or move it off the page's edge",
            mark.box,
        )


def _stops_short(box: Box, cut: Box, bleed: Box, side: str) -> bool:
    edge, cut_edge, bleed_edge = (getattr(each, side) for each in (box, cut, bleed))
    outwards = -1 if side in ("left", "bottom") else 1
    beyond_cut, before_bleed = (edge - cut_edge) * outwards * MM, (bleed_edge - edge) * outwards * MM
    return bool(beyond_cut >= -NEAR and before_bleed > SHORT)


def check_hairline(mark: Mark, target: Target) -> Iterator[Fault]:
    """Strokes thinner than a press holds; one of width 0 is as thin as the machine can (ISO 32000-1, 8.4.3.2)."""
    if mark.size < HAIRLINE - _ROUNDING and not mark.paint.is_white and target.frame.prints(mark.box):
        yield _thin(mark, mark.size)


def check_thin_fill(mark: Mark, target: Target) -> Iterator[Fault]:
    """Lines that are drawn as thin areas."""
    thin, long = sorted((mark.box.width, mark.box.height))
    if thin < HAIRLINE - _ROUNDING and long > DOT and not mark.paint.is_white and target.frame.prints(mark.box):
        yield _thin(mark, thin)


def _thin(mark: Mark, width: float) -> Fault:
    return Fault(
        "press.hairline",
        f"a line of {width:.2g} pt",
        f"make it {HAIRLINE} pt at least: a thinner one breaks up in print",
        mark.box,
    )


def check_density(mark: Mark, target: Target) -> Iterator[Fault]:
    """Pictures with too few pixels for the size they are placed at."""
    picture = mark.picture
    if picture is None or min(picture.width, picture.height) <= FLAT or not math.isfinite(mark.density):
        return
    if not target.frame.prints(mark.box):
        return
    fewest, few = (FEWEST_BITONAL, FEW_BITONAL) if picture.is_bitonal else (FEWEST, FEW)
    density = round(mark.density)
    if density >= few:
        return
    kind = "line art" if picture.is_bitonal else "a picture"
    code = "press.resolution" if density < fewest else "press.resolution-low"
    yield Fault(
        code,
        f"{kind} of {picture.width} × {picture.height} pixels is placed at {density} ppi",
        f"take a larger picture, or place it smaller: {few} ppi at least",
        mark.box,
    )
