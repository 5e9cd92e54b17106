"""pandoc's blocks as the model's, node by node."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec.structs import replace

from publisher import model as m
from publisher.readers.depth import DEEPEST, too_deep
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import VERSE, Manner
from publisher.readers.pandoc.conversion.figures import captioned, figure, is_caption, lone_figure, lone_images
from publisher.readers.pandoc.conversion.inlines import Inlines
from publisher.readers.pandoc.conversion.tables import table
from publisher.readers.pandoc.scene import Scene
from publisher.walk import descend, plain_text

NUMBERS: dict[str, m.NumberStyle] = {
    "LowerAlpha": "lower-alpha",
    "UpperAlpha": "upper-alpha",
    "LowerRoman": "lower-roman",
    "UpperRoman": "upper-roman",
}
#: Classes that say how code is shown, not what it is.
_SHOWN = frozenset(("sourceCode", "numberLines", "number-lines", "numberSource"))
_NONE = Manner()


class Blocks:
    """Converts the blocks of one source; a heading of level *top* becomes one of level 1."""

    def __init__(self, scene: Scene, top: int = 1) -> None:
        self.scene = scene
        self.inlines = Inlines(scene, self.blocks)
        self._top = top
        self._depth = 0
        #: The id of a paragraph that it has only for the sake of names inside it → those names.
        self.names: dict[str, tuple[str, ...]] = {}

    def blocks(self, nodes: Iterable[tree.Block], manner: Manner = _NONE) -> tuple[m.Block, ...]:
        """The blocks, each with what *manner* says of it; its name goes to the first."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise too_deep(self.scene.origin.file)
        found: list[m.Block] = []
        for node in nodes:
            last = found[-1] if found else None
            if isinstance(last, m.Figure) and not last.caption and is_caption(node):
                found[-1] = replace(last, caption=self._caption(node.c[1]))
            else:
                found += self._block(node, manner if not found else manner._replace(id=None))
        self._depth -= 1
        return tuple(captioned(block, self.scene.pictures) for block in found)

    def _block(self, node: tree.Block, manner: Manner) -> Iterator[m.Block]:
        match node:
            case tree.Plain() | tree.Para():
                yield from self._paragraph(node.c, manner)
            case tree.LineBlock():
                yield m.Verse(tuple(self.inlines.line(line) for line in node.c), **manner.fields)
            case tree.CodeBlock():
                yield from self._code(node, manner)
            case tree.RawBlock():
                self.inlines.drop_raw(*node.c)
            case tree.Header():
                yield from self._heading(node, manner)
            case tree.HorizontalRule():
                yield m.ThematicBreak(**manner.fields)
            case tree.Table():
                caption = self._caption(node.c.caption.blocks)
                yield table(node.c, caption, self.blocks, manner.under(node.c.attr))
            case tree.Figure():
                yield from self._figure(node, manner)
            case tree.BlockQuote() | tree.OrderedList() | tree.BulletList() | tree.DefinitionList() | tree.Div():
                yield from self._holder(node, manner)
            case _:
                assert_never(node)

    def _holder(self, node: tree.Holder, manner: Manner) -> Iterator[m.Block]:
        match node:
            case tree.BlockQuote():
                if inner := self.blocks(node.c):
                    yield m.Quotation(inner, **manner.fields)
            case tree.OrderedList():
                (start, style, _), items = node.c
                number = NUMBERS.get(style.t, "decimal")
                yield m.ItemList(self._items(items), ordered=True, start=start, style=number, **manner.fields)
            case tree.BulletList():
                if points := self._items(node.c):
                    yield m.ItemList(points, **manner.fields)
            case tree.DefinitionList():
                yield self._definitions(node, manner)
            case tree.Div():
                yield from self._division(node, manner)
            case _:
                assert_never(node)

    def _paragraph(self, nodes: tuple[tree.Inline, ...], manner: Manner) -> Iterator[m.Block]:
        if images := lone_images(nodes):
            yield from (found for image in images if (found := lone_figure(image, self.inlines, manner)))
        elif words := self.inlines.line(nodes):
            if (names := self.inlines.take_names()) and not manner.id:
                self.names[names[0]] = names
                manner = manner._replace(id=names[0])
            yield m.Paragraph(words, **manner.fields)

    def _code(self, node: tree.CodeBlock, manner: Manner) -> Iterator[m.Block]:
        attr, text = node.c
        if text.strip():
            syntax = next((name for name in attr.classes if name not in _SHOWN), None)
            yield m.CodeBlock(text, syntax, **manner.under(attr).fields)

    def _items(self, items: tuple[tuple[tree.Block, ...], ...]) -> tuple[tuple[m.Block, ...], ...]:
        return tuple(self.blocks(item) for item in items)

    def _definitions(self, node: tree.DefinitionList, manner: Manner) -> m.DefinitionList:
        found = (m.Definition(self.inlines.line(term), self._items(descriptions)) for term, descriptions in node.c)
        return m.DefinitionList(tuple(found), **manner.fields)

    def _heading(self, node: tree.Header, manner: Manner) -> Iterator[m.Block]:
        level, attr, nodes = node.c
        if words := self.inlines.line(nodes):
            yield m.Heading(words, level=max(1, level - self._top + 1), **manner.under(attr).fields)

    def _figure(self, node: tree.Figure, manner: Manner) -> Iterator[m.Block]:
        attr, caption, blocks = node.c
        images = [
            image for block in blocks if isinstance(block, tree.Plain | tree.Para) for image in lone_images(block.c)
        ]
        words = self._caption(caption.blocks)
        others = [block for block in blocks if not (isinstance(block, tree.Plain | tree.Para) and lone_images(block.c))]
        yield from self.blocks(others, manner.under(attr))
        yield from figure(images, words, attr, self.inlines, manner.under(attr))

    def _caption(self, nodes: tuple[tree.Block, ...]) -> tuple[m.Inline, ...]:
        """The words of a caption in one line; a look of its own that they had is noted as lost."""
        lines: list[tuple[m.Inline, ...]] = []
        for block in self.blocks(nodes):
            if isinstance(block, m.Paragraph | m.Heading):
                lines.append(block.inlines)
            else:
                lines.append(said := tuple(_words(block)))
                self.scene.losses.plain("A list or table in a caption", plain_text(said))
        parted = (part for line in lines for part in ((m.Text(" "),), line))
        return tuple(inline for part in [*parted][1:] for inline in part)

    def _division(self, node: tree.Div, manner: Manner) -> Iterator[m.Block]:
        attr, nodes = node.c
        if attr.wrong_language and nodes:
            self.inlines.tell_wrong_language(attr)
        inner = manner.under(attr)
        if VERSE in attr.names:
            yield from (_as_verse(block) for block in self.blocks(nodes, inner))
        else:
            yield from self.blocks(nodes, inner)


def _as_verse(block: m.Block) -> m.Block:
    """A paragraph as lines, parted where it breaks."""
    if not isinstance(block, m.Paragraph):
        return block
    lines: list[list[m.Inline]] = [[]]
    for inline in block.inlines:
        if isinstance(inline, m.LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return m.Verse(
        tuple(map(tuple, lines)), role=block.role, id=block.id, language=block.language, direction=block.direction
    )


def _words(block: m.Block) -> Iterator[m.Inline]:
    """The words in a block that has several lines, one after the other."""
    for number, node in enumerate(n for n in descend(block) if isinstance(n, m.Text | m.Code)):
        if number:
            yield m.Text(" ")
        yield node
