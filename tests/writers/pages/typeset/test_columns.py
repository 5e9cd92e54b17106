"""Columns as tall as whole lines, and their ends: shown on the engine alone first."""

import subprocess
import sys

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Paragraph, Section, Text
from publisher.preflight.typesetting.figures import measured
from publisher.preflight.typesetting.lines import Line, Sheet, read_sheet
from publisher.report import Report
from publisher.theme.loading import load_theme
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
