"""The laid-out pages: form follows content, and both PDFs come from one layout."""

import ctypes
import io

import msgspec
import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Note, Paragraph, Section, Text
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers.layout import Layout, lay_out
from publisher.writers.pages.document import pages_markup
from publisher.writers.press import write_print
from publisher.writers.screen import write_screen
from tests.samples import bulletin

THEME = load_theme("gazette")
MM = 72 / 25.4
BULLETIN = bulletin(articles=5, paragraphs=6)


@pytest.fixture(scope="module")
def layout() -> Layout:
    report = Report()
    made = lay_out(BULLETIN, THEME, Media(), report)
    assert [f.message for f in report.findings if f.code == "layout.warning"] == []
    return made


@pytest.fixture(scope="module")
def press(layout: Layout) -> bytes:
    return write_print(BULLETIN, THEME, Media(), layout, Report())


@pytest.fixture(scope="module")
def screen(layout: Layout) -> bytes:
    return write_screen(BULLETIN, THEME, Media(), layout, Report())


@pytest.mark.parametrize(("articles", "contents", "cover"), [(1, False, False), (4, True, False), (12, True, True)])
def test_form_follows_content(articles: int, contents: bool, cover: bool) -> None:
    markup = pages_markup(bulletin(articles), THEME, Media(), Report())
    assert ('class="contents"' in markup) is contents
    assert ('class="cover"' in markup) is cover
    assert ('class="title-piece"' in markup) is not cover


def test_articles_are_where_the_layout_says(layout: Layout, screen: bytes) -> None:
    document = pypdfium2.PdfDocument(screen)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    assert list(layout.page_of) == ["a1", "a2", "a3", "a4", "a5"]
    for key, label in layout.page_of.items():
        flat = pages[int(label) - 1].replace("\r\n", " ")
        assert f"A bridge before the ice, part {key[1:]}" in flat


def test_print_boxes_are_trim_and_exactly_the_bleed(press: bytes) -> None:
    with pikepdf.open(io.BytesIO(press)) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            assert (right - left, top - bottom) == pytest.approx((210 * MM, 297 * MM), abs=0.01)
            around = [left - 3 * MM, bottom - 3 * MM, right + 3 * MM, top + 3 * MM]
            assert [float(edge) for edge in page.bleedbox] == pytest.approx(around, abs=0.01)
            sheet = [left - 13 * MM, bottom - 13 * MM, right + 13 * MM, top + 13 * MM]
            assert [float(edge) for edge in page.mediabox] == pytest.approx(sheet, abs=0.01)
            assert "/Annots" not in page.obj


def test_screen_pages_are_the_trim_tagged_titled_and_linked(screen: bytes) -> None:
    with pikepdf.open(io.BytesIO(screen)) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.01)
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-US"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        links = [a for page in pdf.pages for a in page.obj.get("/Annots", []) if a.Subtype == "/Link"]
        assert {str(link.Dest) for link in links if "/Dest" in link} == {"a1", "a2", "a3", "a4", "a5"}
        assert [str(item.title) for item in pdf.open_outline().root] == [
            f"A bridge before the ice, part {n}" for n in range(1, 6)
        ]


def test_both_say_the_bulletins_metadata(press: bytes, screen: bytes) -> None:
    for data in (press, screen):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert str(pdf.docinfo["/Title"]) == "The Valley Bulletin"
            assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261124000000")
            with pdf.open_metadata() as xmp:
                assert xmp["dc:title"] == "The Valley Bulletin"
                assert xmp["dc:creator"] == ["Ilse Beispiel"]
                assert xmp["dc:publisher"] == {"the Valley Council"}
                assert xmp["dc:rights"] == "May be reprinted with attribution."
                assert xmp["dc:subject"] == {"bridge", "winter"}
                assert xmp["dc:identifier"] == "urn:uuid:2f1c1f2e-5c3f-5d1e-9a49-1f0d6d3f6f00"
                assert xmp["{http://prismstandard.org/namespaces/basic/3.0/}number"] == "7"


