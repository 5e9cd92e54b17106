"""Blocks and inlines: each node in its style, with what the style leaves open said on the run."""

from typing import Any

import pytest
from hypothesis import given, settings

from publisher.metadata import Dateline, Metadata
from publisher.model import (
    Article,
    Block,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Quotation,
    Role,
    SmallCaps,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Verse,
)
from tests.strategies import blocks
from tests.writers.docx.samples import (
    W,
    article_lines,
    body,
    every_node,
    issue,
    parts,
    said,
    say,
    single,
    squeezed,
    style_of,
    words_of,
    written,
)


def runs_of(*words: Inline, **about: Any) -> list[tuple[str, set[str]]]:
    """(words, properties) of every run of a paragraph; a property that is switched off has a minus before it."""
    paragraph = next(
        p for p in body(written(single(say(*words), **about))).iter(f"{W}p") if style_of(p) == "FirstParagraph"
    )
    return [(words_of(run), _properties(run)) for run in paragraph.iter(f"{W}r")]


def _properties(run: Any) -> set[str]:
    found = run.find(f"{W}rPr")
    return {_named(child) for child in found} if found is not None else set()


def _named(property_: Any) -> str:
    name, values = property_.tag.removeprefix(W), list(property_.attrib.values())
    if values == ["0"]:
        return f"-{name}"
    return "=".join([name, *values])


@pytest.mark.parametrize(
    ("node", "properties"),
    [
        (Text("x"), set()),
        (Emphasis((Text("x"),)), {"i", "iCs"}),
        (Strong((Text("x"),)), {"b", "bCs"}),
        (Strong((Emphasis((Text("x"),)),)), {"b", "bCs", "i", "iCs"}),
        (Emphasis((Emphasis((Text("x"),)),)), set()),
        (SmallCaps((Text("x"),)), {"smallCaps"}),
        (Superscript((Text("x"),)), {"vertAlign=superscript"}),
        (Subscript((Text("x"),)), {"vertAlign=subscript"}),
        (Code("x"), {"rStyle=HTMLCode"}),
        (Span((Text("x"),), "fr"), {"lang=fr-FR"}),
        (Span((Text("x"),), "en-US"), set()),
        (Span((Text("אב"),), "he", "rtl"), {"rFonts=Frank Ruhl Libre", "rtl", "lang=he-IL"}),
        (Span((Text("اب"),), "ar"), {"rtl", "lang=ar-EG"}),
        (Text("กข"), {"rFonts=Noto Serif Thai", "cs"}),
    ],
)
def test_an_inline_is_said_on_its_run(node: Inline, properties: set[str]) -> None:
    assert [found for _, found in runs_of(node)] == [properties]


def test_a_line_break_is_one() -> None:
    assert [words for words, _ in runs_of(Text("a"), LineBreak(), Text("b"))] == ["a", "\n", "b"]


def test_emphasis_in_an_italic_style_stands_upright() -> None:
    data = written(single(say(Text("a"), Emphasis((Text("b"),)), role=Role.BOILERPLATE)))
    paragraph = next(p for p in body(data).iter(f"{W}p") if style_of(p) == "Boilerplate")
    assert [_properties(run) for run in paragraph.iter(f"{W}r")] == [set(), {"-i", "-iCs"}]


def test_the_dateline_is_run_in_before_the_first_paragraph_and_reads_as_the_copy_has_it() -> None:
    about = Metadata(headline="Head", dateline=Dateline("ASTANA – "))
    text = (Heading((Text("A heading first"),)), say("The delegation left."), say("It came back."))
    data = written(issue(Article(about, text)))
    paragraph = next(p for p in body(data).iter(f"{W}p") if words_of(p).startswith("ASTANA"))
    assert words_of(paragraph) == "ASTANA – The delegation left."
    runs = [(words_of(run), _properties(run)) for run in paragraph.iter(f"{W}r")]
    assert runs[0] == ("ASTANA", {"rStyle=Dateline"})
    assert runs[1] == (" – ", set())


def test_a_dateline_that_no_paragraph_takes_stands_alone_before_the_text() -> None:
    about = Metadata(headline="Head", dateline=Dateline("ASTANA – "))
    lines = list(article_lines(issue(Article(about, (Quotation((say("Said."),)),)))))
    assert lines == [("FirstParagraph", "ASTANA – "), ("Quote", "Said.")]


@pytest.mark.parametrize(
    ("before", "style"),
    [
        ((), "FirstParagraph"),
        ((say("a"),), "BodyText"),
        ((Heading((Text("a"),)),), "FirstParagraph"),
        ((ThematicBreak(),), "FirstParagraph"),
        ((say("a", role=Role.PULL_QUOTE),), "FirstParagraph"),
        ((Quotation((say("a"),)),), "BodyText"),
        ((ItemList(((say("a"),),)),), "BodyText"),
    ],
)
def test_a_paragraph_that_opens_a_passage_has_no_indent(before: tuple[Block, ...], style: str) -> None:
    assert list(article_lines(single(*before, say("Words."))))[-1] == (style, "Words.")


@pytest.mark.parametrize("level", [-1, 1, 2, 3, 4, 99])
def test_headings_have_three_levels_under_the_headline(level: int) -> None:
    style = f"Heading{min(max(level, 1), 3) + 1}"
    assert list(article_lines(single(Heading((Text("Head"),), level=level)))) == [(style, "Head")]


