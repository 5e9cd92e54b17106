"""What keeps readers out of a Word document: each obstacle is found, and our own documents have none."""

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from publisher.formats import Artifact, Format
from publisher.preflight.docx import check_docx
from publisher.report import Finding
from publisher.theme.loading import contrast
from tests.pictures import jpeg
from tests.writers.docx.noted import annotated
from tests.writers.docx.samples import every_node, seed, written


def obstacles(data: bytes) -> list[Finding]:
    return list(check_docx(Artifact(Format.DOCX, "letter.docx", data)))


def letter(change: Callable[[Any], None]) -> list[Finding]:
    """What is found in a letter that another program wrote, once it is changed."""
    document: Document = docx.Document()
    document.core_properties.title = "A letter"
    document.add_heading("A letter", 1)
    document.add_paragraph("Dear reader,")
    change(document)
    document.add_paragraph("Yours.")
    buffer = io.BytesIO()
    document.save(buffer)
    return obstacles(buffer.getvalue())


def codes(change: Callable[[Any], None]) -> list[str]:
    return [finding.code for finding in letter(change)]


def test_a_letter_without_obstacles_has_no_findings() -> None:
    assert letter(lambda _: None) == []


def test_our_own_documents_have_none_but_the_tables_their_authors_gave_no_heads() -> None:
    assert obstacles(written(seed())) == []
    assert obstacles(written(annotated())) == []
    (found,) = obstacles(written(every_node()))
    assert found.code == "docx.table-header"
    assert "table 2, “alone”" in found.message


def _picture(document: Any, **attributes: str) -> Any:
    document.add_picture(io.BytesIO(jpeg()))
    properties = document.inline_shapes[0]._inline.docPr
    for name, value in attributes.items():
        properties.set(name, value)
    return properties


def test_a_picture_without_words_is_found() -> None:
    (found,) = letter(_picture)
    assert found.code == "docx.alt"
    assert found.hint == "describe it by Edit Alt Text, or mark it as decorative"
    assert letter(lambda document: _picture(document, descr="A bridge")) == []
    assert codes(lambda document: _picture(document, descr=" ")) == ["docx.alt"]


def test_a_picture_that_is_said_to_be_decorative_needs_no_words() -> None:
    def decorated(document: Any) -> None:
        space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
        mark = OxmlElement("a:ext")
        mark.append(mark.makeelement(f"{{{space}}}decorative", {"val": "1"}))
        _picture(document).append(mark)

    assert letter(decorated) == []


def test_a_picture_beside_the_text_is_found() -> None:
    def floating(document: Any) -> None:
        _picture(document, descr="A bridge").getparent().tag = qn("wp:anchor")

    assert codes(floating) == ["docx.floating"]


def test_an_old_picture_without_words_is_found() -> None:
    def drawn(document: Any) -> None:
        run = document.add_paragraph().add_run()._r
        vml = "{urn:schemas-microsoft-com:vml}"
        picture = run.makeelement(qn("w:pict"), {})
        shape = picture.makeelement(f"{vml}shape", {})
        shape.append(shape.makeelement(f"{vml}imagedata", {}))
        picture.append(shape)
        run.append(picture)

    assert codes(drawn) == ["docx.alt"]


def test_a_heading_that_skips_a_level_is_found() -> None:
    (found,) = (f for f in letter(lambda document: document.add_heading("The bridge", 3)) if "heading" in f.code)
    assert found.code == "docx.headings"
    assert "“The bridge” is of level 3, after a heading of level 1" in found.message

    def in_order(document: Any) -> None:
        document.add_heading("The bridge", 2)
        document.add_heading("Its spans", 3)
        document.add_heading("The ferry", 1)
        document.add_heading("", 4)

    assert "docx.headings" not in codes(in_order)


def test_a_table_without_a_heading_row_is_found() -> None:
    def table(document: Any, headed: bool) -> None:
        row = document.add_table(2, 2).rows[0]
        row.cells[0].text = "Year"
        if headed:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    (found,) = letter(lambda document: table(document, False))
    assert (found.code, "table 1, “Year”" in found.message) == ("docx.table-header", True)
    assert letter(lambda document: table(document, True)) == []


def test_empty_paragraphs_that_make_room_are_counted_and_placed() -> None:
    def spaced(document: Any) -> None:
        document.add_paragraph()
        document.add_paragraph("   ").clear()

    (found,) = letter(spaced)
    assert found.code == "docx.empty-paragraph"
    assert "2 empty paragraphs serve as space, the first after “Dear reader,”" in found.message


def test_an_empty_paragraph_after_a_table_is_the_formats_own() -> None:
    def after_a_table(document: Any) -> None:
        document.add_table(1, 1).rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        document.add_paragraph()

    assert letter(after_a_table) == []


def _coloured(document: Any, colour: str, size: int = 11, bold: bool = False, ground: str | None = None) -> None:
    run = document.add_paragraph().add_run("Said quietly.")
    run.font.color.rgb, run.font.size, run.font.bold = RGBColor.from_string(colour), Pt(size), bold
    if ground:
        shading = OxmlElement("w:shd")
        shading.set(qn("w:fill"), ground)
        run._r.get_or_add_rPr().append(shading)


@pytest.mark.parametrize(
    ("colour", "size", "bold", "ground", "found"),
    [
        ("767676", 11, False, None, False),
        ("777777", 11, False, None, True),
        ("777777", 18, False, None, False),
        ("777777", 14, True, None, False),
        ("777777", 14, False, None, True),
        ("999999", 18, False, None, True),
        ("FFFFFF", 11, False, "9B1C2C", False),
        ("9B1C2C", 11, False, "902020", True),
    ],
)
def test_weak_contrast_is_found(colour: str, size: int, bold: bool, ground: str | None, found: bool) -> None:
    told = codes(lambda document: _coloured(document, colour, size, bold, ground))
    assert told == (["docx.contrast"] if found else [])


def test_a_weak_colour_is_found_in_a_style_that_another_is_based_on() -> None:
    def styled(document: Any) -> None:
        base = document.styles.add_style("Quiet", 1)
        base.font.color.rgb = RGBColor.from_string("BBBBBB")
        heir = document.styles.add_style("Quieter", 1)
        heir.base_style = base
        for _ in range(2):
            document.add_paragraph("Said quietly.", "Quieter")

    (found,) = letter(styled)
    assert "“Said quietly.” has contrast 1.9 : 1, it needs 4.5 : 1" in found.message


def test_styles_that_are_based_on_each_other_end_the_search() -> None:
    def circle(document: Any) -> None:
        one, two = document.styles.add_style("One", 1), document.styles.add_style("Two", 1)
        one.base_style, two.base_style = two, one
        document.add_paragraph("Round and round.", "One")

    assert letter(circle) == []


def test_a_document_without_title_or_language_is_found() -> None:
    def bare(document: Any) -> None:
        document.core_properties.title = ""
        for language in list(document.styles.element.iter(qn("w:lang"))):
            language.getparent().remove(language)

    assert codes(bare) == ["docx.title", "docx.language"]


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
