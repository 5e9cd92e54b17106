"""Notes that no page's foot has room for: the engine can't part a note, so they are set at the end of their article.

Their calls stay where they were and keep their numbers; notes that are called in them are still footnotes.
"""

from collections.abc import Collection, Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

#: Lines that a page's notes leave to the text that calls them, and to the space between.
ROOM = 3


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
