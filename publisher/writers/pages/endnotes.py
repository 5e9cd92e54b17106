"""Notes that no page's foot has room for: the engine can't part a note, so they are set at the end of their article.

Their calls stay where they were and keep their numbers; notes that are called in them are still footnotes.
"""

from collections.abc import Collection, Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from publisher.theme.tokens import Theme

#: Lines that a page's notes leave to the text that calls them, and to the space between.
ROOM = 3
#: No text of pages' length has letters and blanks that are narrower on average than this, em.
NARROW = 0.35
_MM = 72 / 25.4


def long_notes(root: Element, theme: Theme) -> Iterator[Element]:
    """The notes whose words no page of *theme* holds, however they are laid out: trying takes the engine long."""
    page, role = theme.page, theme.role.note
    lines = (page.height - page.margin_top - page.margin_bottom) * _MM / role.leading
    letters = lines * page.measure * _MM / (NARROW * role.size)
    notes = (span for span in root.iter("span") if span.get("class") == "note")
    yield from (note for note in notes if sum(map(len, _own(note))) > letters)


def _own(element: Element) -> Iterator[str]:
    """The words in *element* but for those of notes that are called in it."""
    yield element.text or ""
    for child in element:
        if child.get("class") != "note":
            yield from _own(child)
        yield child.tail or ""


def tall_notes(document: Any, line: float) -> Iterator[tuple[int, Element]]:
    """(page from 1, element) of each note that leaves no room for the line that calls it; *line* is a line's pt."""
    spare = ROOM * line * 96 / 72
    for number, page in enumerate(document.pages, 1):
        for area in page._page_box.children:
            if type(area).__name__ == "FootnoteAreaBox":
                tall = (note for note in area.children if note.margin_height() > page._page_box.height - spare)
                yield from ((number, note.element) for note in tall)


def move_to_end(root: Element, names: Collection[str]) -> None:
    """Moves the words of the notes called *names* in the pages' tree behind their articles' text."""
    for article in root.iter("article") if names else ():
        text = article.find("div[@class='text']")
        notes = [note for note in article.iter("span") if note.get("class") == "note" and note.get("id") in names]
        if text is None or not notes:
            continue
        section = Element("div", {"class": "end-notes"})
        for note in notes:
            _move(note, section)
        text.append(section)


def _move(note: Element, section: Element) -> None:
    """Makes *note* the link that calls it, and puts its words into *section*, behind a link back."""
    name, rest = note.get("id", ""), note.tail
    moved = SubElement(section, "div", {"class": "end-note", "id": name})
    SubElement(moved, "a", {"class": "note-back", "href": f"#{name}-call"})
    moved.extend(note)
    note.clear()
    note.tag, note.tail = "a", rest
    note.attrib.update({"class": "note-call", "id": f"{name}-call", "href": f"#{name}"})
