"""A pattern whose one cell is all that is filled shows no sliver of the next."""

import pikepdf
import pytest
from pikepdf import Array

from publisher.writers.operations import IDENTITY
from publisher.writers.press.content import rewrite
from tests.writers.press import reading, specimen
from tests.writers.press.test_content import BLACK, INKS


def steps(content: str, matrix: tuple[float, ...] = (0.75, 0, 0, -0.75, 10, 100)) -> list[float]:
    """The steps of a pattern with a cell of 80 by 40, after what is filled with it."""
    with pikepdf.new() as pdf:
        cell = pikepdf.Stream(
            pdf, b"", PatternType=1, BBox=Array([0, 0, 80, 40]), XStep=80, YStep=40, Matrix=Array(matrix)
        )
        named = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(p=cell, q=pikepdf.Dictionary(PatternType=2)))
        rewrite(content.encode(), named, IDENTITY, INKS, BLACK, True)
        return [float(cell.XStep), float(cell.YStep)]


@pytest.mark.parametrize(
    ("filled", "alone"),
    [
        ("10 70 60 30 re f", True),
        ("20 80 9 9 re f", True),
        ("0.75 0 0 -0.75 10 100 cm 0 0 80 40 re f", True),
        ("10 70 60.05 30 re f", True),
        ("10 70 90 30 re f", False),
        ("10 40 60 60 re f", False),
        ("5 70 60 30 re f", False),
        ("10 70 60 30 re n", False),
    ],
)
def test_a_cell_that_is_alone_has_no_neighbours(filled: str, alone: bool) -> None:
    assert steps(f"/Pattern cs /p scn {filled}") == ([160, 80] if alone else [80, 40])
    assert steps(f"/Pattern cs /p scn 0 g {filled}") == [80, 40]
    assert steps(f"/Pattern cs /q scn {filled}") == [80, 40]


def test_the_gradients_of_the_issue_stand_alone_and_its_dots_do_not() -> None:
    with reading.opened(specimen.finished(specimen.draw())) as pdf:
        cells = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/PatternType") == 1]
        alone = [float(cell.XStep) > float(cell.BBox[2]) + 1 for cell in cells]
    assert len(alone) >= 6
    assert alone.count(False) == 1
