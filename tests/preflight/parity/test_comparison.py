"""What a file holds beside its words: whole files agree with the copy, each part that is lost is told."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.model import (
    Article,
    Bulletin,
    Cell,
    Column,
    Figure,
    Heading,
    Image,
    Link,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Text,
)
from publisher.preflight.parity.comparison import check_parity
from publisher.report import Holdings, Report, Where
from publisher.walk import rebuild
from publisher.writers import render
from tests.mutations import THEME
from tests.pictures import drawn, saved
from tests.samples import bulletin

MEDIA = Media()
PICTURE = MEDIA.add(saved(drawn(1200, 900), "JPEG"), "bridge.jpg", Report(), Where()) or ""


def _cell(words: str) -> Cell:
    return Cell((Paragraph((Text(words),)),))


def _whole() -> Bulletin:
    made = bulletin(articles=1, paragraphs=2, rights="Free to copy.", contact="desk@example.org")
    (article,) = made.articles
    body = (
        *article.body,
        Heading((Text("What comes next"),)),
        Paragraph((Text("The plans are "), Link("https://example.org/plans?year=2026", (Text("open"),)), Text("."))),
        Paragraph((Text("Nobody left."), Note((Paragraph((Text("But for the clerk."),)),)))),
        Paragraph((Span((Text("Мост стоит."),), language="ru"), Text(" So they say."))),
        Figure(Image(PICTURE, alt="A bridge over ice"), (Text("The bridge"),)),
        Table((Column(), Column()), (Row((_cell("Year"), _cell("Boats"))),), (Row((_cell("2025"), _cell("11"))),)),
    )
    section = Section((Article(article.metadata, body),), "The Valley")
    return Bulletin(made.metadata, (section,))


WHOLE = _whole()


def written(made: Bulletin, format_: Format) -> Artifact:
    return render(made, THEME, MEDIA, [format_], Report(), progress=lambda _: None)[0]


def told(artifact: Artifact) -> list[str]:
    findings = check_parity(artifact, WHOLE, THEME).findings
    return [finding.message.removeprefix(artifact.name) for finding in findings]


@pytest.mark.parametrize("format_", [Format.PRINT, Format.SCREEN, Format.DOCX, Format.EPUB])
def test_a_whole_file_holds_what_the_copy_holds(format_: Format) -> None:
    made = written(WHOLE, format_)
    assert told(made) == []
    held = check_parity(made, WHOLE, THEME).holdings
    assert held is not None
    counted = replace(held, metadata=None)
    if format_ is Format.PRINT:
        assert counted == Holdings("print", headings=3)
    else:
        assert counted == Holdings(format_, headings=3, links=1, alternatives=1, notes=1, tables=1, languages=2)


def _without(kind: type[Any]) -> Callable[[Any], Any]:
    return lambda node: None if isinstance(node, kind) else node


def _changed(kind: type[Any], **values: Any) -> Callable[[Any], Any]:
    return lambda node: replace(node, **values) if isinstance(node, kind) else node


#: What is spoilt → how, and what is then told of.
FAULTS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "a heading becomes a paragraph": (
        lambda node: Paragraph(node.inlines) if isinstance(node, Heading) else node,
        "headings of the copy: it lacks “Whatcomesnext”",
    ),
    "a link leads elsewhere": (
        _changed(Link, target="https://example.org/other"),
        "links of the copy: it lacks “https://example.org/plans?year=2026”; it adds “https://example.org/other”",
    ),
    "an alternative text is another": (_changed(Image, alt="A ferry"), "alternative texts of the copy: it lacks"),
    "a note is gone": (_without(Note), "notes of the copy: it has 0 instead of 1"),
    "a row is gone": (_changed(Table, body=()), "tables (rows, columns) of the copy: it has ((1, 2),)"),
    "a passage is in no language": (_changed(Span, language=None), "languages of the copy: it lacks “ru”"),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("format_", [Format.DOCX, Format.EPUB])
def test_each_part_that_is_lost_is_told(fault: str, format_: Format) -> None:
    change, expected = FAULTS[fault]
    (message,) = told(written(rebuild_all(change), format_))
    assert expected in message


def test_the_screen_pdf_tells_of_all_of_them_at_once() -> None:
    spoilt = WHOLE
    for change, _ in FAULTS.values():
        spoilt = rebuild_all(change, spoilt)
    messages = " ".join(told(written(spoilt, Format.SCREEN)))
    assert [expected for _, expected in FAULTS.values() if expected not in messages] == []


@pytest.mark.parametrize("format_", [Format.PRINT, Format.DOCX, Format.EPUB])
def test_metadata_that_a_file_lacks_is_told(format_: Format) -> None:
    bare = Bulletin(replace(WHOLE.metadata, rights=None, title="Another"), WHOLE.sections)
    messages = " ".join(told(written(bare, format_)))
    assert "rights of the copy: it says “” instead of “Free to copy.”" in messages
    assert "title of the copy: it says “Another”" in messages


def rebuild_all(change: Callable[[Any], Any], whole: Bulletin = WHOLE) -> Bulletin:
    """The bulletin with *change* made to every node."""
    return rebuild(whole, change)
