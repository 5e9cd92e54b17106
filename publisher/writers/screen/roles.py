"""Elements of the page's markup → standard structure types (ISO 32000-1, 14.8.4)."""

from xml.etree.ElementTree import Element

#: Element → structure type; what isn't here needs no element of its own.
ROLES = {
    "article": "Art",
    "section": "Sect",
    "footer": "Sect",
    "p": "P",
    "pre": "P",
    "blockquote": "BlockQuote",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "figure": "Div",
    "figcaption": "Caption",
    "img": "Figure",
    "a": "Link",
    "code": "Code",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
}
#: Class → structure type. A pull quote is in a container, for that is what readers can step over.
CLASSES = {
    "note": "Note",
    "end-note": "Note",
    "note-call": "Reference",
    "note-back": "Lbl",
    "section": "Sect",
    "pull-quote": "BlockQuote",
}
#: In a list of contents.
CONTENTS = {"ol": "TOC", "li": "TOCI"}
#: Types that stand in a line.
INLINE = frozenset({"Span", "Link", "Code", "Reference"})
#: Types whose words are in elements of their own (ISO 32000-1, table 333 and 336).
GROUPING = frozenset(
    {"Document", "Art", "Sect", "Div", "BlockQuote", "L", "Table", "THead", "TBody", "TFoot", "TR", "TOC", "Note"}
)
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def role_of(element: Element, parent: Element | None) -> str | None:
    """The structure type of *element*, which stands in *parent*; None where it needs none of its own."""
    for kind in element.get("class", "").split():
        if kind in CLASSES:
            return CLASSES[kind]
    return _by_place(element, parent) or ROLES.get(element.tag) or _spoken(element)


def _by_place(element: Element, parent: Element | None) -> str | None:
    """The structure type that an element has by what it holds or stands in."""
    if element.tag == "hgroup":
        return next((ROLES[child.tag] for child in element if child.tag in HEADINGS), None)
    if _is_in_contents(element, parent):
        return CONTENTS[element.tag]
    return "P" if element.tag == "span" and parent is not None and parent.get("class") == "folio" else None


def _spoken(element: Element) -> str | None:
    """What is in another language needs an element that says so."""
    return "Span" if element.get("lang") or element.get("dir") else None


def _is_in_contents(element: Element, parent: Element | None) -> bool:
    if element.tag not in CONTENTS or parent is None:
        return False
    return parent.tag == "nav" or element.get("data-leaf", "").startswith("contents")


def is_grouping(kind: str) -> bool:
    """Whether elements of this type hold others, and no words."""
    return kind in GROUPING
