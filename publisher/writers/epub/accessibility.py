"""What is true of a book's accessibility, counted in it (EPUB Accessibility 1.1, § 2)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import babel

from publisher.model import Bulletin, Note, Table
from publisher.normalise.language.detection import primary_of
from publisher.theme.files import Book
from publisher.walk import nodes
from publisher.writers.xhtml import text


class Sights(NamedTuple):
    """How many pictures the book shows: with a text alternative, as mere decoration, without one."""

    described: int = 0
    decorative: int = 0
    undescribed: int = 0


class Facts(NamedTuple):
    """What the book shows, how many printed pages it marks, and what a person claims of it."""

    sights: Sights = Sights()
    pages: int = 0
    claim: Book = Book()


def meta(name: str, value: str, own: str = "") -> str:
    """A ``meta`` element of the package document."""
    return f'<meta property="{name}"{own}>{text(value)}</meta>'


def accessibility(bulletin: Bulletin, facts: Facts) -> Iterator[str]:
    """What is true of the book (EPUB Accessibility 1.1, § 2); no claim of conformance, which a person makes."""
    sights = facts.sights
    modes = ("textual", "visual") if sights.described or sights.undescribed else ("textual",)
    features = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    if sights.described and not sights.undescribed:
        features.insert(0, "alternativeText")
    features += ["pageBreakMarkers", "pageNavigation"] if facts.pages else []
    for mode in modes:
        yield meta("schema:accessMode", mode)
    if len(modes) > 1:
        yield meta("schema:accessModeSufficient", "textual,visual")
    if not sights.undescribed:
        yield meta("schema:accessModeSufficient", "textual")
    for feature in features:
        yield meta("schema:accessibilityFeature", feature)
    # Nothing in a book of ours flashes, moves or sounds.
    yield meta("schema:accessibilityHazard", "none")
    yield meta("schema:accessibilitySummary", _summary(bulletin, facts), ' xml:lang="en" dir="ltr"')
    if not sights.undescribed:
        yield from _claimed(facts.claim)


def _claimed(claim: Book) -> Iterator[str]:
    """What a person claims of the book; nobody can while a picture has no words."""
    if claim.conforms_to:
        yield meta("dcterms:conformsTo", claim.conforms_to, ' id="claim"')
        if claim.certified_by:
            yield meta("a11y:certifiedBy", claim.certified_by, ' refines="#claim"')


def _summary(bulletin: Bulletin, facts: Facts) -> str:
    found = [node for article in bulletin.articles for node in nodes(article)]
    counted = (
        (len(bulletin.articles), "article", "articles"),
        (sum(isinstance(node, Table) for node in found), "table", "tables"),
        (sum(isinstance(node, Note) for node in found), "note, linked both ways", "notes, linked both ways"),
    )
    holds = _listed([f"{number} {one if number == 1 else many}" for number, one, many in counted if number])
    pages = f"; the beginnings of {facts.pages} printed pages are marked and listed" if facts.pages > 1 else ""
    pages = "; the beginning of its printed page is marked and listed" if facts.pages == 1 else pages
    return (
        f"Reflowable text in {_languages(bulletin, found)}: {holds or 'no article'}, in reading order, "
        f"with headings and a table of contents{pages}; {_shown(facts.sights)}; no sound, video or script."
    )


def _languages(bulletin: Bulletin, found: Iterable[object]) -> str:
    """The languages of the bulletin, its articles and their passages, by their English names."""
    said = (bulletin.metadata.language, *(article.metadata.language for article in bulletin.articles))
    passages = (getattr(node, "language", None) for node in found)
    names = babel.Locale("en").languages
    tags = dict.fromkeys(primary_of(tag) for tag in (*said, *passages) if tag)
    return _listed([names.get(tag, tag) for tag in tags])


def _listed(parts: Sequence[str]) -> str:
    """“one, two and three”."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _shown(sights: Sights) -> str:
    """What the summary says of pictures."""
    counted = (
        (sights.described, "with a text alternative"),
        (sights.decorative, "merely decorative"),
        (sights.undescribed, "without a text alternative"),
    )
    told = [f"{number} {'picture' if number == 1 else 'pictures'} {what}" for number, what in counted if number]
    return ", ".join(told) or "no pictures"
