"""The laid-out pages finished for the print shop: bleed, page boxes, no annotations."""

import io

import pikepdf

from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.finishing import describe, saved
from publisher.writers.layout import Layout, lay_out
from publisher.writers.pages.engine import LOCK

_MM = 72 / 25.4


def write_print(bulletin: Bulletin, theme: Theme, media: Media, layout: Layout | None, report: Report) -> bytes:
    """The print PDF: artwork to the bleed, MediaBox = BleedBox around the TrimBox (ISO 32000-1, 14.11.2)."""
    pages = layout or lay_out(bulletin, theme, media, report)
    with LOCK:
        drawn = pages.document.copy().write_pdf()
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        for page in pdf.pages:
            _set_boxes(page, theme.page.bleed * _MM)
            for key in ("/Annots", "/Tabs"):
                if key in page.obj:
                    del page.obj[key]
        describe(pdf, bulletin.metadata)
        return saved(pdf)


def _set_boxes(page: pikepdf.Page, bleed: float) -> None:
    """Trim as laid out; bleed exactly as asked for: the engine caps its BleedBox at 10 pt."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    around = [round(edge, 3) for edge in (left - bleed, bottom - bleed, right + bleed, top + bleed)]
    page.obj.MediaBox = page.obj.BleedBox = pikepdf.Array(around)
    page.obj.TrimBox = pikepdf.Array([round(edge, 3) for edge in (left, bottom, right, top)])
    if "/CropBox" in page.obj:
        del page.obj["/CropBox"]
