"""How pages are drawn for tagging: every text run and picture marked, what is no content marked as artifact.

It takes the place of two functions of the engine while a file is written; both rest on private names of WeasyPrint,
whose version is pinned.
"""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from unicodedata import bidirectional, category
from xml.etree.ElementTree import Element

from publisher.writers.screen.structure import Drawn, Mark

#: Letter-space, em, from which on poppler and PDFium see blanks.
SPACED = 0.09
_SIDES = ("top", "right", "bottom", "left")
_GROUPS = frozenset({"thead", "tfoot"})


class Drawing(NamedTuple):
    """A drawn file, and what was drawn for which box."""

    data: bytes
    drawn: Drawn


def draw(document: Any) -> Drawing:
    """*document* drawn without its bleed, its calls and notes linked both ways; the layout itself stays as it is."""
    artifacts = dict(_artifacts(document))
    links: dict[Any, int] = {}
    marks: dict[Any, Mark] = {}

    def add_tags(_pdf: Any, document: Any, _version: Any, streams: Any) -> None:
        """Notes what was marked; the tree is made afterwards."""
        for number, stream in enumerate(streams):
            marks.update({box: Mark(number, mark["mcid"]) for box, mark in stream._tags.items()})
        for page in document.pages:
            for _, _, _, box in page.links:
                if box.link_annotation is not None:
                    links[box] = int(box.link_annotation.reference.split()[0])

    with _prepared(document, artifacts), _marking(artifacts, add_tags):
        data = document.copy().write_pdf(pdf_tags=True)
    return Drawing(data, Drawn(marks, links, frozenset(artifacts)))


def _artifacts(document: Any) -> Iterator[tuple[int, str]]:
    """(id of a box, its kind) for all that is no content: heads and feet, repeated table heads, mere decoration."""
    seen: dict[Element, int] = {}
    for number, page in enumerate(document.pages):
        for child in page._page_box.children:
            if type(child).__name__ == "MarginBox":
                kind = "Header" if child.at_keyword.startswith("@top") else "Footer"
                yield from ((id(box), kind) for box in _all(child))
            else:
                yield from _decoration(child, number, seen)


def _decoration(box: Any, page: int, seen: dict[Element, int]) -> Iterator[tuple[int, str]]:
    for inner in _all(box):
        element = inner.element
        if element is None:
            continue
        is_repeated = element.tag in _GROUPS and seen.setdefault(element, page) != page
        if is_repeated or (element.tag == "img" and element.get("role") == "presentation"):
            yield from ((id(each), "") for each in _all(inner))


def _all(box: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    yield box
    for child in box.children:
        yield from _all(child)


@contextmanager
def _prepared(document: Any, artifacts: dict[int, str]) -> Iterator[None]:
    """The pages without bleed, and with the links of their notes."""
    before = [(page.bleed, page.links, page.anchors) for page in document.pages]
    try:
        for page in document.pages:
            page.bleed = dict.fromkeys(_SIDES, 0)
            page.links = [link for link in page.links if id(link[3]) not in artifacts]
            page.anchors = dict(page.anchors)
            _link_notes(page)
        yield
    finally:
        for page, (bleed, links, anchors) in zip(document.pages, before, strict=True):
            page.bleed, page.links, page.anchors = bleed, links, anchors


def _link_notes(page: Any) -> None:
    """Links each call to its note and back."""
    for box in (box for child in page._page_box.children for box in _all(child)):
        pseudo = (box.element_tag or "").partition("::")[2]
        if pseudo not in ("footnote-call", "footnote-marker") or hasattr(box, "text"):
            continue
        left, top, width, height = box.hit_area()
        area = (left, top, left + width, top + height)
        note = box.element.get("id")
        here, there = (f"{note}-call", note) if pseudo == "footnote-call" else (note, f"{note}-call")
        page.anchors.setdefault(here, area)
        page.links.append(("internal", there, area, box))


@contextmanager
def _marking(artifacts: dict[int, str], add_tags: Any) -> Iterator[None]:
    """The engine's own marking replaced by ours."""
    engine: Any = importlib.import_module("weasyprint.pdf")
    stream: Any = importlib.import_module("weasyprint.pdf.stream").Stream
    own = engine.add_tags, stream.marked
    engine.add_tags, stream.marked = add_tags, _marker(artifacts)
    try:
        yield
    finally:
        engine.add_tags, stream.marked = own


def _marker(artifacts: dict[int, str]) -> Any:
    pydyf = importlib.import_module("pydyf")

    @contextmanager
    def marked(self: Any, box: Any, tag: str) -> Iterator[None]:
        if self._tags is None:
            yield
            return
        kind = artifacts.get(id(box))
        if kind is not None:
            pagination = {"Type": "/Pagination", "Subtype": f"/{kind}"} if kind else None
            self.begin_marked_content("Artifact", pydyf.Dictionary(pagination) if pagination else None)
        else:
            properties = pydyf.Dictionary({"MCID": len(self._tags)})
            self._tags[box] = {"tag": tag, "mcid": len(self._tags)}
            if _is_spaced(box):
                properties["ActualText"] = pydyf.String(box.text)
            self.begin_marked_content(tag, properties)
        try:
            yield
        finally:
            self.end_marked_content()

    return marked


def _is_spaced(box: Any) -> bool:
    """Whether letters stand so far apart that readers take each for a word: the words are said beside them."""
    text = getattr(box, "text", "")
    spacing = box.style["letter_spacing"] if text else "normal"
    # What runs from right to left is turned around by readers that are told its words.
    turned = any(bidirectional(character) in ("R", "AL") for character in text)
    # Letters that bear marks say what they are by themselves (`letters`): one thing is said once.
    marked = any(category(character).startswith("M") for character in text)
    return spacing != "normal" and spacing > SPACED * box.style["font_size"] and not (turned or marked)
