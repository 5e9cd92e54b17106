"""What the parts of a book refer to, and whether they hold scripts."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

XLINK = "{http://www.w3.org/1999/xlink}href"
#: Attributes that hold a URL; on a hyperlink a reader follows it, elsewhere it brings a resource into the page.
ADDRESSES = ("href", "src", "data", "poster", XLINK)
HYPERLINKS = frozenset({"a", "area"})
#: Types of a script element that make it a block of data (HTML, § 4.12.1).
_CODE = re.compile(r"|module|.*(java|ecma)script.*", re.IGNORECASE)
_URL = re.compile(r"url\(\s*(\"[^\"]*\"|'[^']*'|[^)\s\"']*)|@import\s+(\"[^\"]*\"|'[^']*')", re.IGNORECASE)


class Reference(NamedTuple):
    """A reference: where it leads, whether a reader follows it or it is a resource of the page, and what makes it."""

    target: str
    followed: bool
    element: Any = None


class Script(NamedTuple):
    """A script: what it is called, and the element that holds it."""

    name: str
    element: Any


def markup_references(tree: Any) -> Iterator[Reference]:
    """The references of an XHTML or SVG document, those of its style elements and attributes included."""
    for element in tree.iter("*"):
        name = _local(element)
        for attribute in ADDRESSES:
            target = element.get(attribute)
            if target is not None and target.strip():
                yield Reference(target.strip(), name in HYPERLINKS, element)
        for candidate in (element.get("srcset") or "").split(","):
            if candidate.strip():
                yield Reference(candidate.split()[0], False, element)
        styles = (element.get("style") or "", element.text or "" if name == "style" else "")
        yield from (reference._replace(element=element) for css in styles for reference in style_references(css))


def style_references(css: str) -> Iterator[Reference]:
    """The references of a style sheet."""
    for match in _URL.finditer(_without_comments(css)):
        target = (match[1] or match[2] or "").strip("\"' ")
        if target:
            yield Reference(target, False)


def _without_comments(css: str) -> str:
    before, *rest = css.split("/*")
    return before + "".join(piece.partition("*/")[2] for piece in rest)


def scripts(tree: Any) -> Iterator[Script]:
    """Each script of a document, by the element or attribute it stands in."""
    for element in tree.iter("*"):
        name = _local(element)
        if name == "script" and _CODE.fullmatch(element.get("type") or ""):
            yield Script("a script element", element)
        for key in element.attrib:
            if key.lower().startswith("on"):
                yield Script(f"{key} on {name}", element)


def names_in(tree: Any) -> list[str]:
    """The ids of a document, in order, as often as they occur."""
    return [element.get("id") for element in tree.iter("*") if element.get("id")]


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
