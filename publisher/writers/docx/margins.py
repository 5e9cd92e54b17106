"""Running head and foot: parts of their own, with the page's number and headline as fields."""

from typing import NamedTuple

from publisher.metadata import BulletinMetadata
from publisher.model import Bulletin
from publisher.theme.tokens import Theme
from publisher.words import long_date, stamp
from publisher.writers.docx.elements import Element, root, w
from publisher.writers.docx.fields import field
from publisher.writers.docx.package import relationship_id
from publisher.writers.docx.runs import Ground, line, paragraph, runs, tab
from publisher.writers.imprint import running_name


class Margin(NamedTuple):
    """A head or a foot, and the pages it stands on: ``first``, ``even``, or all others by ``default``."""

    name: str
    kind: str
    pages: str


def margins(theme: Theme, covered: bool, stamped: bool = False) -> tuple[Margin, ...]:
    """The heads and feet of a document; its first page has no head but a stamp, and if it is a cover no foot."""
    found = [Margin("word/header1.xml", "header", "default"), Margin("word/footer1.xml", "footer", "default")]
    if stamped:
        found.append(Margin("word/header2.xml", "header", "first"))
    if not covered:
        found.append(Margin("word/footer2.xml", "footer", "first"))
    if theme.page.facing:
        found += [Margin("word/header3.xml", "header", "even"), Margin("word/footer3.xml", "footer", "even")]
    return tuple(found)


def references(theme: Theme, covered: bool, stamped: bool = False) -> list[Element]:
    """What the first section says of them."""
    return [
        w(f"{margin.kind}Reference", type=margin.pages, r_id=relationship_id(margin.name))
        for margin in margins(theme, covered, stamped)
    ]


def margin_part(margin: Margin, bulletin: Bulletin, ground: Ground) -> Element:
    """The part of one head or foot; on left-hand pages both are the other way round."""
    mirrored = margin.pages == "even"
    if margin.kind == "header":
        words = stamp(bulletin.metadata)
        stamped = [line(words, "Stamp", ground)] if words else []
        head = [paragraph("Header", _head(bulletin, ground, mirrored))] if margin.pages != "first" else []
        return root("hdr", *stamped, *head)
    return root("ftr", paragraph("Footer", _foot(bulletin.metadata, ground, mirrored)))


def _head(bulletin: Bulletin, ground: Ground, mirrored: bool) -> list[Element]:
    """The title, and the headline of the page as a field of Word's.

    Readers that work out no fields see the headline of the only article; of several they would see a wrong one.
    """
    look = ground.look("Header")
    ends = [runs(bulletin.metadata.title, look, ground), []]
    headlines = [article.metadata.headline for article in bulletin.articles if article.metadata.headline]
    if headlines:
        known = headlines[0] if len(bulletin.articles) == 1 else ""
        # Word understands the level's number in every language, the style's name only in its own.
        ends[1] = field("STYLEREF 1", runs(known, look, ground))
    if mirrored:
        ends.reverse()
    return [*ends[0], tab(), tab(), *ends[1]]


def _foot(metadata: BulletinMetadata, ground: Ground, mirrored: bool) -> list[Element]:
    """Title and number, page, date."""
    look = ground.look("Footer")
    ends = [
        runs(words, look, ground) for words in (running_name(metadata), long_date(metadata.date, metadata.language))
    ]
    if mirrored:
        ends.reverse()
    return [*ends[0], tab(), *field("PAGE", runs("1", look, ground)), tab(), *ends[1]]
