"""The articles whole, as the EPUB of the same build has them: its markup, rid of what mail has no use for."""

import io
import re
import zipfile
from xml.etree.ElementTree import Element, fromstring

from publisher.formats import Artifact

_X = "{http://www.w3.org/1999/xhtml}"
_ARTICLE = re.compile(r"EPUB/a(\d+)\.xhtml")
#: Attributes that mean something in a message.
_KEPT = ("id", "lang", "dir", "class", "href", "start", "colspan", "rowspan", "scope")
#: Markers of lists, which a book says by style → HTML's own word for them.
_MARKERS = {
    "decimal": "1", "lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
_WEB = ("https://", "http://", "mailto:", "tel:", "#")


def whole_articles(book: Artifact) -> list[Element]:
    """An element for each article of our own EPUB, in order."""
    with zipfile.ZipFile(io.BytesIO(book.data)) as archive:
        names = sorted((int(found[1]), name) for name in archive.namelist() if (found := _ARTICLE.fullmatch(name)))
        return [_article(archive.read(name)) for _, name in names]


def _article(data: bytes) -> Element:
    page = fromstring(data)  # noqa: S314 - the file is one of ours, its hash was compared
    article = next(page.iter(f"{_X}article"))
    plain = _plain(article)
    plain.tag = "div"
    plain.attrib.update({name: page.get(name, "") for name in ("lang", "dir") if page.get(name)})
    return plain


def _plain(element: Element) -> Element:
    """*element* without namespaces and what only readers of books know."""
    tag = element.tag.removeprefix(_X)
    if tag == "img":
        return _in_words(element)
    kept = Element({"header": "div", "section": "div", "aside": "div"}.get(tag, tag))
    kept.attrib.update({name: element.get(name, "") for name in _KEPT if element.get(name) is not None})
    if "list-style-type" in element.get("style", ""):
        kept.set("type", _MARKERS[element.get("style", "").rpartition(" ")[2].rstrip(";")])
    if not kept.get("href", "#").startswith(_WEB):
        _point_inside(kept)
    kept.text, kept.tail = element.text, element.tail
    kept.extend(_plain(child) for child in element)
    return kept


def _point_inside(link: Element) -> None:
    """Makes of a link to another document of the book one to the article in the same message."""
    document, _, name = link.get("href", "").partition("#")
    link.set("href", f"#{name or document.removesuffix('.xhtml')}")


def _in_words(picture: Element) -> Element:
    """What is said of a picture, in its place: a message fetches nothing."""
    words = Element("span")
    said = picture.get("alt", "")
    words.text, words.tail = f"[{said}]" if said else "", picture.tail
    return words
