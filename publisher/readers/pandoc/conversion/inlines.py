"""pandoc's inlines as the model's: blanks and words joined into runs, marks and links kept, losses noted."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from publisher import model as m
from publisher.readers.depth import DEEPEST, too_deep
from publisher.readers.kinds import Kind
from publisher.readers.links import safe_target
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import DECORATIVE, Attr
from publisher.readers.pandoc.conversion.formulas import read_formula
from publisher.readers.pandoc.conversion.marks import quotation_marks
from publisher.readers.pandoc.scene import Scene
from publisher.walk import plain_text

Piece = str | m.Inline
_MARKS: dict[type[tree.Inline], type[m.Emphasis | m.Strong | m.SmallCaps | m.Superscript | m.Subscript]] = {
    tree.Emph: m.Emphasis,
    tree.Strong: m.Strong,
    tree.SmallCaps: m.SmallCaps,
    tree.Superscript: m.Superscript,
    tree.Subscript: m.Subscript,
}
_BREAK = re.compile(r"<br\s*/?\s*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
#: Classes by which pandoc's DOCX reader marks what it can't show.
_STAND_INS = {"chart": "A chart", "diagram": "A diagram"}


class Inlines:
    """Converts the inlines of one source; *blocks* converts what stands in a note."""

    def __init__(self, scene: Scene, blocks: Callable[[Iterable[tree.Block]], tuple[m.Block, ...]]) -> None:
        self.scene = scene
        self._blocks = blocks
        self._language = scene.language
        self._depth = 0
        self._names: list[str] = []

    def take_names(self) -> tuple[str, ...]:
        """The names that links may lead to in what was converted since this was last asked."""
        names = tuple(self._names)
        self._names.clear()
        return names

    def line(self, nodes: Iterable[tree.Inline]) -> tuple[m.Inline, ...]:
        """The words of a block, without blanks at its ends."""
        found = list(self.inlines(nodes))
        if found and isinstance(found[0], m.Text):
            found[:1] = _text(found[0].text.lstrip(" "))
        if found and isinstance(found[-1], m.Text):
            found[-1:] = _text(found[-1].text.rstrip(" "))
        return tuple(found)

    def inlines(self, nodes: Iterable[tree.Inline]) -> tuple[m.Inline, ...]:
        """Inlines with all words that stand side by side in one run."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise too_deep(self.scene.origin.file)
        found: list[m.Inline] = []
        words: list[str] = []
        for part in self._pieces(nodes):
            piece = part.text if isinstance(part, m.Text) else part
            if not isinstance(piece, str):
                found += _text("".join(words))
                words.clear()
                found.append(piece)
            elif piece != " " or not words or words[-1] != " ":
                words.append(piece)
        self._depth -= 1
        return (*found, *_text("".join(words)))

    def _pieces(self, nodes: Iterable[tree.Inline]) -> Iterator[Piece]:
        row = tuple(nodes)
        for at, node in enumerate(row):
            if not (isinstance(node, tree.SoftBreak) and _joins(row[max(0, at - 1) : at + 2])):
                yield from self._piece(node)

    def _piece(self, node: tree.Inline) -> Iterator[Piece]:
        match node:
            case tree.Str():
                yield from [node.c] if node.c else []
            case tree.Space() | tree.SoftBreak():
                yield " "
            case tree.LineBreak():
                yield m.LineBreak()
            case tree.Code():
                yield from [m.Code(node.c[1])] if node.c[1] else []
            case tree.Math():
                yield from self._math(node.c[1])
            case tree.RawInline():
                yield from self._raw(*node.c)
            case tree.Link():
                yield from self._link(node)
            case tree.Image():
                yield from [image] if (image := self.image(node)) else []
            case tree.Note():
                yield from [m.Note(blocks)] if (blocks := self._blocks(node.c)) else []
            case _:
                yield from self._marked(node)

    def _marked(self, node: tree.Mark) -> Iterator[Piece]:
        match node:
            case tree.Emph() | tree.Strong() | tree.SmallCaps() | tree.Superscript() | tree.Subscript():
                if inner := self.inlines(node.c):
                    yield _MARKS[type(node)](inner)
            case tree.Underline():
                yield from self._unmarked("Underlined text", node.c)
            case tree.Strikeout():
                yield from self._unmarked("Struck-out text", node.c)
            case tree.Quoted():
                yield from self._quoted(node)
            case tree.Cite():
                yield from self._pieces(node.c[1])
            case tree.Span():
                yield from self._span(node)
            case _:
                assert_never(node)

    def _unmarked(self, kind: str, nodes: tuple[tree.Inline, ...]) -> Iterator[Piece]:
        pieces = list(self._pieces(nodes))
        self.scene.losses.plain(kind, _said(pieces))
        yield from pieces

    def _quoted(self, node: tree.Quoted) -> Iterator[Piece]:
        kind, nodes = node.c
        opening, closing = quotation_marks(self._language, is_inner=kind.t == "SingleQuote")
        yield opening
        yield from self._pieces(nodes)
        yield closing

    def _math(self, tex: str) -> Iterator[Piece]:
        formula = read_formula(tex)
        if formula is None:
            self.scene.losses.plain("A formula, in TeX,", tex)
            yield tex.strip()
        else:
            yield from formula

    def _raw(self, form: str, markup: str) -> Iterator[Piece]:
        if form == "html" and _BREAK.fullmatch(markup):
            yield m.LineBreak()
        else:
            self.drop_raw(form, markup)

    def drop_raw(self, form: str, markup: str) -> None:
        """Notes that *markup* of another format was left out, comments apart from the rest."""
        if form == "html":
            for comment in _COMMENT.findall(markup):
                self.scene.losses.dropped("A comment", comment.strip())
            markup = _COMMENT.sub("", markup)
        if markup.strip():
            self.scene.losses.dropped(f"Markup ({form})", markup.strip())

    def _link(self, node: tree.Link) -> Iterator[Piece]:
        _, nodes, (url, title) = node.c
        inner = self.inlines(nodes)
        if not inner:
            return
        where = self.scene.origin.where(url)
        target = safe_target(url, self.scene.report, where)
        if target is None:
            yield from inner
        else:
            yield m.Link(target, inner, title or None)

    def _span(self, node: tree.Span) -> Iterator[Piece]:
        attr, nodes = node.c
        if attr.id:
            self._names.append(attr.id)
        stand_in = next((_STAND_INS[name] for name in attr.classes if name in _STAND_INS), None)
        if stand_in and self.scene.kind is Kind.DOCX:
            self.scene.losses.dropped(stand_in, _said(self._pieces(nodes)))
            return
        if attr.wrong_language:
            self.tell_wrong_language(attr)
        if "mark" in attr.classes:
            yield from self._unmarked("Highlighted text", nodes)
            return
        if not attr.language and not attr.direction:
            yield from self._pieces(nodes)
            return
        outer, self._language = self._language, attr.language or self._language
        inner = self.inlines(nodes)
        self._language = outer
        if inner:
            yield m.Span(inner, attr.language, attr.direction)

    def tell_wrong_language(self, attr: Attr) -> None:
        """Notes a language that is none, which would otherwise be gone without a word."""
        tag = attr.wrong_language or ""
        self.scene.losses.plain(f"Text in a language that is none (“{tag}”)", tag)

    def image(self, node: tree.Image, is_captioned: bool = False, is_titled: bool = False) -> m.Image | None:
        """The picture, put into the store; None, with a finding, if it can't be had.

        *is_captioned* says that it has a caption, *is_titled* that its title is taken as such.
        """
        attr, nodes, (url, title) = node.c
        where = self.scene.origin.where(url)
        media = self.scene.pictures.take(url, where)
        if title and title != DECORATIVE and not is_titled:
            self.scene.losses.dropped("The title of a picture", title)
        if media is None:
            return None
        self.scene.pictures.check_size(media, attr.get("width"), url, where)
        alt = self._alternative(attr, nodes)
        is_decorative = not alt and self._is_decorative(attr, title, is_captioned)
        if not alt and not is_decorative:
            alt = self.scene.pictures.said(media).alt or ""
        if not alt and not is_decorative:
            self.scene.report.add(
                "media.no-alt",
                f"{url[:80]} has no alternative text",
                where,
                "say what it shows (Markdown: ![a bridge](bridge.jpg), HTML: alt, Word: Alt Text), "
                'or that it is decorative ({.decorative}, alt="", Mark as decorative)',
            )
        return m.Image(media, alt or None, decorative=is_decorative)

    def _alternative(self, attr: Attr, nodes: tuple[tree.Inline, ...]) -> str:
        given = attr.get("alt")
        return (given if given is not None else plain_text(self.line(nodes))).strip()

    def _is_decorative(self, attr: Attr, title: str, is_captioned: bool) -> bool:
        """Whether the source says so; an empty alt in a captioned figure of Markdown leaves no other trace."""
        said = DECORATIVE in attr.names or title == DECORATIVE or attr.get("alt") == ""
        return said or (is_captioned and self.scene.kind is Kind.MARKDOWN)


def _joins(around: tuple[tree.Inline, ...]) -> bool:
    """Whether the line end in the middle of *around* stands between wide characters, which take no blanks."""
    match around:
        case (tree.Str(c=before), _, tree.Str(c=after)) if before and after:
            return _is_wide(before[-1]) and _is_wide(after[0])
        case _:
            return False


def _is_wide(character: str) -> bool:
    """Whether it is Chinese or Japanese; Korean is wide as well, but has blanks between words."""
    return unicodedata.east_asian_width(character) in ("W", "F") and not "\uac00" <= character <= "\ud7a3"


def _text(words: str) -> list[m.Text]:
    return [m.Text(words)] if words else []


def _said(pieces: Iterable[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else plain_text((piece,)) for piece in pieces)
