"""What stands around the articles: title piece or cover, rules, colophon."""

from publisher.metadata import BulletinMetadata
from publisher.words import stamp
from publisher.writers.docx.elements import Element
from publisher.writers.docx.runs import Ground, line, paragraph, runs, tabbed
from publisher.writers.imprint import colophon_text, folio_parts


def title_piece(metadata: BulletinMetadata, ground: Ground) -> list[Element]:
    """Folio line, masthead and subtitle over a rule."""
    subtitle = [line(metadata.subtitle, "Tagline", ground)] if metadata.subtitle else []
    return [*_masthead(metadata, "Title", ground), *subtitle, rule()]


def cover(metadata: BulletinMetadata, ground: Ground) -> list[Element]:
    """The title large, on a page of its own."""
    subtitle = [line(metadata.subtitle, "Subtitle", ground)] if metadata.subtitle else []
    return [*_masthead(metadata, "CoverTitle", ground), *subtitle]


def _masthead(metadata: BulletinMetadata, style: str, ground: Ground) -> list[Element]:
    marks = ground.theme.marks
    return [
        *([line(words, "Stamp", ground)] if (words := stamp(metadata)) else []),
        paragraph("Folio", tabbed(folio_parts(metadata), "Folio", ground)),
        *([paragraph("Logo", [])] if marks.logo else []),
        line(marks.masthead or metadata.title, style, ground),
    ]


def rule() -> Element:
    """A hairline across the page, which opens what follows."""
    return paragraph("ArticleRule", [])


def colophon(metadata: BulletinMetadata, ground: Ground) -> list[Element]:
    """Who publishes the bulletin, beginning with its title in bold; a bare rule where nothing is said of that."""
    words = colophon_text(metadata)
    if not words:
        return [rule()]
    look = ground.look("Colophon")
    named = metadata.title if words.startswith(metadata.title) else ""
    strong = runs(named, look._replace(bold=True), ground) if named else []
    return [paragraph("Colophon", [*strong, *runs(words[len(named) :], look, ground)])]
