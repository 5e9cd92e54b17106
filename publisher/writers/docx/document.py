"""``document.xml``: title piece or cover, contents, articles, colophon, in sections of one or more columns."""

from collections.abc import Callable

from publisher.model import Article, Bulletin
from publisher.theme.tokens import Theme
from publisher.writers.docx.apparatus import Apparatus
from publisher.writers.docx.blocks import Blocks
from publisher.writers.docx.contents import contents
from publisher.writers.docx.elements import Element, root
from publisher.writers.docx.furniture import colophon, cover, rule, title_piece
from publisher.writers.docx.margins import references
from publisher.writers.docx.runs import Ground, line
from publisher.writers.docx.sections import Sections
from publisher.writers.heads import head, keyed
from publisher.writers.layout import Layout

#: Styles of an article's head, in the order of `Head`.
HEAD_STYLES = ("Kicker", "Heading1", "Standfirst", "Byline")


def document_part(bulletin: Bulletin, layout: Layout | None, apparatus: Apparatus, ground: Ground) -> Element:
    """The document; what it makes besides is left in *apparatus*."""
    covered = is_covered(bulletin, ground.theme)
    margins = references(ground.theme, covered, bool(bulletin.metadata.proof))
    pages = Sections(ground.theme, ground.direction == "rtl", margins)
    pages.add(*(cover if covered else title_piece)(bulletin.metadata, ground))
    if covered or len(bulletin.articles) >= ground.theme.form.contents_from:
        if covered:
            pages.turn(1, "nextPage")
        pages.add(*contents(bulletin, layout, apparatus.anchors, ground))
        if not covered:
            pages.add(rule())
    _add_articles(
        bulletin,
        pages,
        covered,
        ground,
        lambda article, key: Blocks(article, key, apparatus, ground),
    )
    pages.turn(1)
    pages.add(*colophon(bulletin.metadata, ground))
    return root("document", pages.body())


def is_covered(bulletin: Bulletin, theme: Theme) -> bool:
    """Whether the document begins with a cover."""
    return len(bulletin.articles) >= theme.form.cover_from


def _add_articles(
    bulletin: Bulletin, pages: Sections, covered: bool, ground: Ground, write: Callable[[Article, str], Blocks]
) -> None:
    keys = iter(keyed(bulletin))
    first = True
    for section in bulletin.sections:
        title = section.title
        for _ in section.articles:
            key, article = next(keys)
            _begin(pages, first, covered, bool(title))
            if title:
                pages.add(line(title, "SectionTitle", ground))
            _add_article(article, write(article, key), pages)
            first, title = False, None


def _begin(pages: Sections, first: bool, covered: bool, titled: bool) -> None:
    """Starts an article: on a new page, or under a hairline; the title of a section has a hairline of its own."""
    if covered if first else pages.theme.page.article_start == "page":
        pages.turn(1, "nextPage")
        return
    pages.turn(1)
    if not first and not titled:
        pages.add(rule())


def _add_article(article: Article, blocks: Blocks, pages: Sections) -> None:
    for words, style in zip(head(article), HEAD_STYLES, strict=True):
        if words:
            pages.add(blocks.line(words, style))
    pages.turn(pages.theme.page.columns)
    pages.add(*blocks.body())