def test_only_the_themes_fonts_are_embedded_under_our_names(press: bytes) -> None:
    with pikepdf.open(io.BytesIO(press)) as pdf:
        names = {str(o.FontName) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/FontFile2" in o}
    assert names
    assert all("+publisher-" in name for name in names)


def test_writing_twice_gives_the_same_bytes(layout: Layout, press: bytes, screen: bytes) -> None:
    assert write_print(BULLETIN, THEME, Media(), layout, Report()) == press
    assert write_screen(BULLETIN, THEME, Media(), layout, Report()) == screen


def body_lines(data: bytes) -> list[list[float]]:
    """Baselines (pt below the top) of all body text, page by page, read from the file."""
    document = pypdfium2.PdfDocument(data)
    pages = []
    for number in range(len(document)):
        page, found = document[number], []
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            size, matrix = ctypes.c_float(), item.get_matrix()
            raw.FPDFTextObj_GetFontSize(item.raw, size)
            if abs(size.value * matrix.d - THEME.role.body.size) < 0.05:
                found.append(page.get_height() - matrix.f)
        pages.append(found)
    document.close()
    return pages


def test_body_lines_of_both_columns_sit_on_one_grid(screen: bytes) -> None:
    for lines in body_lines(screen):
        assert len(lines) > 10
        off = [y for y in lines if abs((y - lines[0] + 5) % THEME.page.baseline - 5) > 0.1]
        assert off == []


def test_links_lead_to_the_web_or_into_the_bulletin_and_nowhere_else() -> None:
    from publisher.metadata import Metadata
    from publisher.model import Article, Heading, Link, Paragraph, Section, Text

    targets = ("https://example.org/", "javascript:alert(1)", "file:///etc/passwd", "notes.html", "#part", "a1#part")
    links = tuple(Link(target, (Text(f"to {n} "),)) for n, target in enumerate(targets))
    body = (Heading((Text("Part"),), id="part"), Paragraph(links))
    hostile = Bulletin(bulletin().metadata, (Section((Article(Metadata(headline="H", language="en"), body),)),))
    report = Report()
    data = write_screen(hostile, THEME, Media(), None, report)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        notes = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
        outside = [str(note.A.URI) for note in notes if "/A" in note]
        inside = [str(note.Dest) for note in notes if "/Dest" in note]
    assert set(outside) == {"https://example.org/", "mailto:desk@example.org"}
    assert set(inside) == {"a1-part"}
    assert [finding.code for finding in report.findings] == ["link.dropped"] * 3


@pytest.mark.parametrize(("start", "pages"), [("run-on", {"1"}), ("page", {"1", "2", "3"})])
def test_an_article_starts_where_the_theme_says(start: str, pages: set[str]) -> None:
    theme = msgspec.structs.replace(THEME, page=msgspec.structs.replace(THEME.page, article_start=start))
    layout = lay_out(bulletin(articles=3, paragraphs=1), theme, Media(), Report())
    assert set(layout.page_of.values()) == pages


def test_nothing_outside_the_bulletin_is_read() -> None:
    from publisher.metadata import Metadata
    from publisher.model import Article, Link, Paragraph, Section, Text

    link = Link("https://example.org/x.png", (Text("outside"),))
    article = Article(Metadata(headline="H", language="en"), (Paragraph((link,)),))
    hostile = Bulletin(bulletin().metadata, (Section((article,)),))
    report = Report()
    lay_out(hostile, THEME, Media(), report)
    assert [f.message for f in report.findings] == []


def test_an_entry_of_the_contents_says_its_language_and_keeps_the_lists_direction() -> None:
    first, *rest = bulletin(4).articles
    foreign = msgspec.structs.replace(first, metadata=msgspec.structs.replace(first.metadata, language="ar"))
    markup = pages_markup(Bulletin(bulletin().metadata, (Section((foreign, *rest)),)), THEME, Media(), Report())
    assert '<a href="#a1" lang="ar" xml:lang="ar">' in markup


@pytest.mark.parametrize(("sentences", "told"), [(100, False), (260, True)])
def test_a_note_that_no_page_has_room_for_is_told(sentences: int, told: bool) -> None:
    note = Note((Paragraph((Text("The harbour master says a good deal. " * sentences),)),))
    text = Article(Metadata(headline="On the quay", language="en-US"), (Paragraph((Text("Words"), note)),))
    report = Report()
    lay_out(Bulletin(BULLETIN.metadata, (Section((text,)),)), THEME, Media(), report)
    found = [finding for finding in report.findings if finding.code == "layout.note"]
    assert bool(found) is told
    assert all("The harbour master" in finding.message and finding.where.article == "a1" for finding in found)
