"""Figures: a picture with what is said under it; a paragraph that holds nothing but pictures is one, too."""

from collections.abc import Iterator
from typing import TypeGuard

from msgspec.structs import replace

from publisher import model as m
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import CAPTIONS, DECORATIVE, Attr, Manner
from publisher.readers.pandoc.conversion.inlines import Inlines
from publisher.readers.pandoc.conversion.pictures import Pictures

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
    return isinstance(node, tree.Div) and not CAPTIONS.isdisjoint(node.c[0].names)


def lone_figure(image: tree.Image, inlines: Inlines, manner: Manner) -> m.Figure | None:
    """A picture that stands alone; its title serves as its caption."""
    title = image.c[2].title
    caption = (m.Text(title),) if title and title != DECORATIVE else ()
    shown = inlines.image(image, is_titled=bool(caption))
    return _credited(m.Figure(shown, caption, _credit(image.c[0]), **manner.fields), image, inlines) if shown else None


def figure(
    images: list[tree.Image], caption: tuple[m.Inline, ...], attr: Attr, inlines: Inlines, manner: Manner
) -> Iterator[m.Block]:
    """Each of *images*, the last with the caption; where none can be had, the caption's words alone."""
    shown = [
        m.Figure(found, (), _credit(image.c[0]) or _credit(attr), **manner.fields)
        for image in images
        if (found := inlines.image(image, is_captioned=bool(caption)))
    ]
    yield from (_credited(one, image, inlines) for one, image in zip(shown[:-1], images, strict=False))
    if shown:
        yield _credited(replace(shown[-1], caption=caption), images[-1], inlines)
    elif caption:
        yield m.Paragraph(caption, **manner.fields)


def _credited(figure: m.Figure, image: tree.Image, inlines: Inlines) -> m.Figure:
    """*figure* with the credit of its picture's own metadata, where the text gives none.

    A photograph that nobody is named for is told.
    """
    scene = inlines.scene
    said = scene.pictures.said(figure.image.media)
    credit = figure.credit or said.credit or said.copyright
    if not credit and not figure.image.decorative and scene.pictures.is_photograph(figure.image.media):
        url = image.c[2].url
        hint = "name whoever took it: credit in the text, or Credit Line in the picture's metadata"
        scene.report.add("media.no-credit", f"{url[:80]} names nobody as its author", scene.origin.where(url), hint)
    return replace(figure, credit=credit)


def captioned(block: m.Block, pictures: Pictures) -> m.Block:
    """*block*, if it is a figure without a caption, with that of its picture's own metadata."""
    match block:
        case m.Figure(image=m.Image(media=name, decorative=False), caption=()):
            words = pictures.said(name).caption
            return replace(block, caption=(m.Text(words),)) if words else block
        case _:
            return block


def _credit(attr: Attr) -> str | None:
    return attr.get(_CREDIT)
