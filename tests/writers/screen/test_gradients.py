"""A gradient of a drawing shows no sliver of its pattern's next cell; patterns that repeat go on repeating."""

import pikepdf
import pytest

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Figure, Image, Section
from publisher.report import Report, Where
from publisher.writers.screen import write_screen
from tests.writers.built import THEME
from tests.writers.epub.samples import issue, say
from tests.writers.screen.trees import opened

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"><defs>
<linearGradient id="a"><stop offset="0" stop-color="#c00"/><stop offset="1" stop-color="#fff"/></linearGradient>
<radialGradient id="b" gradientUnits="userSpaceOnUse" cx="290" cy="100" r="80">
<stop offset="0" stop-color="#06c"/><stop offset="1" stop-color="#ffd"/></radialGradient>
<pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse">
<rect width="9" height="9" fill="url(#a)"/></pattern>
</defs><rect x="10" y="10" width="180" height="180" fill="url(#a)"/><circle cx="290" cy="100" r="80" fill="url(#b)"/>
<rect x="200" y="150" width="190" height="45" fill="url(#p)"/></svg>"""


@pytest.fixture(scope="module")
def cells() -> dict[str, list[float]]:
    """How many times its own width each cell of a pattern steps on: gradients, and what repeats."""
    media = Media()
    name = media.add(DRAWING.encode(), "drawing.svg", Report(), Where())
    assert name is not None
    article = Article(Metadata(headline="A drawing"), (say("Words."), Figure(Image(name, "a drawing"))))
    found: dict[str, list[float]] = {"gradient": [], "repeats": []}
    with opened(write_screen(issue(Section((article,))), THEME, media, None, Report())) as pdf:
        for cell in pdf.objects:
            if isinstance(cell, pikepdf.Stream) and cell.get("/PatternType") == 1:
                kind = "repeats" if cell.BBox[2] == 20 else "gradient"
                found[kind].append(float(cell.XStep) / float(cell.BBox[2] - cell.BBox[0]))
    return found


def test_a_gradient_stands_alone(cells: dict[str, list[float]]) -> None:
    assert cells["gradient"] == pytest.approx([2.0] * 3)


def test_what_repeats_goes_on_repeating(cells: dict[str, list[float]]) -> None:
    assert cells["repeats"] == [1.0]
