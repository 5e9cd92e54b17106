"""What pandoc's reader would lose of an OpenDocument text, or print though it is hidden, seen to before it reads.

Names are those of OpenDocument 1.3, part 3.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from publisher.readers.pandoc.conversion.attributes import CAPTIONS, Attr
from publisher.readers.pandoc.conversion.front import STYLES
from publisher.readers.pandoc.conversion.pieces import PAGE_BREAK
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.office.revisions import Revisions, tell_hidden, tell_revisions
from publisher.report import Report, Where

OFFICE, TEXT, STYLE, DRAW = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "style", "drawing")
)
SVG, XLINK = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "http://www.w3.org/1999/xlink"
DC = "http://purl.org/dc/elements/1.1/"
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
NAMES = {"f": FO, "o": OFFICE, "t": TEXT, "s": STYLE, "d": DRAW, "dc": DC}
#: A style's name before its paragraph, between characters that no text has: pandoc gives no styles.
OPENING, CLOSING = "\ue0f0", "\ue0f1"
P, _H, _SPAN = (f"{{{TEXT}}}{name}" for name in ("p", "h", "span"))
#: What pandoc knows inside a paragraph; all else there is passed over with its words, unless it is made a span.
_KNOWN = frozenset(
    f"{{{TEXT}}}{name}"
    for name in (
        "span", "s", "tab", "line-break", "note", "a", "bookmark", "bookmark-start", "bookmark-end", "bookmark-ref",
        "reference-mark", "reference-mark-start", "reference-mark-end", "reference-ref", "sequence", "soft-page-break",
        "note-citation", "note-body",
    )
)  # fmt: skip


class Styles(NamedTuple):
    """What the styles say: style → the name that writers see; styles of hidden words, and of what begins a page."""

    names: dict[str, str]
    hidden: frozenset[str]
    breaking: frozenset[str]


def read_styles(roots: list[etree._Element]) -> Styles:
    """The styles in *roots*, those of one document; automatic ones go by the name of what they stand on."""
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    hidden: set[str] = set()
    breaking: set[str] = set()
    for style in (style for root in roots for style in _found(root, "//s:style")):
        name = _get(style, STYLE, "name")
        names[name] = _get(style, STYLE, "display-name") or name.replace("_20_", " ")
        if parent := _get(style, STYLE, "parent-style-name"):
            parents[name] = parent
        if _found(style, "s:text-properties[@t:display='none']"):
            hidden.add(name)
        if _found(style, "s:paragraph-properties[@f:break-before='page']"):
            breaking.add(name)
    own = (style for root in roots for style in _found(root, "//o:automatic-styles/s:style"))
    automatic = {_get(style, STYLE, "name") for style in own}
    based = automatic & parents.keys()
    named = {name: names.get(parents[name], parents[name]) if name in based else said for name, said in names.items()}
    return Styles(named, frozenset(hidden), frozenset(breaking))


def prepare_text(root: etree._Element, styles: Styles, losses: Losses, where: Where, report: Report) -> list[str]:
    """Changes the contents in their place; gives the comments that stood in them, with their authors."""
    comments = list(_take_comments(root))
    _take_changes(root, where, report)
    _take_hidden_out(root, styles, where, report)
    _lift_boxes(root, losses)
    for element in reversed(_found(root, "//t:p//* | //t:h//*")):
        if element.tag not in _KNOWN and str(element.tag).startswith(f"{{{TEXT}}}") and not _is_block(element):
            _make_span(element)
    for paragraph in _found(root, "//o:text//t:p"):
        _name_style(paragraph, styles)
    return comments


def set_page_breaks(root: etree._Element, styles: Styles) -> None:
    """Sets a paragraph of its own before each paragraph of the text that begins a page."""
    for paragraph in _found(root, "//o:text/t:p | //o:text/t:h"):
        if _get(paragraph, TEXT, "style-name") in styles.breaking:
            mark = etree.Element(P)
            mark.text = PAGE_BREAK
            paragraph.addprevious(mark)


def pieces(root: etree._Element) -> Iterator[str]:
    """The words that are to be read, without the styles' names before them and what is said of pictures."""
    for element in root.iter():
        is_silent = str(element.tag).startswith(f"{{{SVG}}}")
        if not is_silent and element.text:
            yield element.text.partition(CLOSING)[2] or element.text
        yield element.tail or ""


def descriptions(root: etree._Element) -> dict[str, str]:
    """The pictures' addresses → what is said of each: its description, or else its title."""
    found = {}
    for frame in root.iter(f"{{{DRAW}}}frame"):
        words = frame.findtext(f"{{{SVG}}}desc") or frame.findtext(f"{{{SVG}}}title") or ""
        for image in frame.iterchildren(f"{{{DRAW}}}image"):
            found[_get(image, XLINK, "href").removeprefix("./")] = " ".join(words.split())
    return found


