"""Books broken on purpose are caught by EPUBCheck and Ace together, and named by article and line."""

import shutil
from pathlib import Path

import pytest

from publisher.formats import Artifact, Format
from publisher.preflight.books.judges import browser, judge_epub
from tests.judges.asking import HERE, ace, epubcheck, missing
from tests.writers.built import book
from tests.writers.epub.broken import spoiled

#: What is broken: the file, what stands in it, what takes its place.
BROKEN = {
    "a picture without words": ("a1.xhtml", 'alt="The quay at night"', ""),
    "a link to no article": ("a2.xhtml", 'href="a1.xhtml#a1-one"', 'href="a9.xhtml"'),
    "a note that nothing calls by its name": ("a2.xhtml", 'id="a2.note-1"', 'id="a2.note-9"'),
    "an id given twice": ("a2.xhtml", 'id="a2.note-2"', 'id="a2.note-1"'),
    "a tag left open": ("a3.xhtml", "</article>", ""),
    "no language": ("a3.xhtml", ' lang="ru" xml:lang="ru"', ""),
    "a heading that skips levels": ("a1.xhtml", "<h3 ", '<h6 style="" '),
    "letters that can't be told from the paper": ("a3.xhtml", "<p ", '<p style="color: #ddd; background: #fff" '),
    "a page that isn't there": ("nav.xhtml", "#page-2", "#page-7"),
    "no title": ("package.opf", '<dc:title id="title">The Bulletin</dc:title>', ""),
    "not a word of hazards": ("package.opf", '<meta property="schema:accessibilityHazard">none</meta>', ""),
    "a table's head without words": ("a1.xhtml", "<p>Year</p>", "<p></p>"),
    "a file that isn't there": ("package.opf", 'href="style.css"', 'href="other.css"'),
    "no contents": ("nav.xhtml", 'epub:type="toc"', 'epub:type="loi"'),
}


@pytest.fixture
def _judges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{HERE / 'node_modules/.bin'}:/usr/local/bin:/usr/bin:/bin")
    if shutil.which("java") is None or shutil.which("ace-cli") is None or browser() is None:
        missing("EPUBCheck, or Ace with a Chromium,")


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_caught(name: str, tmp_path: Path) -> None:
    file, old, new = BROKEN[name]
    broken = spoiled(book("every node").data, file, old, new)
    if name.startswith("a heading"):
        broken = spoiled(broken, file, "</h3>", "</h6>")
    assert epubcheck(broken, tmp_path)[1] or ace(broken, tmp_path)


@pytest.mark.usefixtures("_judges")
def test_a_sound_book_is_let_pass() -> None:
    assert list(judge_epub(book("every node"))) == []


@pytest.mark.usefixtures("_judges")
def test_faults_are_named_by_article_passage_and_line() -> None:
    broken = spoiled(book("every node").data, "a1.xhtml", 'alt="The quay at night"', "")
    broken = spoiled(broken, "a2.xhtml", 'href="a1.xhtml#a1-one"', 'href="a9.xhtml"')
    by_epubcheck, by_ace = judge_epub(Artifact(Format.EPUB, "book.epub", broken))
    assert by_epubcheck.message.startswith("book.epub: EPUBCheck on “Plain, stressed")
    assert "”, paragraph 3 (“Links: far, near, the other article, a b…”): RSC-007" in by_epubcheck.message
    assert by_epubcheck.where.part == "EPUB/a2.xhtml"
    said = "book.epub: Ace on “Every kind of “block” & <mark>”, picture 1 (“The quay. B. Clerk”): image-alt: "
    assert by_ace.message.startswith(said)
    assert by_ace.where.article == "Every kind of “block” & <mark>"
    for found in (by_epubcheck, by_ace):
        assert found.where.line


def test_judges_that_are_not_here_are_said_to_be_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = list(judge_epub(book("every node")))
    assert [finding.code for finding in found] == ["epub.judge-absent"] * 2
    assert "Ace was not asked" in found[1].message
    assert found[1].hint is not None
