"""The book's documents in XHTML: cover page, articles, colophon."""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple

from publisher.metadata import BulletinMetadata, Sender
from publisher.model import Article, Bulletin, Image, Note, Paragraph, Role
from publisher.normalise.language.detection import direction
from publisher.report import Report
from publisher.theme.css import Medium
from publisher.theme.tokens import Theme
from publisher.words import Words, release_lines, stamp, words_for
from publisher.writers.heads import head, keyed, title
from publisher.writers.imprint import folio_parts, linked
from publisher.writers.initials import initial_letter, with_initial
from publisher.writers.languages import own_language
from publisher.writers.links import names_in, resolver
from publisher.writers.pages.flow import FRONT
from publisher.writers.xhtml import IN_NOTE, ArticleMarkup, language, text

#: Headlines that the cover shows.
COVER_HEADLINES = 3
#: What is no character of XML 1.0 (§ 2.2).
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Document(NamedTuple):
    """A document of the book: its file's name beside the package document, its title, its XHTML."""

    name: str
    title: str
    markup: str


def document(name: str, title: str, body: str, tag: str, matter: str, metadata: BulletinMetadata) -> Document:
    """A document in the language *tag* whose ``body`` is of the kind *matter* (``epub:type``), stamped if a proof."""
    words = stamp(metadata)
    own = language(metadata.language, direction(metadata.language)) if tag != metadata.language else ""
    above = f'<p class="stamp"{own}>{text(words)}</p>\n' if words else ""
    named = " · ".join(part for part in (words, title) if part)
    markup = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f"{language(tag, direction(tag))}>\n"
        f'<head><meta charset="UTF-8"/><title>{text(named)}</title>'
        '<link rel="stylesheet" type="text/css" href="style.css"/></head>\n'
        f'<body epub:type="{matter}">\n{above}{body}\n</body>\n</html>\n'
    )
    return Document(name, title, xml_text(markup))


def xml_text(markup: str) -> str:
    """*markup* without what no XML document can hold."""
    return _NO_CHARACTER.sub("", markup)


def cover_page(bulletin: Bulletin, theme: Theme, logo: str | None) -> Document:
    """The cover: *logo* (a file's name), folio, title, and the first headlines."""
    metadata = bulletin.metadata
    folio = " ".join(f"<span>{text(part)}</span>" for part in folio_parts(metadata) if part)
    folio = f'<p class="folio">{folio}</p>' if folio else ""
    name = metadata.publisher or metadata.title
    mark = f'<img class="logo" src="{logo}" alt="{escape(name)}"/>' if logo else ""
    parts = [
        *(_letterhead(metadata, mark, folio) if theme.form.opening == "letterhead" else (folio, mark)),
        f'<h1 class="cover-title">{text(cover_title(metadata, theme))}</h1>',
        f'<p class="cover-subtitle">{text(metadata.subtitle)}</p>' if metadata.subtitle else "",
        *(_lead(article, metadata) for article in bulletin.articles[:COVER_HEADLINES]),
    ]
    label = escape(words_for(metadata.language).cover)
    own = f'class="cover" data-leaf="{FRONT}" aria-label="{label}"'
    body = f'<section epub:type="cover" {own}>\n{_lines(parts)}\n</section>'
    return document("cover.xhtml", metadata.title, body, metadata.language, "frontmatter", metadata)


def _letterhead(metadata: BulletinMetadata, mark: str, folio: str) -> Iterator[str]:
    """Who sends it, on both sides of the mark where two languages say so; below, when it may be published."""
    first, *second = (_sender(sender, metadata) for sender in metadata.letterhead)
    senders = f"{first}{mark}{second[0]}" if second else f"{mark}{first}"
    yield f'<div class="letterhead{" two" if second else ""}">{senders}</div>'
    for tag, words in release_lines(metadata):
        yield f'<p class="release-line"{_own(tag, metadata)}>{text(words)}</p>'
    yield folio


def _sender(sender: Sender, metadata: BulletinMetadata) -> str:
    lines = "".join(f'<p class="address">{linked(line)}</p>' for line in sender.address)
    name = f'<p class="sender">{text(sender.name)}</p>'
    return f'<div class="sent"{_own(sender.language, metadata)}>{name}{lines}</div>'


def _own(tag: str, metadata: BulletinMetadata) -> str:
    return language(tag, direction(tag)) if tag != metadata.language else ""


def cover_title(metadata: BulletinMetadata, theme: Theme) -> str:
    """The words of the title on the cover: a brand's masthead, or the bulletin's title."""
    return theme.marks.masthead or metadata.title


def name_of(article: Article, metadata: BulletinMetadata) -> str:
    """What an article is called: its title, or the bulletin's where it has no words to be called by."""
    return title(article) or metadata.title


