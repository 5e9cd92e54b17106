"""The laid-out pages finished for readers: no bleed, tagged, titled, in their language."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf

from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.finishing import describe, saved
from publisher.writers.layout import Layout, lay_out
from publisher.writers.pages.engine import LOCK
from publisher.writers.pictures import fit_screen

_SIDES = ("top", "right", "bottom", "left")


def write_screen(bulletin: Bulletin, theme: Theme, media: Media, layout: Layout | None, report: Report) -> bytes:
    """The screen PDF: the same pages cut to their trim, with tags, links, outline and page labels."""
    pages = layout or lay_out(bulletin, theme, media, report)
    with LOCK, _trimmed(pages.document) as document:
        drawn = document.copy().write_pdf(pdf_tags=True)
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        fit_screen(pdf)
        describe(pdf, bulletin.metadata)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D)]))
        if "/Outlines" in pdf.Root:
            pdf.Root.PageMode = pikepdf.Name.UseOutlines
        for page in pdf.pages:
            page.obj.Tabs = pikepdf.Name.S
        return saved(pdf)


@contextmanager
def _trimmed(document: Any) -> Iterator[Any]:
    """The document drawn without its bleed; the layout itself stays as it is."""
    bleeds = [page.bleed for page in document.pages]
    try:
        for page in document.pages:
            page.bleed = dict.fromkeys(_SIDES, 0)
        yield document
    finally:
        for page, bleed in zip(document.pages, bleeds, strict=True):
            page.bleed = bleed
