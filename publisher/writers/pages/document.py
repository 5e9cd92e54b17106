"""The pages as one document: title piece or cover, contents, articles, colophon."""

from functools import partial
from html import escape
from xml.etree import ElementTree

from publisher.fonts import parted
from publisher.media import Media
from publisher.metadata import BulletinMetadata
from publisher.model import Article, Bulletin
from publisher.normalise.language.detection import direction
from publisher.report import Report
from publisher.theme.css import Medium
from publisher.theme.tokens import Role, Theme
from publisher.words import words_for
from publisher.writers.heads import document_title, head, keyed, running_title, title
from publisher.writers.imprint import colophon_text, mail_address
from publisher.writers.initials import initial_letter, with_initial
from publisher.writers.languages import own_language
from publisher.writers.links import names_in, resolver
from publisher.writers.pages.balance import fit
from publisher.writers.pages.opening import cover, opening
from publisher.writers.pages.pictures import shown
from publisher.writers.xhtml import ArticleMarkup, language, text

_MM = 72 / 25.4


def pages_tree(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> ElementTree.Element:
    """The document of all pages as an element tree (no namespace)."""
    markup = parted(pages_markup(bulletin, theme, media, report), theme)
    return ElementTree.fromstring(markup)  # noqa: S314 - our own markup


def pages_markup(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> str:
    """The document of all pages as XHTML."""
    metadata = bulletin.metadata
    number = len(bulletin.articles)
    parts = []
    led = " led" if theme.form.leaders else ""
    if number >= theme.form.cover_from:
        parts += [cover(bulletin, theme), f'<div class="contents-page{led}">{contents(bulletin)}</div>']
    else:
        parts.append(opening(metadata, theme))
        if number >= theme.form.contents_from:
            parts.append(f'<div class="contents-panel{led}">{contents(bulletin)}</div>')
    parts += [_articles(bulletin, theme, media, report), _colophon(metadata)]
    own = language(metadata.language, direction(metadata.language))
    name = text(document_title(metadata))
    return f"<html{own}><head><title>{name}</title></head><body>{''.join(parts)}</body></html>"


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
    if theme.form.running_head:
        above = _announced(above, running_title(article, theme))
    body = markup.body(level + 1 if article.metadata.headline else level)
    body = with_initial(body, initial_letter(article, theme))
    return f'<article id="{key}"{attributes}>{above}<div class="text">{body}</div></article>'


def _evened(above: str, article: Article, theme: Theme) -> str:
    """The head with display lines of even length; what a half-line standfirst leaves of a line stands on both sides."""
    measure = theme.page.measure * _MM
    metadata, line = article.metadata, theme.page.baseline
    if metadata.headline:
        width = fit(metadata.headline, theme.role.headline, theme, measure).width
        style = _narrowed(theme.role.headline, width, measure)
        above = above.replace('class="headline"', f'class="headline" style="{style}"', 1)
    if metadata.standfirst:
        role = theme.role.standfirst
        set_ = fit(metadata.standfirst, role, theme, measure * 0.86)
        rest = -(set_.lines * role.leading) % line or line
        style = f"margin: {rest / 2:g}pt 0; {_narrowed(role, set_.width, measure)}"
        above = above.replace('class="standfirst"', f'class="standfirst" style="{style}"', 1)
    return above


def _announced(above: str, words: str) -> str:
    """The head, or where there is none an empty one, with the *words* that later pages of the article are headed by."""
    told = f'<header class="head" data-head="{escape(words)}">'
    return above.replace('<header class="head">', told, 1) if above else f"{told}</header>"


def _narrowed(role: Role, width: float, measure: float) -> str:
    """What makes a line *width* of *measure*, pt: centred ones by their margins, whichever way they are read."""
    if role.align != "center":
        return f"max-width: {width:.1f}pt"
    side = (measure - width) / 2
    return f"margin-left: {side:.1f}pt; margin-right: {side:.1f}pt"


def _colophon(metadata: BulletinMetadata) -> str:
    words = text(colophon_text(metadata)).replace(text(metadata.title), f"<b>{text(metadata.title)}</b>", 1)
    if address := mail_address(metadata.contact):
        before, _, after = words.rpartition(address)
        words = f'{before}<a href="mailto:{address}">{address}</a>{after}'
    return f'<footer class="colophon"><p data-leaf="colophon">{words}</p></footer>' if words else ""
