import pytest

from publisher.metadata import Metadata
from publisher.model import Article, Heading, Paragraph, Role, Text
from publisher.normalise.story.subheads import mark_subheads
from publisher.report import Report

LONG = "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there."


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


def headings(*texts: str) -> list[int]:
    marked = mark_subheads(article(*texts), Report())
    return [at for at, block in enumerate(marked.body) if isinstance(block, Heading)]


@pytest.mark.parametrize(
    "subhead", ["What comes next", "Who pays?", "UP NEXT", "Straße und Brücke", "Что дальше", "桥的未来"]
)
def test_marks_a_short_line_between_paragraphs(subhead: str) -> None:
    report = Report()
    marked = mark_subheads(article(LONG, subhead, LONG, LONG), report)
    assert marked.body[1] == Heading((Text(subhead),))
    assert [(found.code, found.before) for found in report.findings] == [("structure.subhead", subhead)]


@pytest.mark.parametrize(
    "line",
    [
        "It stands.",
        "It stands!",
        "He said:",
        "and it stands",
        "“It stands”",
        "- It stands",
        "(It stands",
        "12",
        "…",
        "It stands,",
        "x" * 111,
        "สะพานเปิดแล้ว",
    ],
)
def test_marks_no_sentence_speech_item_or_number(line: str) -> None:
    assert headings(LONG, line, LONG, LONG) == []


def test_marks_neither_the_first_nor_the_last_line_nor_several_in_a_row() -> None:
    assert headings("A bridge", LONG, LONG, "Jane Sample") == []
    assert headings(LONG, "One bridge", "Two bridges", LONG, LONG) == []


def test_marks_nothing_where_paragraphs_end_in_no_stop() -> None:
    bare = LONG.rstrip(".")
    assert headings(bare, "What comes next", bare, bare) == []


def test_marks_no_text_in_which_every_other_line_is_short() -> None:
    assert headings(LONG, *["A bridge", LONG] * 8) == []


def test_leaves_other_roles() -> None:
    signed = Paragraph((Text("Jane Sample"),), role=Role.SIGNATURE)
    body = (*article(LONG).body, signed, *article(LONG, LONG).body)
    assert mark_subheads(Article(Metadata(), body), Report()).body == body
