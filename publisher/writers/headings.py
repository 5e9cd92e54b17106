"""The ranks of an article's headings: whole, whatever levels the copy skips."""

from collections.abc import Iterator

from publisher.model import Article, Bulletin, Heading, Note
from publisher.report import Report, Where
from publisher.walk import Node, children, plain_text
from publisher.writers.heads import keyed


class Ranks:
    """Counts how deep each heading stands, one after the other."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def rank(self, level: int) -> int:
        """How many headings a heading of *level* stands under, itself included: never two more than the one before."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return len(self._open)


def check_headings(bulletin: Bulletin, report: Report) -> None:
    """A finding for each heading that the writers give another rank than its level."""
    for key, article in keyed(bulletin):
        ranks = Ranks()
        for heading in _headings(article):
            if ranks.rank(heading.level) != heading.level:
                report.add(
                    "heading.order",
                    f"“{plain_text(heading.inlines)}” is a heading of level {heading.level} "
                    "under none of the level above; it is tagged without the gap",
                    Where(article=key),
                    "give headings levels that go down one at a time, from 1",
                )


def _headings(article: Article) -> Iterator[Heading]:
    """The headings of an article in reading order, but for those in notes, which nobody jumps to."""
    waiting: list[Node] = list(reversed(article.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Heading):
            yield node
        elif not isinstance(node, Note):
            waiting += reversed(list(children(node)))
