"""The document as a whole: what stands in it and in which order, its sections, columns, head and foot."""

import io
from typing import Any
from xml.etree.ElementTree import Element

import msgspec
import pytest
from PIL import Image

from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Paragraph, Section, Table, Text
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Theme
from publisher.writers.layout import Layout
from publisher.writers.pages.flow import Flow
from tests.samples import bulletin, metadata
from tests.writers.docx.samples import (
    W,
    body,
    every_span,
    gazette,
    issue,
    lines_of,
    parts,
    say,
    seed,
    single,
    style_of,
    words_of,
    written,
)

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COLOPHON = "The Bulletin is published by the Press Office. Reproduction permitted with attribution. press@example.org"


def sections(data: bytes) -> list[dict[str, Any]]:
    """What each section says of itself, in order."""
    return [
        {
            "columns": int(section.find(f"{W}cols").get(f"{W}num")),
            "start": section.find(f"{W}type").get(f"{W}val"),
            "first apart": section.find(f"{W}titlePg") is not None,
            "rtl": section.find(f"{W}bidi") is not None,
        }
        for section in parts(data)["word/document.xml"].iter(f"{W}sectPr")
    ]


def with_form(**form: int) -> Theme:
    theme = gazette()
    return msgspec.structs.replace(theme, form=msgspec.structs.replace(theme.form, **form))


def test_the_seed_has_title_piece_head_text_and_colophon_in_named_styles() -> None:
    assert [(style, words) for style, words in lines_of(seed()) if words][:8] == [
        ("Folio", "No. 47\tTuesday, November 24, 2026\tEnglish edition"),
        ("Title", "The Bulletin"),
        ("Kicker", "Environment"),
        ("Heading1", "Ministers meet on the river's future"),
        ("Standfirst", "Four countries share the water, and none of them measures it."),
        ("Byline", "Kazinform"),
        (
            "FirstParagraph",
            "ASTANA – The Kazakh delegation proposed a common gauge at each of the eleven border crossings.",
        ),
        ("BodyText", "“What is not measured can't be shared,” its chairwoman said on the first day of the talks."),
    ]
    assert lines_of(seed())[-1] == ("Colophon", COLOPHON)


def test_nothing_in_the_body_has_a_form_of_its_own_but_its_style() -> None:
    allowed = {f"{W}{name}" for name in ("pStyle", "numPr", "bidi", "sectPr")}
    for properties in body(written(seed())).iter(f"{W}pPr"):
        assert {child.tag for child in properties} <= allowed


def test_heads_run_over_the_page_and_text_in_columns_of_equal_length() -> None:
    assert [(s["columns"], s["start"]) for s in sections(written(seed()))] == [
        (1, "nextPage"),
        (2, "continuous"),
        (1, "continuous"),
    ]


@pytest.mark.parametrize(("columns", "expected"), [(1, [1]), (3, [1, 3, 1])])
def test_the_theme_says_how_many_columns(columns: int, expected: list[int]) -> None:
    assert [s["columns"] for s in sections(written(seed(), gazette(columns=columns)))] == expected


def test_page_margins_and_column_gap_are_the_themes() -> None:
    section = next(parts(written(seed()))["word/document.xml"].iter(f"{W}sectPr"))
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [margins.get(W + side) for side in ("top", "right", "bottom", "left")] == ["1020", "1020", "1247", "1020"]
    assert section.find(f"{W}cols").get(f"{W}space") == "454"


def test_a_table_at_the_end_of_an_article_does_not_end_the_section() -> None:
    children = list(body(written(single(say("Words."), every_span()))))
    after = children[[child.tag for child in children].index(f"{W}tbl") + 1]
    assert style_of(after) == "BodyText"
    assert after.find(f"{W}pPr/{W}sectPr") is not None


def test_articles_run_on_under_a_hairline_or_start_a_page() -> None:
    assert [style for style, _ in lines_of(bulletin(2))].count("ArticleRule") == 2
    starts = [s["start"] for s in sections(written(bulletin(2), gazette(article_start="page")))]
    assert starts == ["nextPage", "continuous", "nextPage", "continuous", "continuous"]
    assert [style for style, _ in lines_of(bulletin(2), gazette(article_start="page"))].count("ArticleRule") == 1


def test_a_section_shows_its_title_once_over_its_first_article() -> None:
    text = (say("Words."),)
    articles = (Article(Metadata(headline="One"), text), Article(Metadata(headline="Two"), text))
    styles = [style for style, words in lines_of(Bulletin(metadata(), (Section(articles, "At home"),))) if words]
    assert styles[2:7] == ["SectionTitle", "Heading1", "FirstParagraph", "Heading1", "FirstParagraph"]


def test_the_subtitle_stands_under_the_masthead() -> None:
    assert lines_of(single(say("Words."), subtitle="News of the quay"))[2] == ("Tagline", "News of the quay")


