"""HTML: the article of a page, or each of its articles."""

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.text.characters import take_out
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.audit import tell_lost
from publisher.readers.pandoc.conversion.articles import read_articles
from publisher.readers.pandoc.conversion.matter import Value, read_matter
from publisher.readers.pandoc.conversion.pictures import Pictures, from_folder
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.markup.declared import decode_page
from publisher.readers.pandoc.markup.page import Page, read_page
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.remarks import tell_remarks
from publisher.readers.pandoc.scene import Scene
from publisher.readers.web import article_of
from publisher.report import Report, Where

FORM = "html-smart"


def read_html(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, none if it is empty; SourceError if it can't be read.

    An article's headline is the heading of level 1 that opens it; the page's title, which often names the
    site as well, serves where there is none, or more than one.
    """
    _, text = take_out(decode_page(source, report), source.name, report)
    origin = Origin(source.name, text)
    losses = Losses(origin)
    page = read_page(_article(text, source.name, report), source.name, losses)
    scene = Scene(Kind.HTML, origin, Pictures(media, report, from_folder(source, report)), losses, report, rules)
    parsed = parse(page.body.encode(), FORM, source.name, limits=source.limits)
    tell_remarks(parsed.remarks, scene)
    tell_lost(page.pieces, parsed.document, scene)
    matter = read_matter(_values(page), scene)
    scene = scene._replace(language=matter.metadata.language)
    return read_articles(parsed.document.blocks, matter, scene, page.title if page.articles == 1 else None)


def _article(text: str, name: str, report: Report) -> str:
    """The article of a page that stood on a site, as a page of its own; plain copy in HTML as it is."""
    article = article_of(text)
    if article is None:
        return text
    report.add(
        "web.article",
        f"{name} is a page of a web site: its article is read, {article.kept} of {article.whole} words; "
        "navigation, notices and teasers around it are left out",
        Where(name),
        "if words are missing, save the article alone, or copy it into a text",
    )
    return article.text


def _values(page: Page) -> dict[str, Value]:
    is_titled = page.articles == 1 and page.headings > 1
    values: dict[str, Value] = {
        "title": page.title if is_titled else None,
        "author": page.authors,
        "lang": page.language,
        "keywords": page.keywords,
        "date": page.date,
    }
    return {key: value for key, value in values.items() if value}
