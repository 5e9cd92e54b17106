"""What a file holds beside its words, and what the model says it must."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from publisher.metadata import BulletinMetadata
from publisher.model import Bulletin, Heading, Image, Link, Note, Table
from publisher.preflight.drawn import drawn
from publisher.report import Holdings
from publisher.walk import Node, bulletin_languages, children, nodes, plain_text
from publisher.words import stamp

#: An outward address begins so; all others lead to a place inside, and are proved by the format's own checks.
OUTWARD = ("http:", "https:", "mailto:", "tel:", "ftp:")
#: Word's properties are no longer than this, so no value is compared beyond it.
LONGEST = 255


class Features(NamedTuple):
    """What is compared. A field is None where a format has no place for it, or nothing to read it back from.

    *headings* are those of articles, headlines among them, without blanks; *links* are outward addresses;
    *alternatives* are the words that stand for pictures; *tables* are (rows, columns); *languages* are primary
    subtags (BCP 47); *metadata* has the values of each property.
    """

    headings: Counter[str] | None = None
    links: frozenset[str] | None = None
    alternatives: Counter[str] | None = None
    notes: int | None = None
    tables: tuple[tuple[int, int], ...] | None = None
    languages: frozenset[str] | None = None
    metadata: Mapping[str, tuple[str, ...]] | None = None

    def counted(self, format_: str) -> Holdings:
        """How many there are of each in a file of a format."""
        return Holdings(format_, **{name: _count(value) for name, value in self._asdict().items() if value is not None})


def _count(value: Any) -> int:
    return value if isinstance(value, int) else value.total() if isinstance(value, Counter) else len(value)


def expected(bulletin: Bulletin) -> Features:
    """What every file made of *bulletin* must hold."""
    found = [node for article in bulletin.articles for node in nodes(article)]
    images = [node for node in found if isinstance(node, Image)]
    return Features(
        headings=headings(_headings(bulletin)),
        links=outward(node.target for node in found if isinstance(node, Link)),
        alternatives=alternatives([image.alt or "" for image in images if not image.decorative]),
        notes=sum(isinstance(node, Note) for node in found),
        tables=tuple(_shape(node) for node in found if isinstance(node, Table)),
        languages=languages(bulletin_languages(bulletin)),
        metadata=_metadata(bulletin.metadata),
    )


def headings(found: Collection[str]) -> Counter[str]:
    """The headings as they are compared; empty ones are none."""
    return Counter(words for heading in found if (words := drawn(heading)))


def outward(targets: Iterable[str]) -> frozenset[str]:
    """Those of *targets* that lead out of the bulletin, whichever way their letters are escaped."""
    return frozenset(unquote(target).strip() for target in targets if target.strip().lower().startswith(OUTWARD))


def alternatives(found: Collection[str]) -> Counter[str]:
    """Alternative texts as they are compared; empty ones are none."""
    return Counter(words for each in found if (words := " ".join(each.split())))


def languages(tags: Iterable[str | None]) -> frozenset[str]:
    """The primary subtags of language tags."""
    return frozenset(tag.split("-")[0].lower() for tag in tags if tag)


def properties(said: Mapping[str, Collection[str | None]]) -> dict[str, tuple[str, ...]]:
    """The properties that are said, blanks squeezed and cut to what every format keeps."""
    cut = {name: tuple(" ".join(v.split())[:LONGEST] for v in values if v) for name, values in said.items()}
    return {name: kept for name, values in cut.items() if (kept := tuple(filter(None, values)))}


def _headings(bulletin: Bulletin) -> list[str]:
    """Headlines, and the headings below them; those in notes are none to whoever jumps from one to the next."""
    return [
        words for article in bulletin.articles for words in (article.metadata.headline or "", *_below(article.body))
    ]


def _below(blocks: Collection[Node]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield plain_text(block.inlines)
        elif not isinstance(block, Note):
            yield from _below(list(children(block)))


def _shape(table: Table) -> tuple[int, int]:
    return len(table.head) + len(table.body) + len(table.foot), len(table.columns)


def _metadata(metadata: BulletinMetadata) -> dict[str, tuple[str, ...]]:
    title = " · ".join(part for part in (stamp(metadata), metadata.title) if part)
    return properties(
        {
            "title": (title,),
            "subtitle": (metadata.subtitle,),
            "creators": metadata.authors,
            "publisher": (metadata.publisher,),
            "rights": (metadata.rights,),
            "keywords": metadata.keywords,
            "date": (metadata.date.isoformat() if metadata.date else None,),
            "language": (metadata.language,),
            "identifier": (metadata.identifier,),
        }
    )
