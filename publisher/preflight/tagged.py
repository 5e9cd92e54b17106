"""The structure tree of a PDF as it stands in the file (ISO 32000-1, 14.7), read without trust."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

from publisher.preflight.press.content.objects import entry, identity, is_dictionary, items, name, number, unpacked
from publisher.preflight.press.content.syntax import operations

#: How many elements a tree may have, and how deep they may stand in one another.
MOST_ELEMENTS, DEEPEST = 1_000_000, 200
#: Operators that leave something on the page (ISO 32000-1, table 51).
PAINTING = frozenset(b"Tj TJ ' \" Do sh f F f* B B* b b* S s BI".split())


class Mark(NamedTuple):
    """A piece of content, by its page (from 0) and number (MCID); -1 where either can't be told."""

    page: int
    number: int


class Element(NamedTuple):
    """An element: its standard type, its dictionary, the types around it."""

    kind: str
    object: Any
    around: tuple[str, ...] = ()


class Piece(NamedTuple):
    """A piece of the tree in reading order: an element's beginning (no mark), or content that stands in it."""

    element: Element
    mark: Mark | None = None


class Content(NamedTuple):
    """What a page's content says of itself: its marks as often as they begin, and what it paints outside of any."""

    marks: tuple[int, ...]
    loose: int


def pieces(pdf: pikepdf.Pdf) -> Iterator[Piece]:
    """The tree in reading order; what goes round in circles is left at its first turn."""
    root = entry(pdf.Root, "/StructTreeRoot")
    pages = {identity(page.obj): place for place, page in enumerate(pdf.pages)}
    roles = entry(root, "/RoleMap")
    top = Element("", root)
    waiting = [(kid, top) for kid in reversed(items(entry(root, "/K")))]
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < MOST_ELEMENTS:
        kid, holder = waiting.pop()
        kind = name(entry(kid, "/S"))
        if not kind:
            if (mark := _mark(kid, holder, pages)) is not None:
                yield Piece(holder, mark)
        elif identity(kid) not in seen and len(holder.around) < DEEPEST:
            seen.add(identity(kid))
            element = Element(_standard(kind, roles), kid, (*holder.around, holder.kind))
            yield Piece(element)
            waiting += [(inner, element) for inner in reversed(items(entry(kid, "/K")))]


def _standard(kind: str, roles: Any) -> str:
    for _ in range(8):  # a role map may lead on, or round in circles
        other = name(entry(roles, kind))
        if not other:
            break
        kind = other
    return kind[1:]


def _mark(kid: Any, holder: Element, pages: dict[tuple[int, int], int]) -> Mark | None:
    own = pages.get(identity(entry(holder.object, "/Pg")), -1)
    if not is_dictionary(kid):
        return Mark(own, int(number(kid, -1)))
    if name(entry(kid, "/Type")) == "/MCR":
        return Mark(pages.get(identity(entry(kid, "/Pg")), own), int(number(entry(kid, "/MCID"), -1)))
    return None


def attribute(element: Any, key: str) -> Any:
    """The value at *key* of the attributes of an element's dictionary (ISO 32000-1, 14.7.5); None if it has none."""
    found = (entry(each, key) for each in items(entry(element, "/A")) if is_dictionary(each))
    return next((value for value in found if value is not None), None)


def content(page: pikepdf.Page) -> Content:
    """What *page* marks and paints; forms that it draws count as what draws them."""
    data = b"\n".join(unpacked(part) or b"" for part in items(page.obj.get("/Contents")))
    marks: list[int] = []
    stack: list[bool] = []
    loose = 0
    for operator, operands in operations(data):
        if operator in (b"BDC", b"BMC"):
            found = _number(page, operands) if operator == b"BDC" else None
            marks += [found] if found is not None else []
            stack.append(found is not None or (isinstance(operands, list) and operands[:1] == ["/Artifact"]))
        elif operator == b"EMC" and stack:
            stack.pop()
        elif operator in PAINTING and not any(stack):
            loose += 1
    return Content(tuple(marks), loose)


def _number(page: pikepdf.Page, operands: Any) -> int | None:
    properties = operands[1] if isinstance(operands, list) and len(operands) > 1 else None
    if isinstance(properties, str):
        named = entry(entry(page.resources, "/Properties"), properties)
        found = entry(named, "/MCID")
        return None if found is None else int(number(found, -1))
    found = properties.get("/MCID") if isinstance(properties, dict) else None
    return int(found) if isinstance(found, float) else None