def test_verbatim_lines_keep_their_ends_and_tabs() -> None:
    lines = list(article_lines(single(CodeBlock("if tide:\n\tclose()\n\n  end"))))
    assert lines == [("HTMLPreformatted", "if tide:\n\tclose()\n\n  end")]


def test_verse_is_one_paragraph_of_lines() -> None:
    assert list(article_lines(single(Verse(((Text("one"),), (Text("two"),)))))) == [("Verse", "one\ntwo")]


def test_a_break_is_a_paragraph_without_words() -> None:
    assert list(article_lines(single(ThematicBreak()))) == [("ThematicBreak", "")]


def test_two_tables_in_a_row_stay_two() -> None:
    table = next(block for block in every_node().articles[0].body if isinstance(block, Table))
    children = [child.tag.removeprefix(W) for child in body(written(single(table, Table((), (), table.body))))]
    first = children.index("tbl")
    assert children[first : first + 3] == ["tbl", "p", "tbl"]


def numbers_of(*lists: ItemList) -> list[tuple[str, str, str]]:
    """(words, format, start) of each numbered paragraph, the number's form looked up as Word does."""
    data = written(single(*lists))
    numbering = parts(data)["word/numbering.xml"]
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in numbering.iter(f"{W}abstractNum")}
    instances = {
        instance.get(f"{W}numId"): kinds[instance.find(f"{W}abstractNumId").get(f"{W}val")]
        for instance in numbering.iter(f"{W}num")
    }
    found = []
    for paragraph in body(data).iter(f"{W}p"):
        if (number := paragraph.find(f"{W}pPr/{W}numPr")) is not None:
            level = number.find(f"{W}ilvl").get(f"{W}val")
            kind = instances[number.find(f"{W}numId").get(f"{W}val")]
            form = next(lvl for lvl in kind.iter(f"{W}lvl") if lvl.get(f"{W}ilvl") == level)
            found.append((words_of(paragraph), *(form.find(W + name).get(f"{W}val") for name in ("numFmt", "start"))))
    return found


def test_numbered_lists_begin_where_the_copy_says_and_each_anew() -> None:
    first = ItemList(((say("a"),), (say("b"),)), ordered=True, start=5, style="lower-roman")
    second = ItemList(((say("c"),),), ordered=True)
    assert numbers_of(first, second) == [("a", "lowerRoman", "5"), ("b", "lowerRoman", "5"), ("c", "decimal", "1")]


def test_lists_are_nested_by_level() -> None:
    inner = ItemList(((say("b"),),), ordered=True, style="upper-alpha", start=2)
    data = written(single(ItemList(((say("a"), inner, say("more")), (say("c"),)))))
    levels = [
        (style_of(p), words_of(p), number.find(f"{W}ilvl").get(f"{W}val") if number is not None else None)
        for p in body(data).iter(f"{W}p")
        if (number := p.find(f"{W}pPr/{W}numPr")) is not None or style_of(p).startswith("ListContinue")
    ]
    assert levels == [
        ("ListBullet", "a", "0"),
        ("ListNumber", "b", "1"),
        ("ListContinue", "more", None),
        ("ListBullet", "c", "0"),
    ]


@pytest.mark.parametrize("item", [(), (ItemList(((say("b"),),)),), (Table(()), say("b")), (Quotation(()),)])
def test_an_item_without_a_paragraph_of_its_own_still_has_its_number(item: tuple[Block, ...]) -> None:
    assert numbers_of(ItemList((item,), ordered=True))[0] == ("", "decimal", "1")


def test_a_start_that_word_cannot_count_from_is_held_within_its_bounds() -> None:
    assert numbers_of(ItemList(((say("a"),),), ordered=True, start=-4))[0] == ("a", "decimal", "0")
    assert numbers_of(ItemList(((say("a"),),), ordered=True, start=10**9))[0] == ("a", "decimal", "32767")


def test_a_paragraph_in_another_direction_says_so() -> None:
    data = written(single(say("English."), say("عربي.", language="ar"), say("plain", direction="rtl")))
    turned = [p.find(f"{W}pPr/{W}bidi") is not None for p in body(data).iter(f"{W}p")]
    assert turned[-4:] == [False, True, True, False]


def test_an_article_in_another_language_says_so_on_every_run() -> None:
    data = written(issue(Article(Metadata(headline="Вести", language="ru"), (say("Кворум собрался."),))))
    said = {
        words_of(run): run.find(f"{W}rPr/{W}lang").get(f"{W}val")
        for run in body(data).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    }
    assert said == {"Вести": "ru-RU", "Кворум собрался.": "ru-RU"}


def test_what_no_xml_can_hold_is_left_out() -> None:
    assert list(article_lines(single(say("a\x00b\x1fc\ufffe\ud800d")))) == [("FirstParagraph", "abcd")]


@settings(max_examples=60, deadline=None)
@given(blocks)
def test_no_words_are_lost_whatever_the_blocks(block: Block) -> None:
    bulletin = single(block)
    words = "".join(words for _, words in article_lines(bulletin))
    assert squeezed("Only this" + words) == said(bulletin.articles[0])


def test_a_plain_paragraph_is_one_run() -> None:
    assert [words for words, _ in runs_of(Text("Only “words” – and one run."))] == ["Only “words” – and one run."]
