"""Where a link of the model leads: inside the bulletin, or to an address on the web."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from publisher.model import Article, Block, Bulletin, ThematicBreak
from publisher.report import Report, Where
from publisher.walk import nodes
from publisher.writers.addresses import web_address
from publisher.writers.heads import keyed

Names = Mapping[str, frozenset[str]]


def names_in(bulletin: Bulletin) -> Names:
    """Article key → the names in it that a link may lead to."""
    return {key: _names(article) for key, article in keyed(bulletin)}


def _names(article: Article) -> frozenset[str]:
    blocks = (node for node in nodes(article) if isinstance(node, Block))
    # A break is written without its name.
    return frozenset(block.id for block in blocks if block.id and not isinstance(block, ThematicBreak))


def resolver(key: str, names: Names, place: Callable[[str, str], str], report: Report) -> Callable[[str], str | None]:
    """A function from a target in the article *key* to an ``href``; None, with a finding, if there is none.

    *place* tells the ``href`` of an article (its key) and a name in it, ready to be followed by ``#``.
    """

    def resolve(target: str) -> str | None:
        href = address(target, key, names, place)
        if href is None:
            report.add(
                "link.dropped",
                f"the link to “{target}” leads nowhere in a bulletin; its words are set without it",
                Where(article=key),
                "give the whole address, beginning with https://, or the name of a heading in the same bulletin",
            )
        return href

    return resolve


def address(target: str, key: str, names: Names, place: Callable[[str, str], str]) -> str | None:
    """The ``href`` of *target* as seen from the article *key*, or None if it leads nowhere."""
    article, mark, name = target.partition("#")
    if not mark or article not in ("", *names):
        return web_address(target)
    found = article or key
    return f"{place(found, key)}#{found}-{quote(name)}" if name in names[found] else None