def test_a_brand_has_words_and_a_logo_of_its_own_in_the_masthead() -> None:
    theme = gazette()
    buffer = io.BytesIO()
    Image.new("RGB", (60, 20), "#9b1c2c").save(buffer, "PNG")
    marks = msgspec.structs.replace(theme.marks, masthead="Valley", logo=buffer.getvalue())
    data = written(seed(), msgspec.structs.replace(theme, marks=marks))
    styles = [(style_of(p), words_of(p)) for p in body(data).iter(f"{W}p")][:3]
    assert [style for style, _ in styles] == ["Folio", "Logo", "Title"]
    assert styles[2][1] == "Valley"
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    picture = next(body(data).iter(f"{drawing}docPr"))
    assert picture.get("descr") == "the Press Office"


def test_without_a_word_about_the_publisher_a_rule_ends_the_last_columns() -> None:
    bare = single(say("Words."), publisher=None, rights=None, contact=None)
    assert lines_of(bare)[-1] == ("ArticleRule", "")
    assert sections(written(bare))[-1]["columns"] == 1


@pytest.mark.parametrize(("articles", "listed"), [(3, False), (4, True), (11, True)])
def test_contents_come_with_the_articles(articles: int, listed: bool) -> None:
    assert ("TOCHeading" in dict(lines_of(bulletin(articles)))) is listed


def test_contents_are_a_field_that_is_filled_in_with_the_pages_of_the_layout() -> None:
    pages = {"a1": "1", "a2": "3"}
    data = written(
        bulletin(2),
        with_form(contents_from=2),
        Layout(None, pages, Element("html"), Flow((), frozenset(), ()), load_theme("gazette")),
    )
    entries = [p for p in body(data).iter(f"{W}p") if style_of(p) == "TOC1"]
    assert [words_of(entry) for entry in entries] == [
        "A bridge before the ice, part 1\t1",
        "A bridge before the ice, part 2\t3",
    ]
    assert [entry.find(f"{W}hyperlink").get(f"{W}anchor") for entry in entries] == ["a1", "a2"]
    codes = [(code.text or "").split()[:2] for entry in entries for code in entry.iter(f"{W}instrText")]
    assert codes == [["TOC", "\\o"], ["PAGEREF", "a1"], ["PAGEREF", "a2"]]
    assert entries[0][1].find(f"{W}fldChar").get(f"{W}fldCharType") == "begin"
    assert ends_of_fields(body(data)) == ["ArticleRule"]
    assert "updateFields" not in {child.tag.removeprefix(W) for child in parts(data)["word/settings.xml"]}


