"""WordprocessingML elements, and lengths in the units it counts in."""

import functools
import re

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
#: Every prefix a part may need stands on its root: some readers lose pictures whose prefixes are declared inside.
NAMESPACES = {
    "w": W,
    "r": R,
    "w14": W14,
    "w15": W15,
    "mc": MC,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
#: What no XML document can hold (XML 1.0, production 2), not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_W = f"{{{W}}}"
_OWN = {"w": W}

Value = str | int | None


def w(tag: str, *children: Element | None, **attributes: Value) -> Element:
    """``<w:tag w:name="value">``; children and attributes that are None are left out, ``r_id`` is ``r:id``."""
    element = etree.Element(_W + tag, nsmap=_OWN)
    for name, value in attributes.items():
        if value is not None:
            element.set(_attribute(name), clean(value) if isinstance(value, str) else str(value))
    element.extend(child for child in children if child is not None)
    return element


@functools.cache
def _attribute(name: str) -> str:
    return f"{{{R}}}{name[2:]}" if name.startswith("r_") else _W + name


def root(tag: str, *children: Element | None) -> Element:
    """``<w:tag>`` as the root of a part; Word of 2007 may pass over what is younger than it."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    element.set(f"{{{MC}}}Ignorable", "w14 w15")
    element.extend(child for child in children if child is not None)
    return element


def w14(tag: str, value: str) -> Element:
    """``<w14:tag w14:val="value"/>``."""
    element = etree.Element(f"{{{W14}}}{tag}", nsmap={"w14": W14})
    element.set(f"{{{W14}}}val", value)
    return element


def w15(tag: str, value: str) -> Element:
    """``<w15:tag w:val="value"/>``."""
    element = etree.Element(f"{{{W15}}}{tag}", nsmap={"w15": W15, "w": W})
    element.set(f"{_W}val", value)
    return element


def switch(tag: str, on: bool) -> Element:
    """A property that is on, or expressly off."""
    return w(tag, val=None if on else "0")


def text(words: str) -> Element:
    """``<w:t>`` that keeps every blank."""
    element = w("t")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = clean(words)
    return element


def clean(words: str) -> str:
    """*words* without what XML forbids."""
    return _FORBIDDEN.sub("", words)


def serialised(element: Element) -> bytes:
    """The part whose root is *element*."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(points: float) -> int:
    """Twentieths of a point (``ST_TwipsMeasure``)."""
    return round(points * 20)


def mm(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return twips(millimetres * 72 / 25.4)


def half_points(points: float) -> int:
    """Half points (``ST_HpsMeasure``)."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Eighths of a point (``ST_EighthPointMeasure``), the unit of rules."""
    return round(points * 8)
