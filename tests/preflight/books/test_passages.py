"""What places in a document are called: kind, number, first words."""

import pytest
from lxml import etree

from publisher.preflight.books.passages import Document

SOURCE = """<?xml version="1.0" encoding="UTF-8"?>
<!-- <p>not this</p> -->
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A  bridge</title></head><body>
<h1 class="headline">A bridge</h1><p>First <em>words</em> of it.</p>
<p>Second, which is much longer than what is shown of it.</p>
<table><tr><td><p>one</p></td><td><p>two</p></td></tr>
<tr><td><table><tr><td>in</td></tr></table></td><th><p><b>four</b></p></th></tr></table>
<ul><li><p>item</p></li></ul><figure><img src="x"/><figcaption>The quay.</figcaption></figure><p><img src="y"/></p>
<aside class="note"><p>1 A note.</p></aside><div><span>loose</span></div>
</body></html>"""


@pytest.fixture
def document() -> Document:
    return Document(etree.fromstring(SOURCE.encode()), SOURCE.encode())


@pytest.mark.parametrize(
    ("piece", "called"),
    [
        ('<h1 class="headline">', "the headline (“A bridge”)"),
        ("<p>First", "paragraph 1 (“First words of it.”)"),
        ("<em>", "paragraph 1 (“First words of it.”)"),
        ("<p>Second, which", "paragraph 2 (“Second, which is much longer than what i…”)"),
        ("<p>two", "table 1, row 1, cell 2 (“two”)"),
        ("<td>in", "table 2, row 1, cell 1 (“in”)"),
        ("<b>", "table 1, row 2, cell 2 (“four”)"),
        ("<p>item", "list item 1 (“item”)"),
        ('<img src="x"/>', "picture 1 (“The quay.”)"),
        ("<figcaption>", "picture caption 1 (“The quay.”)"),
        ('<img src="y"/>', "picture 2"),
        ("<p>1 A", "note 1 (“1 A note.”)"),
        ("<span>", ""),
    ],
)
def test_a_place_in_the_file_is_called_by_its_block(document: Document, piece: str, called: str) -> None:
    before = SOURCE[: SOURCE.index(piece) + len(piece)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert document.passage(document.at(line, column)) == called


def test_a_cfi_leads_to_its_element(document: Document) -> None:
    assert document.passage(document.led_to("/4/4[a1]/2")) == "paragraph 1 (“First words of it.”)"
    assert document.passage(document.led_to("/4/8/4/4")) == "table 1, row 2, cell 2 (“four”)"
    assert document.led_to("/4/998") is document.led_to("/4")
    assert document.led_to("/4/3:1") is document.led_to("/4")


def test_places_outside_the_file_are_in_it_all_the_same(document: Document) -> None:
    assert document.at(1, 1) is document.tree
    assert document.at(999, 999).tag.endswith("span")


def test_a_place_begins_with_the_headline_or_the_parts_name(document: Document) -> None:
    assert document.place("EPUB/a1.xhtml") == "“A bridge”"
    nameless = Document(etree.fromstring("<svg/>"), b"<svg/>")
    assert nameless.place("EPUB/x.svg", nameless.tree) == "EPUB/x.svg"


def test_other_encodings_are_read_as_they_say() -> None:
    source = '<?xml version="1.0" encoding="UTF-16"?><a><b/><p xmlns="http://www.w3.org/1999/xhtml">x</p></a>'
    data = source.encode("utf-16")
    document = Document(etree.fromstring(data), data)
    assert document.passage(document.at(1, len(source) - 6)) == "paragraph 1 (“x”)"
