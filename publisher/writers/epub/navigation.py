"""The navigation document: contents and landmarks (EPUB 3.3, § 7)."""

from collections.abc import Sequence
from html import escape
from itertools import islice

from publisher.metadata import BulletinMetadata
from publisher.model import Article, Bulletin
from publisher.words import Words, words_for
from publisher.writers.epub.documents import Document, document, name_of
from publisher.writers.heads import keyed
from publisher.writers.languages import own_language
from publisher.writers.xhtml import text

NAME = "nav.xhtml"


def navigation(bulletin: Bulletin) -> Document:
    """Contents with articles nested in titled sections, and landmarks: cover, contents, start of the text."""
    words = words_for(bulletin.metadata.language)
    body = (
        '<nav epub:type="toc" role="doc-toc" id="toc" class="contents" aria-labelledby="toc-title">\n'
        f'<h1 class="contents-title" id="toc-title" data-leaf="contents">{text(words.contents)}</h1>\n'
        f"<ol>\n{_contents(bulletin, words)}\n</ol>\n</nav>\n"
        f'<nav epub:type="landmarks" hidden="hidden" aria-label="{escape(words.start)}"><ol>\n'
        f"{_landmarks(bulletin, words)}\n</ol></nav>"
    )
    return document(NAME, words.contents, body, bulletin.metadata.language, "frontmatter", bulletin.metadata)


def with_pages(contents: Document, places: Sequence[tuple[str, str]], metadata: BulletinMetadata) -> Document:
    """*contents* with the list of the printed pages, (label, address) each; without any, there is no list."""
    if not places:
        return contents
    words = words_for(metadata.language)
    entries = "\n".join(f'<li><a href="{escape(address)}">{text(label)}</a></li>' for label, address in places)
    listed = (
        f'<nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="{escape(words.page)}"><ol>\n'
        f"{entries}\n</ol></nav>\n</body>"
    )
    return contents._replace(markup=contents.markup.replace("</body>", listed))


def _landmarks(bulletin: Bulletin, words: Words) -> str:
    marks = [("cover", "cover.xhtml", words.cover), ("toc", f"{NAME}#toc", words.contents)]
    if bulletin.articles:
        marks.append(("bodymatter", "a1.xhtml", words.start))
    return "\n".join(f'<li><a epub:type="{kind}" href="{href}">{text(name)}</a></li>' for kind, href, name in marks)


def _contents(bulletin: Bulletin, words: Words) -> str:
    keys, entries = iter(keyed(bulletin)), []
    for number, section in enumerate(bulletin.sections, 1):
        articles = list(islice(keys, len(section.articles)))
        inside = "\n".join(_entry(key, article, bulletin.metadata) for key, article in articles)
        if section.title and articles:
            leaf = f'class="section-title" data-leaf="contents.section.{number}"'
            name = f'<a {leaf} href="{articles[0][0]}.xhtml">{text(section.title)}</a>'
            inside = f"<li>{name}\n<ol>\n{inside}\n</ol></li>"
        entries.append(inside)
    # A list of contents has at least one entry, even in a bulletin without articles.
    return "\n".join(filter(None, entries)) or f'<li><a href="cover.xhtml">{text(words.cover)}</a></li>'


def _entry(key: str, article: Article, metadata: BulletinMetadata) -> str:
    own = own_language(article, metadata)
    return f'<li><a href="{key}.xhtml"{own} data-leaf="contents.{key}">{text(name_of(article, metadata))}</a></li>'
