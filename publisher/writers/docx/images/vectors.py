"""Drawings drawn beforehand, for a Word that knows no SVG."""

import io
from xml.etree import ElementTree

from PIL import Image as Raster

from publisher.errors import MissingError
from publisher.report import Report, Where
from publisher.theme.tokens import Theme
from publisher.writers.docx.images.bitmaps import FINEST

_URL = "publisher:drawing"


def drawn(svg: bytes, width: float, height: float, theme: Theme, report: Report) -> bytes:
    """The drawing as PNG of so many pt, on clear ground; one clear pixel, with a finding, without Pango."""
    try:
        raster = _drawn(svg, width, height, theme)
    except MissingError as error:
        report.add(
            "docx.drawing",
            f"drawings show in Word from 2019 on; older ones leave their place empty ({error})",
            Where(part="word/document.xml"),
            error.hint,
        )
        raster = Raster.new("RGBA", (1, 1))
    buffer = io.BytesIO()
    raster.save(buffer, "PNG")
    return buffer.getvalue()


def _drawn(svg: bytes, width: float, height: float, theme: Theme) -> Raster.Image:
    """The drawing by way of a page that holds nothing else."""
    import pypdfium2

    from publisher.writers.pages.engine import LOCK, lay_out_pages

    size = f"{width:.3f}pt", f"{height:.3f}pt"
    css = f"@page {{ size: {' '.join(size)}; margin: 0 }} body {{ margin: 0 }} img {{ display: block }}"
    picture = f'<img src="{_URL}" alt="" style="width: {size[0]}; height: {size[1]}"/>'
    page = ElementTree.fromstring(f"<html><body>{picture}</body></html>")  # noqa: S314 - our own markup
    with LOCK:
        # What the engine has to say of a drawing, it says when the pages are laid out.
        pdf = lay_out_pages(page, css, theme, {_URL: svg}, Report()).write_pdf()
        document = pypdfium2.PdfDocument(pdf)
        try:
            image: Raster.Image = document[0].render(scale=FINEST / 72, fill_color=(255, 255, 255, 0)).to_pil()
        finally:
            document.close()
    return image
