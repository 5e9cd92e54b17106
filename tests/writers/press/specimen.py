"""A test issue of three pages: every kind of picture, drawing, tint and transparency, and a full-bleed cover.

python -m tests.writers.press.specimen FOLDER     writes it unfinished, as PDF/X-4 and, its opaque part, as PDF/X-1a
"""

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pikepdf
import pytest
from PIL import Image, ImageDraw

from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Theme
from publisher.writers.pages import engine
from publisher.writers.press import finish
from tests.samples import bulletin

THEME = load_theme("gazette")


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def bytes_of(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def photograph(width: int = 400, height: int = 300) -> Image.Image:
    """A sky, a field and a sun: smooth tones in every hue, nothing neutral."""
    across, up = Image.linear_gradient("L").rotate(90), Image.linear_gradient("L")
    image = Image.merge("RGB", (up, across, up.point([255 - v // 2 for v in range(256)]))).resize((width, height))
    ImageDraw.Draw(image).ellipse((width * 0.6, height * 0.1, width * 0.85, height * 0.45), fill=(250, 220, 40))
    return image


def drawing() -> Image.Image:
    """Five flat colours, the theme's accent and black among them."""
    image = Image.new("RGB", (400, 300), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    for number, colour in enumerate(((0x9B, 0x1C, 0x2C), (0, 0, 0), (0, 90, 160), (128, 128, 128))):
        draw.rectangle((20 + 90 * number, 40, 100 + 90 * number, 260), fill=colour)
    return image


def disc(mode: str, size: int) -> Image.Image:
    """A disc on nothing (L) or on paper (1)."""
    image = Image.new(mode, (size, size), 0 if mode == "L" else 1)
    ImageDraw.Draw(image).ellipse(
        (size // 8, size // 8, size - size // 8, size - size // 8), fill=255 - 255 * (mode == "1")
    )
    return image


def with_alpha() -> Image.Image:
    image = photograph(400, 400)
    image.putalpha(disc("L", 400))
    return image


def inks(cyan: int, magenta: int, yellow: int, black: int) -> Image.Image:
    return Image.new("CMYK", (400, 300), tuple(round(part * 2.55) for part in (cyan, magenta, yellow, black)))


PICTURES: dict[str, Callable[[], bytes]] = {
    "rgb.jpg": lambda: saved(photograph(), "JPEG", quality=95),
    "rgb.png": lambda: saved(photograph(), "PNG"),
    "fine.jpg": lambda: saved(photograph(1600, 1200), "JPEG", quality=95),
    "grey.jpg": lambda: saved(photograph().convert("L"), "JPEG", quality=95),
    "neutral.jpg": lambda: saved(photograph().convert("L").convert("RGB"), "JPEG", quality=95),
    "grey.png": lambda: saved(Image.linear_gradient("L").resize((400, 512), Image.Resampling.NEAREST), "PNG"),
    "line.png": lambda: saved(disc("1", 960), "PNG"),
    "indexed.png": lambda: saved(drawing().quantize(8), "PNG"),
    "alpha.png": lambda: saved(with_alpha(), "PNG"),
    "opaque.png": lambda: saved(photograph().convert("RGBA"), "PNG"),
    "cmyk.jpg": lambda: saved(inks(60, 10, 80, 5), "JPEG", quality=95),
    "heavy.jpg": lambda: saved(inks(100, 90, 90, 90), "JPEG", quality=100),
}

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="240px" height="120px">
<defs>
<linearGradient id="ramp" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="50" y2="0">
<stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/>
</linearGradient>
<pattern id="dots" width="10" height="10" patternUnits="userSpaceOnUse">
<circle cx="5" cy="5" r="3" fill="#008844"/>
</pattern>
</defs>
<rect width="50" height="25" fill="url(#ramp)"/><rect x="55" width="50" height="25" fill="url(#dots)"/>
<circle cx="20" cy="45" r="12" fill="#ffaa00" stroke="#220088" stroke-width="0.2"/>
<text x="40" y="50" font-size="5" fill="#cc2200" font-family="publisher-sans">small red</text></svg>"""

_CSS = """
@page { size: 148mm 210mm; margin: 12mm; bleed: 3mm }
@page cover { margin: 0; background: #0a3d62 }
html { font: 10pt/13.5pt publisher-text; color: #000 }
.cover { page: cover; break-after: page; padding: 40mm 12mm; color: #fff; font-size: 30pt; line-height: 1.2 }
img { width: 40mm; height: 30mm; vertical-align: top }
.fine { width: 20mm; height: 15mm }
.line { border-top: .25pt solid #1e6b3a; margin: 2mm 0 }
.box { display: inline-block; width: 25mm; height: 12mm }
.small { font-size: 7pt; color: #1e6b3a }
.large { font-size: 16pt; color: #1e6b3a }
.pane { position: absolute; left: 5mm; top: 5mm; width: 60mm; height: 10mm; background: rgba(255, 0, 0, .5) }
.fading { width: 80mm; height: 15mm; background: linear-gradient(90deg, rgba(0, 80, 200, 1), rgba(0, 80, 200, 0)) }
.accent { color: #9b1c2c; font-size: 8.5pt }
"""

OPAQUE = f"""
<p>Black text, <span class="accent">the theme's accent</span>, <span class="small">small green</span>,
<span class="large">large green</span>, <span style="background: #000; color: #fff">white on black</span>.</p>
<div class="line"></div>
<p><span class="box" style="background: #eee"></span> <span class="box" style="background: #9b1c2c"></span>
<span class="box" style="background: linear-gradient(90deg, #9b1c2c, #fff)"></span>
<span class="box" style="background: radial-gradient(#00a, #0cc)"></span></p>
<p><span class="box" style="background: oklch(0.6 0.15 150)"></span>
<span class="box" style="background: lab(50 0 0)"></span>
<span class="box" style="background: linear-gradient(90deg, #000, #fff)"></span></p>
{_SVG}
<p>{"".join(f'<img src="test:{name}" alt=""/> ' for name in PICTURES if name not in ("alpha.png", "fine.jpg"))}
<img class="fine" src="test:fine.jpg" alt=""/></p>
"""
TRANSPARENT = """
<div style="break-before: page">
<p style="position: relative"><img src="test:rgb.jpg" alt=""/> <span class="pane"></span>
<img src="test:alpha.png" alt="" style="margin-left: 10mm"/></p>
<div style="opacity: .5; background: #0a3d62; width: 50mm; height: 15mm; color: #fff">half</div>
<div class="fading"></div>
</div>
"""
COVER = '<div class="cover">A cover to the very edge</div>'


def draw(body: str = COVER + OPAQUE + TRANSPARENT, css: str = "", theme: Theme = THEME) -> bytes:
    """The layout engine's plain PDF of a page's *body*; ``test:NAME`` are the pictures above."""
    base: Any = engine._fetcher_class()

    class WithPictures(base):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            from weasyprint.urls import URLFetcherResponse

            if url.startswith("test:"):
                return URLFetcherResponse(url, PICTURES[url.removeprefix("test:")]())
            return super().fetch(url, headers)

    report = Report()
    tree = ElementTree.fromstring(f"<html><body>{body}</body></html>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_fetcher_class", lambda: WithPictures)
        document = engine.lay_out_pages(tree, _CSS + css, theme, {}, report)
        drawn: bytes = document.write_pdf(uncompressed_pdf=True)
    assert [finding.message for finding in report.findings] == []
    return drawn


def finished(
    drawn: bytes, report: Report | None = None, theme: Theme = THEME, files: Sequence[bytes] = (), **press: Any
) -> bytes:
    """*drawn* finished under these demands; *files* are those of its pictures."""
    asked = msgspec.structs.replace(theme, press=msgspec.structs.replace(theme.press, **press))
    return finish(drawn, bulletin(), asked, report or Report(), files)


def main() -> None:
    """Writes the files."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    report = Report()
    whole, opaque = draw(), draw(COVER + OPAQUE)
    for name, data in (
        ("unfinished", whole),
        ("x-4", finished(whole, report)),
        ("x-1a", finished(opaque, standard="PDF/X-1a:2003")),
    ):
        (folder / f"{name}.pdf").write_bytes(data)
    for finding in report.findings:
        print(finding.code, finding.where, finding.message)  # noqa: T201


if __name__ == "__main__":
    main()
