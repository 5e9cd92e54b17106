"""The structure tree put into its file: elements, their attributes, and the ways back from content to them."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publisher.writers.screen.structure import Annotation, Mark, Node

#: What a list shows before its items (ISO 32000-1, table 347), by CSS ``list-style-type``.
NUMBERING = {
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}
_PT = 0.75


class Words:
    """What is said of links in the bulletin's language."""

    def __init__(self, note: str, back: str) -> None:
        self.note = note
        self.back = back


def store(pdf: pikepdf.Pdf, top: Node, document: Any, words: Words) -> None:
    """Makes *top* the structure tree of *pdf* (ISO 32000-1, 14.7.2), whose pages are those of *document*."""
    _Store(pdf, document, words).store(top)


class _Store:
    def __init__(self, pdf: pikepdf.Pdf, document: Any, words: Words) -> None:
        self.pdf = pdf
        self.words = words
        self.pages = [page.obj for page in pdf.pages]
        self.heights = [page.height * _PT for page in document.pages]
        self.owners: list[dict[int, Any]] = [{} for _ in self.pages]
        self.linked: list[Any] = []
        self.names: list[tuple[str, Any]] = []

    def store(self, top: Node) -> None:
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._element(top, root)])
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=self._numbers()))
        root.ParentTreeNextKey = len(self.pages) + len(self.linked)
        if self.names:
            root.IDTree = self.pdf.make_indirect(self._name_tree())
        for number, page in enumerate(self.pages):
            page.StructParents = number
        self.pdf.Root.StructTreeRoot = root

    def _element(self, node: Node, parent: Any) -> Any:
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent))
        for key, value in self._described(node):
            element[key] = value
        if node.kind == "Note":
            self._name(element)
        kids = Array()
        for kid in node.kids:
            kids.append(self._kid(kid, element, node))
        element.K = kids
        return element

    def _kid(self, kid: Node | Mark | Annotation, element: Any, node: Node) -> Any:
        match kid:
            case Node():
                return self._element(kid, element)
            case Mark():
                return self._mark(kid, element)
            case Annotation():
                return self._annotation(kid, element, node)

    def _mark(self, mark: Mark, element: Any) -> Any:
        self.owners[mark.page][mark.number] = element
        page = self.pages[mark.page]
        if "/Pg" not in element:
            element.Pg = page
        if element.Pg.objgen == page.objgen:
            return mark.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number)

    def _annotation(self, kid: Annotation, element: Any, node: Node) -> Any:
        area = self.pdf.get_object(kid.number, 0)
        area.StructParent = len(self.pages) + len(self.linked)
        area.Contents = String(self._said(node) or str(area.get("/Contents", "")))
        area.F = 4
        self.linked.append(element)
        return Dictionary(Type=Name.OBJR, Pg=self.pages[kid.page], Obj=area)

    def _said(self, node: Node) -> str:
        """What a link says of itself to whoever can't see where it stands (ISO 14289-1, 7.18.5)."""
        if node.element is not None:
            return " ".join("".join(node.element.itertext()).split())
        return self.words.back if node.is_back else self.words.note

    def _name(self, element: Any) -> None:
        name = f"note-{len(self.names) + 1:06}"
        element.ID = String(name)
        self.names.append((name, element))

    def _name_tree(self) -> Any:
        limits = Array([String(self.names[0][0]), String(self.names[-1][0])])
        names = Array([part for name, element in self.names for part in (String(name), element)])
        return Dictionary(Kids=Array([self.pdf.make_indirect(Dictionary(Limits=limits, Names=names))]))

    def _numbers(self) -> Any:
        """Page or link → its elements (ISO 32000-1, 14.7.4.4)."""
        numbers: Any = Array()
        for number, owners in enumerate(self.owners):
            row = Array([owners.get(mark) for mark in range(max(owners, default=-1) + 1)])
            numbers.append(number)
            numbers.append(self.pdf.make_indirect(row))
        for number, element in enumerate(self.linked, len(self.pages)):
            numbers.append(number)
            numbers.append(element)
        return numbers

    def _described(self, node: Node) -> Iterator[tuple[str, Any]]:
        """The attributes of a node's element."""
        element = node.element
        if element is None:
            return
        if (tag := element.get("lang")) and node.kind != "Document":
            yield "/Lang", String(tag)
        if node.kind in ("TH", "TD"):
            yield "/A", _cell(element, node.kind)
        elif node.kind == "L":
            yield "/A", Dictionary(O=Name.List, ListNumbering=Name(f"/{_numbering(element)}"))
        elif node.kind == "Figure":
            yield from self._figure(node, element)
        elif element.get("dir"):
            mode = Name.RlTb if element.get("dir") == "rtl" else Name.LrTb
            yield "/A", Dictionary(O=Name.Layout, WritingMode=mode)

    def _figure(self, node: Node, element: Element) -> Iterator[tuple[str, Any]]:
        if alt := element.get("alt"):
            yield "/Alt", String(alt)
        box, height = node.box, self.heights[node.page]
        left, top = box.content_box_x() * _PT, height - box.content_box_y() * _PT
        frame = [left, top - box.height * _PT, left + box.width * _PT, top]
        placement = Name.Inline if "in-line" in element.get("class", "") else Name.Block
        area = Array([round(value, 3) for value in frame])
        yield "/A", Dictionary(O=Name.Layout, BBox=area, Placement=placement)


def _cell(element: Element, kind: str) -> Any:
    attributes = Dictionary(O=Name.Table)
    if kind == "TH":
        attributes.Scope = Name.Row if element.tag == "td" or element.get("scope") == "row" else Name.Column
    for key, name in (("colspan", "/ColSpan"), ("rowspan", "/RowSpan")):
        if span := element.get(key):
            attributes[name] = int(span)
    return attributes


def _numbering(element: Element) -> str:
    if element.tag != "ol":
        return "Disc" if element.tag == "ul" else "None"
    style = element.get("style", "").partition("list-style-type: ")[2].partition(";")[0]
    return NUMBERING.get(style or "decimal", "Decimal")
