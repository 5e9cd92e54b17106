"""Booklets of whole issues, from the copy to the sheets: the seed, and twelve articles with a cover."""

from pathlib import Path

import pypdfium2
import pytest

from publisher.api import build
from publisher.formats import Format
from publisher.imposition import Demand, impose_pages
from publisher.imposition.order import booklet_sides, padded
from publisher.imposition.sheet import SHEETS
from publisher.media import Media
from publisher.preflight.press.content.geometry import MM
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers.press import write_print
from publisher.writers.screen import write_screen
from tests.samples import bulletin

SEEDS = Path(__file__).parent.parent.parent / "seeds"
NAME = "000_2a5f29469a24bf2c.txt"
A4_WIDTH = 210 / MM


def words(text: str) -> str:
    """Text without what differs by where lines end."""
    return "".join(text.split()).replace("\ufffe", "").replace("-", "")


def halves(data: bytes) -> list[tuple[str, str]]:
    """The words left and right of the fold on each side of A3 sheets, as far as pages are cut."""
    document = pypdfium2.PdfDocument(data)
    try:
        found = []
        for page in document:
            text, spine = page.get_textpage(), SHEETS["A3"][1] / MM / 2
            bounds = ((spine - A4_WIDTH, spine), (spine, spine + A4_WIDTH))
            left, right = (words(text.get_text_bounded(left=low, right=high)) for low, high in bounds)
            found.append((left, right))
        return found
    finally:
        document.close()


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [words(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def test_the_seed_stands_on_one_sheet_with_three_blanks() -> None:
    made = build({NAME: (SEEDS / NAME).read_bytes()}, (SEEDS / "bulletin.toml").read_text("utf-8"), [Format.PRINT])
    (artifact,) = made.files
    imposed = impose_pages(artifact.data, artifact.name, Demand("booklet", "A3"))
    assert [finding.code for finding in imposed.findings] == ["sheets.padded"]
    (outer, inner) = halves(imposed.data)
    assert outer[0] == ""
    assert len(outer[1]) > 1000
    assert inner == ("", "")


@pytest.mark.parametrize("creep", [0.0, 3.0])
def test_twelve_articles_fold_into_their_order(creep: float) -> None:
    issue, theme, media = bulletin(12, 20), load_theme("gazette"), Media()
    printed = write_print(issue, theme, media, None, Report())
    screen = pages(write_screen(issue, theme, media, None, Report()))
    imposed = impose_pages(printed, "x.pdf", Demand("booklet", "A3", creep))
    expected = booklet_sides(padded(len(screen), "end"), from_the_right=False)
    found = halves(imposed.data)
    assert len(found) == len(expected) == imposed.sides
    for (left, right), side in zip(found, expected, strict=True):
        assert left == ("" if side.left is None else screen[side.left])
        assert right == ("" if side.right is None else screen[side.right])
