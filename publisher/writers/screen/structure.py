"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): one element for each of the copy's, in reading order.

It is grown from the laid-out boxes and the elements they were made from: what was broken over lines, columns and
pages is one element again, and a note stands behind its call.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from publisher.writers.screen.roles import INLINE, is_grouping, role_of

#: Structure types that hold words themselves; those in a grouping one get a paragraph of their own.
PARAGRAPH = "P"
#: Classes of the links to a note at its article's end, and back.
ENDNOTE_LINKS = ("note-call", "note-back")


class Mark(NamedTuple):
    """A piece of a page's content, by the page's number (from 0) and its own (MCID)."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link's area, by the page's number (from 0) and the object's."""

    page: int
    number: int


class Node:
    """An element of the tree: its structure type, the copy's element it stands for, and what it holds."""

    def __init__(self, kind: str, element: Element | None = None, box: Any = None, page: int = 0) -> None:
        self.kind = kind
        self.element = element
        self.box = box
        self.page = page
        self.is_back = False
        self.kids: list[Node | Mark | Annotation] = []
        self.behind: list[Mark] = []

    def nodes(self) -> Iterator["Node"]:
        """This node, then all it holds, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()


class Drawn(NamedTuple):
    """What drawing has left: box → its mark, box → its link's object number, boxes that are no content."""

    marks: Mapping[Any, Mark]
    links: Mapping[Any, int]
    artifacts: Collection[int]


def structure(document: Any, root: Element, drawn: Drawn) -> Node:
    """The structure tree of *document*, laid out from *root*."""
    grower = _Grower(root, drawn)
    for number, page in enumerate(document.pages):
        for box in _flow(page, grower.order):
            grower.visit(box, number)
    _prune(grower.top)
    return grower.top


def _flow(page: Any, order: Mapping[Element, int]) -> Iterator[Any]:
    """The boxes of a page's text, then of its notes: those that are called in others after these."""
    for child in page._page_box.children:
        if type(child).__name__ not in ("MarginBox", "FootnoteAreaBox"):
            yield child
    for child in page._page_box.children:
        if type(child).__name__ == "FootnoteAreaBox":
            yield from sorted(child.children, key=lambda note: order.get(note.element, 0))