def _make_span(element: etree._Element) -> None:
    """Makes *element* one of those whose words pandoc reads."""
    if element.tag == f"{{{TEXT}}}ruby-text":
        element.text, element.tail = f"({element.text or ''}", f"){element.tail or ''}"
    element.tag = _SPAN
    element.attrib.clear()


def _is_block(element: etree._Element) -> bool:
    return element.tag in (P, _H) or any(True for _ in element.iter(P, _H))


def _name_style(paragraph: etree._Element, styles: Styles) -> None:
    """Puts the style of *paragraph* before its words, where it is one that means something here."""
    style = _get(paragraph, TEXT, "style-name")
    name = styles.names.get(style, style.replace("_20_", " "))
    attr = Attr(pairs=(("custom-style", name),))
    if attr.role or (set(STYLES) | CAPTIONS) & set(attr.names):
        paragraph.text = f"{OPENING}{attr.names[0]}{CLOSING}{paragraph.text or ''}"


def _take_comments(root: etree._Element) -> Iterator[str]:
    for comment in _found(root, "//o:annotation"):
        author = comment.findtext(f"{{{DC}}}creator") or ""
        words = " ".join(" ".join(str(piece) for piece in p.itertext()) for p in _found(comment, ".//t:p"))
        _remove(comment)
        if words:
            yield f"{author}: {words}" if author else words
    for end in _found(root, "//o:annotation-end"):
        _remove(end)


def _take_changes(root: etree._Element, where: Where, report: Report) -> None:
    """Takes out what was deleted, which stands apart, and the marks of what was put in."""
    inserted, deleted = _found(root, "//t:changed-region/t:insertion"), _found(root, "//t:changed-region/t:deletion")
    authors = tuple(
        "".join(str(name) for name in creator.itertext())
        for creator in _found(root, "//t:changed-region//o:change-info/dc:creator")
    )
    tell_revisions(Revisions(len(inserted), len(deleted), authors), where, report)
    for element in _found(root, "//t:tracked-changes | //t:change | //t:change-start | //t:change-end"):
        _remove(element)


def _take_hidden_out(root: etree._Element, styles: Styles, where: Where, report: Report) -> None:
    found = _found(root, "//t:hidden-text | //t:hidden-paragraph/.. | //t:section[@t:display='none']")
    found += [
        element
        for element in _found(root, "//t:span | //t:p | //t:h")
        if _get(element, TEXT, "style-name") in styles.hidden
    ]
    words = [said for element in found if (said := "".join(str(piece) for piece in element.itertext()))]
    for element in found:
        _remove(element)
    tell_hidden(words, where, report)


def _lift_boxes(root: etree._Element, losses: Losses) -> None:
    """Sets what stands in text boxes and shapes after the paragraph that holds them; pandoc leaves boxes out."""
    for holder in _found(root, "//t:p[.//t:p] | //t:h[.//t:p]"):
        boxes = [p for p in holder.iter(P, _H) if p is not holder and not _is_in_note(p, holder)]
        tops = [p for p in boxes if next(p.iterancestors(P, _H)) is holder]
        for box in reversed(tops):
            if not _is_captioned(box):
                losses.plain("The text of a box", "".join(str(piece) for piece in box.itertext()))
                holder.addnext(_without_tail(box))


def _is_in_note(paragraph: etree._Element, holder: etree._Element) -> bool:
    return any(above.tag == f"{{{TEXT}}}note" for above in paragraph.iterancestors() if above is not holder)


def _is_captioned(paragraph: etree._Element) -> bool:
    """Whether *paragraph* stands in a frame with its picture: pandoc makes a caption of it."""
    frame = next(paragraph.iterancestors(f"{{{DRAW}}}text-box"), None)
    return frame is not None and next(frame.iter(f"{{{DRAW}}}image"), None) is not None


def _without_tail(element: etree._Element) -> etree._Element:
    _remove(element)
    return element


def _found(root: etree._Element, path: str) -> list[etree._Element]:
    elements = root.xpath(path, namespaces=NAMES)
    return [one for one in elements if isinstance(one, etree._Element)] if isinstance(elements, list) else []


def _get(element: etree._Element, space: str, name: str) -> str:
    return element.get(f"{{{space}}}{name}", "")


def _remove(element: etree._Element) -> None:
    """Takes *element* out, but not what follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = f"{before.tail or ''}{element.tail}"
    elif element.tail:
        parent.text = f"{parent.text or ''}{element.tail}"
    element.tail = None
    parent.remove(element)
