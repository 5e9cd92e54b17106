"""Notes: real footnotes of Word's, called by number, with whatever blocks they hold."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.formats import Artifact, Format
from publisher.metadata import Metadata
from publisher.model import (
    Article,
    Block,
    Bulletin,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    ItemList,
    Link,
    Note,
    Table,
    Text,
)
from publisher.preflight.docx import check_docx
from publisher.preflight.fidelity import compare
from publisher.report import Report
from publisher.writers.docx import write_docx
from tests.strategies import blocks
from tests.writers.docx.noted import annotated
from tests.writers.docx.pictures import store
from tests.writers.docx.samples import (
    W,
    body,
    every_node,
    every_span,
    gazette,
    issue,
    parts,
    say,
    seed,
    single,
    style_of,
    words_of,
    written,
)

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def notes_of(data: bytes) -> dict[int, Any]:
    """Number → note; without the lines that part notes from text."""
    notes = parts(data)["word/footnotes.xml"].iter(f"{W}footnote")
    return {int(note.get(f"{W}id")): note for note in notes if note.get(f"{W}type") is None}


def lines_in(note: Any) -> list[tuple[str, str]]:
    """(style, words) of each paragraph of a note; its number shows as #."""
    return [
        (style_of(p), ("#" if next(p.iter(f"{W}footnoteRef"), None) is not None else "") + words_of(p))
        for p in note.iter(f"{W}p")
    ]


def noted(*blocks: Block) -> list[tuple[str, str]]:
    """The paragraphs of a note that holds *blocks*."""
    (note,) = notes_of(written(single(say("Called", Note(blocks), ".")))).values()
    return lines_in(note)


def calls(data: bytes) -> list[int]:
    return [int(call.get(f"{W}id")) for call in body(data).iter(f"{W}footnoteReference")]


def test_a_note_is_called_where_it_stands() -> None:
    data = written(single(say("Called", Note((say("Said below."),)), " here.")))
    (paragraph,) = (p for p in body(data).iter(f"{W}p") if "Called" in words_of(p))
    assert [
        words_of(run) or ",".join(child.tag.removeprefix(W) for child in run) for run in paragraph.iter(f"{W}r")
    ] == ["Called", "rPr,footnoteReference", " here."]
    (call,) = (run for run in paragraph.iter(f"{W}r") if run.find(f"{W}footnoteReference") is not None)
    assert call.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "FootnoteReference"
    (note,) = notes_of(data).values()
    assert lines_in(note) == [("FootnoteText", "# Said below.")]


def test_notes_are_numbered_through_the_document_in_the_order_of_their_calls() -> None:
    data = written(annotated())
    assert calls(data) == list(range(1, len(calls(data)) + 1))
    assert list(notes_of(data)) == calls(data)
    articles = [Article(Metadata(headline=name), (say(name, Note((say(f"{name} below"),))),)) for name in ("A", "B")]
    two = notes_of(written(issue(*articles)))
    assert {number: words_of(note).strip() for number, note in two.items()} == {1: "A below", 2: "B below"}
    restarts = [element.get(f"{W}val") for part in parts(data).values() for element in part.iter(f"{W}numRestart")]
    assert restarts == ["continuous"]


def test_lines_part_notes_from_text_and_settings_name_them() -> None:
    found = parts(written(annotated()))
    kinds = {note.get(f"{W}id"): note.get(f"{W}type") for note in found["word/footnotes.xml"].iter(f"{W}footnote")}
    assert {kinds["-1"], kinds["0"]} == {"separator", "continuationSeparator"}
    named = found["word/settings.xml"].find(f"{W}footnotePr")
    assert [note.get(f"{W}id") for note in named.iter(f"{W}footnote")] == ["-1", "0"]


def test_without_notes_there_is_no_part_for_them() -> None:
    found = parts(written(seed()))
    assert "word/footnotes.xml" not in found
    assert found["word/settings.xml"].find(f"{W}footnotePr") is None


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ((say("One."), say("Two.")), [("FootnoteText", "# One."), ("FootnoteText", "Two.")]),
        (
            (ItemList(((say("a"),), (say("b"),))),),
            [("FootnoteText", "# "), ("ListBullet", "a"), ("ListBullet", "b")],
        ),
        ((Heading((Text("Headed"),)), say("said")), [("Heading2", "# Headed"), ("FootnoteText", "said")]),
        ((), [("FootnoteText", "# ")]),
        ((Table(()),), [("FootnoteText", "# ")]),
    ],
)
def test_a_note_holds_blocks_of_every_kind(content: tuple[Block, ...], lines: list[tuple[str, str]]) -> None:
    assert noted(*content) == lines


def test_a_table_in_a_note_stands_between_its_number_and_a_paragraph() -> None:
    (note,) = notes_of(written(single(say("Called", Note((every_span(),)), ".")))).values()
    assert [child.tag.removeprefix(W) for child in note] == ["p", "p", "tbl", "p"]
    assert words_of(note[0]) == " "


def test_a_note_in_a_note_is_set_after_the_whole_of_that_note() -> None:
    inner = Note((say("inner", Note((say("innermost"),))),))
    data = written(
        single(say("Called", Note((say("outer", inner), say("more of it"))), " and", Note((say("next"),)), "."))
    )
    assert calls(data) == [1, 2]
    assert not list(parts(data)["word/footnotes.xml"].iter(f"{W}footnoteReference"))
    notes = notes_of(data)
    assert [words for _, words in lines_in(notes[1])] == ["# outer", "more of it", "inner", "innermost"]
    assert [words for _, words in lines_in(notes[2])] == ["# next"]


