"""The way back, for tests: an article as the tree that pandoc reads (``-f json``)."""

from collections.abc import Iterable
from typing import assert_never

import msgspec

from publisher import model as m
from publisher.readers.pandoc import tree as p
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.readers.pandoc.conversion.blocks import NUMBERS
from publisher.readers.pandoc.conversion.figures import _CREDIT
from publisher.readers.pandoc.conversion.tables import _ALIGNMENTS
from publisher.readers.pandoc.document import API, Document, MetaInlines, MetaList, MetaValue

_MARKS: dict[type[m.Inline], type[p.Emph | p.Strong | p.SmallCaps | p.Superscript | p.Subscript]] = {
    m.Emphasis: p.Emph,
    m.Strong: p.Strong,
    m.SmallCaps: p.SmallCaps,
    m.Superscript: p.Superscript,
    m.Subscript: p.Subscript,
}
_STYLES = {style: name for name, style in NUMBERS.items()} | {"decimal": "Decimal"}
_SIDES = {side: name for name, side in _ALIGNMENTS.items()} | {None: "AlignDefault"}


def pandoc_json(article: m.Article) -> bytes:
    """The document that *article* is, as JSON."""
    known = article.metadata
    texts = {"headline": known.headline, "kicker": known.kicker, "language": known.language}
    meta: dict[str, MetaValue] = {key: MetaInlines(_words(text)) for key, text in texts.items() if text}
    if known.by:
        meta["by"] = MetaList(tuple(MetaInlines(_words(name)) for name in known.by))
    return msgspec.json.encode(Document((*API, 1, 1), meta, blocks(article.body)))


def blocks(nodes: Iterable[m.Block]) -> tuple[p.Block, ...]:
    """Blocks, each in a division that says what pandoc's own can't."""
    return tuple(_said(node, _block(node)) for node in nodes)


def _said(node: m.Block, block: p.Block) -> p.Block:
    """*block* in a division with role, name, language and direction, where *node* has any."""
    pairs = {"lang": node.language, "dir": node.direction}
    attr = Attr(
        node.id or "",
        () if node.role is m.Role.BODY else (node.role.value,),
        tuple((key, value) for key, value in pairs.items() if value),
    )
    return block if attr == Attr() else p.Div((attr, (block,)))


def _block(node: m.Block) -> p.Block:  # noqa: C901, PLR0911 - one case a node
    match node:
        case m.Paragraph():
            return p.Para(inlines(node.inlines))
        case m.Heading():
            return p.Header((node.level, Attr(), inlines(node.inlines)))
        case m.Quotation():
            return p.BlockQuote(blocks(node.blocks))
        case m.ItemList():
            items = tuple(map(blocks, node.items))
            numbers = p.ListAttributes(node.start, p.Named(_STYLES[node.style]), p.Named("Period"))
            return p.OrderedList((numbers, items)) if node.ordered else p.BulletList(items)
        case m.DefinitionList():
            return p.DefinitionList(
                tuple((inlines(one.term), tuple(map(blocks, one.descriptions))) for one in node.definitions)
            )
        case m.Table():
            return p.Table(_table(node))
        case m.Figure():
            attr = Attr("", (), ((_CREDIT, node.credit),) if node.credit else ())
            return p.Figure((attr, _caption(node.caption), (p.Plain((_image(node.image),)),)))
        case m.CodeBlock():
            return p.CodeBlock((Attr("", (node.syntax,) if node.syntax else ()), node.text))
        case m.Verse():
            return p.LineBlock(tuple(map(inlines, node.lines)))
        case m.ThematicBreak():
            return p.HorizontalRule()
        case _:
            assert_never(node)


def _caption(caption: tuple[m.Inline, ...]) -> p.Caption:
    return p.Caption(None, (p.Plain(inlines(caption)),) if caption else ())


def _table(node: m.Table) -> p.TableParts:
    columns = tuple(
        p.ColSpec(
            p.Named(_SIDES[column.alignment]),
            p.ColWidth("ColWidthDefault") if column.width is None else p.ColWidth("ColWidth", column.width),
        )
        for column in node.columns
    )
    heads = next((sum(cell.header for cell in row.cells) for row in node.body), 0)
    body = p.TableBody(Attr(), heads, (), tuple(map(_row, node.body)))
    head, foot = (p.TableHead(Attr(), tuple(map(_row, rows))) for rows in (node.head, node.foot))
    return p.TableParts(Attr(), _caption(node.caption), columns, head, (body,), foot)


def _row(row: m.Row) -> p.Row:
    return p.Row(
        Attr(),
        tuple(
            p.Cell(Attr(), p.Named(_SIDES[cell.alignment]), cell.rowspan, cell.colspan, blocks(cell.blocks))
            for cell in row.cells
        ),
    )


def inlines(nodes: Iterable[m.Inline]) -> tuple[p.Inline, ...]:
    """Inlines one after the other."""
    return tuple(inline for node in nodes for inline in _inline(node))


def _inline(node: m.Inline) -> tuple[p.Inline, ...]:  # noqa: PLR0911 - one case a node
    match node:
        case m.Text():
            return _words(node.text)
        case m.Emphasis() | m.Strong() | m.SmallCaps() | m.Superscript() | m.Subscript():
            return (_MARKS[type(node)](inlines(node.inlines)),)
        case m.Code():
            return (p.Code((Attr(), node.text)),)
        case m.Link():
            return (p.Link((Attr(), inlines(node.inlines), p.Target(node.target, node.title or ""))),)
        case m.Image():
            return (_image(node),)
        case m.Note():
            return (p.Note(blocks(node.blocks)),)
        case m.Span():
            pairs = {"lang": node.language, "dir": node.direction}
            attr = Attr("", (), tuple((key, value) for key, value in pairs.items() if value))
            return (p.Span((attr, inlines(node.inlines))),)
        case m.LineBreak():
            return (p.LineBreak(),)
        case _:
            assert_never(node)


def _image(image: m.Image) -> p.Image:
    attr = Attr("", ("decorative",) if image.decorative else ())
    return p.Image((attr, _words(image.alt or ""), p.Target(image.media)))


def _words(text: str) -> tuple[p.Inline, ...]:
    """The words of a text, parted by blanks."""
    found: list[p.Inline] = []
    for number, word in enumerate(text.split(" ")):
        found += [p.Space()] if number else []
        found += [p.Str(word)] if word else []
    return tuple(found)
