"""The screen PDF: its structure tree, its links and what it claims."""

import re

import msgspec
import pypdfium2
import pytest

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Cell, Column, Image, Row, Section, Table
from publisher.preflight.spoken import spoken
from publisher.report import Report
from publisher.theme.files import Screen
from publisher.writers.ninjs import write_item
from publisher.writers.screen import write_screen
from tests.samples import bulletin
from tests.writers.built import THEME, screen
from tests.writers.epub.samples import MEDIA, PICTURE, every_node, issue, plain, say
from tests.writers.screen.trees import finished, opened, tree


def test_a_note_follows_its_call_and_both_are_linked() -> None:
    with opened(screen("every node")) as pdf:
        top = tree(pdf)
        notes = list(top.all("Note"))
        assert len(notes) == len({str(note.object.ID) for note in notes}) == 5
        for element in top.all():
            for number, kid in enumerate(element.kids):
                if getattr(kid, "kind", "") == "Note":
                    assert element.kids[number - 1].kind == "Reference"
                    assert kid.kids[0].kind == "Lbl"
        names = pdf.Root.Names.Dests.Names
        known = {str(names[at]) for at in range(0, len(names), 2)}
        inside = {str(note.Dest) for page in pdf.pages for note in page.obj.get("/Annots", []) if "/Dest" in note}
        assert {name for name in inside if ".note-" in name} == {
            f"a2.note-{number}{end}" for number in range(1, 6) for end in ("", "-call")
        }
        assert inside <= known


def test_links_say_what_they_are_and_are_in_the_tree() -> None:
    with opened(screen("every node")) as pdf:
        linked = {kid[0].objgen for element in tree(pdf).all("Link") for kid in element.kids if len(kid) == 1}
        areas = [area for page in pdf.pages for area in page.obj.get("/Annots", [])]
        assert linked == {area.objgen for area in areas}
        said = {str(area.Contents) for area in areas}
    assert {"far", "near", "the other article", "Note", "Back to the text", "press@example.org"} <= said


def test_lists_tables_and_pictures_say_what_they_are() -> None:
    with opened(screen("every node")) as pdf:
        top = tree(pdf)
        assert [str(e.object.A.ListNumbering) for e in top.all("L")] == [
            "/Disc", "/Disc", "/LowerRoman", "/None", "/Disc"
        ]  # fmt: skip
        for item in top.all("LI"):
            assert [kid.kind for kid in item.kids] == ["Lbl", "LBody"]
        heads = [(str(cell.object.A.Scope)) for cell in top.all("TH")]
        assert heads == ["/Column", "/Column", "/Row"]
        assert [int(cell.object.A.ColSpan) for cell in top.all("TD") if "/ColSpan" in cell.object.A] == [2]
        figures = [element.object for element in top.all("Figure")]
        assert [str(figure.Alt) for figure in figures] == ["The quay at night", "dot"]
        for figure in figures:
            left, bottom, right, upper = map(float, figure.A.BBox)
            assert 0 < left < right < 596
            assert 0 < bottom < upper < 842


def test_a_table_without_heads_is_read_by_its_first_column() -> None:
    rows = tuple(Row((Cell((say(name),)), Cell((say(number),)))) for name, number in (("Boats", "11"), ("Crews", "9")))
    article = Article(Metadata(headline="A table"), (Table((Column(), Column()), body=rows), say("Words.")))
    with opened(finished(issue(Section((article,))))) as pdf:
        top = tree(pdf)
        assert [str(cell.object.A.Scope) for cell in top.all("TH")] == ["/Row", "/Row"]
        assert len(list(top.all("TD"))) == 2


def test_languages_are_said_where_they_change() -> None:
    with opened(screen("every node")) as pdf:
        said = [(e.kind, str(e.object.Lang)) for e in tree(pdf).all() if "/Lang" in e.object]
    assert {("Art", "ru"), ("Art", "ar"), ("Link", "ar"), ("Span", "fr"), ("P", "de"), ("P", "ar")} <= set(said)


def test_kicker_and_headline_are_one_heading() -> None:
    with opened(finished(plain())) as pdf:
        headings = list(tree(pdf).all("H1"))
        assert len(headings) == 1
        assert len(list(headings[0].marks())) >= 2
    with opened(finished(issue(Section((Article(Metadata(headline="Alone"), (say("Words."),)),))))) as pdf:
        assert [len(list(heading.marks())) for heading in tree(pdf).all("H1")] == [1]


