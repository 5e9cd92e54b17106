"""Columns as tall as whole lines, and their ends: shown on the engine alone first."""

import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from msgspec.structs import replace

from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Bulletin, Heading, Paragraph, Section, Text
from publisher.preflight.typesetting.figures import measured
from publisher.preflight.typesetting.lines import Line, Sheet, read_sheet
from publisher.readers import read
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers.pages.typeset import levels
from publisher.writers.screen import write_screen
from tests.samples import SENTENCES, bulletin

#: Seven lines in two columns, and what follows them, by the engine alone: how far from the grid that stands.
STOCK = """
from weasyprint import HTML
html = (
    '<style>@page { margin: 0 } body { margin: 0; font-size: 10pt; line-height: 13.5pt } p { margin: 0 }'
    '.c { columns: 2 }</style><div class=c>' + '<p>Words.</p>' * 2
    + '<p>One<br>two<br>three<br>four<br>five</p></div><p>Below.</p>'
)
(page,) = HTML(string=html).render().pages
line = [box for box in page._page_box.descendants() if type(box).__name__ == 'LineBox'][-1]
print(round(line.position_y % 18, 2))
"""


#: A heading with space above it that begins the second column, by the engine alone: how much lower that stands.
STOCK_SPACE = """
from weasyprint import HTML
html = (
    '<style>@page { margin: 0 } body { margin: 0; font-size: 10pt; line-height: 13.5pt } p { margin: 0 }'
    'h2 { font-size: 10pt; margin: 13.5pt 0 0; break-after: avoid } .c { columns: 2 }</style><p>Above.</p>'
    '<div class=c><p>One<br>two<br>three</p><h2>Next</h2><p>four<br>five</p></div>'
)
(page,) = HTML(string=html).render().pages
tops = {box.position_x: box.position_y for box in list(page._page_box.descendants())[::-1]
        if type(box).__name__ == 'LineBox' and box.position_y > 1}
print(round(max(tops.values()) - min(tops.values())))
"""
LONG_WORDS = (
    "Parliamentary representatives considered environmental responsibilities and international communications. "
)


def sheet(number: int, text: str = " ".join(SENTENCES)) -> Sheet:
    """Articles of odd lengths, one after the other."""
    articles = tuple(
        Article(
            Metadata(headline="A long day at the quay", language="en-US"),
            tuple(Paragraph((Text(text * (2 + n % 5)),)) for n in range(length)),
        )
        for length in range(3, 3 + number)
    )
    made = Bulletin(bulletin().metadata, (Section(articles),))
    found = read_sheet(write_screen(made, load_theme("gazette"), Media(), None, Report()))
    assert found is not None
    return found


def ends(found: Sheet) -> list[Line]:
    """The last line of each column."""
    last: dict[tuple[int, int], Line] = {}
    for line in found.lines:
        if line.is_body and line.column >= 0:
            last[line.page, line.column] = line
    return list(last.values())


def test_articles_below_columns_keep_the_grid_though_the_engine_leaves_it() -> None:
    stock = subprocess.run([sys.executable, "-c", STOCK], capture_output=True, text=True, check=True)
    assert stock.stdout.strip() != "0.0", "the engine has learnt it: the lesson can go"
    assert measured(sheet(4)).on_grid == 1.0


def test_no_column_ends_with_a_part_of_a_word() -> None:
    found = sheet(9, LONG_WORDS)
    assert len(found.columns) > 2
    assert any(line.is_hyphened for line in found.lines)
    assert not any(line.is_hyphened for line in ends(found))


def alone(article: Article) -> Sheet:
    """One article."""
    made = Bulletin(bulletin().metadata, (Section((article,)),))
    found = read_sheet(write_screen(made, load_theme("gazette"), Media(), None, Report()))
    assert found is not None
    return found


def test_what_begins_a_column_has_no_space_above_it_though_the_engine_leaves_it() -> None:
    stock = subprocess.run([sys.executable, "-c", STOCK_SPACE], capture_output=True, text=True, check=True)
    assert stock.stdout.strip() == "18", "the engine has learnt it: the lesson can go"
    long = Paragraph((Text(" ".join(SENTENCES * 2)),))
    blocks = (long, Heading((Text("What comes next"),)), long)
    found = alone(Article(Metadata(headline="A day", language="en-US"), blocks))
    assert not measured(found).low
    (heading,) = [line for line in found.lines if line.text == "What comes next"]
    assert heading.column == 1


def test_a_paragraph_gets_a_line_more_where_a_column_would_end_early(monkeypatch: pytest.MonkeyPatch) -> None:
    # The seed's fourth paragraph can't give the first column its last line without leaving one alone.
    (path,) = (Path(__file__).parents[4] / "seeds").glob("*.txt")
    (article,) = read(Source(path.name, path.read_bytes()), Media(), Report())
    article = replace(article, metadata=replace(article.metadata, language="en-US"))
    assert not measured(alone(article)).uneven
    monkeypatch.setattr(levels, "WORST", -1.0)
    assert measured(alone(article)).uneven


def test_a_name_behind_the_dateline_stays_whole() -> None:
    # Set by the engine, the first line ends inside the name.
    words = "The long awaited delegation led by Aleksandra Bartholomewson, "
    article = Article(
        Metadata(headline="A long day", dateline=Dateline("RIVERTON – ", "RIVERTON"), language="en-US"),
        (Paragraph((Text(words + " ".join(SENTENCES)),)),),
    )
    found = alone(article)
    first = next(line for line in found.lines if line.text.startswith("RIVERTON"))
    assert first.text.endswith("led by") or first.text.endswith("Aleksandra")
    assert measured(found).full == 1


def test_heads_take_whole_lines_though_a_standfirst_of_one_line_takes_one_and_a_half() -> None:
    role = load_theme("gazette").role.standfirst
    assert role.leading % load_theme("gazette").page.baseline, "it is whole lines high: take another"
    paragraphs = tuple(Paragraph((Text(" ".join(SENTENCES)),)) for _ in range(3))
    texts = tuple(
        Article(Metadata(headline="A day", standfirst=standfirst, language="en-US"), paragraphs)
        for standfirst in (None, "Nobody left.", None)
    )
    found = read_sheet(
        write_screen(Bulletin(bulletin().metadata, (Section(texts),)), load_theme("gazette"), Media(), None, Report())
    )
    assert found is not None
    assert measured(found).on_grid == 1.0


def test_a_heading_gets_a_line_more_above_it_where_no_paragraph_can(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = Paragraph((Text(SENTENCES[0]),))
    blocks: tuple[Paragraph | Heading, ...] = (*[sentence] * 2, Heading((Text("What comes next"),)), *[sentence] * 5)
    article = Article(Metadata(headline="A day", language="en-US"), blocks)
    monkeypatch.setattr(levels.Lengths, "cost", lambda _, element, more: cost(element, more))

    def cost(element: Element, more: int) -> float:
        return levels.LEAD if element.tag in levels.HEADINGS and more == 1 else 2 * levels.WORST

    assert not measured(alone(article)).uneven
    monkeypatch.setattr(levels, "HEADINGS", frozenset())
    assert measured(alone(article)).uneven
