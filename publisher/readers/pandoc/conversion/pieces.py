"""The pieces of a tree that are an article each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from publisher import model as m
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.settings import Items

#: The class of a division that holds a whole article, as the reader of HTML marks them.
ARTICLE = "publisher-article"
#: A paragraph of this character alone stands for a page break, of which pandoc's tree knows nothing.
PAGE_BREAK = "\ue0f2"


def part_pieces(nodes: tuple[tree.Block, ...], is_titled: bool, items: Items | None) -> list[list[tree.Block]]:
    """The blocks of each article: as *items* asks for, or else by headings, unless the file has a title."""
    marked = [node for node in nodes if isinstance(node, tree.Div) and ARTICLE in node.c[0].classes]
    if marked:
        return [[node] for node in marked]
    blocks = list(flat(nodes))
    if items == "page-breaks":
        pages = [list(group) for is_break, group in groupby(blocks, key=is_page_break) if not is_break]
        return [page for page in pages if not all(map(is_silent, page))] or [blocks]
    blocks = [block for block in blocks if not is_page_break(block)]
    if items == "one" or (is_titled and items is None):
        return [blocks]
    starts = [_with_kicker(blocks, at) for at, block in enumerate(blocks) if opens(block)]
    if len(starts) < 2:
        return [blocks]
    if all(map(is_silent, blocks[: starts[0]])):
        starts[0] = 0  # a comment makes no article
    bounds = [0, *(start for start in starts if start), len(blocks)]
    return [blocks[start:end] for start, end in pairwise(bounds)]


def page_break() -> tree.Block:
    """What stands for a page break in the tree of a document that has pages."""
    return tree.Para((tree.Str(PAGE_BREAK),))


def is_page_break(block: tree.Block) -> bool:
    """Whether *block* stands for a page break."""
    return isinstance(block, tree.Para) and block.c == (tree.Str(PAGE_BREAK),)


def flat(nodes: Iterable[tree.Block]) -> Iterator[tree.Block]:
    """The blocks, out of such divisions around a headline as say nothing of what they hold."""
    for node in nodes:
        if isinstance(node, tree.Div) and not _says_something(node.c[0]) and _holds_headline(node):
            yield from flat(node.c[1])
        else:
            yield node


def _holds_headline(node: tree.Block) -> bool:
    return opens(node) or (isinstance(node, tree.Div) and any(map(_holds_headline, node.c[1])))


def _says_something(attr: Attr) -> bool:
    return bool(attr.role or attr.language or attr.direction or "verse" in attr.names)


def opens(block: tree.Block) -> bool:
    """Whether it is a heading that may open an article."""
    return isinstance(block, tree.Header) and block.c[0] == 1


def is_silent(block: tree.Block) -> bool:
    """Whether it says nothing: markup of another format, or a paragraph of names alone, as before each chapter."""
    match block:
        case tree.RawBlock():
            return True
        case tree.Para() | tree.Plain():
            return all(isinstance(inline, tree.Span) and not inline.c[1] for inline in block.c)
        case _:
            return False


def _with_kicker(blocks: Sequence[tree.Block], at: int) -> int:
    """Where the article begins whose headline stands at *at*: a kicker before it belongs to it."""
    before = blocks[at - 1] if at else None
    return at - 1 if isinstance(before, tree.Div) and before.c[0].role is m.Role.KICKER else at
