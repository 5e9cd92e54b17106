"""SVG: a drawing that only draws. What isn't known to be harmless is left out."""

import math
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from publisher.cleaning.cleaned import Cleaned, UnfitError
from publisher.cleaning.embedded import clean_data_url
from publisher.cleaning.stylesheet import clean_css
from publisher.cleaning.uses import check_uses
from publisher.parsing import xml_parser

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
MEDIA_TYPE = "image/svg+xml"
_SHAPES = "svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon image style"
_WORDS = "text tspan textPath"
_PAINT = "linearGradient radialGradient stop pattern clipPath mask marker"
_FILTERS = (
    "filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur "
    "feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
ELEMENTS = frozenset(f"{_SHAPES} {_WORDS} {_PAINT} {_FILTERS}".split())
#: Attributes of other name spaces that a drawing needs.
_KEPT = (f"{{{XML}}}lang", f"{{{XML}}}space")
_HREFS = ("href", f"{{{XLINK}}}href")

_ROOT = re.compile(rb"<(?:[\w.-]+:)?svg[\s>/]")
_BEGINNING, _LARGEST = 1 << 16, 32 << 20
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
_UNITS = {"px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "q": 96 / 101.6}
_LONGEST_EDGE = 100_000


def is_svg(data: bytes) -> bool:
    """Whether *data* looks like a drawing."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_ROOT.search(data, 0, _BEGINNING))


def clean_svg(data: bytes) -> Cleaned:
    """The drawing without scripts, events, animation, foreign content and whatever leads outside.

    Raises UnfitError where it isn't well-formed, brings its own entities, has no size, or draws without end.
    """
    root = _parsed(data)
    done = dict.fromkeys(_all_cleaned(root))
    width, height = _sized(root)
    check_uses(root)
    etree.cleanup_namespaces(root)
    said = (f"{', '.join(done)} taken out",) if done else ()
    return Cleaned(etree.tostring(root, encoding="utf-8"), MEDIA_TYPE, width, height, said)


def _parsed(data: bytes) -> etree._Element:
    if len(data) > _LARGEST:
        raise UnfitError(f"it is larger than {_LARGEST >> 20} MB", "simplify the drawing, or save it as PNG")
    try:
        root = etree.fromstring(data, xml_parser(bare=True))
    except etree.XMLSyntaxError as error:
        raise UnfitError(f"it is no well-formed SVG ({error.msg})") from None
    # The type stubs lack what the document type holds.
    types: Any = root.getroottree().docinfo.internalDTD
    if types is not None and any(True for _ in types.iterentities()):
        raise UnfitError("it brings its own entities", "save it as plain SVG")
    if root.tag != f"{{{SVG}}}svg":
        raise UnfitError("it is no SVG", "save it as plain SVG")
    return root


def _all_cleaned(root: etree._Element) -> Iterator[str]:
    """Cleans every element; gives what was taken out, without what went with it."""
    gone = 0
    for element in list(root.iter()):
        if gone:
            gone -= 1
            continue
        yield from _cleaned(element)
        if element is not root and element.getparent() is None:
            gone = sum(1 for _ in element.iter()) - 1


def _cleaned(element: etree._Element) -> Iterator[str]:
    """Cleans one element in its place; gives what was taken out of it, or with it."""
    if element.tag == f"{{{SVG}}}a":
        element.tag = f"{{{SVG}}}g"
        yield "links"
    name = _name(element.tag)
    parent = element.getparent()
    if name is None or name not in ELEMENTS:
        yield _called(element.tag)
        _remove(element, parent)
        return
    for key in list(element.attrib):
        said = _cleaned_attribute(element, str(key))
        if said:
            yield said
    if name == "style":
        css = clean_css("".join(map(str, element.itertext())))
        if css != (element.text or ""):
            yield "parts of its style"
        element[:] = []
        element.text = css
    elif name == "image" and not any(key in element.attrib for key in _HREFS):
        yield "pictures from outside"
        _remove(element, parent)


def _name(tag: object) -> str | None:
    """The local name of an element of SVG; None for all others."""
    prefix = f"{{{SVG}}}"
    return tag.removeprefix(prefix) if isinstance(tag, str) and tag.startswith(prefix) else None


def _called(tag: object) -> str:
    match _name(tag):
        case "script" | "handler":
            return "scripts"
        case "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" | "mpath":
            return "animation"
        case None | "metadata":
            return "other programs' data"
        case name:
            return f"<{name}>"


def _remove(element: etree._Element, parent: etree._Element | None) -> None:
    """Takes *element* out; the words that follow it stay."""
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def _cleaned_attribute(element: etree._Element, key: str) -> str | None:
    """What is said of an attribute that was taken out or changed; None if it is as it was."""
    value = str(element.attrib[key])
    if key in _HREFS:
        return _cleaned_href(element, key, value)
    if key.startswith("{"):
        if key in _KEPT:
            return None
        del element.attrib[key]
        return "other programs' data"
    if key.lower().startswith("on"):
        del element.attrib[key]
        return "events"
    css = clean_css(value) if key == "style" or "(" in value or "\\" in value else value
    if css == value:
        return None
    element.attrib[key] = css
    return "parts of its style"


def _cleaned_href(element: etree._Element, key: str, value: str) -> str | None:
    target = value.strip()
    if target.startswith("#"):
        return None
    embedded = clean_data_url(target) if _name(element.tag) == "image" else None
    if embedded is None:
        del element.attrib[key]
        return "links" if _name(element.tag) == "g" else "pictures from outside"
    element.attrib[key] = embedded
    return None if embedded == value else "camera data of pictures in it"


def _sized(root: etree._Element) -> tuple[int, int]:
    """Width and height in px; the root then says both, and its viewBox."""
    box = _view_box(root.get("viewBox", ""))
    width, height = _px(root.get("width", "")), _px(root.get("height", ""))
    if box is None and (width is None or height is None):
        raise UnfitError("it says no size", "give its <svg> element width and height, or a viewBox")
    _, _, across, down = box or (0.0, 0.0, width or 0.0, height or 0.0)
    if width is None:
        width = height * across / down if height is not None else across
    height = width * down / across if height is None else height
    if not 0 < max(width, height) <= _LONGEST_EDGE:
        raise UnfitError(f"it is larger than {_LONGEST_EDGE} px", "give it a smaller width and height")
    root.set("viewBox", " ".join(map(_number, box or (0.0, 0.0, across, down))))
    root.set("width", _number(width))
    root.set("height", _number(height))
    return max(1, round(width)), max(1, round(height))


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _view_box(value: str) -> tuple[float, float, float, float] | None:
    try:
        x, y, width, height = map(float, value.replace(",", " ").split())
    except ValueError:
        return None
    sound = all(map(math.isfinite, (x, y, width, height))) and width > 0 and height > 0
    return (x, y, width, height) if sound else None


def _px(value: str) -> float | None:
    """A length of the file in px; None if it is none, or a share of what the drawing stands in."""
    length = _LENGTH.fullmatch(value)
    size = float(length[1]) * _UNITS[(length[2] or "px").lower()] if length else 0
    return size if 0 < size < math.inf else None
