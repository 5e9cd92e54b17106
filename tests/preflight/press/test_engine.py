"""The layout engine's own PDF/X-4 is a label: what is wrong with it is found."""

import io

import pikepdf

from publisher.formats import Format
from publisher.preflight import check, recognised
from publisher.theme.loading import styles_folder
from publisher.writers.pages.engine import LOCK, weasyprint

MARKUP = """<html lang="en"><head><title>The river</title></head><body><h1>The river</h1>
<p>Ice on the river. <a href="https://example.org">More</a></p><hr/>
<div class="gradient"></div><p class="half">Half of it.</p></body></html>"""
STYLE = """@color-profile device-cmyk { src: url(icc/ISOcoated_v2_300_bas.icc); components: c, m, y, k }
@font-face { font-family: Own; src: url(fonts/SourceSerif4-Regular.ttf) }
@page { size: A5; margin: 15mm; bleed: 3mm; marks: crop }
html { color: device-cmyk(0 0 0 1); font-family: Own }
.gradient { height: 20mm; background: linear-gradient(red, blue) }
.half { color: black; opacity: 0.5; border-bottom: 0.1pt solid }"""


def drawn() -> bytes:
    engine, base = weasyprint(), f"{styles_folder().as_uri()}/"
    from weasyprint.text.fonts import FontConfiguration

    with LOCK:
        fonts, profiles = FontConfiguration(), {}  # type: ignore[var-annotated]
        sheet = engine.CSS(string=STYLE, base_url=base, font_config=fonts, color_profiles=profiles)
        document = engine.HTML(string=MARKUP, base_url=base).render(
            stylesheets=[sheet], font_config=fonts, color_profiles=profiles, pdf_variant="pdf/x-4"
        )
        data: bytes = document.write_pdf(pdf_variant="pdf/x-4")
    return data


def test_its_faults_are_found() -> None:
    data = drawn()
    artifact = recognised("x.pdf", data)
    assert artifact.format is Format.PRINT
    codes = {finding.code for finding in check(artifact)}
    assert codes >= {"press.rgb", "press.annotation", "press.hairline", "pdf.gradient", "press.condition"}
    assert "pdf.font" not in codes
    assert "pdf.widths" not in codes
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFX"