def test_a_paragraph_over_columns_and_pages_is_one() -> None:
    with opened(screen("long paragraphs")) as pdf:
        articles = list(tree(pdf).all("Art"))
        assert len(articles) == 2
        assert [len(list(article.all("P"))) for article in articles] == [5, 5]
        turned = [p for article in articles for p in article.all("P") if len({page for page, _ in p.marks()}) == 2]
        assert turned


def test_letters_set_wide_are_read_as_words() -> None:
    kicker = msgspec.structs.replace(THEME.role.kicker, tracking=0.2)
    theme = msgspec.structs.replace(THEME, role=msgspec.structs.replace(THEME.role, kicker=kicker))
    data = write_screen(plain(), theme, MEDIA, None, Report())
    document = pypdfium2.PdfDocument(data)
    assert "\nTRANSPORT\r" in document[0].get_textpage().get_text_range()
    document.close()
    assert "TRANSPORT Harbour council" in " ".join(spoken(data).split())


def test_contents_are_read_with_their_page_numbers_last() -> None:
    said = " ".join(spoken(screen("every node")).split())
    assert re.search(r"CONTENTS AT HOME Every kind of “block” & <mark> 1 Plain, .* a new line 2 ABROAD", said)


def test_heads_and_feet_are_artifacts() -> None:
    with opened(screen("long paragraphs")) as pdf:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            assert len(re.findall(rb"/Artifact\s+<</Type /Pagination\s*/Subtype /Footer>>\s+BDC", content)) == 3


def test_break_hyphens_are_soft() -> None:
    with opened(screen("long paragraphs")) as pdf:
        soft = sum(page.Contents.read_bytes().count(b"FEFF00AD") for page in pdf.pages)
    assert soft > 10


@pytest.mark.parametrize(("standard", "part"), [("PDF/A-3a", "3"), ("PDF/A-2a", "2")])
def test_it_claims_what_the_settings_ask_for(standard: str, part: str) -> None:
    theme = msgspec.structs.replace(THEME, screen=Screen(standard))  # type: ignore[arg-type]
    with opened(write_screen(plain(), theme, MEDIA, None, Report())) as pdf, pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == f"{part}A"
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_a_picture_without_words_takes_the_claim_away() -> None:
    article = Article(Metadata(headline="Mute"), (say("A picture: ", Image(PICTURE, None)),))
    with opened(finished(issue(Section((article,))))) as pdf, pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == "3U"
        assert "{http://www.aiim.org/pdfua/ns/id/}part" not in xmp


def test_every_mark_has_one_owner_and_knows_it() -> None:
    with opened(screen("every node")) as pdf:
        marks = list(tree(pdf).marks())
        assert len(marks) == len(set(marks))
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        rows = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for element in tree(pdf).all():
            for kid in element.kids:
                if isinstance(kid, tuple) and len(kid) == 2 and not hasattr(kid, "kind"):
                    assert rows[kid[0]][kid[1]].objgen == element.object.objgen


def test_the_layout_stays_as_it_is() -> None:
    from publisher.writers.layout import lay_out

    layout = lay_out(bulletin(1), THEME, Media(), Report())
    before = [(page.bleed, list(page.links), dict(page.anchors)) for page in layout.document.pages]
    first = write_screen(bulletin(1), THEME, Media(), layout, Report())
    assert [(page.bleed, page.links, page.anchors) for page in layout.document.pages] == before
    assert write_screen(bulletin(1), THEME, Media(), layout, Report()) == first


def test_the_articles_ride_along_as_what_the_pages_were_made_from() -> None:
    bulletin_ = every_node()
    with opened(screen("every node")) as pdf:
        assert list(pdf.attachments) == ["a1.ninjs.json", "a2.ninjs.json", "a3.ninjs.json", "a4.ninjs.json"]
        for number, name in enumerate(pdf.attachments, 1):
            found = pdf.attachments[name]
            assert found.relationship == "/Source"
            assert found.get_file().mime_type == "application/json"
            assert found.get_file().read_bytes() == write_item(bulletin_, number, MEDIA, Report())
        assert len(pdf.Root.AF) == 4


def test_an_archive_that_takes_no_attachments_gets_none() -> None:
    theme = msgspec.structs.replace(THEME, screen=Screen("PDF/A-2a"))
    with opened(write_screen(plain(), theme, MEDIA, None, Report())) as pdf:
        assert len(pdf.attachments) == 0
        assert "/AF" not in pdf.Root


def test_what_is_never_published_is_in_no_attachment() -> None:
    known = Metadata(headline="H", language="en", ed_note="CANARY for desks only")
    data = finished(issue(Section((Article(known, (say("Words."),)),))))
    with opened(data) as pdf:
        assert all(b"CANARY" not in pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments)
