"""Links: inside the document by bookmark, outside by relationship, nowhere with a finding."""

from typing import Any

import pytest

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Heading, ItemList, Link, Quotation, Table, Text, ThematicBreak
from publisher.report import Report
from publisher.writers.docx import write_docx
from publisher.writers.docx.text.anchors import bookmark_names
from tests.writers.docx.samples import W, body, every_span, gazette, issue, parts, say, single, words_of, written

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def link(target: str, title: str | None = None) -> Any:
    return say("See ", Link(target, (Text("here"),), title), ".")


def two(target: str) -> Bulletin:
    first = Article(Metadata(headline="One"), (link(target), Heading((Text("Above"),), id="it")))
    return issue(first, Article(Metadata(headline="Two"), (Heading((Text("There"),), id="it"),)))


def bookmarked(data: bytes, name: str) -> str:
    """The words of the paragraph that has a bookmark."""
    start = next(mark for mark in body(data).iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == name)
    return words_of(next(start.iterancestors(f"{W}p")))


@pytest.mark.parametrize(
    ("target", "words"), [("#it", "Above"), ("a2#it", "There"), ("a1#it", "Above"), ("a2", "Two"), ("a1", "One")]
)
def test_a_link_inside_leads_to_the_paragraph_that_is_meant(target: str, words: str) -> None:
    data = written(two(target))
    anchor = next(body(data).iter(f"{W}hyperlink")).get(f"{W}anchor")
    assert bookmarked(data, anchor) == words


def test_a_link_outside_is_a_relationship_made_once() -> None:
    data = written(single(link("https://example.org/a?b=c&d", "A title"), link("https://example.org/a?b=c&d")))
    links = list(body(data).iter(f"{W}hyperlink"))
    assert len({element.get(R_ID) for element in links}) == 1
    assert [element.get(f"{W}tooltip") for element in links] == ["A title", None]
    found = {r.get("Id"): r for r in parts(data)["word/_rels/document.xml.rels"].iter(RELATIONSHIP)}
    relationship = found[links[0].get(R_ID)]
    assert relationship.get("Target") == "https://example.org/a?b=c&d"
    assert relationship.get("TargetMode") == "External"


@pytest.mark.parametrize("target", ["#nowhere", "a2#nowhere", "a9#it", "javascript:alert(1)", "notes.html", ""])
def test_a_link_that_leads_nowhere_is_told_and_its_words_look_like_others(target: str) -> None:
    report = Report()
    data = write_docx(two(target), gazette(), Media(), None, report)
    assert [finding.code for finding in report.findings] == ["link.dropped"]
    assert report.findings[0].where.article == "a1"
    assert not list(body(data).iter(f"{W}hyperlink"))
    assert "See here." in [words_of(p) for p in body(data).iter(f"{W}p")]
    assert not list(body(data).iter(f"{W}rStyle"))


def test_an_address_holds_nothing_that_xml_forbids() -> None:
    (element,) = body(written(single(link("https://example.org/\ufffe\x01a", "a\x02b")))).iter(f"{W}hyperlink")
    assert element.get(f"{W}tooltip") == "ab"


def test_a_link_in_a_link_gives_way() -> None:
    inner = Link("https://example.org/inner", (Text("inner"),))
    data = written(single(say(Link("https://example.org/outer", (Text("outer "), inner)))))
    assert [words_of(element) for element in body(data).iter(f"{W}hyperlink")] == ["inner"]


@pytest.mark.parametrize(
    "block",
    [
        Quotation((say("first"), say("second")), id="it"),
        ItemList(((say("first"),),), id="it"),
        ThematicBreak(id="it"),
        every_span(),
    ],
)
def test_a_block_of_several_paragraphs_is_led_to_at_its_first(block: Any) -> None:
    name = f"#{block.id}"
    data = written(single(link(name), block))
    anchor = next(body(data).iter(f"{W}hyperlink")).get(f"{W}anchor")
    assert bookmarked(data, anchor) in ("first", "", "Boats a year")


@pytest.mark.parametrize("block", [Table((), id="it"), Quotation((), id="it")])
def test_a_name_that_no_paragraph_takes_up_is_there_all_the_same(block: Any) -> None:
    data = written(single(link("#it"), block))
    assert bookmarked(data, "a1_it") == ""


def test_bookmarks_are_numbered_apart_and_called_once() -> None:
    heading = Heading((Text("Twice"),), id="it")
    marks = list(body(written(single(heading, heading, link("#it")))).iter(f"{W}bookmarkStart"))
    assert [mark.get(f"{W}name") for mark in marks] == ["a1", "a1_it"]
    assert len({mark.get(f"{W}id") for mark in marks}) == 2


def test_names_are_such_as_word_keeps() -> None:
    ids = ("straße", "a b", "a-b", "A_B", "x" * 60, "x" * 61, "§")
    blocks = tuple(Heading((Text("x"),), id=name) for name in ids)
    names = list(bookmark_names(single(*blocks)).values())
    assert len(names) == len(ids) + 1
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name) <= 40 and name.isascii() and name.replace("_", "").isalnum() for name in names)
