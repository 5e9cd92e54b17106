"""How deep a text may nest: what stands in what, and how far."""

from publisher.errors import SourceError
from publisher.model import Article
from publisher.walk import Node, children

#: How deep blocks, or inlines, may stand in each other; no text needs more, and every writer goes as deep.
DEEPEST = 60


def too_deep(file: str, most: int = DEEPEST) -> SourceError:
    """What stops a source that nests deeper than *most*."""
    return SourceError(
        f"{file}: is nested more than {most} deep",
        "lists in lists in quotations can't be read in print; make it flatter",
    )


def check_depth(article: Article, file: str, most: int = DEEPEST) -> None:
    """Raises SourceError where blocks and inlines together nest deeper than twice *most*."""
    if any(_is_deeper(block, 2 * most) for block in article.body):
        raise too_deep(file, most)


def _is_deeper(node: Node, depth: int) -> bool:
    return depth == 0 or any(_is_deeper(child, depth - 1) for child in children(node))
