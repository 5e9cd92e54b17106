"""What Ace by DAISY says of the books; it reads them in a Chromium."""

from pathlib import Path

import pytest

from publisher.formats import Artifact, Format
from publisher.preflight.fidelity import compare
from publisher.report import Report
from publisher.writers.epub import write_epub
from tests.judges.asking import ace, epubcheck
from tests.writers.built import THEME, book
from tests.writers.epub.books import written
from tests.writers.epub.broken import spoiled
from tests.writers.epub.samples import MEDIA
from tests.writers.epub.tongues import WORDS, spoken


@pytest.mark.parametrize("name", ["plain", "every node", "Arabic", "Russian"])
def test_ace_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    assert ace(written(name)[0], tmp_path) == []


def test_ace_has_nothing_to_say_of_a_book_with_pages(tmp_path: Path) -> None:
    assert ace(book("every node").data, tmp_path) == []


@pytest.mark.parametrize("tag", WORDS)
def test_both_judges_have_nothing_to_say_in_any_language(tag: str, tmp_path: Path) -> None:
    data = write_epub(spoken(tag), THEME, MEDIA, None, Report())
    assert epubcheck(data, tmp_path) == ((0, 0, 0), [])
    assert ace(data, tmp_path) == []
    assert list(compare(Artifact(Format.EPUB, "book.epub", data), spoken(tag), THEME)) == []


def test_ace_has_nothing_to_say_of_sixty_articles(tmp_path: Path) -> None:
    assert ace(book("sixty articles").data, tmp_path) == []


def test_ace_is_asked_and_answers(tmp_path: Path) -> None:
    assert ace(spoiled(written("every node")[0], "a1.xhtml", 'alt="The quay at night"', ""), tmp_path) != []
