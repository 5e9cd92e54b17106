"""WordPress exports (WXR): the posts and pages that are published, or will be; drafts and what isn't text are told."""

import re
from collections.abc import Iterator

from lxml import etree

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.newsroom.articles import Desk
from publisher.readers.newsroom.feeds import rss_item
from publisher.readers.newsroom.item import Fields, Item, Loss
from publisher.readers.newsroom.xml import every, first, read_tree, said
from publisher.report import Report

#: Kinds of entry that hold no text for readers.
TECHNICAL = frozenset(("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "user_request"))
_BLOCK_COMMENT = re.compile(r"<!--\s*/?(?:wp:|more|nextpage).*?-->", re.DOTALL)
_CAPTION = re.compile(r"\[caption([^\[\]]*)\]([^\[\]]*)\[/caption\]")
_SAID = re.compile(r"""\scaption=(?:"([^"]*)"|'([^']*)')""")
_PICTURE = re.compile(r"\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
_LINE_END = re.compile(r"(?<!>)\n")
_SHORTCODE = re.compile(r"\[/?(?:gallery|audio|video|playlist|embed|wp_caption)\b[^\[\]]*\]")
_BLOCK = re.compile(
    r"</?(?:p|div|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|h[1-6]|blockquote|pre|figure|figcaption|hr|section)\b",
    re.IGNORECASE,
)


def read_wordpress(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*; SourceError if it is no XML."""
    tree = read_tree(source, report, mends=True)
    channel = first(tree.root, "channel")
    feed = {"language": said(channel, "language")}
    names = dict(_names(tree.root))
    desk, items = Desk(source, tree.text, media, report, rules), []
    for entry in tree.root.iter("{*}item"):
        if _is_technical(said(entry, "post_type") or "post"):
            continue
        title, status = said(entry, "title") or "untitled", said(entry, "status") or "publish"
        if status not in ("publish", "future", "inherit"):
            message = f"the post “{title[:80]}” is a {status} in WordPress; it is left out"
            report.add("newsroom.draft", message, desk.origin.where(title), "publish it there, then export anew")
        else:
            items.append(_item(entry, feed, names, status))
    return desk.articles(items)


def _is_technical(kind: str) -> bool:
    return kind in TECHNICAL or kind.startswith(("wp_", "acf-", "oembed_"))


def _names(root: etree._Element) -> Iterator[tuple[str, str]]:
    """What authors are called → how they sign."""
    for author in root.iter("{*}author"):
        if login := said(author, "author_login"):
            yield login, said(author, "author_display_name") or login


def _item(entry: etree._Element, feed: Fields, names: dict[str, str], status: str) -> Item:
    item = rss_item(entry, feed)
    by = item.fields.get("by")
    zone = said(entry, "post_date_gmt") or ""
    hour = f"{zone}+00:00" if zone[:4] > "0001" else None
    fields = {
        **item.fields,
        "by": tuple(names.get(name, name) for name in by) if isinstance(by, tuple) else None,
        "standfirst": _excerpt(entry) or item.fields.get("standfirst"),
        "version_created": hour or item.fields.get("version_created"),
        "embargoed_until": (hour or "no hour") if status == "future" else None,
    }
    losses = [Loss("what a shortcode shows", code[0]) for code in _SHORTCODE.finditer(item.body)]
    return item._replace(fields=fields, body=_as_html(item.body), is_markup=True, losses=(*item.losses, *losses))


def _excerpt(entry: etree._Element) -> str | None:
    return next((words for one in every(entry, "encoded") if "excerpt" in one.tag and (words := said(one))), None)


def _as_html(body: str) -> str:
    """*body* as WordPress shows it: block comments gone, captions to figures, blank lines to paragraphs."""
    bare = _SHORTCODE.sub("", _CAPTION.sub(_figure, _BLOCK_COMMENT.sub("", body)))
    pieces = re.split(r"\n\s*\n", bare.strip())
    return "\n".join(piece if _BLOCK.match(piece.strip()) else _paragraph(piece.strip()) for piece in pieces)


def _paragraph(piece: str) -> str:
    if _BLOCK.search(piece):
        return piece
    lines = _LINE_END.sub("<br/>", piece)
    return f"<p>{lines}</p>"


def _figure(match: re.Match[str]) -> str:
    """A caption's shortcode as HTML; of old, its words stood in an attribute."""
    picture, said = _PICTURE.fullmatch(match[2]), _SAID.search(match[1])
    if picture is None:
        return match[2]
    words = (said[1] or said[2] or "") if said else picture[2].strip()
    return f"\n\n<figure>{picture[1]}<figcaption>{words}</figcaption></figure>\n\n"
