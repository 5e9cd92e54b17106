"""The lessons: each shows the engine's own fault, and that it is gone."""

import io
import subprocess
import sys
from itertools import pairwise

import msgspec
import pypdfium2
import pytest

from publisher.formats import Format
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Emphasis, Inline, Note, Paragraph, Section, Text
from publisher.preflight.fidelity import compare
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Setting, Theme
from publisher.writers import render
from publisher.writers.layout import lay_out
from publisher.writers.pages.typeset import guard, teach
from publisher.writers.screen import write_screen
from tests.samples import SENTENCES, bulletin

THEME = load_theme("gazette")
GREEDY = msgspec.structs.replace(THEME, setting=Setting("greedy", 0.0))
LONG = " ".join(SENTENCES * 3)
#: Notes laid out by the engine alone, with a rule of a quarter point over them.
STOCK_NOTES = """
from weasyprint import HTML
html = (
    '<style>@page { size: A5; @footnote { border-top: .25pt solid; margin-top: 13.5pt; padding-top: 6.25pt } }'
    '.n { float: footnote } p { font-size: 10pt; line-height: 13.5pt }</style>'
    '<p>Words<span class=n>The note.</span></p>' + '<p>More words.</p>' * 4 + '<p style="break-before: page">Next.</p>'
)
pages = HTML(string=html).render().pages
texts = [''.join(b.text for b in p._page_box.descendants() if hasattr(b, 'text')) for p in pages]
print([n for n, text in enumerate(texts) if 'The note' in text])
"""


def issue(*blocks: Paragraph) -> Bulletin:
    article = Article(Metadata(headline="A long day at the quay", language="en-US"), blocks)
    return Bulletin(bulletin().metadata, (Section((article,)),))


def gaps(data: bytes) -> list[float]:
    """The mean width of blanks of each full line of text, as a multiple of the narrowest line's."""
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    page = document[0].get_textpage()
    text, found = page.get_text_range(), []
    boxes = [page.get_charbox(n, loose=True) for n in range(page.count_chars())]
    start = 0
    for n, letter in enumerate([*text, "\n"]):
        if letter not in "\r\n":
            continue
        line = [i for i in range(start, n) if text[i] not in " \u00ad\ufffe"]
        widths = [width for a, b in pairwise(line) if 1.2 < (width := boxes[b][0] - boxes[a][2]) < 15]
        if len(widths) > 3 and boxes[line[-1]][2] - boxes[line[0]][0] > 225:
            found.append(sum(widths) / len(widths))
        start = n + 1
    document.close()
    return found


def drawn(theme: Theme) -> bytes:
    made = issue(*(Paragraph((Text(LONG),)) for _ in range(3)))
    return render(made, theme, Media(), [Format.SCREEN], Report(), lambda _: None)[0].data


def test_lines_are_less_loose_than_the_engine_sets_them() -> None:
    own, stock = gaps(drawn(THEME)), gaps(drawn(GREEDY))
    assert len(own) > 15
    assert max(own) < max(stock)
    assert sum(own) / len(own) < 0.9 * sum(stock) / len(stock)


def test_words_of_another_face_stand_where_the_words_before_them_end() -> None:
    mixed: list[Inline] = []
    for number, word in enumerate(LONG.split()):
        mixed += [Emphasis((Text(word),)) if number % 3 == 1 else Text(word), Text(" ")]
    document = lay_out(issue(Paragraph(tuple(mixed))), THEME, Media(), Report()).document
    apart = []
    for line in document.pages[0]._page_box.descendants():
        if type(line).__name__ == "LineBox":
            texts = [box for box in line.descendants() if type(box).__name__ == "TextBox"]
            apart += [abs(after.position_x - box.position_x - box.width) for box, after in pairwise(texts)]
    assert len(apart) > 20
    assert max(apart) < 0.1


def test_no_word_is_lost_or_moved() -> None:
    made = issue(*(Paragraph((Text(LONG),)) for _ in range(3)))
    (artifact,) = render(made, THEME, Media(), [Format.SCREEN], Report(), lambda _: None)
    assert list(compare(artifact, made, THEME)) == []


def test_notes_stand_on_the_page_of_their_call_though_the_engine_sends_them_on() -> None:
    stock = subprocess.run([sys.executable, "-c", STOCK_NOTES], capture_output=True, text=True, check=True)
    assert stock.stdout.strip() != "[0]", "the engine has learnt it: the lesson can go"
    note = Note((Paragraph((Text("The note."),)),))
    made = issue(Paragraph((Text("Words"), note, Text(" and more."))), *(Paragraph((Text(LONG),)) for _ in range(14)))
    data = write_screen(made, THEME, Media(), None, Report())
    document = pypdfium2.PdfDocument(data)
    where = [n for n in range(len(document)) if "The note." in document[n].get_textpage().get_text_range()]
    assert len(document) > 1
    document.close()
    assert where == [0]


def test_another_engine_is_left_as_it_is_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from publisher.writers.pages import engine

    monkeypatch.setattr(engine, "teach", lambda: ("edges: WeasyPrint 71.0 instead of 70.0",))
    report = Report()
    lay_out(bulletin(), THEME, Media(), report)
    assert "layout.lesson" in [finding.code for finding in report.findings]


def test_this_engine_is_the_one_that_was_studied() -> None:
    assert teach() == ()


def test_a_function_that_changed_is_seen() -> None:
    def own() -> int:
        return 1

    assert guard.changed({own: guard.fingerprint(own)}, guard.VERSION) == []
    assert guard.changed({own: "000000000000"}, guard.VERSION) == [own.__qualname__]
    assert guard.changed({}, "71.0") == [f"WeasyPrint 71.0 instead of {guard.VERSION}"]