class _Grower:
    """Grows the tree: each element's node is made when its first box is met."""

    def __init__(self, root: Element, drawn: Drawn) -> None:
        self.drawn = drawn
        self.top = Node("Document", root)
        self.order = {element: number for number, element in enumerate(root.iter())}
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._nodes: dict[tuple[Element, str], Node] = {}
        self._names = frozenset(_row_names(root))
        self._page = 0

    def visit(self, box: Any, page: int) -> None:
        """Takes in *box* and all it holds."""
        box = getattr(box, "_box", box)
        if id(box) in self.drawn.artifacts:
            return
        self._page = page
        element = box.element
        if element is not None:
            self._take(box, element)
        for child in box.children:
            self.visit(child, page)

    def _take(self, box: Any, element: Element) -> None:
        """Puts what was drawn of *box* into its node; an element without words, such as a cell, has its own as well."""
        self._node(element)
        if box in self.drawn.links:
            self._holder(element, box).kids.append(Annotation(self._page, self.drawn.links[box]))
        if box in self.drawn.marks:
            node = self._holder(element, box)
            node = self._paragraph(node, element) if is_grouping(node.kind) else node
            # A list of contents is set with its page numbers first, and read with them last.
            kids: list[Any] = node.behind if node.kind == "Link" and _pseudo(box) == "before" else node.kids
            kids.append(self.drawn.marks[box])

    def _holder(self, element: Element, box: Any) -> Node:
        """The node that what *box* shows belongs into."""
        pseudo = _pseudo(box)
        if pseudo == "marker":
            return self._part(element, "Lbl", self._node(element))
        if pseudo == "footnote-call":
            return self._nodes[element, "Link"]
        if pseudo == "footnote-marker":
            label = self._part(element, "Lbl", self._node(element))
            back = self._part(element, "back", label, "Link")
            back.is_back = True
            return back
        node = self._node(element)
        if element.get("class") in ENDNOTE_LINKS:
            link = self._part(element, "Link", node)
            link.is_back = element.get("class") == "note-back"
            return link
        if node.kind == "Figure" and node.box is None:
            node.box, node.page = box, self._page
        return self._part(element, "LBody", node) if node.kind == "LI" and element.tag == "li" else node

    def _node(self, element: Element) -> Node:
        """The node of *element*: its own, or the one around it where it needs none."""
        if element is self.top.element:
            return self.top
        if (found := self._nodes.get((element, ""))) is not None:
            return found
        parent = self._parents[element]
        node = self._made(element, self._inside(parent, element))
        self._nodes[element, ""] = node
        return node

    def _inside(self, parent: Element, element: Element) -> Node:
        """The node that the children of *parent* stand in."""
        node = self._node(parent)
        if node.kind == "LI" and parent.tag == "li":
            return self._part(parent, "LBody", node)
        if element.tag == "dd" and node.kind == "L":
            return self._entry(parent, element)
        return node

    def _entry(self, parent: Element, element: Element) -> Node:
        """The list item of the term that a definition belongs to."""
        terms = [child for child in parent if child.tag == "dt" and self.order[child] < self.order[element]]
        if terms:
            self._node(terms[-1])
            return self._part(terms[-1], "LI", self._node(parent))
        return self._part(element, "LI", self._node(parent))

    def _made(self, element: Element, parent: Node) -> Node:
        around = self._parents[element]
        kind = role_of(element, around) if around.tag != "hgroup" else None
        if kind is None:
            return parent
        kind = "TH" if element in self._names else kind
        if kind == "Note" and element.get("class") == "note":  # those at an article's end are called elsewhere
            call = self._part(element, "Reference", parent)
            self._part(element, "Link", call)
        if kind in ("Lbl", "LBody"):  # a term and what is said of it
            entry = self._part(element, "LI", parent) if element.tag == "dt" else parent
            return self._body(entry, element) if kind == "LBody" else self._part(element, kind, entry)
        if kind == "Link" and parent.kind == "TOCI":
            parent = self._part(element, "Reference", parent)
        if kind in INLINE and is_grouping(parent.kind):
            parent = self._paragraph(parent, around)
        node = Node(kind, element)
        parent.kids.append(node)
        return node

    def _body(self, entry: Node, element: Element) -> Node:
        """All that is said of one term stands in one body."""
        bodies = [kid for kid in entry.kids if isinstance(kid, Node) and kid.kind == "LBody"]
        if bodies:
            return bodies[0]
        body = Node("LBody", element)
        entry.kids.append(body)
        return body

    def _part(self, element: Element, name: str, parent: Node, kind: str | None = None) -> Node:
        """A part of *element*'s node that has no element of its own, such as a list item's label."""
        if (element, name) not in self._nodes:
            node = Node(kind or name)
            self._nodes[element, name] = node
            parent.kids.append(node)
        return self._nodes[element, name]

    def _paragraph(self, parent: Node, element: Element) -> Node:
        return self._part(element, PARAGRAPH, parent)


def _row_names(root: Element) -> Iterator[Element]:
    """The first cells of rows in tables whose copy marks no heads: who listens has nothing else to tell a row by."""
    for table in root.iter("table"):
        if table.find(".//th") is None:
            yield from (row[0] for row in table.iter("tr") if len(row) > 1)


def _pseudo(box: Any) -> str:
    """What of its element *box* is, such as ``footnote-call``; nothing for the element itself."""
    return str(box.element_tag or "").partition("::")[2]


#: Types that stay though they hold nothing: a table has a cell where its row has one.
_KEPT = frozenset({"TD", "TH", "TR", "Document"})


def _prune(node: Node) -> None:
    """Takes out what holds nothing, and puts what is read last behind the rest."""
    node.kids += node.behind
    for kid in node.kids:
        if isinstance(kid, Node):
            _prune(kid)
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.kids or kid.kind in _KEPT]
