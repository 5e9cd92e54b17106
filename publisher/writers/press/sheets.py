"""Sheets: the page on paper with its bleed and, outside of it, room for marks (ISO 32000-1, 14.11.2)."""

from typing import NamedTuple

import pikepdf

from publisher.writers.placement import own_matrix

MM = 72 / 25.4
#: Room for marks and slug line outside the bleed, mm.
SLUG = 10.0
#: What a page has for screens and for the layout engine, and a press has no use for.
_FOREIGN = ("/CropBox", "/ArtBox", "/Annots", "/Tabs", "/AA", "/Group", "/StructParents", "/Thumb", "/B")


class Sheet(NamedTuple):
    """One page's sheet, pt: trim size, bleed and slug on every side, and how far what was drawn moves."""

    width: float
    height: float
    bleed: float
    slug: float
    shift: tuple[float, float]

    @property
    def origin(self) -> float:
        """The trim's distance from the sheet's edge."""
        return self.bleed + self.slug

    def box(self, inset: float) -> list[float]:
        """The rectangle that lies *inset* inside the sheet's edge."""
        right, top = (side + 2 * self.origin - inset for side in (self.width, self.height))
        return [round(edge, 3) for edge in (inset, inset, right, top)]

    def framed(self, body: bytes) -> bytes:
        """Drawn content moved to its place on the sheet, with nothing of it outside the bleed."""
        left, bottom, right, top = self.box(self.slug)
        across, up = self.shift
        frame = f"q {left:g} {bottom:g} {right - left:.3f} {top - bottom:.3f} re W n 1 0 0 1 {across:.3f} {up:.3f} cm\n"
        return frame.encode() + body + b"\nQ\n"


def read_sheet(page: pikepdf.Page, bleed: float, slug: float) -> Sheet:
    """The sheet of a page as it was laid out, with *bleed* and *slug* in pt."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    origin = bleed + slug
    # Rounded once, for content and patterns alike: a pattern a hair beside what it fills shows its seam.
    shift = (round(origin - left, 3), round(origin - bottom, 3))
    return Sheet(right - left, top - bottom, bleed, slug, shift)


def set_boxes(page: pikepdf.Page, sheet: Sheet) -> None:
    """MediaBox, BleedBox and TrimBox as the sheet has them; whatever isn't for the press goes."""
    for key in _FOREIGN:
        if key in page.obj:
            del page.obj[key]
    page.obj.MediaBox = pikepdf.Array(sheet.box(0))
    page.obj.BleedBox = pikepdf.Array(sheet.box(sheet.slug))
    page.obj.TrimBox = pikepdf.Array(sheet.box(sheet.origin))


def add_resources(page: pikepdf.Page, further: dict[str, dict[str, pikepdf.Object]]) -> None:
    """Puts *further* things (kind → name → thing) into what a page draws with."""
    resources = page.obj.Resources
    for kind, things in further.items():
        if kind not in resources:
            resources[kind] = pikepdf.Dictionary()
        for name, thing in things.items():
            resources[kind][f"/{name}"] = thing


def move_patterns(pdf: pikepdf.Pdf, shift: tuple[float, float]) -> None:
    """Moves the patterns that pages use directly: they start from the sheet's corner, whatever moves the content."""
    across, up = shift
    done: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for pattern in page.obj.Resources.get("/Pattern", {}).values():
            if pattern.objgen not in done:
                done.add(pattern.objgen)
                a, b, c, d, e, f = own_matrix(pattern)
                pattern.Matrix = pikepdf.Array([a, b, c, d, round(e + across, 6), round(f + up, 6)])


def keep_outline(pdf: pikepdf.Pdf, shift: tuple[float, float]) -> None:
    """Moves what the outline leads to; its entries keep their places and lose their actions."""
    outline = pdf.Root.get("/Outlines")
    waiting = [outline] if outline is not None else []
    while waiting:
        item = waiting.pop()
        waiting += [item[key] for key in ("/First", "/Next") if key in item]
        action = item.get("/A")
        if action is not None:
            if action.get("/S") == pikepdf.Name.GoTo and "/Dest" not in item:
                item.Dest = action.D
            del item["/A"]
        place = item.get("/Dest")
        if isinstance(place, pikepdf.Array) and len(place) == 5 and place[1] == pikepdf.Name.XYZ:
            place[2], place[3] = (round(float(place[at + 2]) + shift[at], 3) for at in (0, 1))
