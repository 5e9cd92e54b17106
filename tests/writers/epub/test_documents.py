"""Cover page, articles, navigation and colophon: structure, languages, notes that lead back."""

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from publisher.metadata import Metadata
from publisher.model import Article, Heading, Paragraph, Section, Text, ThematicBreak
from publisher.report import Report
from publisher.writers.epub.documents import article_documents, colophon, cover_page, document
from publisher.writers.epub.navigation import navigation
from publisher.writers.heads import title
from tests.strategies import articles
from tests.writers.epub.books import SAMPLES, THEME, files, found, tree
from tests.writers.epub.samples import every_node, issue, plain, say

XML = "{http://www.w3.org/XML/1998/namespace}lang"


def words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


@pytest.mark.parametrize("name", SAMPLES)
def test_every_document_says_language_direction_and_title(name: str) -> None:
    bulletin = SAMPLES[name]()
    tags = {f"a{n}.xhtml": article.metadata.language for n, article in enumerate(bulletin.articles, 1)}
    documents = [file for file in files(name) if file.endswith(".xhtml")]
    assert len(documents) == len(bulletin.articles) + 3
    for file in documents:
        root = tree(name, file)
        tag = tags.get(file) or bulletin.metadata.language
        assert (root.get("lang"), root.get(XML)) == (tag, tag)
        assert root.get("dir") == ("rtl" if tag == "ar" else "ltr")
        assert found(root, "string(//x:title)") != []
        assert found(root, "//x:link/@href") == ["style.css"]


def test_an_article_is_titled_by_its_headline_or_its_lede() -> None:
    titles = [words(found(tree("every node", f"a{n}.xhtml"), "//x:title")[0]) for n in (1, 2)]
    assert titles == [title(article) for article in every_node().articles[:2]]
    assert titles[1].startswith("Plain, stressed, strong both")


def test_the_headline_is_the_first_heading_and_the_articles_own_follow() -> None:
    root = tree("every node", "a1.xhtml")
    headings = found(root, "//*[self::x:h1 or self::x:h2 or self::x:h3 or self::x:h4]")
    assert [etree.QName(heading).localname for heading in headings] == ["h1", "h2", "h3", "h4"]
    assert words(headings[0]) == "Every kind of “block” & <mark>"
    (label,) = found(root, "//x:article/@aria-labelledby")
    assert found(root, f"//*[@id = '{label}']") == headings[:1]


def test_an_article_without_headline_has_a_name_to_be_called_by() -> None:
    root = tree("every node", "a2.xhtml")
    assert found(root, "//x:h1") == []
    assert found(root, "//x:article/@aria-label") == [title(every_node().articles[1])]


def test_the_copy_reads_as_it_came() -> None:
    first, *_ = found(tree("plain", "a1.xhtml"), "//x:div[@class = 'text']/x:p")
    assert words(first).startswith("ASTANA – The council voted")
    assert words(found(first, "x:b[@class = 'dateline']")[0]) == "ASTANA"


def test_a_section_is_titled_above_its_first_article_alone() -> None:
    above = [
        [words(element) for element in found(tree("every node", f"a{n}.xhtml"), "//x:p[@class = 'section-title']")]
        for n in (1, 2, 3, 4)
    ]
    assert above == [["At home"], [], ["Abroad & beyond"], []]
    (first,) = found(tree("every node", "a3.xhtml"), "//x:p[@class = 'section-title']")
    assert first.get("lang") == "en-US"


def test_contents_nest_articles_in_their_sections() -> None:
    (contents,) = found(tree("every node", "nav.xhtml"), "//x:nav[@epub:type = 'toc']/x:ol")
    assert [found(item, "x:a/@href") for item in found(contents, "x:li")] == [["a1.xhtml"], ["a3.xhtml"], ["a4.xhtml"]]
    inner = [found(item, "x:ol/x:li/x:a/@href") for item in found(contents, "x:li")]
    assert inner == [["a1.xhtml", "a2.xhtml"], ["a3.xhtml"], []]
    (arabic,) = found(contents, "x:li/x:a[@href = 'a4.xhtml']")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")


def test_a_single_article_has_contents_too() -> None:
    entries = found(tree("plain", "nav.xhtml"), "//x:nav[@epub:type = 'toc']//x:a")
    assert [(entry.get("href"), words(entry)) for entry in entries] == [("a1.xhtml", title(plain().articles[0]))]


def test_landmarks_lead_to_cover_contents_and_text() -> None:
    (marks,) = found(tree("plain", "nav.xhtml"), "//x:nav[@epub:type = 'landmarks']")
    assert marks.get("hidden") == "hidden"
    assert found(marks, ".//x:a/@href") == ["cover.xhtml", "nav.xhtml#toc", "a1.xhtml"]
    assert found(marks, ".//x:a/@epub:type") == ["cover", "toc", "bodymatter"]
    assert words(found(tree("Russian", "nav.xhtml"), "//x:nav[@epub:type = 'landmarks']//x:a")[1]) == "Содержание"


