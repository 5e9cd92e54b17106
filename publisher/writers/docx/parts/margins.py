"""Running heads and feet: parts of their own, with the page's number and headline as fields."""

from collections.abc import Iterable
from typing import NamedTuple

from publisher.metadata import BulletinMetadata
from publisher.model import Article, Bulletin
from publisher.theme.tokens import Theme
from publisher.words import long_date, stamp
from publisher.writers.docx.elements import Element, root, w
from publisher.writers.docx.parts.package import relationship_id
from publisher.writers.docx.text.fields import field
from publisher.writers.docx.text.runs import Ground, line, paragraph, runs, tab
from publisher.writers.heads import keyed, running_title
from publisher.writers.imprint import running_name


class Margin(NamedTuple):
    """A head or a foot, and the pages it stands on: ``first``, ``even``, or all others by ``default``.

    *article* is the one whose headline a head shows, None shows the bulletin's title alone; *known* tells whether
    readers that work out no fields may be told the headline, too.
    """

    name: str
    kind: str
    pages: str
    article: Article | None = None
    known: bool = True


#: The foot of a page that opens something.
OPENING_FOOT = Margin("word/footer2.xml", "footer", "first")


def margins(bulletin: Bulletin, theme: Theme, covered: bool) -> tuple[Margin, ...]:
    """The heads and feet that the first section states; a page that opens something has no head but a stamp."""
    first = None if covered else bulletin.articles[0]
    found = [*_heads(("word/header1.xml", "word/header3.xml"), first, bulletin, theme)]
    found += [Margin("word/footer1.xml", "footer", "default"), OPENING_FOOT]
    if bulletin.metadata.proof:
        found.append(Margin("word/header2.xml", "header", "first"))
    if theme.page.facing:
        found.append(Margin("word/footer3.xml", "footer", "even"))
    return tuple(found)


def article_heads(bulletin: Bulletin, theme: Theme, covered: bool) -> dict[str, tuple[Margin, ...]]:
    """The running heads of each article, by its key; without a cover those of the first are the first section's."""
    return {
        key: _heads((f"word/header-{key}.xml", f"word/header-{key}-even.xml"), article, bulletin, theme)
        for key, article in keyed(bulletin)[0 if covered else 1 :]
    }


def _heads(names: tuple[str, str], article: Article | None, bulletin: Bulletin, theme: Theme) -> tuple[Margin, ...]:
    """The head of right-hand pages, or of all, and where pages face that of left-hand ones.

    Some readers let the head of the first article stand over all that run on after it: better none than a wrong one.
    """
    several = len(bulletin.articles) > 1 and theme.page.article_start == "run-on"
    known = not (several and article is bulletin.articles[0])
    sides = zip(names, ("default", "even"), strict=True)
    found = tuple(Margin(name, "header", pages, article, known) for name, pages in sides)
    return found if theme.page.facing else found[:1]


def references(found: Iterable[Margin]) -> list[Element]:
    """What a section says of its heads and feet."""
    return [w(f"{margin.kind}Reference", type=margin.pages, r_id=relationship_id(margin.name)) for margin in found]


def margin_part(margin: Margin, metadata: BulletinMetadata, ground: Ground) -> Element:
    """The part of one head or foot; on left-hand pages both are the other way round."""
    mirrored = margin.pages == "even"
    if margin.kind == "header":
        words = stamp(metadata)
        stamped = [line(words, "Stamp", ground)] if words else []
        head = _head(margin, metadata, ground, mirrored) if margin.pages != "first" else None
        return root("hdr", *stamped, *([] if head is None else [paragraph("Header", head)]))
    return root("ftr", paragraph("Footer", _foot(metadata, ground, mirrored)))


def _head(margin: Margin, metadata: BulletinMetadata, ground: Ground, mirrored: bool) -> list[Element]:
    """The title, and the article's headline as a field of Word's, which on a page of several shows its first.

    Readers that work out no fields see the headline of the article that the page begins with. Where printed pages
    have running heads, these are theirs.
    """
    beside = "" if ground.theme.form.running_head else metadata.title
    named = _named(margin.article, beside, margin.known, ground) if margin.article else []
    if ground.theme.form.running_head:
        name = runs(running_name(metadata), ground.look("Header"), ground)
        return [tab(), *(name if mirrored else named)]
    ends = [runs(metadata.title, ground.look("Header"), ground), named]
    if mirrored:
        ends.reverse()
    return [*ends[0], tab(), tab(), *ends[1]]


def _named(article: Article, beside: str, known: bool, ground: Ground) -> list[Element]:
    """The headline as a field; cut, and so in plain words, where the line has no room for all of it."""
    cut = running_title(article, ground.theme, beside)
    words = runs(cut, ground.look("Header", article.metadata.language), ground) if known else []
    # Word understands the level's number in every language, the style's name only in its own.
    return field("STYLEREF 1", words) if cut == article.metadata.headline else words


def _foot(metadata: BulletinMetadata, ground: Ground, mirrored: bool) -> list[Element]:
    """Title and number, page, date; the page alone where printed pages have running heads."""
    look = ground.look("Footer")
    page = field("PAGE", runs("1", look, ground))
    if ground.theme.form.running_head:
        return [tab(), *page]
    ends = [
        runs(words, look, ground) for words in (running_name(metadata), long_date(metadata.date, metadata.language))
    ]
    if mirrored:
        ends.reverse()
    return [*ends[0], tab(), *page, tab(), *ends[1]]
