"""Feeds: RSS in all its versions, Atom, JSON Feed; each entry is an article."""

from collections.abc import Iterator
from html import escape

from lxml import etree

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.newsroom.articles import Desk
from publisher.readers.newsroom.item import Fields, Item, Loss, is_html
from publisher.readers.newsroom.xml import attribute, every, first, inner, read_tree, said
from publisher.report import Report

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_feed(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, an RSS or Atom feed; SourceError if it is no XML."""
    tree = read_tree(source, report, mends=True)
    whole = first(tree.root, "channel")
    feed = _shared(tree.root if whole is None else whole)
    items = [rss_item(item, feed) for item in tree.root.iter("{*}item")]
    items += [_entry(entry, feed) for entry in tree.root.iter("{*}entry")]
    return Desk(source, tree.text, media, report, rules).articles(items)


def _shared(feed: etree._Element) -> Fields:
    """What the feed says of all that stands in it."""
    return {
        "language": said(feed, "language") or feed.get(_LANGUAGE) or feed.getroottree().getroot().get(_LANGUAGE),
        "copyright_notice": said(feed, "copyright") or said(feed, "rights"),
    }


def rss_item(item: etree._Element, feed: Fields) -> Item:
    """The item of RSS that *item* is; the content goes before the description, which then is its standfirst."""
    encoded = item.find(_CONTENT)
    content = "".join(map(str, encoded.itertext())).strip() if encoded is not None else _content(item)
    described = _markup(next(_own(item, "description"), None))
    fields = {
        **feed,
        "headline": _markup(next(_own(item, "title"), None)),
        "standfirst": described if content else None,
        "by": tuple(_signed(item)),
        "uri": said(item, "guid") or said(item, "link"),
        "version_created": said(item, "pubDate") or said(item, "date"),
        "keywords": tuple(words for one in _own(item, "category") if (words := said(one))),
        "copyright_notice": item.findtext(f"{_DC}rights") or feed.get("copyright_notice"),
        "language": item.findtext(f"{_DC}language") or feed.get("language"),
    }
    body = content or described
    return Item(fields, body, is_html(body), losses=tuple(_enclosed(item)))


def _own(item: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements *name* of RSS itself, not those of modules such as ``media:title``."""
    yield from (one for one in every(item, name) if "/mrss" not in one.tag and "itunes" not in one.tag)


def _signed(item: etree._Element) -> Iterator[str]:
    for one in (*item.findall(f"{_DC}creator"), *_own(item, "author")):
        words = said(one) or ""
        # RSS wants an address: desk@example.org (Ilse Sample)
        address, _, name = words.partition(" (")
        yield name.rstrip(")") if name and "@" in address else words if "@" not in words else ""


def _content(item: etree._Element) -> str:
    """The body that some feeds give as Atom's content, or as XHTML."""
    for name in ("content", "body", "fullitem"):
        for one in _own(item, name):
            if found := _markup(one).strip():
                return found
    return ""


def _enclosed(item: etree._Element) -> Iterator[Loss]:
    for one in (*every(item, "enclosure"), *(link for link in every(item, "link") if link.get("rel") == "enclosure")):
        yield Loss("a file that the feed names", one.get("url") or one.get("href") or "")


def _markup(element: etree._Element | None) -> str:
    """What *element* holds: its markup if that stands in it as XML, else its text, which may be markup itself."""
    if element is None:
        return ""
    return inner(element) if len(element) else "".join(map(str, element.itertext()))


def _entry(entry: etree._Element, feed: Fields) -> Item:
    content, summary = (_construct(first(entry, name)) for name in ("content", "summary"))
    fields = {
        **feed,
        "headline": _construct(first(entry, "title")),
        "standfirst": summary if content else None,
        "by": tuple(words for one in every(entry, "author") if (words := said(one, "name"))),
        "uri": said(entry, "id"),
        "first_created": said(entry, "published") or said(entry, "issued"),
        "version_created": said(entry, "updated") or said(entry, "modified"),
        "keywords": tuple(one.get("label") or one.get("term") or "" for one in every(entry, "category")),
        "copyright_notice": said(entry, "rights") or feed.get("copyright_notice"),
        "language": entry.get(_LANGUAGE) or attribute(entry, "content", _LANGUAGE) or feed.get("language"),
    }
    return Item(fields, content or summary, losses=tuple(_enclosed(entry)))


def _construct(element: etree._Element | None) -> str:
    """A text construct (RFC 4287, 3.1) as HTML: escaped markup, XHTML, or plain words."""
    if element is None:
        return ""
    text = "".join(map(str, element.itertext()))
    kind, mode = (element.get("type") or "text").lower(), element.get("mode")
    if kind == "xhtml" or ((mode or "xml") == "xml" and len(element)):
        return inner(element)
    is_plain = kind in ("text", "text/plain") and mode is None and not is_html(text)
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n\n")) if is_plain else text