def test_links_in_notes_have_relationships_of_their_own() -> None:
    note = Note((say(Link("https://example.org/b", (Text("below"),))),))
    data = written(single(say(Link("https://example.org/a", (Text("above"),)), note)))
    found = parts(data)
    for part, rels, words, address in (
        ("word/document.xml", "word/_rels/document.xml.rels", "above", "https://example.org/a"),
        ("word/footnotes.xml", "word/_rels/footnotes.xml.rels", "below", "https://example.org/b"),
    ):
        (link,) = found[part].iter(f"{W}hyperlink")
        assert words_of(link) == words
        targets = {r.get("Id"): (r.get("Target"), r.get("TargetMode")) for r in found[rels].iter(RELATIONSHIP)}
        assert targets[link.get(R_ID)] == (address, "External")


def test_a_link_in_a_note_that_leads_nowhere_is_told_with_the_part() -> None:
    report = Report()
    made = single(say("Called", Note((say(Link("#nowhere", (Text("here"),))),))))
    write_docx(made, gazette(), store().media, None, report)
    assert [(finding.code, finding.where.part) for finding in report.findings] == [
        ("link.dropped", "word/footnotes.xml")
    ]


@pytest.mark.parametrize(
    "block",
    [
        Heading((Text("Head"), Note((say("below"),)))),
        say(Emphasis((Text("deep"), Note((say("below"),))))),
        say(Link("https://example.org/", (Text("linked"), Note((say("below"),))))),
        Table((), caption=(Text("Caption"), Note((say("below"),)))),
        Figure(Image(store().dot, "a dot"), (Text("Caption"), Note((say("below"),)))),
    ],
)
def test_a_note_can_be_called_wherever_words_are(block: Block) -> None:
    data = written(single(block))
    assert calls(data) == [1]
    assert [words for _, words in lines_in(notes_of(data)[1])] == ["# below"]


def test_notes_in_cells_are_called_there() -> None:
    found = [
        next(call.iterancestors(f"{W}tc"), None) for call in body(written(annotated())).iter(f"{W}footnoteReference")
    ]
    assert [words_of(cell) for cell in found if cell is not None] == ["Year", "2026"]


def test_a_note_does_not_take_what_is_meant_for_the_text() -> None:
    made = single(
        Heading((Text("First"), Note((say("below"),))), id="it"), ItemList(((say("item", Note((say("b"),))),),))
    )
    data = written(made)
    assert {mark.get(f"{W}name") for mark in body(data).iter(f"{W}bookmarkStart")} == {"a1", "a1_it"}
    assert not list(parts(data)["word/footnotes.xml"].iter(f"{W}bookmarkStart", f"{W}numPr"))


def test_a_list_in_a_note_is_none_of_those_around_its_call() -> None:
    note = Note((say("See"), ItemList(((say("inside"),),))))
    (found,) = notes_of(written(single(ItemList(((say("item", note),),))))).values()
    (level,) = found.iter(f"{W}ilvl")
    assert level.get(f"{W}val") == "0"


def test_a_note_from_right_to_left_runs_that_way() -> None:
    notes = notes_of(written(annotated()))
    arabic = notes[len(notes)]
    assert arabic.find(f"{W}p/{W}pPr/{W}bidi") is not None
    assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in arabic.iter(f"{W}r"))
    assert notes[1].find(f"{W}p/{W}pPr/{W}bidi") is None


def test_notes_run_over_the_page_whatever_the_columns() -> None:
    columns = "{http://schemas.microsoft.com/office/word/2012/wordml}footnoteColumns"
    sections = list(parts(written(annotated()))["word/document.xml"].iter(f"{W}sectPr"))
    assert [section.find(columns).get(f"{W}val") for section in sections] == ["1"] * len(sections)


@pytest.mark.parametrize("made", [annotated(), every_node()], ids=["annotated", "every node"])
def test_nothing_is_lost_and_nothing_invented(made: Bulletin) -> None:
    assert list(compare(Artifact(Format.DOCX, "bulletin.docx", written(made)), made, gazette())) == []


def test_a_note_that_is_lost_or_has_moved_is_seen() -> None:
    def made(*notes: str) -> Any:
        return single(say(*(Note((say(words),)) for words in notes), "."))

    whole = made("one", "two", "three")
    for other in (made("one", "two"), made("two", "one", "three"), made("one", "two", "three", "four")):
        artifact = Artifact(Format.DOCX, "bulletin.docx", written(other))
        assert list(compare(artifact, whole, gazette()))


note_inlines: st.SearchStrategy[Inline] = st.recursive(
    st.lists(blocks, max_size=2).map(lambda found: Note(tuple(found))),
    lambda inner: st.builds(lambda note, first: Note((say("Words", note), first)), inner, blocks),
    max_leaves=3,
)


@settings(max_examples=50, deadline=None)
@given(st.lists(note_inlines, min_size=1, max_size=3))
def test_whatever_notes_hold_the_document_is_sound_and_whole(notes: list[Inline]) -> None:
    made = single(say("Called", *notes, " here."))
    artifact = Artifact(Format.DOCX, "bulletin.docx", written(made))
    assert list(check_docx(artifact)) == []
    assert list(compare(artifact, made, gazette())) == []
