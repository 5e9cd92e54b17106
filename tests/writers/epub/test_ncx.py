"""Contents for reading systems of EPUB 2: only where they are asked for, and those of the navigation document."""

from pathlib import Path

import msgspec
from lxml import etree

from publisher.report import Report
from publisher.theme.files import Book
from publisher.writers.epub import write_epub
from publisher.writers.epub.ncx import control_file
from tests.judges.asking import epubcheck
from tests.writers.epub.books import THEME, files, found, opened
from tests.writers.epub.samples import MEDIA, every_node

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"


def asked() -> bytes:
    theme = msgspec.structs.replace(THEME, book=Book(ncx=True))
    return write_epub(every_node(), theme, MEDIA, None, Report())


def test_there_is_none_unless_it_is_asked_for() -> None:
    assert "toc.ncx" not in files("every node")
    package = opened(asked())["package.opf"]
    assert b'<item id="i-toc-ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' in package
    assert b'<spine toc="i-toc-ncx" ' in package


def test_it_has_the_entries_of_the_contents() -> None:
    tree, nav = etree.fromstring(opened(asked())["toc.ncx"]), etree.fromstring(files("every node")["nav.xhtml"])
    points = [(e.findtext(f"{NCX}navLabel/{NCX}text"), e.find(f"{NCX}content")) for e in tree.iter(f"{NCX}navPoint")]
    listed = found(nav, "//x:nav[@role = 'doc-toc']//x:a")
    assert [(label, place.get("src")) for label, place in points if place is not None][1:] == [
        (link.text, link.get("href")) for link in listed
    ]
    nested = found(nav, "//x:nav[@role = 'doc-toc']//x:li/x:ol/x:li")
    assert len(nested) == len(tree.findall(f".//{NCX}navPoint/{NCX}navPoint")) == 3


def test_it_lists_the_printed_pages() -> None:
    pages = [("1", "a1.xhtml#page-1"), ("ii", "a2.xhtml#page-ii")]
    tree = etree.fromstring(control_file(every_node(), pages).encode())
    targets = [(e.get("value"), e.find(f"{NCX}content")) for e in tree.iter(f"{NCX}pageTarget")]
    assert [(value, place.get("src")) for value, place in targets if place is not None] == [
        ("1", "a1.xhtml#page-1"), (None, "a2.xhtml#page-ii")
    ]  # fmt: skip


def test_epubcheck_has_nothing_to_say(tmp_path: Path) -> None:
    assert epubcheck(asked(), tmp_path) == ((0, 0, 0), [])
