"""An HTML page made ready: the article found, attributes that pandoc would lose handed on, all that acts taken out."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from publisher.errors import SourceError
from publisher.readers.pandoc.conversion.attributes import CAPTION, DECORATIVE, VERSE, Attr
from publisher.readers.pandoc.conversion.pieces import ARTICLE
from publisher.readers.pandoc.losses import Losses

#: What says nothing to a reader.
SILENT = frozenset(("script", "style", "template", "noscript", "link", "meta", "base", "head", "title", "param"))
#: What a page shows and print can't; its words go with it, and are told.
SHOWN = {
    "iframe": "A frame",
    "object": "An embedded object",
    "embed": "An embedded object",
    "audio": "A sound",
    "video": "A film",
    "canvas": "A drawing area",
    "svg": "A drawing within the page",
    "button": "A button",
    "select": "A form field",
    "textarea": "A form field",
    "dialog": "A dialogue",
    "nav": "Navigation",
}
# Elements without content, which the parser doesn't know as such: what follows them would go with them.
_VOID = frozenset(("embed", "param"))
#: Elements whose attributes pandoc's reader loses.
_LOSING = frozenset(("p", "blockquote", "ul", "ol", "dl", "address", "aside", "details"))
_ASIDE = frozenset(("aside", "nav", "footer"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Page(NamedTuple):
    """What a page says of itself, and its body: one division for each article, if there are several.

    *headings* and *articles* count the headings of level 1 and the articles; *pieces* are the words in order.
    """

    body: str
    title: str | None
    language: str | None
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    date: str | None
    headings: int
    articles: int
    pieces: tuple[str, ...]


def read_page(text: str, name: str, losses: Losses) -> Page:
    """The page in *text*; SourceError where it is nested too deep to be read whole."""
    root = _parsed(text, name)
    title = " ".join((root.findtext(".//head/title") or "").split()) or None
    named = [(str(meta.get("name", "")).lower(), str(meta.get("content", "")).strip()) for meta in root.iter("meta")]
    found = _articles(root)
    for article in found:
        _prepare(article, losses)
    bodies = [_written(article, is_one_of_several=len(found) > 1) for article in found]
    return Page(
        "\n".join(bodies),
        title,
        _language(found[0]) if len(found) == 1 else _language(root),
        tuple(content for key, content in named if key in ("author", "dc.creator") and content),
        tuple(
            word.strip() for key, content in named if key == "keywords" for word in content.split(",") if word.strip()
        ),
        next((content for key, content in named if key in ("date", "dcterms.date") and content), None),
        sum(1 for article in found for _ in article.iter("h1")),
        len(found),
        tuple(str(piece) for article in found for piece in article.itertext()),
    )


def _parsed(text: str, name: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return lxml.html.document_fromstring("<html><body></body></html>")
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise SourceError(
            f"{name}: is nested too deep to be read", "save the article alone, without the page around it"
        )
    return root


def _articles(root: HtmlElement) -> list[HtmlElement]:
    """The outermost articles that aren't beside the matter, or else the main part, or the body."""
    articles = [
        element
        for element in root.iter("article")
        if not any(above.tag == "article" or above.tag in _ASIDE for above in element.iterancestors())
    ]
    if articles:
        return articles
    mains = [element for element in root.iter() if element.tag == "main" or element.get("role") == "main"]
    bodies = mains[:1] or list(root.iter("body"))[:1]
    return bodies or [root]


def _language(element: HtmlElement) -> str | None:
    for place in (element, *element.iterancestors()):
        if tag := place.get("lang") or place.get(_XML_LANG) or place.get("xml:lang"):
            return str(tag)
    return None


def _prepare(article: HtmlElement, losses: Losses) -> None:
    """Changes the article in its place."""
    gone = 0
    for element in [*article.iter()][1:]:
        if gone:
            gone -= 1
        elif _is_dropped(element, losses):
            gone = _drop(element)
        elif element.tag == "img":
            _mark_decorative(element)
        elif element.tag in ("td", "th"):
            _bound_spans(element)
        elif element.tag == "table":
            _widen(element)
        elif element.tag == "rt":
            _bracket(element)
        elif element.tag in _LOSING:
            _hand_on(element)


