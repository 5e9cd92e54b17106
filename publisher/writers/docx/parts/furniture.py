"""What stands around the articles: title piece or cover, rules, colophon."""

from publisher.metadata import BulletinMetadata, Sender
from publisher.model import Article, Bulletin
from publisher.theme.tokens import Theme
from publisher.words import release_lines, stamp
from publisher.writers.docx.elements import Element, twips, w
from publisher.writers.docx.parts.sections import Sections
from publisher.writers.docx.text.runs import Ground, line, line_break, paragraph, runs, tab, tabbed
from publisher.writers.heads import COVER_HEADLINES, title
from publisher.writers.imprint import colophon_text, folio_parts


def title_piece(metadata: BulletinMetadata, ground: Ground) -> list[Element]:
    """Folio line, masthead and subtitle, over a rule where the theme has rules."""
    if ground.theme.role.folio.rule:
        return [*_masthead(metadata, "Title", ground), *_subtitle(metadata, "Tagline", ground), rule()]
    title = "Title" if metadata.subtitle else "FreeTitle"
    return [*_masthead(metadata, title, ground), *_subtitle(metadata, "FreeTagline", ground)]


def letterhead(metadata: BulletinMetadata, pages: Sections, ground: Ground) -> None:
    """Adds who sends it, on both sides of the mark where two languages say so; below, of what kind it is and when."""
    senders, marked = metadata.letterhead, bool(ground.theme.marks.logo)
    if len(senders) == 1:
        pages.add(*([paragraph("Logo", [])] if marked else []), *_sender(senders[0], "", ground))
    else:
        first, second = (_sender(sender, "Center", ground) for sender in senders)
        if marked:
            pages.abreast((first, [paragraph("Emblem", [])], second), (0.4, 0.2, 0.4))
        else:
            pages.abreast((first, second), (0.5, 0.5))
    pages.turn(1)
    # A tab keeps LibreOffice from dropping the paragraph, which ends a section.
    pages.add(paragraph("HeadRule", [tab()]))
    subtitle = _subtitle(metadata, "Tagline", ground)
    name = line(ground.theme.marks.masthead or metadata.title, "Title", ground)
    released = [line(words, "ReleaseLineEnd", ground, tag) for tag, words in release_lines(metadata)]
    dated = " · ".join(part for part in folio_parts(metadata)[:2] if part)
    folio = [line(dated, "FolioEnd", ground)]
    pages.abreast(([name, *subtitle], [*released, *folio]), (0.38, 0.62))
    pages.turn(1)


def _sender(sender: Sender, side: str, ground: Ground) -> list[Element]:
    lines = (line(words, f"Address{side}", ground, sender.language) for words in sender.address)
    return [line(sender.name, f"Sender{side}", ground, sender.language), *lines]


def cover(bulletin: Bulletin, ground: Ground) -> list[Element]:
    """The title large, on a page of its own, over the first headlines."""
    metadata = bulletin.metadata
    leads = (_lead(article, ground) for article in bulletin.articles[:COVER_HEADLINES])
    return [*_masthead(metadata, "CoverTitle", ground), *_subtitle(metadata, "Subtitle", ground), *leads]


def _lead(article: Article, ground: Ground) -> Element:
    """An article's kicker and headline in one paragraph of the cover."""
    kicker, language = article.metadata.kicker, article.metadata.language
    content = []
    if kicker:
        look = ground.look("CoverKicker", language)._replace(style="CoverKicker")
        content += [*runs(kicker, look, ground), line_break(look, ground)]
    return paragraph("CoverHeadline", [*content, *runs(title(article), ground.look("CoverHeadline", language), ground)])


def _masthead(metadata: BulletinMetadata, style: str, ground: Ground) -> list[Element]:
    marks = ground.theme.marks
    return [
        *([line(words, "Stamp", ground)] if (words := stamp(metadata)) else []),
        paragraph("Folio", tabbed(folio_parts(metadata), "Folio", ground)),
        *([paragraph("Logo", [])] if marks.logo else []),
        line(marks.masthead or metadata.title, style, ground),
    ]


def _subtitle(metadata: BulletinMetadata, style: str, ground: Ground) -> list[Element]:
    return [line(metadata.subtitle, style, ground)] if metadata.subtitle else []


def rule(*marks: Element) -> Element:
    """A hairline across the page, which opens what follows; *marks* are runs without words."""
    return paragraph("ArticleRule", marks)


def sink(opening: Element, theme: Theme) -> None:
    """Puts the white over *opening*, a head's first paragraph, that the theme wants above what starts a page.

    No style can say it: which one stands first, kicker or headline, is the article's.
    """
    if theme.page.article_sink:
        opening[0].append(w("spacing", before=twips(theme.page.article_sink * theme.page.baseline)))


def colophon(metadata: BulletinMetadata, ground: Ground) -> list[Element]:
    """Who publishes the bulletin, beginning with its title in bold; a bare rule where nothing is said of that."""
    words = colophon_text(metadata)
    if not words:
        return [rule()]
    look = ground.look("Colophon")
    named = metadata.title if words.startswith(metadata.title) else ""
    strong = runs(named, look._replace(bold=True), ground) if named else []
    return [paragraph("Colophon", [*strong, *runs(words[len(named) :], look, ground)])]
