"""A note that no page's foot has room for is set at the end of its article, and all else stays as it was."""

import functools
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from publisher.codes import Severity
from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Note, Section
from publisher.preflight import prove
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers import render
from tests.judges.asking import outloud
from tests.writers.epub.samples import issue, say

TALL = "The harbour master says a good deal about the quay and those who load there. "
THEMES = ("gazette", "letter")


def noted() -> Bulletin:
    """Two articles; the first calls an ordinary note, a tall one, and another ordinary one."""
    tall = Note(tuple(say(f"Part {part} of it. {TALL * 29}") for part in ("one", "two", "three")))
    first = say("First words", Note((say("An ordinary note."),)), " go on", tall, Note((say("A third note."),)), ".")
    last = say("The last words", Note((say("A note of the second article."),)), ".")
    texts = ((first, say("The first article ends.")), (last,))
    articles = (Article(Metadata(headline=f"Story {n}", language="en-US"), body) for n, body in enumerate(texts, 1))
    return issue(Section(tuple(articles)))


@functools.cache
def built(theme: str) -> tuple[dict[Format, Artifact], Report]:
    report = Report()
    formats = [Format.PRINT, Format.SCREEN]
    made = render(noted(), load_theme(theme), Media(), formats, report, lambda _: None)
    return {artifact.format: artifact for artifact in made}, report


def shown(theme: str, form: Format) -> list[str]:
    """The words of each page."""
    document = pypdfium2.PdfDocument(built(theme)[0][form].data)
    pages = [page.get_textpage().get_text_range().replace("\r\n", " ") for page in document]
    document.close()
    return pages


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_told_with_its_article_and_first_words(theme: str) -> None:
    (found,) = (finding for finding in built(theme)[1].findings if finding.code == "layout.note")
    assert found.severity is Severity.WARNING
    assert "Part one of it." in found.message
    assert "end of its article" in found.message
    assert found.where is not None
    assert found.where.article == "a1"
    # One of these pages' notes is told by its length, the other by how it was laid out.
    assert (found.where.page is None) is (theme == "letter")


@pytest.mark.parametrize("form", [Format.PRINT, Format.SCREEN])
@pytest.mark.parametrize("theme", THEMES)
def test_both_files_are_proved(theme: str, form: Format) -> None:
    findings = prove(built(theme)[0][form], noted(), load_theme(theme)).findings
    assert [finding.message for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("form", [Format.PRINT, Format.SCREEN])
@pytest.mark.parametrize("theme", THEMES)
def test_it_stands_behind_its_article_with_the_number_of_its_call(theme: str, form: Format) -> None:
    pages = shown(theme, form)
    assert "1. An ordinary note." in pages[0]
    assert "3. A third note." in pages[0]
    whole = " ".join(pages)
    ends, note, follows = (whole.index(words) for words in ("first article ends.", "2. Part one of it.", "Story 2"))
    assert ends < note < follows
    assert "4. A note of the second article." in whole


def elements(element: Any) -> Iterator[Any]:
    """An element of a structure tree and all that it holds."""
    yield element
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def links(element: Any) -> set[tuple[str, str]]:
    """(what it says, where it leads) of the links in an element."""
    inside = (kid for part in elements(element) if part.S == "/Link" for kid in part.K if not isinstance(kid, int))
    return {(str(kid.Obj.Contents), str(kid.Obj.Dest)) for kid in inside if "/Obj" in kid}


def test_call_and_note_are_tagged_and_linked_both_ways() -> None:
    with pikepdf.open(io.BytesIO(built("gazette")[0][Format.SCREEN].data)) as pdf:
        tree = [*elements(pdf.Root.StructTreeRoot.K[0])]
        notes = [element for element in tree if element.S == "/Note"]
        assert len({str(note.ID) for note in notes}) == 4
        calls = [links(element) for element in tree if element.S == "/Reference"]
        assert {("Note", "a1.note-2")} in calls
        assert [links(note) for note in notes] == [
            {("Back to the text", f"{name}-call")} for name in ("a1.note-1", "a1.note-3", "a1.note-2", "a2.note-1")
        ]


def test_who_listens_finds_no_fault(tmp_path: Path) -> None:
    found = outloud(built("gazette")[0][Format.SCREEN].data, tmp_path)
    assert [finding["message"] for finding in found if finding["severity"] == "error"] == []
