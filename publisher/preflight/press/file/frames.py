"""The page boxes of a PDF (ISO 32000-1, 14.11.2), and what is wrong with them."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from publisher.preflight.press.content.geometry import MM, Box, Frame
from publisher.preflight.press.content.objects import entry, number, numbers
from publisher.preflight.press.faults import Fault

#: Boxes may differ by this much, pt: files give three decimals.
TOLERANCE = 0.01
#: The bleed that print shops ask for, mm, and by how much it may miss that for rounding.
BLEED = 3.0
_ROUNDING = 0.02
#: How far up the page tree an inherited entry is looked for.
_HIGHEST = 64
_LETTER = Box(0.0, 0.0, 612.0, 792.0)


def read_frame(page: pikepdf.Page, number_: int) -> Frame:
    """The boxes of a page in points, its UserUnit applied."""
    unit = number(entry(page.obj, "/UserUnit"), 1.0) or 1.0
    media = read_box(inherited(page.obj, "/MediaBox"), unit) or _LETTER
    return Frame(
        number_,
        media,
        read_box(entry(page.obj, "/TrimBox"), unit),
        read_box(entry(page.obj, "/BleedBox"), unit),
        read_box(entry(page.obj, "/ArtBox"), unit),
        read_box(inherited(page.obj, "/CropBox"), unit),
        int(number(inherited(page.obj, "/Rotate"))) % 360,
        unit,
    )


def inherited(page: Any, key: str) -> Any:
    """An entry of a page, or of the nodes above it."""
    for _ in range(_HIGHEST):
        found = entry(page, key)
        if found is not None:
            return found
        page = entry(page, "/Parent")
    return None


def read_box(value: Any, unit: float = 1.0) -> Box | None:
    """A rectangle with its corners in order; None where it is none, or has no extent."""
    found = numbers(value, 4)
    if not found:
        return None
    left, bottom, right, top = (edge * unit for edge in found)
    box = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return box if box.width > 0 and box.height > 0 else None


def check_frame(frame: Frame) -> Iterator[Fault]:
    """Trim inside bleed inside media on every page, and a bleed as wide as a knife needs."""
    trim, bleed = frame.trim, frame.bleed
    if trim is None or bleed is None:
        missing = " or ".join(key for key, box in (("TrimBox", trim), ("BleedBox", bleed)) if box is None)
        yield Fault("pdf.box", f"it has no {missing}", "make the file again with both: where to cut can't be told")
        return
    if not (bleed.holds(trim, TOLERANCE) and frame.media.holds(bleed, TOLERANCE)):
        what = f"trim {_shown(trim)} must lie in bleed {_shown(bleed)}, bleed in media {_shown(frame.media)}"
        yield Fault("pdf.box", what, "make the file again")
        return
    if frame.art is not None:
        yield Fault("pdf.box", "it has an ArtBox beside its TrimBox (ISO 15930-7, 6.12)", "take the ArtBox out")
    if frame.crop is not None and not frame.crop.holds(bleed, TOLERANCE):
        yield Fault("pdf.box", "its CropBox cuts the bleed off", "take the CropBox out")
    widths = [(edge - cut) * MM * outwards for edge, cut, outwards in zip(bleed, trim, (-1, -1, 1, 1), strict=True)]
    if min(widths) < BLEED - _ROUNDING:
        yield Fault(
            "press.bleed-width",
            f"it has {max(min(widths), 0) + 0.0:.1f} mm of bleed",
            f"make the file again with {BLEED:g} mm",
        )


def _shown(box: Box) -> str:
    return f"[{' '.join(f'{edge:.2f}' for edge in box)}]"
