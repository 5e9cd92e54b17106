"""JSON Feed 1 and 1.1: each entry is an article."""

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.newsroom.articles import Desk
from publisher.readers.newsroom.item import Item, Loss
from publisher.readers.newsroom.objects import Object, objects, read_object, texts, words
from publisher.report import Report


def read_json_feed(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*; SourceError if it is no JSON."""
    feed, text = read_object(source, report)
    whole = feed if isinstance(feed, dict) else {}
    items = [_item(item, whole) for item in objects(whole.get("items", []))]
    return Desk(source, text, media, report, rules).articles(items)


def _item(item: Object, feed: Object) -> Item:
    markup = words(item.get("content_html"))
    fields = {
        "headline": words(item.get("title")),
        "standfirst": words(item.get("summary")),
        "by": _authors(item) or _authors(feed),
        "uri": words(item.get("id")) or words(item.get("url")),
        "first_created": words(item.get("date_published")),
        "version_created": words(item.get("date_modified")),
        "keywords": tuple(texts(item.get("tags", []))),
        "language": words(item.get("language")) or words(feed.get("language")),
    }
    named = [name for part in objects(item.get("attachments", [])) if (name := words(part.get("url")))]
    losses = tuple(Loss("a file that the feed names", name) for name in named)
    return Item(fields, markup or words(item.get("content_text")) or "", markup is not None, losses=losses)


def _authors(of: Object) -> tuple[str, ...]:
    return tuple(texts(of.get("authors") or of.get("author") or [], "name"))
