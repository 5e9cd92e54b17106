"""A file's features against the model's: what differs is a finding, what agrees is a row in the manifest."""

from collections import Counter
from collections.abc import Iterator

from publisher.formats import Artifact, Format
from publisher.model import Bulletin
from publisher.normalise.story.headline import stand_in
from publisher.preflight.drawn import drawn
from publisher.preflight.furniture import furniture
from publisher.preflight.parity.features import Features, expected, languages
from publisher.report import Verdict, Where, finding
from publisher.theme.tokens import Theme

_HINT = "this is a fault of the program; please report it with the text"
#: A finding names so many of what differs.
_MOST_NAMED = 3


def check_parity(artifact: Artifact, bulletin: Bulletin, theme: Theme) -> Verdict:
    """What *artifact* holds of the articles beside their words; what isn't the model's is a finding."""
    found = _features(artifact)
    if found is None:
        return Verdict(())
    wanted = expected(bulletin)
    own = _own(found, wanted, bulletin, theme)
    where, lead = Where(file=artifact.name), f"{artifact.name} doesn't hold the"
    findings = tuple(
        finding("parity.differs", f"{lead} {feature} of the copy: {told}", where, _HINT)
        for feature, told in _differences(own, wanted)
    )
    return Verdict(findings, own.counted(artifact.format))


def _features(artifact: Artifact) -> Features | None:
    """What a file holds; None for a format that is data alone."""
    match artifact.format:
        case Format.PRINT | Format.SCREEN:
            from publisher.preflight.parity.pages import page_features

            return page_features(artifact.data)
        case Format.DOCX:
            from publisher.preflight.parity.word import word_features

            return word_features(artifact.data)
        case Format.EPUB:
            from publisher.preflight.parity.book import book_features

            return book_features(artifact.data)
        case Format.NINJS:
            return None


def _own(found: Features, wanted: Features, bulletin: Bulletin, theme: Theme) -> Features:
    """*found* without what the issue itself adds: sections in an outline, a logo's name, senders and addresses."""
    around = furniture(bulletin, theme)
    if found.headings is not None:
        titles = _outlined(bulletin) - {*(wanted.headings or ())}
        found = found._replace(headings=_without(found.headings, titles))
    if found.links is not None:
        lines = (line for sender in bulletin.metadata.letterhead for line in sender.address)
        addresses = frozenset(f"mailto:{line}" for line in (bulletin.metadata.contact, *lines))
        found = found._replace(links=found.links - (addresses - (wanted.links or frozenset())))
    if found.languages is not None:
        tongues = languages(sender.language for sender in bulletin.metadata.letterhead)
        found = found._replace(languages=found.languages - (tongues - (wanted.languages or frozenset())))
    if found.alternatives is not None:
        names = {words for words in found.alternatives if words not in (wanted.alternatives or ())}
        found = found._replace(alternatives=_without(found.alternatives, set(filter(around.explains, names))))
    return found


def _outlined(bulletin: Bulletin) -> set[str]:
    """What an outline calls sections, and articles without a headline: the book and Word have no heading for them."""
    sections = {section.title for section in bulletin.sections if section.title}
    return {drawn(name) for name in sections | {stand_in(article.body) for article in bulletin.articles}}


def _without(counted: Counter[str], words: set[str]) -> Counter[str]:
    return Counter({key: times for key, times in counted.items() if key not in words})


def _differences(found: Features, wanted: Features) -> Iterator[tuple[str, str]]:
    for name, feature in _NAMES.items():
        held, due = getattr(found, name), getattr(wanted, name)
        if held is None or held == due:
            continue
        if isinstance(due, Counter | frozenset):
            yield feature, _unequal(Counter(held), Counter(due))
        elif name != "metadata":
            yield feature, f"it has {held} instead of {due}"
    for name, values in (wanted.metadata or {}).items():
        said = "; ".join((found.metadata or {}).get(name, ()))
        if found.metadata is not None and not all(value in said for value in values):
            yield name, f"it says “{said}” instead of “{'; '.join(values)}”"


def _unequal(found: Counter[str], wanted: Counter[str]) -> str:
    lacking, beyond = wanted - found, found - wanted
    return "; ".join(f"{word} {_named(these)}" for word, these in (("it lacks", lacking), ("it adds", beyond)) if these)


def _named(these: Counter[str]) -> str:
    shown = ", ".join(f"“{key[:60]}”" for key in list(these)[:_MOST_NAMED])
    return shown + (f" and {len(these) - _MOST_NAMED} more" if len(these) > _MOST_NAMED else "")


#: Field → what people call it.
_NAMES = {
    "headings": "headings",
    "links": "links",
    "alternatives": "alternative texts",
    "notes": "notes",
    "tables": "tables (rows, columns)",
    "languages": "languages",
    "metadata": "metadata",
}
