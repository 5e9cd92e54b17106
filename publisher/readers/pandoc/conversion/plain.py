"""Words that the model keeps plain, such as a headline, out of what a source gives with markup."""

from publisher import model as m
from publisher.readers.pandoc.conversion.blocks import Blocks
from publisher.readers.pandoc.conversion.matter import Value
from publisher.readers.pandoc.document import MetaBlocks, MetaBool, MetaInlines, MetaList, MetaString, MetaValue
from publisher.readers.pandoc.scene import Scene
from publisher.walk import descend, plain_text


def plain_words(inlines: tuple[m.Inline, ...], where: str, scene: Scene) -> str:
    """The plain words of *inlines*; notes and pictures in them, and their looks, are noted as lost."""
    words = plain_text(inlines)
    for inline in inlines:
        if isinstance(inline, m.Note | m.Image):
            kind = "A note" if isinstance(inline, m.Note) else "A picture"
            scene.losses.dropped(f"{kind} in {where}", words)
    if any(not isinstance(inline, m.Text | m.Note | m.Image) for inline in inlines):
        scene.losses.plain(f"Markup in {where}", words)
    return words


def plain_values(meta: dict[str, MetaValue], scene: Scene) -> dict[str, Value]:
    """The metadata that pandoc gives, as plain values."""
    return {key: _plain(value, key, scene) for key, value in meta.items()}


def _plain(value: MetaValue, key: str, scene: Scene) -> Value:
    match value:
        case MetaInlines():
            return plain_words(Blocks(scene).inlines.line(value.c), f"“{key}”", scene)
        case MetaBlocks():
            return " ".join(_paragraph(block, key, scene) for block in Blocks(scene).blocks(value.c))
        case MetaList():
            return tuple(str(said) for one in value.c if (said := _plain(one, key, scene)))
        case MetaBool() | MetaString():
            return value.c
        case _:
            return None


def _paragraph(block: m.Block, key: str, scene: Scene) -> str:
    if isinstance(block, m.Paragraph):
        return plain_words(block.inlines, f"“{key}”", scene)
    words = " ".join(node.text for node in descend(block) if isinstance(node, m.Text | m.Code | m.CodeBlock))
    scene.losses.plain(f"A list or table in “{key}”", words)
    return words
