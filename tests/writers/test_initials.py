"""Drop capitals: which articles open with one, and how it stands on the page, in Word and in the book."""

import io
import re
import zipfile
from itertools import groupby
from typing import Any

import msgspec
import pypdfium2
import pytest
from lxml import etree

from publisher.fonts import face_of, metrics
from publisher.formats import Format
from publisher.media import Media
from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Bulletin, Emphasis, Heading, Inline, Note, Paragraph, Section, Text
from publisher.preflight.extraction import docx_streams, epub_streams
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Theme
from publisher.writers import render
from publisher.writers.initials import initial_letter, initial_size, with_initial
from publisher.writers.pages import engine
from tests.samples import SENTENCES, metadata

JOURNAL = load_theme("journal")
#: Sizes as the engine writes them, in px: of running text, and above that of a masthead.
BODY, LARGE = 16.0, 60.0
LONG = " ".join(SENTENCES)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(*inlines: Inline, **known: Any) -> Article:
    return Article(Metadata(headline="On the quay", language="en-US", **known), (Paragraph(inlines), _more()))


def _more() -> Paragraph:
    return Paragraph((Text(LONG),))


def written(article: Article, format_: Format, theme: Theme = JOURNAL) -> bytes:
    form = msgspec.structs.replace(theme.form, cover_from=9, contents_from=9)
    theme = msgspec.structs.replace(theme, form=form)
    issue = Bulletin(metadata(), (Section((article,)),))
    return render(issue, theme, Media(), [format_], Report(), lambda _: None)[0].data


@pytest.mark.parametrize(
    ("opening", "letter"),
    [
        (LONG, "T"),
        (f"“{LONG}", "“T"),
        (f"Ǵ{LONG}", "Ǵ"),
        (f"Өз{LONG}", "Ө"),
        (f"3 {LONG}", ""),
        (f"e{LONG}", ""),
        (f"مرحبا {LONG}", ""),
        (f"会議 {LONG}", ""),
        ("The council met.", ""),
    ],
)
def test_a_long_text_opens_with_its_first_capital(opening: str, letter: str) -> None:
    assert initial_letter(text(Text(opening)), JOURNAL) == letter


def test_a_dateline_opens_its_text() -> None:
    assert initial_letter(text(Text(LONG), dateline=Dateline("RIVERTON – ", "RIVERTON")), JOURNAL) == "R"


def test_no_other_text_has_one() -> None:
    headed = Article(Metadata(), (Heading((Text("First"),)), _more()))
    for article in (headed, Article(Metadata(), ())):
        assert initial_letter(article, JOURNAL) == ""
    assert initial_letter(text(Text(LONG)), load_theme("gazette")) == ""


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>The", '<p><span class="initial">T</span>he'),
        ('<p id="a1-x" data-leaf="a1.1"><em>The', '<p id="a1-x" data-leaf="a1.1"><em><span class="initial">T</span>he'),
        ('<p class="verse">The', '<p class="verse">The'),
        ('<p><span class="note">The', '<p><span class="note">The'),
        ("<p>A", "<p>A"),
    ],
)
def test_the_letter_is_marked_only_where_the_text_begins_with_it(markup: str, wanted: str) -> None:
    assert with_initial(markup, "T") == wanted


def test_a_capital_is_as_high_as_its_lines() -> None:
    body, headline = (metrics(face_of(role, JOURNAL)) for role in (JOURNAL.role.body, JOURNAL.role.headline))
    height = 2 * JOURNAL.role.body.leading + body.capital * JOURNAL.role.body.size
    assert initial_size(JOURNAL) * headline.capital == pytest.approx(height)


def characters(data: bytes) -> list[tuple[str, float, float, float, float]]:
    """(character, left, bottom, right, size) of the first page, in the order of its content."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        words = document[0].get_textpage()
        found = []
        for number in range(words.count_chars()):
            left, bottom, right, _ = words.get_charbox(number, loose=False)
            size = pypdfium2.raw.FPDFText_GetFontSize(words, number)
            found.append((chr(pypdfium2.raw.FPDFText_GetUnicode(words, number)), left, bottom, right, size))
        words.close()
    return found


@pytest.mark.parametrize("first", [Text(LONG), Emphasis((Text(LONG),))], ids=["plain", "emphasis"])
def test_its_foot_stands_on_the_third_line_and_lines_beside_it_are_justified(first: Inline) -> None:
    found = characters(written(text(first), Format.SCREEN))
    start = next(n for n, (letter, *_, size) in enumerate(found) if letter == "T" and size > LARGE)
    # For whoever copies the text, the letter stands before the words it begins.
    copied = "".join(letter for letter, *_ in found[start:] if letter not in "\r\n")
    assert copied.startswith("The committee")
    _, _, foot, right, _ = found[start]
    below = [(x, y) for letter, x, y, _, size in found[start + 1 :] if size == BODY and letter in "mnrik"]
    lines = [list(line) for _, line in groupby(below, lambda place: round((place[1] - foot) / 15))]
    assert all(y == pytest.approx(foot, abs=0.5) for _, y in lines[2])
    for line in lines[:3]:
        assert min(x for x, _ in line) > right
    assert min(x for x, _ in lines[3]) < right


def test_beside_notes_and_without_planned_lines_it_keeps_clear_of_the_text() -> None:
    note = Note((Paragraph((Text("Said on Monday."),)),))
    greedy = msgspec.structs.replace(JOURNAL, setting=msgspec.structs.replace(JOURNAL.setting, linebreaks="greedy"))
    for theme in (JOURNAL, greedy):
        found = characters(written(text(Text(LONG), note), Format.SCREEN, theme))
        start = next(n for n, (*_, size) in enumerate(found) if size > LARGE)
        _, _, foot, right, _ = found[start]
        beside = [x for _, x, y, _, size in found[start + 1 :] if size == BODY and foot - 2 < y < foot + 40]
        assert min(beside) > right


def test_where_layout_has_not_learnt_it_the_letter_is_like_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "teach", lambda: ("linebreaks: iter_line_boxes",))
    found = characters(written(text(Text(LONG)), Format.SCREEN))
    assert max(size for *_, size in found) < LARGE


def test_word_has_it_in_a_frame_and_the_words_whole() -> None:
    article = text(Text(LONG), dateline=Dateline("RIVERTON – ", "RIVERTON"))
    data = written(article, Format.DOCX)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    (frame,) = document.iter(f"{W}framePr")
    assert (frame.get(f"{W}dropCap"), frame.get(f"{W}lines")) == ("drop", "3")
    assert f"RIVERTON – {LONG}" in docx_streams(data).text


def test_the_book_has_it_as_a_float_and_the_words_whole() -> None:
    data = written(text(Text(LONG)), Format.EPUB)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup, sheet = archive.read("EPUB/a1.xhtml").decode(), archive.read("EPUB/style.css").decode()
    assert '<span class="initial">T</span>he committee' in markup
    assert re.search(r"\.initial \{ float: left; font: normal 4\.\d+em", sheet)
    assert LONG in epub_streams(data).text
