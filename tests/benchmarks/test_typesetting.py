"""The three that set lines, on texts of our own: the same letters in the same measure, and ours the least loose."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.articles import article
from benchmarks.typesetting.__main__ import rows
from benchmarks.typesetting.texts import read_paragraphs


def test_texts_are_read_without_their_heads(tmp_path: Path) -> None:
    story = article(1, 120)
    (tmp_path / "a.txt").write_text(story.as_wire(), "utf-8")
    ((first, *_),) = read_paragraphs(tmp_path)
    assert Counter(first.split()) == Counter(story.paragraphs[0].split())


def test_each_setter_has_its_row_and_ours_is_the_least_loose() -> None:
    pytest.importorskip("typst")
    found = [row.split(" | ") for row in rows("en", [article(number, 300).paragraphs for number in range(2)])]
    assert [row[1] for row in found] == ["ours", "WeasyPrint", "Typst"]
    assert not any("letters differ" in cell for row in found for cell in row)
    loose = [float(row[3].rstrip("%")) for row in found]
    assert loose[0] == min(loose)
