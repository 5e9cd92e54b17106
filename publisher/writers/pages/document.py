"""The pages as one document: title piece or cover, contents, articles, colophon."""

from functools import partial
from html import escape
from xml.etree import ElementTree

from publisher.media import Media
from publisher.metadata import BulletinMetadata
from publisher.model import Article, Bulletin
from publisher.normalise.language.detection import direction
from publisher.report import Report
from publisher.theme.css import Medium
from publisher.theme.tokens import Theme
from publisher.words import stamp, words_for
from publisher.writers.heads import document_title, head, keyed, title
from publisher.writers.imprint import colophon_text, folio_parts, mail_address
from publisher.writers.languages import own_language
from publisher.writers.links import names_in, resolver
from publisher.writers.pages.balance import fit
from publisher.writers.pages.pictures import LOGO_URL, shown
from publisher.writers.xhtml import ArticleMarkup, language, text

_MM = 72 / 25.4
#: Headlines that the cover shows.
COVER_HEADLINES = 4


def pages_tree(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> ElementTree.Element:
    """The document of all pages as an element tree (no namespace)."""
    return ElementTree.fromstring(pages_markup(bulletin, theme, media, report))  # noqa: S314 - our own markup


def pages_markup(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> str:
    """The document of all pages as XHTML."""
    metadata = bulletin.metadata
    number = len(bulletin.articles)
    parts = []
    if number >= theme.form.cover_from:
        parts += [_cover(bulletin, theme), f'<div class="contents-page">{contents(bulletin)}</div>']
    else:
        parts.append(_title_piece(metadata, theme))
        if number >= theme.form.contents_from:
            parts.append(f'<div class="contents-panel">{contents(bulletin)}</div>')
    parts += [_articles(bulletin, theme, media, report), _colophon(metadata)]
    own = language(metadata.language, direction(metadata.language))
    name = text(document_title(metadata))
    return f"<html{own}><head><title>{name}</title></head><body>{''.join(parts)}</body></html>"


def _folio(metadata: BulletinMetadata) -> str:
    return f'<div class="folio">{"".join(f"<span>{text(part)}</span>" for part in folio_parts(metadata))}</div>'


def _stamp(metadata: BulletinMetadata) -> str:
    words = stamp(metadata)
    return f'<p class="stamp">{text(words)}</p>' if words else ""


def _title_piece(metadata: BulletinMetadata, theme: Theme) -> str:
    subtitle = f'<p class="subtitle">{text(metadata.subtitle)}</p>' if metadata.subtitle else ""
    return (
        f'<div class="title-piece">{_stamp(metadata)}{_folio(metadata)}{_logo(metadata, theme)}'
        f'<p class="masthead">{text(theme.marks.masthead or metadata.title)}</p>{subtitle}</div>'
    )


def _logo(metadata: BulletinMetadata, theme: Theme) -> str:
    if not theme.marks.logo:
        return ""
    return f'<img class="logo" src="{LOGO_URL}" alt="{text(metadata.publisher or metadata.title)}"/>'


def _cover(bulletin: Bulletin, theme: Theme) -> str:
    metadata = bulletin.metadata
    leads = "".join(
        f'<div class="lead">'
        f'{f"""<p class="kicker">{text(article.metadata.kicker)}</p>""" if article.metadata.kicker else ""}'
        f'<p class="cover-headline"{own_language(article, metadata, turning=False)}>{text(title(article))}</p></div>'
        for article in bulletin.articles[:COVER_HEADLINES]
    )
    subtitle = f'<p class="cover-subtitle">{text(metadata.subtitle)}</p>' if metadata.subtitle else ""
    return (
        f'<div class="cover">{_stamp(metadata)}{_folio(metadata)}{_logo(metadata, theme)}'
        f'<p class="cover-title">{text(theme.marks.masthead or metadata.title)}</p>{subtitle}{leads}</div>'
    )


def contents(bulletin: Bulletin) -> str:
    """The list of contents; each entry shows the page its article begins on."""
    entries, keys = [], iter(keyed(bulletin))
    for number, section in enumerate(bulletin.sections, 1):
        if section.title:
            leaf = f'data-leaf="contents.section.{number}"'
            entries.append(f'<li class="section-entry" {leaf}>{text(section.title)}</li>')
        for _ in section.articles:
            key, article = next(keys)
            link = (
                f'<a href="#{key}"{own_language(article, bulletin.metadata, turning=False)}>{text(title(article))}</a>'
            )
            entries.append(f'<li data-leaf="contents.{key}">{link}</li>')
    name = text(words_for(bulletin.metadata.language).contents)
    head = f'<p class="contents-title" data-leaf="contents">{name}</p>'
    return f'<nav class="contents">{head}<ol>{"".join(entries)}</ol></nav>'


def _articles(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> str:
    names, keys, written = names_in(bulletin), iter(keyed(bulletin)), []
    for number, section in enumerate(bulletin.sections, 1):
        leaf = f'class="section-title" data-leaf="section.{number}"'
        name = f"<h1 {leaf}>{text(section.title)}</h1>" if section.title else ""
        articles = []
        # Headlines are the first level of the outline, unless their section's title stands above them.
        level = 2 if section.title else 1
        for _ in section.articles:
            key, article = next(keys)
            link = resolver(key, names, lambda *_: "", report)
            markup = ArticleMarkup(article, key, Medium.PRINT, link, partial(shown, theme=theme, media=media), True)
            articles.append(_article(markup, theme, level))
        written.append(f'<div class="section articles">{name}{"".join(articles)}</div>')
    return "".join(written)


def _article(markup: ArticleMarkup, theme: Theme, level: int) -> str:
    article, key = markup.article, markup.key
    tag = article.metadata.language
    attributes = language(tag, direction(tag)) if tag else ""
    if not article.metadata.headline:
        attributes += f' class="unheaded" data-title="{escape(title(article))}"'
    above = _evened(markup.head(head(article), level), article, theme)
    body = markup.body(level + 1 if article.metadata.headline else level)
    return f'<article id="{key}"{attributes}>{above}<div class="text">{body}</div></article>'


def _evened(above: str, article: Article, theme: Theme) -> str:
    """The head with display lines of even length, and whole grid lines under its half-line standfirst."""
    measure = theme.page.measure * _MM
    metadata, line = article.metadata, theme.page.baseline
    if metadata.headline:
        width = fit(metadata.headline, theme.role.headline, theme, measure).width
        above = above.replace('class="headline"', f'class="headline" style="max-width: {width:.1f}pt"', 1)
    if metadata.standfirst:
        role = theme.role.standfirst
        set_ = fit(metadata.standfirst, role, theme, measure * 0.86)
        rest = -(set_.lines * role.leading) % line or line
        style = f"max-width: {set_.width:.1f}pt; margin: {rest / 2:g}pt 0"
        above = above.replace('class="standfirst"', f'class="standfirst" style="{style}"', 1)
    return above


def _colophon(metadata: BulletinMetadata) -> str:
    words = text(colophon_text(metadata)).replace(text(metadata.title), f"<b>{text(metadata.title)}</b>", 1)
    if address := mail_address(metadata.contact):
        before, _, after = words.rpartition(address)
        words = f'{before}<a href="mailto:{address}">{address}</a>{after}'
    return f'<footer class="colophon"><p data-leaf="colophon">{words}</p></footer>' if words else ""
