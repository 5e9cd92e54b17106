"""The printed pages in the book: each break stands before the first text of its page, and only there."""

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from publisher.preflight.drawn import drawn
from publisher.preflight.fidelity import compare
from publisher.writers.epub.pagination import page_break, paged
from publisher.writers.pages.flow import Turn
from tests.judges.asking import epubcheck
from tests.writers.built import SAMPLES, THEME, book, screen
from tests.writers.epub.books import opened, written

X = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"


PAGED = ("every node", "long paragraphs", "with notes", "sixty articles")


def pages(data: bytes) -> list[str]:
    """The text of each page as PDFium reads it, but for its running foot."""
    document = pypdfium2.PdfDocument(data)
    texts = [drawn(document[number].get_textpage().get_text_range()) for number in range(len(document))]
    document.close()
    return texts


def breaks(files: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """(file, label, what the leaf says after the break) of every page break."""
    found = []
    for name in [name for name in files if name.endswith(".xhtml")]:
        for mark in etree.fromstring(files[name]).iter(f"{X}span"):
            if mark.get(f"{EPUB}type") == "pagebreak":
                found.append((name, mark.get("aria-label", ""), after(mark)))
    return sorted(found, key=lambda entry: int(entry[1]))


def after(mark: etree._Element) -> str:
    """The words behind a break up to the end of its paragraph, with the calls of notes that the page shows."""
    words, element = [mark.tail or ""], mark
    while element.tag not in (f"{X}{name}" for name in ("p", "h1", "h2", "h3", "a", "figure", "section", "pre")):
        for sibling in element.itersiblings():
            words += map(str, sibling.itertext())
            words.append(sibling.tail or "")
        parent = element.getparent()
        assert parent is not None
        element = parent
        words.append(element.tail or "" if element.tag in (f"{X}b", f"{X}em", f"{X}strong") else "")
    return "".join(words)


@pytest.mark.parametrize("name", PAGED)
def test_the_text_after_a_break_is_the_first_of_its_page(name: str) -> None:
    texts, found = pages(screen(name)), breaks(opened(book(name).data))
    assert [label for _, label, _ in found if label != "1"] == [str(n) for n in range(2, len(texts) + 1)]
    for file, label, words in found:
        if file != "cover.xhtml":
            # A contents entry shows its page before its words, and a theme may set a leaf's beginning in capitals.
            page = re.sub(r"^\d+", "", texts[int(label) - 1]) if file == "nav.xhtml" else texts[int(label) - 1]
            start = drawn(words)[:24].casefold()
            assert start
            assert page.casefold().startswith(start), (file, label)


def test_some_breaks_stand_inside_paragraphs_and_words() -> None:
    markup = b"".join(opened(book("long paragraphs").data).values())
    marks = re.findall(rb"(\S?)(<span epub:type=\"pagebreak\"[^>]*></span>)(\S)", markup)
    assert len(marks) >= 3
    assert any(before.isalpha() and behind.isalpha() for before, _, behind in marks) or len(marks) > 3


@pytest.mark.parametrize("name", PAGED)
def test_the_list_leads_to_every_break_in_order(name: str) -> None:
    files = opened(book(name).data)
    (pages_of,) = [
        n for n in etree.fromstring(files["nav.xhtml"]).iter(f"{X}nav") if n.get(f"{EPUB}type") == "page-list"
    ]
    listed = [(link.get("href"), link.text) for link in pages_of.iter(f"{X}a")]
    places = {label: f"{file}#page-{label}" for file, label, _ in breaks(files)}
    assert listed == [(places[label], label) for label in sorted(places, key=int)]


@pytest.mark.parametrize("name", ["every node", "sixty articles"])
def test_epubcheck_and_our_proof_have_nothing_to_say(name: str, tmp_path: Path) -> None:
    assert epubcheck(book(name).data, tmp_path) == ((0, 0, 0), [])
    assert list(compare(book(name), SAMPLES[name](), THEME)) == []


def test_the_print_edition_is_named_where_its_pages_are() -> None:
    package = opened(book("every node").data)["package.opf"].decode()
    source = re.search(r"<dc:source>(urn:uuid:[0-9a-f-]+)</dc:source>", package)
    assert source
    assert f'<meta property="pageBreakSource">{source[1]}</meta>' in package
    assert '"schema:accessibilityFeature">pageBreakMarkers<' in package
    assert '"schema:accessibilityFeature">pageNavigation<' in package


def test_without_pages_there_is_no_list_and_no_claim_of_one() -> None:
    with zipfile.ZipFile(io.BytesIO(written("every node")[0])) as archive:
        files = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"page-list", b"pagebreak", b"pageBreak", b"dc:source", b"data-leaf"):
        assert word not in files


@pytest.mark.parametrize(
    ("markup", "offset", "split"),
    [
        ('<p data-leaf="a1.1">One two</p>', 3, "<p>One |two</p>"),
        ('<p data-leaf="a1.1">One two</p>', 0, "<p>|One two</p>"),
        ('<p data-leaf="a1.1">a &amp; b</p>', 2, "<p>a &amp; |b</p>"),
        ('<p data-leaf="a1.1">in<em>for</em>mation</p>', 3, "<p>in<em>f|or</em>mation</p>"),
        (
            '<p data-leaf="a1.1">x<sup><a role="doc-noteref" href="#n">12</a></sup>yz</p>',
            2,
            '<p>x<sup><a role="doc-noteref" href="#n">12</a></sup>y|z</p>',
        ),
        ('<p data-leaf="a1.2">other</p><p data-leaf="a1.1">ab</p>', 1, "<p>other</p><p>a|b</p>"),
    ],
)
def test_a_break_stands_before_the_character_that_begins_the_page(markup: str, offset: int, split: str) -> None:
    found = paged(markup, {"a1.1": [Turn("a1.1", offset, "9")]})
    assert found.markup == split.replace("|", page_break("9"))
    assert found.labels == ("9",)