def _lead(article: Article, metadata: BulletinMetadata) -> str:
    kicker = article.metadata.kicker
    above = f'<p class="kicker">{text(kicker)}</p>' if kicker else ""
    own = own_language(article, metadata)
    return (
        f'<div class="lead"{own}>{above}<p class="headline cover-headline">{text(name_of(article, metadata))}</p></div>'
    )


def article_documents(
    bulletin: Bulletin, theme: Theme, picture: Callable[[Image], str], report: Report
) -> Iterator[Document]:
    """One document an article, its images made by *picture*; the first one of a titled section shows its title."""
    names, keys = names_in(bulletin), iter(keyed(bulletin))
    for number, section in enumerate(bulletin.sections, 1):
        above = section_title(section.title, bulletin.metadata.language, number)
        for _ in section.articles:
            key, article = next(keys)
            link = resolver(key, names, _place, report)
            markup = _BookMarkup(article, key, Medium.READING, link, lambda image, _: picture(image), True)
            tag = article.metadata.language or bulletin.metadata.language
            name = name_of(article, bulletin.metadata)
            body = above + _article(markup, name, words_for(tag), initial_letter(article, theme))
            yield document(f"{key}.xhtml", name, body, tag, "bodymatter", bulletin.metadata)
            above = ""


def _place(article: str, key: str) -> str:
    """The file of *article* as seen from the article *key*."""
    return "" if article == key else f"{article}.xhtml"


def section_title(words: str | None, tag: str, number: int) -> str:
    """The title of section *number* in the bulletin's language, as it stands above its first article."""
    leaf = f'class="section-title" data-leaf="section.{number}"'
    return f"<p {leaf}{language(tag, direction(tag))}>{text(words)}</p>\n" if words else ""


class _BookMarkup(ArticleMarkup):
    """An article's markup with the words that older reading systems know (``epub:type``)."""

    def _kind(self, role: Role) -> str:
        kind = super()._kind(role)
        return f' epub:type="pullquote"{kind}' if kind else ""


def _article(markup: ArticleMarkup, name: str, words: Words, initial: str) -> str:
    above = head(markup.article)
    label = f'aria-labelledby="{markup.key}.headline"' if above.headline else f'aria-label="{escape(name)}"'
    parts = [
        markup.head(above, 1),
        f'<div class="text">\n{with_initial(markup.body(2), initial)}\n</div>',
        _notes(markup, words),
    ]
    return f'<article id="{markup.key}" {label}>\n{_lines(parts)}\n</article>'


def _notes(markup: ArticleMarkup, words: Words) -> str:
    """The notes called so far; one that a note calls is appended while they are written."""
    written = [_note(markup, number, note, words) for number, note in enumerate(markup.notes, 1)]
    if not written:
        return ""
    return (
        f'<section epub:type="footnotes" class="notes" aria-label="{escape(words.notes)}">\n'
        f"{_lines(written)}\n</section>"
    )


def _note(markup: ArticleMarkup, number: int, note: Note, words: Words) -> str:
    name = f"{markup.key}.note-{number}"
    label = escape(f"{words.note} {number}. {words.back}")
    # The blank belongs to the link, not to the note's words.
    back = f'<a class="note-number" role="doc-backlink" href="#{name}-call" aria-label="{label}">{number} </a>'
    first, *rest = note.blocks or (Paragraph(()),)
    opening = markup.block(first, IN_NOTE, back) if isinstance(first, Paragraph) else f"<p>{back}</p>"
    blocks = markup.blocks(rest if isinstance(first, Paragraph) else note.blocks, IN_NOTE)
    return f'<aside id="{name}" class="note" epub:type="footnote" role="doc-footnote">{opening}{blocks}</aside>'


def colophon(metadata: BulletinMetadata) -> Document:
    """The colophon: who publishes the bulletin, its rights, and whom to write to."""
    words = words_for(metadata.language)
    body = (
        f'<section epub:type="colophon" role="doc-colophon" class="colophon" aria-label="{escape(words.colophon)}">'
        f'\n<p data-leaf="colophon">{" ".join(_colophon(metadata, words))}</p>\n</section>'
    )
    return document("colophon.xhtml", words.colophon, body, metadata.language, "backmatter", metadata)


def _colophon(metadata: BulletinMetadata, words: Words) -> Iterator[str]:
    name = f"<strong>{text(metadata.title)}</strong>"
    if metadata.publisher:
        yield words.published.format(title=name, publisher=text(metadata.publisher))
    else:
        yield name
    if metadata.rights:
        yield text(metadata.rights)
    if metadata.contact:
        yield linked(metadata.contact)


def _lines(parts: list[str]) -> str:
    return "\n".join(part for part in parts if part)
