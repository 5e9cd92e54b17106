"""Scripts without blanks between words: lines are full, whole words stay as they are, and no mark opens a line."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from weasyprint.formatting_structure import boxes

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Emphasis, Paragraph, Section, Text
from publisher.report import Report
from publisher.theme.loading import font_path, load_theme, script_families
from publisher.writers.layout import lay_out
from tests.samples import bulletin

COPY = {
    "th": (
        "รัฐบาลประกาศแผนพัฒนาระบบขนส่งมวลชนในเมืองหลวงระยะที่ 2 เพื่อให้ประชาชนเดินทางได้สะดวกและปลอดภัยมากขึ้น "
        "โครงการ Metro Link จะเริ่มก่อสร้างในปีหน้าและใช้เวลาประมาณสามปีจึงจะแล้วเสร็จ "
    ),
    "ja": (
        "政府は二十四日、首都圏の交通網を整備する第二期計画を発表した。新しい路線（Metro Link）は来年から建設が始まり、"
        "完成までに約三年かかる見通しだ。「通勤の負担を軽くしたい」と担当大臣は述べ、地元の自治体と協議を続ける考えを示した。"
    ),
}


def lines(language: str) -> Iterator[tuple[Any, Any]]:
    """(paragraph, line) of each line but a paragraph's last."""
    theme = load_theme("gazette")
    theme = msgspec.structs.replace(theme, family={**theme.family, "japanese": script_families()["japanese"]})
    if language != "ja":
        theme = load_theme("gazette")
    elif not font_path(theme.family["japanese"].regular).is_file():
        pytest.skip('fonts are missing: pip install "bulletin-publisher[japanese]"')
    paragraph = Paragraph((Text(COPY[language]), Emphasis((Text(COPY[language]),)), Text(COPY[language] * 2)))
    article = Article(Metadata(headline="2", language=language), (paragraph,))
    issue = Bulletin(msgspec.structs.replace(bulletin().metadata, language=language), (Section((article,)),))
    for page in lay_out(issue, theme, Media(), Report()).document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.BlockBox) and box.style["text_align_all"] == "justify":
                yield from ((box, line) for line in box.children[:-1] if isinstance(line, boxes.LineBox))


def words(line: Any) -> list[Any]:
    return [box for box in line.descendants() if isinstance(box, boxes.TextBox)]


@pytest.mark.parametrize("language", COPY)
def test_lines_are_full(language: str) -> None:
    found = list(lines(language))
    assert len(found) > 8
    for paragraph, line in found:
        last = words(line)[-1]
        right = paragraph.content_box_x() + paragraph.width
        assert last.position_x + last.width == pytest.approx(right, abs=0.3), last.text


def test_the_slack_stands_between_letters_and_not_in_words_of_another_script() -> None:
    spread = [box.pango_layout for _, line in lines("th") for box in words(line)]
    assert {type(layout).__name__ for layout in spread} == {"Spread"}
    assert any(layout.space > 0 for layout in spread)
    assert all(layout.space < 4 for layout in spread)


def test_no_mark_that_closes_opens_a_line() -> None:
    for _, line in lines("ja"):
        text = "".join(box.text for box in words(line))
        assert text[0] not in "、。」）ー"
        assert text[-1] not in "「（"
