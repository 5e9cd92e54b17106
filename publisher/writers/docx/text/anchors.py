"""Where links lead: bookmarks inside the document, relationships to the web outside it."""

import re
from collections.abc import Iterator

from publisher.model import Article, Block, Bulletin
from publisher.report import Report, Where
from publisher.walk import nodes
from publisher.writers.addresses import web_address
from publisher.writers.docx.elements import Element, Value, clean, w
from publisher.writers.docx.parts.relations import Relations
from publisher.writers.heads import keyed

#: Longest name of a bookmark that Word keeps; it tells small letters from capitals nowhere.
LONGEST = 40
_UNFIT = re.compile(r"\W+", re.ASCII)


class Anchors:
    """The document's bookmarks, each made once and counted from 1."""

    def __init__(self, bulletin: Bulletin, report: Report) -> None:
        self.names = bookmark_names(bulletin)
        self._keys = frozenset(key for key, _ in self.names)
        self._made: set[str] = set()
        self._report = report

    def marked(self, key: str, name: str, content: list[Element]) -> list[Element]:
        """*content* with the bookmark of *name* (empty: the article itself) around it, if it isn't made yet."""
        bookmark = self.names.get((key, name))
        if bookmark is None or bookmark in self._made:
            return content
        self._made.add(bookmark)
        number = len(self._made)
        return [w("bookmarkStart", id=number, name=bookmark), *content, w("bookmarkEnd", id=number)]

    def resolved(self, target: str, key: str, relations: Relations) -> dict[str, Value] | None:
        """The attributes of a link to *target* from the article *key*, in the part that *relations* are of.

        None, with a finding, if it leads nowhere.
        """
        article, mark, name = target.partition("#")
        inside = self.names.get((article or key, name))
        if inside is not None and target:
            return {"anchor": inside}
        leads_in = article in self._keys or (mark and not article)
        address = None if leads_in else web_address(clean(target))
        if address is None:
            self._report.add(
                "link.dropped",
                f"the link to “{target}” leads nowhere in a document; its words are set without it",
                Where(part=relations.part, article=key),
                "give the whole address, beginning with https://, or the name of a heading in the same bulletin",
            )
            return None
        return {"r_id": relations.link(address)}


def bookmark_names(bulletin: Bulletin) -> dict[tuple[str, str], str]:
    """(article key, name in it) → bookmark; an empty name is the article's own beginning."""
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for key, article in keyed(bulletin):
        for name in ("", *_names_in(article)):
            if (key, name) not in names:
                names[key, name] = _free(f"{key}_{_UNFIT.sub('_', name)}" if name else key, taken)
    return names


def _names_in(article: Article) -> Iterator[str]:
    for node in nodes(article):
        if isinstance(node, Block) and node.id:
            yield node.id


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted[:LONGEST], 1
    while name.lower() in taken:
        number += 1
        name = f"{wanted[: LONGEST - len(str(number)) - 1]}_{number}"
    taken.add(name.lower())
    return name
