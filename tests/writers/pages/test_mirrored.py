"""Issues that run from right to left: heads, columns and feet stand mirrored, and nothing leaves the type area."""

from typing import Any

import msgspec
import pytest
from weasyprint.formatting_structure import boxes

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Paragraph, Section, Text
from publisher.report import Report
from publisher.theme.loading import load_theme, theme_names
from publisher.writers.layout import lay_out
from tests.samples import bulletin

WORDS = "اجتمع المجلس يوم الاثنين ولم يغادر أحد القاعة قبل منتصف الليل، وقال رئيس البلدية إن الجسر سيبنى قبل الشتاء. "


def page(theme: str, language: str = "ar") -> Any:
    """The page with the article of an issue that has nothing else."""
    head = Metadata(headline="جسر قبل الجليد", standfirst=WORDS, language=language)
    article = Article(head, (Paragraph((Text(WORDS * 6),)),))
    metadata = msgspec.structs.replace(bulletin().metadata, language=language, number="47")
    issue = Bulletin(metadata, (Section((article,)),))
    document = lay_out(issue, load_theme(theme), Media(), Report()).document
    return next(page._page_box for page in document.pages if any(_is(box, "text") for box in _all(page)))


def _all(page: Any) -> list[Any]:
    return list(page._page_box.descendants())


def _is(box: Any, name: str) -> bool:
    return isinstance(box, boxes.BlockBox) and box.element is not None and box.element.get("class") == name


@pytest.mark.parametrize("theme", theme_names())
def test_heads_and_lines_stay_in_the_type_area(theme: str) -> None:
    laid_out = page(theme)
    left, right = laid_out.content_box_x(), laid_out.content_box_x() + laid_out.width
    found = [box for box in laid_out.descendants() if isinstance(box, boxes.TextBox)]
    assert len(found) > 10
    for box in found:
        assert left - 1 <= box.position_x, box.text
        assert box.position_x + box.width <= right + 1, box.text


def test_columns_run_from_right_to_left() -> None:
    text = next(box for box in page("gazette").descendants() if _is(box, "text"))
    first, *_, last = [box for box in text.descendants() if isinstance(box, boxes.LineBox)]
    assert first.position_x > last.position_x + last.width / 2


def test_the_foot_begins_on_the_right() -> None:
    shown = {}
    for box in page("gazette").descendants():
        if type(box).__name__ == "MarginBox" and box.at_keyword.startswith("@bottom"):
            shown[box.at_keyword] = "".join(b.text for b in box.descendants() if isinstance(b, boxes.TextBox))
    assert "47" in shown["@bottom-right"]
    assert "47" not in shown["@bottom-left"]
