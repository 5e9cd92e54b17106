"""HTML sources."""

import base64
from pathlib import Path

import pytest

from publisher import model as m
from publisher.errors import SourceError
from publisher.metadata import Metadata
from publisher.walk import article_text
from tests import pictures
from tests.readers.pandoc.desk import Reading, html


def text(article: m.Article) -> str:
    from publisher.walk import article_text

    return " ".join(article_text(article).split())


def page(body: str, head: str = "") -> Reading:
    return html(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")


def body(markup: str) -> tuple[m.Block, ...]:
    """The blocks of an article of which *markup* is the text."""
    return page(f"<h1>A</h1>{markup}").article.body


def paragraph(words: str, **said: object) -> m.Paragraph:
    return m.Paragraph((m.Text(words),), **said)  # type: ignore[arg-type]


def test_what_the_page_says_of_itself() -> None:
    head = (
        '<title>A day – The Site</title><meta name=author content="Ilse"><meta name=Author content="Peter">'
        '<meta name=keywords content="a, b"><meta name="dcterms.date" content="2026-11-24">'
        "<meta name=viewport content=x>"
    )
    reading = html(f"<html lang=EN_gb><head>{head}</head><body><h1>A day</h1><p>Text.</p></body></html>")
    assert reading.article.metadata == Metadata(
        headline="A day", by=("Ilse", "Peter"), language="en-GB", keywords=("a", "b"), version_created="2026-11-24"
    )
    assert reading.codes == []


@pytest.mark.parametrize(
    ("headings", "headline", "levels"),
    [
        ("<h1>A</h1><p>x</p><h2>B</h2>", "A", [1]),
        ("<p>x</p><h2>B</h2>", "Title", [1]),
        ("<h1>A</h1><p>x</p><h1>B</h1>", "Title", [1, 1]),
        ("<h1>Title</h1><p>x</p><h1>B</h1>", "Title", [1]),
        ("<header><div><h1>A</h1></div></header><section><h3>B</h3><p>x</p></section>", "A", [1]),
    ],
)
def test_the_heading_goes_before_the_title_unless_there_are_several(
    headings: str, headline: str, levels: list[int]
) -> None:
    article = page(headings, "<title>Title</title>").article
    assert article.metadata.headline == headline
    assert [block.level for block in article.body if isinstance(block, m.Heading)] == levels


@pytest.mark.parametrize("around", ["<main>{}</main>", "<div role=main>{}</div>", "<article>{}</article>"])
def test_only_the_main_part_is_read(around: str) -> None:
    article = page(f"<p>Menu</p>{around.format('<h1>A</h1><p>Text.</p>')}<p>Foot</p>").article
    assert article == m.Article(Metadata(headline="A", language="en-US"), (paragraph("Text."),))


def test_without_one_the_whole_body_is() -> None:
    assert page("<h1>A</h1><p>One.</p><footer><p>Two.</p></footer>").article.body == (
        paragraph("One."),
        paragraph("Two."),
    )


def test_what_pandoc_would_lose_of_paragraphs_and_lists_is_handed_on() -> None:
    found = body(
        "<p class=standfirst>S.</p><p id=x lang=fr>F.</p><p dir=rtl xml:lang=ar>R.</p><p class='x contact'>C.</p>"
        "<blockquote lang=de><p>Q.</p></blockquote><ul id=l><li>L.</li></ul><p class=verse>a<br>b</p><a href='#x'>x</a>"
    )
    assert found == (
        paragraph("F.", id="x", language="fr"),
        paragraph("R.", language="ar", direction="rtl"),
        paragraph("C.", role=m.Role.CONTACT),
        m.Quotation((paragraph("Q."),), language="de"),
        m.ItemList(((paragraph("L."),),), id="l"),
        m.Verse(((m.Text("a"),), (m.Text("b"),))),
        m.Paragraph((m.Link("#x", (m.Text("x"),)),)),
    )
    assert page("<h1>A</h1><p class=standfirst>S.</p><p>x</p>").article.metadata.standfirst == "S."


def test_careless_markup_is_mended_first() -> None:
    (table,) = body("<table><tr><td colspan=2>a<tr><td>b<td>c</table>")
    assert isinstance(table, m.Table)
    assert [[cell.colspan for cell in row.cells] for row in table.body] == [[2], [1, 1]]
    assert body("<p>one<p>two <b>bold<i>both</b>")[0] == paragraph("one")


def test_spans_of_cells_are_bounded() -> None:
    (table,) = body("<table><tr><td colspan=100000000 rowspan=100000000>a</table>")
    assert isinstance(table, m.Table)
    assert len(table.columns) <= 1000


def test_task_lists_and_readings_above_words() -> None:
    boxes = "<ul class=task-list><li><label><input type=checkbox checked>done</label></li></ul>"
    assert body(boxes) == (m.ItemList(((paragraph("☒ done"),),)),)
    assert body("<p><ruby>漢<rt>kan</rt></ruby>字</p>") == (paragraph("漢(kan)字"),)
    assert body("<p><ruby>漢<rp>[</rp><rt>kan</rt><rp>]</rp></ruby></p>") == (paragraph("漢[kan]"),)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>secret()</script>",
        "<style>secret {}</style>",
        "<template><p>secret</p></template>",
        "<noscript><p>secret</p></noscript>",
        "<!-- secret -->",
        "<?php secret() ?>",
    ],
)
def test_what_says_nothing_goes_without_a_word(markup: str) -> None:
    reading = page(f"<h1>A</h1><p>One {markup}two.</p>")
    assert (text(reading.article), reading.codes) == ("A One two.", [])


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src='secret'></iframe>",
        "<object data=x>secret</object>",
        "<embed src=secret>",
        "<video src=x>secret</video>",
        "<svg><text>secret</text></svg>",
        "<button>secret</button>",
        "<nav>secret</nav>",
        "<span hidden>secret</span>",
        "<p style='Display : none'>secret</p>",
    ],
)
def test_what_a_page_shows_and_print_cannot_is_told(markup: str) -> None:
    reading = page(f"<h1>A</h1><p>One</p> {markup} <p>two.</p>")
    assert (text(reading.article), reading.codes) == ("A One two.", ["pandoc.dropped"])
    assert "secret" in (reading.report.findings[0].before or "")