def _drop(element: HtmlElement) -> int:
    """Takes *element* out; gives how many elements went with it."""
    if element.tag in _VOID:
        element.drop_tag()
        return 0
    element.drop_tree()
    return sum(1 for _ in element.iter()) - 1


def _is_dropped(element: HtmlElement, losses: Losses) -> bool:
    """Whether it has no place in print; what a page would show of it is noted."""
    if element.tag in SILENT or _is_own_head(element):
        return True
    if element.tag not in SHOWN and not _is_hidden(element):
        return False
    words = "" if element.tag in _VOID else " ".join(element.text_content().split())
    losses.dropped(SHOWN.get(element.tag, "A hidden piece"), words or element.get("src") or f"<{element.tag}>")
    return True


def _is_hidden(element: HtmlElement) -> bool:
    style = "".join(element.get("style", "").split()).lower()
    return element.get("hidden") is not None or "display:none" in style


def _is_own_head(element: HtmlElement) -> bool:
    """Whether it repeats the page's metadata: authors and date in the head that pandoc writes."""
    above = element.getparent()
    is_repeated = {"author", "date", "abstract-title"} & set(element.get("class", "").split())
    return bool(is_repeated) and any(
        place.get("id") == "title-block-header" for place in (above, *above.iterancestors()) if above is not None
    )


def _mark_decorative(image: HtmlElement) -> None:
    """Tells an empty description from none by a class; pandoc takes both for none."""
    alt = image.get("alt")
    if (alt is not None and not alt.strip()) or image.get("role") in ("presentation", "none"):
        image.set("class", f"{image.get('class', '')} {DECORATIVE}".strip())


def _widen(table: HtmlElement) -> None:
    """Takes out columns that are fewer than the cells of a row: pandoc would leave out the cells beyond them."""
    columns = [*table.iterchildren("col"), *(col for group in table.iterchildren("colgroup") for col in group)]
    rows = [*table.iterchildren("tr"), *(row for part in table.iterchildren("thead", "tbody", "tfoot") for row in part)]
    if any(len(row) > len(columns) for row in rows):
        for column in columns:
            column.drop_tree()


def _bound_spans(cell: HtmlElement) -> None:
    """Cells span no more columns and rows than HTML allows (4.9.11); a million of them would fill the memory."""
    for key, most in (("colspan", 1000), ("rowspan", 65534)):
        value = cell.get(key, "")
        if value.isdecimal() and int(value[:10]) > most:
            cell.set(key, str(most))


def _bracket(reading: HtmlElement) -> None:
    """A reading (ruby) without brackets of its own would run into the word it stands above."""
    siblings = reading.getparent().iter("rp")
    if not any(True for _ in siblings):
        reading.text = f"({reading.text or ''}"
        if len(reading):
            reading[-1].tail = f"{reading[-1].tail or ''})"
        else:
            reading.text += ")"


def _hand_on(element: HtmlElement) -> None:
    """Puts a division around *element* that carries what pandoc would lose of it."""
    attr = Attr(classes=tuple(element.get("class", "").split()))
    tag = element.get("lang") or element.get(_XML_LANG) or element.get("xml:lang")
    kept = {
        key: value for key, value in (("id", element.get("id")), ("lang", tag), ("dir", element.get("dir"))) if value
    }
    if attr.role or {VERSE, CAPTION} & set(attr.names):
        kept["class"] = element.get("class")
    if not kept:
        return
    division = lxml.html.Element("div", {key: str(value) for key, value in kept.items()})
    division.tail, element.tail = element.tail, None
    element.getparent().replace(element, division)
    division.append(element)


def _written(article: HtmlElement, is_one_of_several: bool) -> str:
    """The article's markup, in a division of its own if there are others."""
    language = _language(article)
    inner = "".join(_markup(article))
    if not is_one_of_several:
        return inner
    said = {"class": ARTICLE} | ({"lang": language} if language else {})
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in said.items())
    return f"<div{attributes}>{inner}</div>"


def _markup(article: HtmlElement) -> Iterator[str]:
    yield escape(article.text or "")
    for child in article:
        yield etree.tostring(child, encoding="unicode", method="xml")
