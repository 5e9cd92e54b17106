"""``document.xml``: title piece or cover, contents, articles, colophon, in sections of one or more columns."""

from typing import NamedTuple

from publisher.model import Article, Bulletin
from publisher.normalise.language.detection import direction
from publisher.writers.docx.elements import Element, root
from publisher.writers.docx.parts.contents import contents, contents_title
from publisher.writers.docx.parts.furniture import colophon, cover, letterhead, rule, sink, title_piece
from publisher.writers.docx.parts.margins import OPENING_FOOT, Margin, article_heads, margins, references
from publisher.writers.docx.parts.sections import Sections, Start
from publisher.writers.docx.text.anchors import Anchors
from publisher.writers.docx.text.apparatus import Apparatus
from publisher.writers.docx.text.blocks import Blocks
from publisher.writers.docx.text.fields import closed
from publisher.writers.docx.text.initials import with_initial
from publisher.writers.docx.text.runs import Ground, line
from publisher.writers.heads import head, keyed
from publisher.writers.initials import initial_letter
from publisher.writers.layout import Layout

#: Styles of an article's head, in the order of `Head`.
HEAD_STYLES = ("Kicker", "Heading1", "Standfirst", "Byline")


def document_part(bulletin: Bulletin, layout: Layout | None, apparatus: Apparatus, ground: Ground) -> Element:
    """The document; what it makes besides is left in *apparatus*."""
    covered = ground.covered
    shared = [m for m in margins(bulletin, ground.theme, covered) if not (covered and m == OPENING_FOOT)]
    pages = Sections(ground.theme, ground.direction == "rtl", references(shared))
    if covered:
        _add_cover(bulletin, layout, apparatus.anchors, pages, ground)
    else:
        _add_opening(bulletin, layout, apparatus.anchors, pages, ground)
    _Articles(bulletin, pages, apparatus, ground).add(covered)
    pages.turn(1)
    pages.add(*colophon(bulletin.metadata, ground))
    return root("document", pages.body())


def _add_cover(bulletin: Bulletin, layout: Layout | None, anchors: Anchors, pages: Sections, ground: Ground) -> None:
    """Adds the cover, and the contents on a page of their own."""
    pages.add(*cover(bulletin, ground))
    pages.turn(1, "nextPage")
    entries = contents(bulletin, layout, anchors, ground)
    entries[-1].append(closed())
    pages.add(contents_title(ground), *entries)


def _add_opening(bulletin: Bulletin, layout: Layout | None, anchors: Anchors, pages: Sections, ground: Ground) -> None:
    """Adds title piece or letterhead, and the contents under it where there are enough articles."""
    if ground.theme.form.opening == "letterhead":
        letterhead(bulletin.metadata, pages, ground)
    else:
        pages.add(*title_piece(bulletin.metadata, ground))
    if len(bulletin.articles) >= ground.theme.form.contents_from:
        pages.add(contents_title(ground))
        pages.turn(ground.theme.page.columns)
        pages.add(*contents(bulletin, layout, anchors, ground))
        pages.turn(1)
        # The field's end stands behind the columns: LibreOffice sets a list that ends inside them in one.
        pages.add(rule(closed()))


class _Articles(NamedTuple):
    """Adds the articles of a bulletin to its pages, each in a section of its own with its running head."""

    bulletin: Bulletin
    pages: Sections
    apparatus: Apparatus
    ground: Ground

    def add(self, covered: bool) -> None:
        """Adds them; after a cover the first one starts a page."""
        theme = self.pages.theme
        keys, heads = iter(keyed(self.bulletin)), article_heads(self.bulletin, theme, covered)
        first = True
        for section in self.bulletin.sections:
            title = section.title
            for _ in section.articles:
                key, article = next(keys)
                new_page = covered if first else theme.page.article_start == "page"
                self._begin(article, [*heads.get(key, ())], "nextPage" if new_page else "continuous")
                if not first and not new_page and not title:
                    self.pages.add(rule())
                if title:
                    self.pages.add(line(title, "SectionTitle", self.ground))
                self._add_article(article, Blocks(article, key, self.apparatus, self.ground), new_page)
                first, title = False, None

    def _begin(self, article: Article, own: list[Margin], start: Start) -> None:
        """Starts an article; the first after a title piece stays in the section at hand."""
        language = article.metadata.language
        rtl = (direction(language) if language else self.ground.direction) == "rtl"
        foot = [OPENING_FOOT] if start == "nextPage" else []
        self.pages.begin(references([*own, *foot]) if own else [], rtl, start)

    def _add_article(self, article: Article, blocks: Blocks, opens: bool) -> None:
        """Adds one; one that *opens* a page has white above it."""
        above = [blocks.line(words, style) for words, style in zip(head(article), HEAD_STYLES, strict=True) if words]
        if opens and above:
            sink(above[0], self.ground.theme)
        self.pages.add(*above)
        self.pages.turn(self.pages.theme.page.columns)
        letter = initial_letter(article, self.ground.theme)
        self.pages.add(*with_initial(blocks.body(), letter, self.ground))
