"""Figures: a picture with what is said under it; a paragraph that holds nothing but pictures is one, too."""

from collections.abc import Iterator
from typing import TypeGuard

from msgspec.structs import replace

from publisher import model as m
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.attributes import CAPTION, DECORATIVE, Attr, Manner
from publisher.readers.pandoc.inlines import Inlines

_CREDIT = "credit"


def lone_images(nodes: tuple[tree.Inline, ...]) -> list[tree.Image]:
    """The pictures of a paragraph that holds nothing else; empty if there is anything else.

    A link around a picture, as pages have it to show the picture larger, is no loss in print.
    """
    found: list[tree.Image] = []
    for node in nodes:
        match node:
            case tree.Image():
                found.append(node)
            case tree.Link(c=(_, (tree.Image() as image,), _)):
                found.append(image)
            case tree.Space() | tree.SoftBreak() | tree.LineBreak():
                continue
            case _:
                return []
    return found


def is_caption(node: tree.Block) -> TypeGuard[tree.Div]:
    """Whether *node* is a caption by its class or Word style, standing after its picture."""
    return isinstance(node, tree.Div) and CAPTION in node.c[0].names


def lone_figure(image: tree.Image, inlines: Inlines, manner: Manner) -> m.Figure | None:
    """A picture that stands alone; its title serves as its caption."""
    title = image.c[2].title
    caption = (m.Text(title),) if title and title != DECORATIVE else ()
    shown = inlines.image(image, is_titled=bool(caption))
    return m.Figure(shown, caption, _credit(image.c[0]), **manner.fields) if shown else None


def figure(
    images: list[tree.Image], caption: tuple[m.Inline, ...], attr: Attr, inlines: Inlines, manner: Manner
) -> Iterator[m.Block]:
    """Each of *images*, the last with the caption; where none can be had, the caption's words alone."""
    shown = [
        m.Figure(found, (), _credit(image.c[0]) or _credit(attr), **manner.fields)
        for image in images
        if (found := inlines.image(image, is_captioned=bool(caption)))
    ]
    yield from shown[:-1]
    if shown:
        yield replace(shown[-1], caption=caption)
    elif caption:
        yield m.Paragraph(caption, **manner.fields)


def _credit(attr: Attr) -> str | None:
    return attr.get(_CREDIT)
