"""NITF 3.x: one story, its head in ``docdata`` and ``body.head``, its text in markup that is nearly HTML's."""

from collections.abc import Iterator
from html import escape

from lxml import etree

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.newsroom.articles import Desk
from publisher.readers.newsroom.item import Item, Loss, figure
from publisher.readers.newsroom.xml import attribute, every, first, local, read_tree, said
from publisher.report import Report

#: Elements that are set as HTML's of another name; what isn't listed in either table gives its words alone.
RENAMED = {"hl1": "h2", "hl2": "h2", "bq": "blockquote", "tagline": "p", "datasource": "p", "credit": "p", "fn": "p"}
#: Elements that hold blocks.
HOLDERS = frozenset(("block", "note", "body.end", "bibliography", "byline", "dateline", "abstract"))
_TEXT = frozenset(("p", "pre", "ul", "ol", "li", "dl", "dt", "dd", "hr", "br", "a", "em", "sub", "sup", "q"))
_TABLE = frozenset(("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"))
SAME = _TEXT | _TABLE | HOLDERS
_ROLES = {"tagline": "signature"}
_KEPT = ("colspan", "rowspan", "start", "href")
_STYLES = {"bold": "strong", "b": "strong", "italic": "em", "i": "em"}


def read_nitf(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The article in *source*; SourceError if it is no XML."""
    tree = read_tree(source, report)
    return Desk(source, tree.text, media, report, rules).articles((nitf_item(tree.root),))


def nitf_item(root: etree._Element) -> Item:
    """The item that *root*, an ``nitf`` element, is."""
    losses: list[Loss] = []
    head, content = first(root, "body/body.head"), first(root, "body/body.content")
    body = "" if content is None else "".join(_inside(content, losses))
    end = first(root, "body/body.end")
    notes = "" if head is None else "".join(_markup(note, losses) for note in every(head, "note") if _is_told(note))
    tail = "" if end is None else "".join(_inside(end, losses))
    return Item(
        dict(_fields(root, head)),
        notes + body,
        tail=tail,
        located=said(head, "dateline/location"),
        losses=tuple(losses),
    )


def _fields(root: etree._Element, head: etree._Element | None) -> Iterator[tuple[str, str | tuple[str, ...] | None]]:
    data = first(root, "head/docdata")
    status = attribute(data, "", "management-status")
    release = attribute(data, "date.release", "norm")
    second = [words for one in every(root, "body/body.head/hedline/hl2") if (words := said(one))]
    yield "headline", said(head, "hedline/hl1") or said(root, "head/title")
    yield "standfirst", said(head, "abstract") or " ".join(second)
    yield "kicker", None if not said(head, "abstract") else " ".join(second)
    yield "by", tuple(_names(head))
    yield "dateline", said(head, "dateline")
    yield "creditline", said(head, "distributor/org") or said(head, "distributor")
    yield "uri", attribute(data, "doc-id", "id-string")
    yield "version", attribute(data, "du-key", "version")
    yield "slugline", attribute(data, "du-key", "key")
    yield "urgency", attribute(data, "urgency", "ed-urg")
    yield "pub_status", status
    yield "embargoed_until", (release or "no hour") if status == "embargoed" else None
    yield "version_created", attribute(data, "date.issue", "norm")
    yield "copyright_notice", _copyright(data)
    yield "usage_terms", said(head, "rights")
    yield "language", root.get("baselang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    yield "subjects", tuple(_codes(root))
    yield "keywords", tuple(key.get("key") or "" for key in root.iterfind(".//{*}key-list/{*}keyword"))
    notes = [attribute(data, "ed-msg", "info")]
    notes += [said(note) for note in (every(head, "note") if head is not None else ()) if not _is_told(note)]
    yield "ed_note", tuple(filter(None, notes))


def _codes(root: etree._Element) -> Iterator[str]:
    for subject in root.iterfind("{*}head/{*}tobject/{*}tobject.subject"):
        if code := subject.get("tobject.subject.refnum"):
            yield f"subj:{code}"


def _names(head: etree._Element | None) -> Iterator[str]:
    """The names of a byline; where they aren't marked, what it says without the titles below them."""
    for byline in every(head, "byline") if head is not None else ():
        people = [name for person in every(byline, "person") if (name := said(person))]
        for title in byline.findall("{*}byttl"):
            title.text, title[:] = "", []
        yield from people or ((words,) if (words := said(byline)) else ())


def _copyright(data: etree._Element | None) -> str | None:
    holder, year = (attribute(data, "doc.copyright", name) for name in ("holder", "year"))
    return f"© {year} {holder}".replace("None ", "") if holder else None


def _is_told(note: etree._Element) -> bool:
    """Whether a note of the head is for readers, not for editors."""
    return note.get("noteclass") not in ("editorsnote", "hd", "end")


def _inside(element: etree._Element, losses: list[Loss]) -> Iterator[str]:
    yield escape(element.text or "")
    for child in element:
        yield _markup(child, losses)
        yield escape(child.tail or "")


def _markup(element: etree._Element, losses: list[Loss]) -> str:
    """*element* as HTML."""
    name = local(element)
    if name == "media":
        return _media(element, losses)
    words = "".join(_inside(element, losses))
    if name not in SAME and name not in RENAMED:
        return words
    if name == "em":
        tag = _STYLES.get((element.get("class") or "").lower(), "em")
    else:
        tag = "div" if name in HOLDERS else RENAMED.get(name, name)
    attributes = "".join(f' {key}="{escape(value)}"' for key in _KEPT if (value := element.get(key)))
    role = f' class="{_ROLES[name]}"' if name in _ROLES else ""
    return f"<{tag}/>" if tag in ("br", "hr") else f"<{tag}{attributes}{role}>{words}</{tag}>"


def _media(element: etree._Element, losses: list[Loss]) -> str:
    """A picture with its caption and credit; a film or a sound is no more than its caption, and told."""
    caption = "  ".join(filter(None, (said(one) for one in every(element, "media-caption")))) or None
    kind = element.get("media-type") or ""
    reference = next(iter(every(element, "media-reference")), None)
    source = (reference.get("source") or "") if reference is not None else ""
    if kind not in ("", "image", "photo", "picture", "graphic") or not source:
        losses.append(Loss(f"a {kind or 'picture without a file'}", caption or source))
        return ""
    alt = reference.get("alternate-text") if reference is not None else None
    return figure(source, alt, caption, said(element, "media-producer"))
