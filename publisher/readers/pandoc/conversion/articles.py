"""A tree into articles: where each begins, what its headline is, and what stands before its text."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from publisher import model as m
from publisher.metadata import Metadata, Value
from publisher.normalise.steps import normalise
from publisher.normalise.story.headline import take_headline
from publisher.normalise.text.runs import clean_runs
from publisher.readers.depth import too_deep
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.blocks import Blocks
from publisher.readers.pandoc.conversion.matter import Matter
from publisher.readers.pandoc.conversion.pieces import ARTICLE, flat, is_silent, opens, part_pieces
from publisher.readers.pandoc.conversion.plain import plain_words
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report
from publisher.walk import descend, rebuild


def read_articles(
    nodes: Iterable[tree.Block], matter: Matter, scene: Scene, title: str | None = None
) -> tuple[m.Article, ...]:
    """The articles that *nodes* make.

    Without a headline in the matter, each heading of level 1 opens an article and is its headline;
    *title* serves one that has none.
    """
    try:
        pieces = part_pieces(tuple(nodes), matter.metadata.headline is not None, scene.rules.items)
        if len(pieces) > 1:
            matter = _without_headline(matter, scene)
        found = [_article(piece, matter, scene, title) for piece in pieces]
    except RecursionError:
        raise too_deep(scene.origin.file) from None
    scene.losses.tell(scene.report)
    found = [article for article in found if article.body or article.metadata.headline]
    if not found:
        hint = "Write the text into the file, or take it out of the folder."
        scene.report.add("structure.empty", f"{scene.origin.file} holds no text.", scene.origin.where(None), hint)
        return ()
    return tuple(_finished(article, scene) for article in found)


def _without_headline(matter: Matter, scene: Scene) -> Matter:
    """*matter* without the headline of a file that was parted: each text has its own, and it belongs to none."""
    if title := matter.metadata.headline:
        scene.losses.dropped("The title of a file of several texts", title)
    return matter._replace(metadata=replace(matter.metadata, headline=None))


def _article(nodes: list[tree.Block], matter: Matter, scene: Scene, title: str | None) -> m.Article:
    nodes, scene, metadata = _own_language(nodes, scene, matter.metadata)
    blocks = list(flat(nodes))
    opening = _opening(blocks)
    if opening is not None:
        words = _headline(blocks[opening], scene)
        if metadata.headline is None or _is_same(words, metadata.headline):
            metadata = replace(metadata, headline=words)
            del blocks[opening]
    if metadata.headline is None and title:
        metadata = replace(metadata, headline=title)
    converter = Blocks(scene, top=_top(blocks))
    body = _with_names(converter.blocks(blocks), converter.names)
    before = tuple(m.Paragraph((m.Text(said),), role=m.Role.STANDFIRST) for said in matter.standfirsts)
    return _lifted(m.Article(metadata, (*before, *body)))


def _with_names(body: tuple[m.Block, ...], names: dict[str, tuple[str, ...]]) -> tuple[m.Block, ...]:
    """*body* with such names inside paragraphs as links lead to, and no others."""
    if not names:
        return body
    targets = {node.target for block in body for node in descend(block) if isinstance(node, m.Link)}
    linked = {first: next((name for name in inside if f"#{name}" in targets), None) for first, inside in names.items()}

    def named(value: Value) -> Value:
        match value:
            case m.Paragraph(id=str(first)) if first in linked:
                return replace(value, id=linked[first])
            case _:
                return value

    return rebuild(body, named)


def _own_language(
    nodes: list[tree.Block], scene: Scene, metadata: Metadata
) -> tuple[list[tree.Block], Scene, Metadata]:
    """The blocks inside an article's own division, with its language."""
    match nodes:
        case [tree.Div(c=(attr, inner))] if ARTICLE in attr.classes:
            language = attr.language or metadata.language
            return list(inner), scene._replace(language=language), replace(metadata, language=language)
        case _:
            return nodes, scene, metadata


def _opening(blocks: list[tree.Block]) -> int | None:
    """Where the heading of level 1 stands that opens the text, None if it opens otherwise."""
    for at, block in enumerate(blocks):
        if opens(block):
            return at
        is_kicker = isinstance(block, tree.Div) and block.c[0].role is m.Role.KICKER
        if not is_kicker and not is_silent(block):
            return None
    return None


def _headline(block: tree.Block, scene: Scene) -> str:
    """The plain words of a heading; what they lose by being plain is noted."""
    words = Blocks(scene).inlines.line(block.c[2]) if isinstance(block, tree.Header) else ()
    return plain_words(words, "a headline", scene)


def _is_same(words: str, others: str) -> bool:
    return words.casefold().split() == others.casefold().split()


def _top(blocks: Iterable[tree.Block]) -> int:
    """The highest level of a heading among *blocks*, and in the divisions, lists and quotations there; else 1."""
    return min(_levels(blocks), default=1)


def _levels(blocks: Iterable[tree.Block]) -> Iterator[int]:
    for block in blocks:
        match block:
            case tree.Header():
                yield block.c[0]
            case tree.Div() | tree.Figure():
                yield from _levels(block.c[-1])
            case tree.BlockQuote():
                yield from _levels(block.c)
            case tree.BulletList() | tree.OrderedList():
                for item in block.c if isinstance(block, tree.BulletList) else block.c[1]:
                    yield from _levels(item)
            case _:
                pass  # a heading in a table or a definition takes the level it gets


def _lifted(article: m.Article) -> m.Article:
    """*article* with a kicker and a standfirst that open its body where the metadata have a place for them.

    Only what loses nothing by it is lifted: plain words that are known already, or aren't yet.
    """
    metadata, body = article.metadata, list(article.body)
    while body:
        words = _plain_paragraph(body[0])
        match getattr(body[0], "role", None):
            case m.Role.KICKER if words and metadata.kicker in (None, words):
                metadata = replace(metadata, kicker=words)
            case m.Role.STANDFIRST if words and metadata.standfirst in (None, words):
                metadata = replace(metadata, standfirst=words)
            case m.Role.BYLINE if words in metadata.by:
                pass
            case _:
                break
        del body[0]
    return m.Article(metadata, tuple(body))


def _plain_paragraph(block: m.Block) -> str | None:
    """The words of a paragraph that is nothing but words."""
    match block:
        case m.Paragraph(inlines=(m.Text(text=words),), id=None, language=None, direction=None):
            return words
        case _:
            return None


def _finished(article: m.Article, scene: Scene) -> m.Article:
    """*article* with the steps of the normaliser taken that a text with markup needs."""
    article = clean_runs(article, scene.origin.where, scene.report, scene.rules)
    found = Report()
    if article.metadata.headline is None:
        article = take_headline(article, found)
    article = normalise(article, scene.rules, found)
    scene.report.extend(scene.origin.placed(finding) for finding in found.findings)
    return article