def ends_of_fields(document: Any) -> list[str | None]:
    """The styles of the paragraphs that fields of more than one paragraph end in."""
    found: list[str | None] = []
    for paragraph in document.iter(f"{W}p"):
        kinds = [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")]
        if kinds.count("end") > kinds.count("begin"):
            found.append(style_of(paragraph))
    return found


def test_contents_under_the_title_stand_in_columns_as_in_print() -> None:
    assert [s["columns"] for s in sections(written(bulletin(2), with_form(contents_from=2)))][:3] == [1, 2, 1]


def test_contents_without_a_layout_have_no_numbers() -> None:
    lines = lines_of(bulletin(2), with_form(contents_from=2))
    assert next(words for style, words in lines if style == "TOC1") == "A bridge before the ice, part 1"


def test_contents_name_sections_and_texts_without_a_headline() -> None:
    articles = (Article(Metadata(headline="One"), (say("Words."),)), Article(Metadata(), (say("A lede."),)))
    theme = with_form(contents_from=1)
    lines = lines_of(Bulletin(metadata(), (Section(articles, "At home"),)), theme)
    assert [words.partition("\t")[0] for style, words in lines if style == "TOC1"][:2] == ["At home", "One"]
    data = written(Bulletin(metadata(), (Section(articles),)), theme)
    hidden = [code.text for code in body(data).iter(f"{W}instrText") if "TC " in (code.text or "")]
    assert len(hidden) == 1
    assert "lede" in hidden[0]


def test_a_long_issue_has_a_cover_and_a_page_of_contents() -> None:
    data = written(bulletin(2, subtitle="News of the quay"), with_form(cover_from=2))
    lines = [(style_of(p), words_of(p)) for p in body(data).iter(f"{W}p")]
    found = ["Folio", "CoverTitle", "Subtitle", "CoverHeadline", "CoverHeadline", "TOCHeading", "TOC1"]
    assert [style for style, _ in lines][: len(found)] == found
    assert "Title" not in dict(lines)
    assert ends_of_fields(body(data)) == ["TOC1"]
    assert [s["start"] for s in sections(data)][:4] == ["nextPage", "nextPage", "nextPage", "continuous"]


def test_a_cover_shows_the_first_headlines_under_their_kickers() -> None:
    data = written(bulletin(6), with_form(cover_from=2))
    leads = [p for p in body(data).iter(f"{W}p") if style_of(p) == "CoverHeadline"]
    assert [words_of(lead) for lead in leads] == [f"Towns\nA bridge before the ice, part {n}" for n in (1, 2, 3, 4)]
    assert leads[0].find(f"{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "CoverKicker"


def test_contents_behind_a_cover_fill_their_page() -> None:
    styles = parts(written(bulletin(2), with_form(cover_from=2)))["word/styles.xml"]
    sizes = {
        name: styles.find(f"{W}style[@{W}styleId='{name}']/{W}rPr/{W}sz").get(f"{W}val")
        for name in ("TOCHeading", "Heading1")
    }
    assert sizes["TOCHeading"] == sizes["Heading1"]


def test_the_foot_has_name_page_and_date_and_only_later_pages_have_a_head() -> None:
    data = written(seed())
    found = parts(data)
    first = next(found["word/document.xml"].iter(f"{W}sectPr"))
    kinds = [(child.tag.removeprefix(W), child.get(f"{W}type")) for child in first if child.get(f"{W}type")]
    assert kinds == [("headerReference", "default"), ("footerReference", "default"), ("footerReference", "first")]
    assert sections(data)[0]["first apart"]
    foot = found["word/footer1.xml"]
    assert words_of(foot) == "The Bulletin · No. 47\t1\tNovember 24, 2026"
    assert [code.text for code in foot.iter(f"{W}instrText")] == [" PAGE "]
    head = found["word/header1.xml"]
    assert words_of(head) == "The Bulletin\t\tMinisters meet on the river's future"
    assert [code.text for code in head.iter(f"{W}instrText")] == [" STYLEREF 1 "]


def test_a_theme_without_rules_has_none_around_title_and_cover() -> None:
    journal = load_theme("journal")
    for subtitle, found in ((None, ["Folio", "FreeTitle"]), ("News", ["Folio", "Title", "FreeTagline"])):
        lines = lines_of(issue(*seed().articles, subtitle=subtitle), journal)
        assert [style for style, _ in lines][: len(found) + 1] == [*found, "Kicker"]
    styles = parts(written(seed(), journal))["word/styles.xml"]
    assert styles.find(f"{W}style[@{W}styleId='CoverHeadline']/{W}pPr/{W}pBdr") is None


def test_the_rule_of_a_letterhead_is_no_empty_paragraph_that_readers_drop() -> None:
    assert ("HeadRule", "\t") in lines_of(seed(), load_theme("letter"))


def test_a_centred_standfirst_stands_in_on_both_sides() -> None:
    styles = parts(written(seed(), load_theme("journal")))["word/styles.xml"]
    sides = styles.find(f"{W}style[@{W}styleId='Standfirst']/{W}pPr/{W}ind")
    assert sides.get(f"{W}left") == sides.get(f"{W}right") != "0"


def test_a_head_never_shows_the_headline_of_another_article() -> None:
    assert words_of(parts(written(bulletin(2)))["word/header1.xml"]) == "The Valley Bulletin\t\t"


def test_a_head_asks_for_no_headline_where_there_is_none() -> None:
    data = written(issue(Article(Metadata(), (say("A lede."),))))
    assert not list(parts(data)["word/header1.xml"].iter(f"{W}instrText"))


def test_facing_pages_are_mirrored() -> None:
    found = parts(written(seed(), gazette(facing=True)))
    assert words_of(found["word/footer3.xml"]) == "November 24, 2026\t1\tThe Bulletin · No. 47"
    switches = {child.tag.removeprefix(W) for child in found["word/settings.xml"]}
    assert {"mirrorMargins", "evenAndOddHeaders"} <= switches


def test_an_issue_from_right_to_left_says_so_once() -> None:
    arabic = single(say("انعقد الاجتماع في موعده."), language="ar", title="النشرة")
    data = written(arabic)
    assert all(section["rtl"] for section in sections(data))
    assert parts(data)["word/styles.xml"].find(f"{W}docDefaults//{W}bidi") is not None
    assert not list(body(data).iterfind(f".//{W}pPr/{W}bidi"))
    turned = [run.find(f"{W}rPr/{W}rtl") is not None for run in body(data).iter(f"{W}r") if "موعده" in words_of(run)]
    assert turned == [True]


def test_settings_hyphenate_and_are_of_todays_word() -> None:
    settings = parts(written(seed()))["word/settings.xml"]
    assert settings.find(f"{W}autoHyphenation") is not None
    mode = next(s for s in settings.iter(f"{W}compatSetting") if s.get(f"{W}name") == "compatibilityMode")
    assert mode.get(f"{W}val") == "15"


@pytest.mark.parametrize("empty", [(), (Table(()),), (Paragraph((Text("\x00\ufffe"),)),)])
def test_an_article_of_nothing_makes_a_document_all_the_same(empty: tuple[Any, ...]) -> None:
    assert [style for style, _ in lines_of(issue(Article(Metadata(), empty)))][-1] == "Colophon"