def test_notes_and_their_calls_lead_to_each_other() -> None:
    root = tree("every node", "a2.xhtml")
    calls = found(root, "//x:a[@role = 'doc-noteref']")
    notes = found(root, "//x:aside[@epub:type = 'footnote' and @role = 'doc-footnote']")
    backs = found(root, "//x:aside//x:a[@role = 'doc-backlink']")
    assert len(calls) == len(notes) == len(backs) == 5
    by_name = {note.get("id"): back for note, back in zip(notes, backs, strict=True)}
    for call in calls:
        back = by_name[call.get("href").removeprefix("#")]
        assert back.get("href") == f"#{call.get('id')}"
        assert words(back).strip() == words(call)
        assert back.get("aria-label") == f"Note {words(call)}. Back to the text"


def test_a_note_in_a_link_is_no_link_in_a_link() -> None:
    assert found(tree("every node", "a2.xhtml"), "//x:a//x:a") == []


def test_names_of_the_copy_never_meet_our_own() -> None:
    names = found(tree("every node", "a2.xhtml"), "//@id")
    assert {"a2-headline", "a2-note-1", "a2.note-1"} <= set(names)
    assert len(names) == len(set(names))


def test_the_cover_page_shows_folio_title_and_first_headlines() -> None:
    root = tree("Russian", "cover.xhtml")
    (cover,) = found(root, "//x:section[@epub:type = 'cover']")
    assert [words(part) for part in found(cover, "x:p[@class = 'folio']/x:span")] == [
        "№ 47",
        "вторник, 24 ноября 2026\u202fг.",
        "Издание на русском языке",
    ]
    assert [words(part) for part in found(cover, "x:h1")] == ["Бюллетень"]
    assert [words(part) for part in found(cover, "x:div/x:p[@class = 'headline cover-headline']")] == [
        "Совет порта сохранил ночной паром",
        "Мост подождёт",
    ]


def test_the_cover_shows_three_headlines_at_most() -> None:
    bulletin = issue(Section(tuple(Article(Metadata(headline=f"No {n}"), (say("x"),)) for n in range(5))))
    assert cover_page(bulletin, THEME, None).markup.count("cover-headline") == 3


def test_the_colophon_says_who_and_whom_to_write_to() -> None:
    root = tree("plain", "colophon.xhtml")
    (part,) = found(root, "//x:section[@epub:type = 'colophon' and @role = 'doc-colophon']")
    assert words(part).strip() == (
        "The Bulletin is published by the Press Office. Reproduction permitted with attribution. press@example.org"
    )
    assert found(part, ".//x:a/@href") == ["mailto:press@example.org"]


def test_a_contact_that_is_no_address_is_no_link() -> None:
    markup = colophon(issue(contact="<press> +7 777", publisher=None).metadata).markup
    assert "&lt;press&gt; +7 777" in markup
    assert "mailto" not in markup
    assert "<strong>The Bulletin</strong>" in markup


def test_what_xml_cannot_hold_is_left_out() -> None:
    made = document("x.xhtml", "a\x00b\x1f", "<p>c\ufffed\ud800</p>", "en", "bodymatter", issue().metadata)
    assert "<title>ab</title>" in made.markup
    assert "<p>cd</p>" in made.markup


def test_an_article_without_words_is_called_like_the_bulletin() -> None:
    bulletin = issue(Section((Article(Metadata(), (ThematicBreak(),)),)))
    (made,) = article_documents(bulletin, THEME, lambda _: "", Report())
    assert made.title == "The Bulletin"
    assert '<a href="a1.xhtml" data-leaf="contents.a1">The Bulletin</a>' in navigation(bulletin).markup


def test_links_between_articles_arrive() -> None:
    (link,) = found(tree("every node", "a2.xhtml"), "//x:a[. = 'the other article']/@href")
    file, _, name = link.partition("#")
    assert found(tree("every node", file), f"//*[@id = '{name}']") != []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(articles)
def test_every_article_is_well_formed_and_keeps_its_words(article: Article) -> None:
    heading = Heading((Text("Last words"),), id="last")
    article = Article(article.metadata, (*article.body, heading, Paragraph((Text("The end."),))))
    (made,) = article_documents(issue(Section((article,))), THEME, lambda _: "", Report())
    root = etree.fromstring(made.markup.encode())
    assert words(root).rstrip().endswith("The end.")
    assert found(root, "//*[@id = 'a1-last']") != []
