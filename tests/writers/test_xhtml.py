"""The markup behind PDF and EPUB: well-formed, complete, and harmless."""

from xml.etree import ElementTree

from hypothesis import given

from publisher.metadata import Dateline, Metadata
from publisher.model import (
    Article,
    Cell,
    Code,
    Column,
    Emphasis,
    Heading,
    ItemList,
    Link,
    Note,
    Paragraph,
    Role,
    Row,
    Span,
    Table,
    Text,
)
from publisher.preflight.segments import article_words
from publisher.theme.css import Medium
from publisher.theme.loading import load_theme
from publisher.writers.xhtml import ArticleMarkup
from tests.strategies import articles

THEME = load_theme("gazette")


def written(article: Article, medium: Medium = Medium.PRINT) -> ElementTree.Element:
    markup = ArticleMarkup(article, "a1", medium, link=lambda target: target, picture=lambda *_: "")
    names = 'xmlns:epub="http://www.idpf.org/2007/ops"'
    return ElementTree.fromstring(f"<article {names}>{markup.body(2)}</article>")


def words(element: ElementTree.Element) -> str:
    return "".join("".join(element.itertext()).split())


@given(articles)
def test_every_word_is_written_in_order(article: Article) -> None:
    expected = "".join(segment.text for segment in article_words(Article(Metadata(), article.body), "a1", THEME).text)
    assert words(written(article)) == "".join(expected.split())


def test_the_dateline_runs_in_before_the_first_paragraph_with_its_dash() -> None:
    article = Article(
        Metadata(dateline=Dateline("ASTANA – ", "ASTANA")),
        (Paragraph((Text("The Kazakh delegation"),)), Paragraph((Text("More."),))),
    )
    first, second = written(article)
    assert "".join(first.itertext()) == "ASTANA – The Kazakh delegation"
    assert first.find("b[@class='dateline']").text == "ASTANA"  # type: ignore[union-attr]
    assert second.text == "More."


def test_a_dateline_passes_over_what_is_no_running_text() -> None:
    article = Article(
        Metadata(dateline=Dateline("BONN – ")),
        (Paragraph((Text("Contact us"),), role=Role.CONTACT), Paragraph((Text("It began."),))),
    )
    assert ["".join(p.itertext()) for p in written(article)] == ["Contact us", "BONN – It began."]


def test_copy_cannot_become_markup() -> None:
    article = Article(Metadata(), (Paragraph((Text('<script>alert("x")</script> & co'),)),))
    (paragraph,) = written(article)
    assert paragraph.text == '<script>alert("x")</script> & co'


def test_targets_and_languages_are_attributes() -> None:
    article = Article(
        Metadata(),
        (
            Heading((Text("Part"),), level=1, id="part"),
            Paragraph((Link('https://x.org/?a="b"&c', (Text("x"),)), Span((Text("שלום"),), "he", "rtl"))),
        ),
    )
    heading, paragraph = written(article)
    assert (heading.tag, heading.get("class")) == ("h2", "heading-1")
    assert (heading.get("id") or "").startswith("a1")
    assert paragraph[0].get("href") == 'https://x.org/?a="b"&c'
    assert (paragraph[1].get("lang"), paragraph[1].get("dir")) == ("he", "rtl")


def test_tables_say_head_scope_span_and_alignment() -> None:
    def cell(words: str, **more: int) -> Cell:
        return Cell((Paragraph((Text(words),)),), **more)  # type: ignore[arg-type]

    table = Table(
        (Column(), Column(alignment="end")),
        head=(Row((cell("Town"), cell("Votes"))),),
        body=(Row((cell("All", colspan=2),)), Row((cell("A"), cell("9")))),
        caption=(Text("Results"),),
    )
    (written_table,) = written(Article(Metadata(), (table,)))
    assert written_table[0].tag == "caption"
    heads = written_table.findall("thead/tr/th")
    assert [head.get("scope") for head in heads] == ["col", "col"]
    assert heads[1].get("class") == "align-end"
    assert written_table.find("tbody/tr/td").get("colspan") == "2"  # type: ignore[union-attr]


def test_numbered_lists_keep_start_and_style() -> None:
    item = (Paragraph((Text("x"),)),)
    (plain, numbered) = written(
        Article(Metadata(), (ItemList((item,)), ItemList((item,), ordered=True, start=3, style="lower-alpha")))
    )
    assert plain.tag == "ul"
    assert (numbered.tag, numbered.get("start")) == ("ol", "3")
    assert numbered.get("style") == "list-style-type: lower-alpha; counter-reset: list-item 2"


def test_notes_stand_at_their_call_in_print_and_are_gathered_for_reading() -> None:
    note = Note((Paragraph((Text("Aside."),)),))
    article = Article(Metadata(), (Paragraph((Text("Word"), note, Emphasis((Text(" more"),)))),))
    (printed,) = written(article)
    assert "".join(printed.itertext()) == "WordAside. more"
    markup = ArticleMarkup(article, "a1", Medium.READING, link=lambda target: target, picture=lambda *_: "")
    assert 'role="doc-noteref"' in markup.body(2)
    assert markup.notes == [note]


def test_acronyms_say_what_they_stand_for_where_nothing_else_does() -> None:
    metadata = Metadata(acronyms={"VW": "Valley <Wire>", "VWS": "Valley Wire Service"})
    body = (Paragraph((Text("The Valley Wire Service (VWS) is VWS & no VWSX; VW's & VW."), Code("VW"))),)
    for medium, number in ((Medium.PRINT, 0), (Medium.READING, 3)):
        root = written(Article(metadata, body), medium)
        found = list(root.iter("abbr"))
        assert len(found) == number
        assert "".join(root.itertext()) == "The Valley Wire Service (VWS) is VWS & no VWSX; VW's & VW.VW"
    assert [(abbr.text, abbr.get("title")) for abbr in found] == [
        ("VWS", "Valley Wire Service"),
        ("VW", "Valley <Wire>"),
        ("VW", "Valley <Wire>"),
    ]
