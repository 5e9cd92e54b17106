"""How a page is set, read from its glyphs: our own pages pass, and each fault is shown on one spoilt on purpose."""

import io
from collections.abc import Callable

import msgspec
import pikepdf
import pytest

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Block, Bulletin, Heading, Paragraph, Section, Text
from publisher.preflight import examine
from publisher.preflight.typesetting.figures import Figures
from publisher.preflight.typesetting.reading import counted, described, read_figures
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Page, Setting, Theme
from publisher.writers.pages.style import page_style
from publisher.writers.screen import write_screen
from tests.samples import SENTENCES, bulletin

THEME = load_theme("gazette")
LONG = Paragraph((Text(" ".join(SENTENCES * 2)),))
#: Three lines.
BRIEF = Paragraph((Text(f"{SENTENCES[0]} {SENTENCES[2][:70]}"),))
HEADING = Heading((Text("What comes next"),))
HARD = Paragraph((Text("Incomprehensible internationalisation notwithstanding, constitutional " * 9),))
#: How many lines `LONG` has at the theme's measure: a test below holds it to that.
LINES = 17


Draw = Callable[..., bytes]


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Draws one article of *blocks*, its pages' style sheet with rules added that spoil it."""
    style = page_style

    def drawn(*blocks: Block, spoilt: str = "", theme: Theme = THEME) -> bytes:
        monkeypatch.setattr("publisher.writers.layout.page_style", lambda *given: style(*given) + spoilt)
        article = Article(Metadata(headline="A long day at the quay", language="en-US"), blocks)
        made = Bulletin(bulletin().metadata, (Section((article,)),))
        return write_screen(made, theme, Media(), None, Report())

    return drawn


def codes(data: bytes) -> set[str]:
    found = examine(Artifact(Format.SCREEN, "x.pdf", data)).spots
    return {spot.finding.code for spot in found if spot.finding.code.startswith("typesetting.")}


def figures(data: bytes) -> Figures:
    found = read_figures(Artifact(Format.SCREEN, "x.pdf", data))
    assert found is not None
    return found


def columns_of(lines: int) -> str:
    """A rule that fills columns of so many lines, one after the other, and parts paragraphs anywhere."""
    height = f"height: calc(var(--line) * {lines})"
    return (
        f"body {{ widows: 1; orphans: 1 }} .text {{ column-fill: auto; {height} }} .heading-1 {{ break-after: auto }}"
    )


def test_our_own_page_has_none_of_them(draw: Draw) -> None:
    data = draw(LONG, LONG, LONG, LONG)
    assert codes(data) == set()
    found = figures(data)
    assert found.lines == 4 * LINES
    assert found.paragraphs == found.full == 4
    assert found.on_grid == 1.0


@pytest.mark.parametrize(
    ("code", "blocks", "spoilt"),
    [
        ("grid", (LONG, BRIEF, LONG), ".text > p { margin-bottom: 4pt }"),
        ("edge", (BRIEF, LONG, LONG), ".text > p:first-child { margin-right: 1pt }"),
        ("widow", (LONG, BRIEF), columns_of(LINES - 1)),
        ("orphan", (LONG, LONG), columns_of(LINES + 1)),
        ("heading", (LONG, HEADING, BRIEF), columns_of(LINES + 2)),
        ("columns", (LONG, BRIEF), columns_of(LINES)),
        ("columns", (LONG, HEADING, LONG), ".heading-1 { break-before: column; padding-top: 13.5pt }"),
    ],
)
def test_one_fault_gives_its_code(code: str, blocks: tuple[Block, ...], spoilt: str, draw: Draw) -> None:
    assert f"typesetting.{code}" in codes(draw(*blocks, spoilt=spoilt))


def test_a_run_of_hyphens_is_told(draw: Draw) -> None:
    narrow = Page(columns=4)
    greedy = msgspec.structs.replace(THEME, page=narrow, setting=Setting("greedy", 0.0))
    data = draw(HARD, theme=greedy)
    assert "typesetting.ladder" in codes(data)
    assert figures(data).ladders


def test_where_the_columns_begin_and_end_is_told_apart(draw: Draw) -> None:
    late = figures(draw(LONG, BRIEF, spoilt=columns_of(LINES)))
    assert (len(late.uneven), len(late.low)) == (1, 0)
    low = figures(draw(LONG, HEADING, LONG, spoilt=".heading-1 { break-before: column; padding-top: 13.5pt }"))
    assert (len(low.uneven), len(low.low)) == (1, 1)


def test_a_finding_says_where(draw: Draw) -> None:
    data = draw(LONG, BRIEF, spoilt=columns_of(LINES - 1))
    spots = examine(Artifact(Format.SCREEN, "x.pdf", data)).spots
    (found,) = [spot.finding for spot in spots if spot.finding.code == "typesetting.widow"]
    assert str(found.where) == "x.pdf, page 1"
    assert found.message.startswith("a paragraph's last line begins a column: “")
    assert found.hint


def test_hyphens_end_at_the_edge_though_they_are_read_as_soft_ones(draw: Draw) -> None:
    found = figures(draw(HARD, HARD))
    assert found.hyphens > 2
    assert found.worst_edge < 0.1


def test_figures_are_told_in_a_line_and_as_numbers(draw: Draw) -> None:
    found = figures(draw(LONG, LONG))
    assert f"{found.lines} lines" in described(found)
    numbers = counted(found)
    assert numbers["widows"] == 0
    assert numbers["onGrid"] == 1.0


def test_what_was_not_made_here_has_no_figures(draw: Draw) -> None:
    data, other = draw(LONG), io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.docinfo["/Producer"] = "another program"
        pdf.save(other)
    assert read_figures(Artifact(Format.SCREEN, "x.pdf", data))
    assert read_figures(Artifact(Format.SCREEN, "x.pdf", other.getvalue())) is None
    assert read_figures(Artifact(Format.SCREEN, "x.pdf", b"%PDF-1.7 cut off")) is None
    assert read_figures(Artifact(Format.DOCX, "x.docx", data)) is None
