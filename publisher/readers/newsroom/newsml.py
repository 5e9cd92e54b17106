"""NewsML-G2: a news item, or a message of several, put in order by the package item that it holds."""

from collections.abc import Iterator

from lxml import etree

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.newsroom.articles import Desk
from publisher.readers.newsroom.item import Item, Loss, figure, is_html, paragraphs
from publisher.readers.newsroom.nitf import nitf_item
from publisher.readers.newsroom.xml import attribute, data_text, every, first, inner, read_tree, said
from publisher.report import Report

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Roles of a headline that aren't the main one's.
_BELOW, _ABOVE = ("sub", "deck", "secondary"), ("kicker", "over", "label")
_ALT = ("alt",)


def read_newsml(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, in the order of its package; SourceError if it is no XML."""
    tree = read_tree(source, report)
    desk = Desk(source, tree.text, media, report, rules)
    items = {element.get("guid") or f"#{at}": element for at, element in enumerate(tree.root.iter("{*}newsItem"))}
    order = [name for package in tree.root.iter("{*}packageItem") for name in _referred(package)]
    _tell_absent([name for name in order if name not in items], desk, report)
    names = dict.fromkeys([name for name in order if name in items] + list(items))
    pictures = {name: items[name] for name in names if _is_picture(items[name])}
    texts = [items[name] for name in names if name not in pictures]
    shown = {name for text in texts for name in _linked(text)}
    losses = [
        Loss("a picture that no text names", said(picture, "contentMeta/headline") or name)
        for name, picture in pictures.items()
        if name not in shown
    ]
    found = [_item(text, pictures) for text in texts]
    if found and losses:
        found[0] = found[0]._replace(losses=(*found[0].losses, *losses))
    return desk.articles(found)


def _referred(package: etree._Element) -> Iterator[str]:
    """The items that a package names, in the order of its groups."""
    for reference in package.iter("{*}itemRef"):
        if name := reference.get("residref"):
            yield name


def _tell_absent(names: list[str], desk: Desk, report: Report) -> None:
    if names:
        message = f"the package names {len(names)} items that aren't in the file, the first of them {names[0][:80]}"
        hint = "have the message sent with its items, or put them beside it as files of their own"
        report.add("newsroom.absent", message, desk.origin.where(names[0]), hint)


def _is_picture(item: etree._Element) -> bool:
    return (attribute(item, "itemMeta/itemClass", "qcode") or "").rpartition(":")[2] in ("picture", "graphic")


def _linked(item: etree._Element) -> list[str]:
    return [name for link in every(item, "itemMeta/link") if (name := link.get("residref"))]


def _item(item: etree._Element, pictures: dict[str, etree._Element]) -> Item:
    content = first(item, "contentSet")
    fields = {name: value for name, value in _fields(item) if value}
    tail = "".join(_figure(pictures[name]) for name in _linked(item) if name in pictures)
    if content is None:
        return Item(fields, "", tail=tail)
    losses = tuple(
        Loss("content that lies elsewhere", remote.get("href") or "") for remote in every(content, "remoteContent")
    )
    nitf = next(content.iter("{*}nitf"), None)
    if nitf is not None:
        found = nitf_item(nitf)
        known = {name: value for name, value in found.fields.items() if value}
        return found._replace(fields=known | fields, tail=found.tail + tail, losses=found.losses + losses)
    body, is_markup = _body(content)
    located = said(item, "contentMeta/located/name") or said(item, "contentMeta/located")
    return Item(fields, body, is_markup, tail, located, losses)


def _body(content: etree._Element) -> tuple[str, bool]:
    """The body, and whether it is markup: what stands in it as XML, or else as data."""
    inline = [inner(one) for one in every(content, "inlineXML")]
    if any(inline):
        return "".join(inline), True
    data = [_data(one) for one in every(content, "inlineData")]
    markup = any("html" in (one.get("contenttype") or "") for one in every(content, "inlineData"))
    text = "\n\n".join(data)
    return text, markup or is_html(text)


def _data(element: etree._Element) -> str:
    text = "".join(map(str, element.itertext()))
    return data_text(text) if "base64" in (element.get("encoding") or "") else text


def _fields(item: etree._Element) -> Iterator[tuple[str, str | tuple[str, ...] | None]]:
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    yield from _headlines(item)
    yield "by", tuple(_words(content, "by")) or tuple(_words(content, "creator/name"))
    yield "dateline", said(content, "dateline")
    yield "creditline", said(content, "creditline")
    yield "slugline", said(content, "slugline")
    yield "urgency", said(content, "urgency")
    yield "uri", item.get("guid")
    yield "version", item.get("version")
    yield "language", attribute(content, "language", "tag") or item.get(_LANGUAGE)
    yield "first_created", said(meta, "firstCreated")
    yield "version_created", said(meta, "versionCreated") or said(content, "contentModified")
    yield "embargoed_until", said(meta, "embargoed")
    yield "pub_status", attribute(meta, "pubStatus", "qcode")
    yield "ed_note", tuple(_words(meta, "edNote"))
    yield "copyright_notice", said(item, "rightsInfo/copyrightNotice") or said(item, "rightsInfo/copyrightHolder/name")
    yield "usage_terms", said(item, "rightsInfo/usageTerms")
    yield "keywords", tuple(_words(content, "keyword"))
    subjects = every(content, "subject") if content is not None else ()
    yield "subjects", tuple(code for one in subjects if (code := one.get("qcode") or one.get("uri")))


def _headlines(item: etree._Element) -> Iterator[tuple[str, str | None]]:
    found = [(one.get("role") or "", said(one)) for one in every(item, "contentMeta/headline")]
    below = next((words for role, words in found if any(part in role for part in _BELOW)), None)
    above = next((words for role, words in found if any(part in role for part in _ABOVE)), None)
    main = next((words for _, words in found if words not in (None, below, above)), None)
    described = next((said(one) for one in every(item, "contentMeta/description") if "caption" not in _role(one)), None)
    yield "headline", main or said(item, "itemMeta/title")
    yield "kicker", above
    yield "standfirst", described or below


def _role(element: etree._Element) -> str:
    return element.get("role") or ""


def _words(element: etree._Element | None, path: str) -> Iterator[str]:
    for one in every(element, path) if element is not None else ():
        if words := said(one):
            yield words


def _figure(picture: etree._Element) -> str:
    """A picture that the message holds beside the text which names it; without a file, its caption alone."""
    described = [(_role(one), said(one)) for one in every(picture, "contentMeta/description")]
    alt = next((words for role, words in described if any(part in role.lower() for part in _ALT)), None)
    caption = next((words for _, words in described if words != alt), None) or said(picture, "contentMeta/headline")
    source = attribute(picture, "contentSet/remoteContent", "href")
    credit = said(picture, "contentMeta/creditline") or said(picture, "contentMeta/creator/name")
    return figure(source, alt, caption, credit) if source else paragraphs(caption or "")