def test_a_form_around_the_page_hides_nothing() -> None:
    assert (
        text(page("<form action=x><article><h1>A</h1><p>One <input name=x>two.</p></article></form>").article)
        == "A One two."
    )


def test_the_hostile_page_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(pictures.png())
    (tmp_path / "issue").mkdir()
    reading = html(
        "<h1 onclick='x()'>A<script>x()</script></h1><base href='file:///etc/'>"
        "<p><a href='javascript:x'>one</a> <a href='JaVa&#09;Script:x'>two</a> <a href='data:text/html,x'>three</a>"
        "<img src='file:///etc/passwd' alt=x><img src='http://127.0.0.1:9/a.png' alt=x><img src='../secret.png' alt=x>"
        "<img src='data:image/svg+xml,%3Csvg/%3E' alt=x></p><link rel=stylesheet href='http://127.0.0.1:9/x.css'>",
        tmp_path / "issue",
    )
    assert text(reading.article) == "A one two three"
    assert sorted(reading.codes) == [
        *["link.dropped"] * 3,
        *["media.outside", "media.outside", "media.remote", "media.unreadable"],
    ]
    assert len(reading.media) == 0


def test_pictures_with_and_without_words(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(pictures.png())
    data = base64.b64encode(pictures.jpeg()).decode()
    reading = html(
        "<h1>A</h1><figure><img src=a.png alt='A square' data-credit='Photo: X'>"
        "<figcaption>Square</figcaption></figure>"
        "<p><img src=a.png alt=''></p><p><img src=a.png role=presentation></p>"
        f"<p><img src='data:image/jpeg;base64,{data}' alt='J'></p>"
        "<p><a href='big.html'><img src=a.png alt=L></a></p><p><img src=a.png alt=C></p><p class=caption>Words</p>",
        tmp_path,
    )
    figures = [block for block in reading.article.body if isinstance(block, m.Figure)]
    assert [(f.image.alt, f.image.decorative) for f in figures] == [
        ("A square", False),
        (None, True),
        (None, True),
        ("J", False),
        ("L", False),
        ("C", False),
    ]
    assert (figures[0].caption, figures[0].credit) == ((m.Text("Square"),), "Photo: X")
    assert figures[-1].caption == (m.Text("Words"),)
    assert len(reading.media) == 2
    assert reading.codes == ["media.no-credit"]
    assert html("<h1>A</h1><p><img src=a.png>", tmp_path).codes == ["media.no-alt"]


@pytest.mark.parametrize(
    ("declared", "codec", "found"),
    [
        ("<meta charset=koi8-r>", "koi8-r", "Заседание"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "cp1251", "Заседание"),
        ("<meta charset=latin-1>", "cp1252", "“Façade”"),
        ("<meta charset=koi8-r>", "utf-8", "Заседание"),
        ("<meta charset=nonsense>", "utf-8", "Заседание"),
    ],
)
def test_a_declared_encoding_is_believed_where_the_bytes_agree(declared: str, codec: str, found: str) -> None:
    data = f"<html><head>{declared}</head><body><h1>{found}</h1><p>x</p></body></html>".encode(codec)
    reading = Reading("a.html", data)
    assert (reading.article.metadata.headline, reading.codes) == (found, [])


def test_what_nests_too_deep_is_refused() -> None:
    for markup in ("<div>" * 100_000, "<blockquote>" * 100, "<i>" * 100):
        with pytest.raises(SourceError, match="nested"):
            page(f"<h1>A</h1>{markup}x")


def test_an_empty_page_is_an_error() -> None:
    for data in ("", "<html></html>", "<p></p>", "<!-- x -->"):
        assert html(data).codes == ["structure.empty"]


@pytest.mark.parametrize("columns", ["<col>", "<colgroup><col></colgroup>", '<col span="2">', "<col><col>", ""])
def test_cells_beyond_the_columns_that_a_table_names_are_kept(columns: str) -> None:
    reading = html(f"<table>{columns}<tr><td>one</td><td>two</td></tr></table>")
    assert article_text(reading.article).split() == ["one", "two"]
    assert "pandoc.dropped" not in reading.codes
