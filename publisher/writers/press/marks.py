"""Marks outside the bleed: crop and registration marks on every plate, and a bar of the inks."""

import itertools
from collections.abc import Iterator

import pikepdf

from publisher.writers.press.sheets import MM, Sheet

#: The name that a page's resources give the colour of all plates.
ALL = "PressAll"
#: Crop marks begin this far outside the bleed and are this long; lengths in mm.
GAP, LENGTH = 0.5, 6.0
RADIUS = 1.5
#: The bar begins this far inside the trim and consists of squares.
INSET, SQUARE = 8.0, 4.0
#: Solid inks, their overprints, and half tones.
BAR = (
    (1, 0, 0, 0),
    (0, 1, 0, 0),
    (0, 0, 1, 0),
    (0, 0, 0, 1),
    (0, 1, 1, 0),
    (1, 0, 1, 0),
    (1, 1, 0, 0),
    (0.5, 0, 0, 0),
    (0, 0.5, 0, 0),
    (0, 0, 0.5, 0),
    (0, 0, 0, 0.5),
)
#: Bézier handles of a quarter circle.
_ROUND = 0.5523


def registration(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The colour space that prints on every plate (ISO 32000-1, 8.6.6.4)."""
    tint = pikepdf.Dictionary(
        FunctionType=2,
        Domain=pikepdf.Array([0, 1]),
        C0=pikepdf.Array([0, 0, 0, 0]),
        C1=pikepdf.Array([1, 1, 1, 1]),
        N=1,
    )
    names = pikepdf.Name
    return pdf.make_indirect(pikepdf.Array([names.Separation, names.All, names.DeviceCMYK, tint]))


def draw_marks(pdf: pikepdf.Pdf, sheet: Sheet, colour: pikepdf.Object) -> pikepdf.Stream:
    """The marks of a sheet as a form; *colour* is the space that prints on every plate."""
    lines = [f"/{ALL} CS 1 SCN 0.25 w", *_crops(sheet), *_targets(sheet), *_bar(sheet)]
    form = pdf.make_stream("\n".join(lines).encode())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array(sheet.box(0))
    form.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary({f"/{ALL}": colour}))
    return form


def _crops(sheet: Sheet) -> Iterator[str]:
    """Two lines at each corner, in line with the trim and clear of the bleed."""
    _, _, right, top = sheet.box(0)
    low, high = sheet.slug - GAP * MM - LENGTH * MM, sheet.slug - GAP * MM
    for x in (sheet.origin, right - sheet.origin):
        yield _line(x, low, x, high)
        yield _line(x, top - low, x, top - high)
    for y in (sheet.origin, top - sheet.origin):
        yield _line(low, y, high, y)
        yield _line(right - low, y, right - high, y)


def _targets(sheet: Sheet) -> Iterator[str]:
    """A ring with a cross in the middle of each side."""
    _, _, right, top = sheet.box(0)
    middle = sheet.slug / 2
    for x, y in ((right / 2, middle), (right / 2, top - middle), (middle, top / 2), (right - middle, top / 2)):
        arm = RADIUS * 1.6 * MM
        yield _line(x - arm, y, x + arm, y)
        yield _line(x, y - arm, x, y + arm)
        yield _ring(x, y, RADIUS * MM)


def _bar(sheet: Sheet) -> Iterator[str]:
    """Squares of ink above the page, from the left."""
    _, _, _, top = sheet.box(0)
    side = SQUARE * MM
    y = top - sheet.slug + (sheet.slug - side) / 2
    for number, inks in enumerate(BAR):
        x = sheet.origin + INSET * MM + number * side
        yield f"{' '.join(f'{ink:g}' for ink in inks)} k {x:.3f} {y:.3f} {side:.3f} {side:.3f} re f"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S"


def _ring(x: float, y: float, radius: float) -> str:
    handle = radius * _ROUND
    points = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{x + radius:.3f} {y:.3f} m"]
    for (a, b), (c, d) in itertools.pairwise(points):
        numbers = (
            (x + a * radius + c * handle, y + b * radius + d * handle),
            (x + c * radius + a * handle, y + d * radius + b * handle),
            (x + c * radius, y + d * radius),
        )
        parts.append(" ".join(f"{p:.3f} {q:.3f}" for p, q in numbers) + " c")
    return " ".join((*parts, "S"))
