"""The keys of PDF/X-4 and PDF/X-1a:2003, and what stands in the way of the latter."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from lxml import etree

from publisher.errors import ConfigurationError
from publisher.profiles import coated_profile
from publisher.report import Report
from publisher.theme.tokens import Colour, Family
from tests.writers.press import reading, specimen

OPAQUE = specimen.draw(specimen.COVER + specimen.OPAQUE)
WHOLE = specimen.draw()
X_4 = specimen.finished(OPAQUE)
X_1A = specimen.finished(OPAQUE, standard="PDF/X-1a:2003")
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def version_4(profile: bytes) -> bytes:
    return profile[:8] + b"\x04\x20" + profile[10:]


@pytest.mark.parametrize(("data", "standard", "version"), [(X_4, "PDF/X-4", "1.6"), (X_1A, "PDF/X-1a:2003", "1.4")])
def test_both_say_what_they_are(data: bytes, standard: str, version: str) -> None:
    assert data.startswith(f"%PDF-{version}".encode())
    with reading.opened(data) as pdf:
        assert pdf.docinfo["/GTS_PDFXVersion"] == standard
        assert pdf.docinfo["/Trapped"] == pikepdf.Name("/False")
        for key in ("/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"):
            assert str(pdf.docinfo[key])
        assert len(bytes(pdf.trailer.ID[0])) == 16
        (intent,) = list(pdf.Root.OutputIntents)
        assert intent.S == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info) == "ISO Coated v2 300% (basICColor)"
        profile = intent.DestOutputProfile
        assert int(profile.N) == 4
        assert profile.read_bytes() == coated_profile()
        assert profile.read_bytes()[12:20] == b"prtrCMYK"


def test_a_file_of_pdf_1_4_has_neither_object_streams_nor_groups() -> None:
    assert b"/ObjStm" not in X_1A + X_4
    with reading.opened(X_1A) as pdf:
        items = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream)]
        assert not any("/Group" in item or "/SMask" in item for item in items)
        assert all(float(item.get(key, 1)) == 1 for item in items for key in ("/ca", "/CA"))


def test_a_page_of_x_4_blends_in_inks() -> None:
    with reading.opened(X_4) as pdf:
        for page in pdf.pages:
            assert (str(page.Group.S), str(page.Group.CS)) == ("/Transparency", "/DeviceCMYK")


@pytest.mark.parametrize(("data", "prefix"), [(X_4, "pdfxid"), (X_1A, "pdfx")])
def test_the_xmp_is_one_rdf_that_agrees_with_the_information(data: bytes, prefix: str) -> None:
    with reading.opened(data) as pdf:
        xmp = pdf.Root.Metadata.read_bytes()
        root = etree.fromstring(xmp)
        assert len(list(root.iter(RDF + "RDF"))) == 1
        groups = [{etree.QName(element).namespace for element in each} for each in root.iter(RDF + "Description")]
        assert [len(group) for group in groups] == [1] * len(groups)
        assert len(set().union(*groups)) == len(groups)
        text = xmp.decode()
        for key, value in (
            (f"{prefix}:GTS_PDFXVersion", str(pdf.docinfo["/GTS_PDFXVersion"])),
            ("pdf:Trapped", "False"),
            ("pdf:Producer", str(pdf.docinfo["/Producer"])),
            ("xmpMM:VersionID", "1"),
            ("xmpMM:RenditionClass", "default"),
            ("xmp:CreateDate", "2026-11-24T00:00:00Z"),
        ):
            assert f"<{key}>{value}</{key}>" in text
        assert re.search(r"<xmpMM:DocumentID>uuid:[0-9a-f-]{36}</xmpMM:DocumentID>", text)


def test_transparency_stands_in_the_way_of_x_1a_and_is_named_with_its_page() -> None:
    with pytest.raises(ConfigurationError) as caught:
        specimen.finished(WHOLE, standard="PDF/X-1a:2003")
    message = caught.value.message
    for reason in ("page 4 has opacity 0.5", "page 4 has a picture with an alpha channel", "page 4 has a soft mask"):
        assert reason in message
    assert "page 2" not in message
    assert "PDF/X-4" in str(caught.value.hint)


def test_a_blend_mode_stands_in_its_way() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><defs><filter id="f">'
        '<feBlend mode="multiply"/></filter></defs><rect width="50" height="50" fill="#f00" filter="url(#f)"/></svg>'
    )
    with pytest.raises(ConfigurationError, match="page 1 has blend mode Multiply"):
        specimen.finished(specimen.draw(svg), standard="PDF/X-1a:2003")
    specimen.finished(specimen.draw(svg))


def test_a_profile_of_version_4_stands_in_its_way() -> None:
    press: dict[str, Any] = {"profile": version_4(coated_profile()), "condition": "FOGRA39"}
    with pytest.raises(ConfigurationError, match=r"ICC version 4\.2"):
        specimen.finished(OPAQUE, standard="PDF/X-1a:2003", **press)
    assert specimen.finished(OPAQUE, **press)


def test_an_opentype_font_with_cff_outlines_stands_in_its_way(tmp_path: Path) -> None:
    theme = msgspec.structs.replace(
        specimen.THEME, family={**specimen.THEME.family, "text": Family("Square", str(square_font(tmp_path)))}
    )
    drawn = specimen.draw("<p>AAA</p>", theme=theme)
    with pytest.raises(ConfigurationError, match="publisher-text is an OpenType font with CFF outlines"):
        specimen.finished(drawn, theme=theme, standard="PDF/X-1a:2003")
    assert specimen.finished(drawn, theme=theme)


def square_font(folder: Path) -> Path:
    """An OpenType font with CFF outlines: a square for the letter A."""
    pen = T2CharStringPen(600, None)
    for point in ((0, 0), (500, 0), (500, 700), (0, 700)):
        (pen.lineTo if pen._commands else pen.moveTo)(point)
    pen.closePath()
    square = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    builder.setupCFF("Square", {}, {".notdef": square, "A": square}, {})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "A": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(folder / "square.otf")
    return folder / "square.otf"


def test_a_condition_that_is_not_registered_is_told_and_named_without_registry() -> None:
    report = Report()
    with reading.opened(specimen.finished(OPAQUE, report, condition="Our own press")) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert "/RegistryName" not in intent
        assert intent.OutputConditionIdentifier == "Our own press"
    assert "print.condition" in {finding.code for finding in report.findings}


def test_a_condition_that_is_not_the_profiles_is_told() -> None:
    told = coated_profile().replace(
        b"BEGIN_DATA_FORMAT\n\tCMYK_C", b"ICCHDAT FOGRA51\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    )
    report = Report()
    specimen.finished(OPAQUE, report, profile=told)
    (finding,) = [finding for finding in report.findings if finding.code == "print.condition"]
    assert "FOGRA51" in finding.message
    assert "FOGRA39" in finding.message


def test_a_colour_of_the_theme_with_too_much_ink_is_told() -> None:
    rich = msgspec.structs.replace(
        specimen.THEME, colour={**specimen.THEME.colour, "rich": Colour("#0a0a0a", (90, 90, 90, 90))}
    )
    report = Report()
    specimen.finished(specimen.draw('<p style="color: #0a0a0a; font-size: 20pt">x</p>'), report, theme=rich)
    (finding,) = report.findings
    assert (finding.code, "colour.rich" in finding.message) == ("print.ink", True)
