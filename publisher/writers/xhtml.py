"""An article as XHTML: the one markup behind both PDFs and the EPUB."""

import re
from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby
from typing import assert_never

from publisher.model import (
    Article,
    Block,
    Cell,
    Code,
    CodeBlock,
    DefinitionList,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Quotation,
    Role,
    Row,
    SmallCaps,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Verse,
)
from publisher.theme.css import Medium
from publisher.writers.headings import Ranks
from publisher.writers.heads import Head, dateline_parts

#: The lowest rank that a heading may have, and the level that says of blocks that they stand in a note.
LOWEST, IN_NOTE = 6, 7
ELEMENTS = {Emphasis: "em", Strong: "strong", Superscript: "sup", Subscript: "sub"}


class ArticleMarkup:
    """The markup of one article.

    *key* is its name in the bulletin (``a3``), before every id it makes (``a3-`` the model's, ``a3.`` our
    own); *link* turns a model's target into an ``href``, or None: its words stand alone; *picture* makes the ``img``
    of an image, which stands in a figure (True) or in a line (False); notes stand where they are called in print
    (CSS ``float: footnote``), and are gathered in ``notes``. With *named*, each leaf of the article bears its name
    (``data-leaf``), the same in every medium, for whoever asks where a page turns.
    """

    def __init__(
        self,
        article: Article,
        key: str,
        medium: Medium,
        link: Callable[[str], str | None],
        picture: Callable[[Image, bool], str],
        named: bool = False,
    ) -> None:
        self.article = article
        self.key = key
        self.link = link
        self.picture = picture
        self.notes: list[Note] = []
        self._is_print = medium is Medium.PRINT
        self._leaf = 0 if named else None  # the last leaf's number; None where leaves aren't named, as in notes
        self._ranks = Ranks()
        # Where they are introduced, the text itself says what they stand for; on paper nothing else can.
        acronyms = sorted(map(re.escape, article.metadata.acronyms), key=len, reverse=True)
        pattern = rf"(?<![\w(])(?:{'|'.join(acronyms)})(?!\w)"
        self.acronym = re.compile(pattern) if acronyms and not self._is_print else None

    def head(self, head: Head, level: int) -> str:
        """The article's head; its headline is an ``h1`` … ``h6`` by *level*."""
        parts = [
            self._heading_group(head, level) if head.headline else self._line("kicker", head.kicker),
            self._line("standfirst", head.standfirst),
            self._line("byline", head.byline),
        ]
        return f'<header class="head">{"".join(parts)}</header>' if any(parts) else ""

    def _heading_group(self, head: Head, level: int) -> str:
        """The headline; with a kicker above it, both are one heading to whoever jumps from one to the next."""
        both = f' aria-labelledby="{self.key}.kicker {self.key}.headline"' if head.kicker and not self._is_print else ""
        name = self._line("headline", head.headline, f"h{level}", both)
        return f"<hgroup>{self._line('kicker', head.kicker)}{name}</hgroup>" if head.kicker else name

    def _line(self, kind: str, words: str | None, tag: str = "p", also: str = "") -> str:
        own = f' id="{self.key}.{kind}"' if kind in ("kicker", "headline") else ""
        leaf = f' data-leaf="{self.key}.{kind}"' if self._leaf is not None else ""
        return f'<{tag} class="{kind}"{own}{leaf}{also}>{text(words)}</{tag}>' if words else ""

    def body(self, level: int) -> str:
        """The blocks of the article, its dateline run in; headings start at *level*."""
        lead = self._dateline()
        written = []
        for block in self.article.body:
            opens = lead and isinstance(block, Paragraph) and block.role is Role.BODY
            written.append(self.block(block, level, lead if opens else ""))
            lead = "" if opens else lead
        if lead:
            written.insert(0, f"<p{self._named()}>{lead}</p>")
        self._leaf = None
        return "\n".join(written)

    def _dateline(self) -> str:
        # One that stands in a line of its own is among the blocks.
        if not self.article.metadata.dateline or not self.article.metadata.dateline.raw:
            return ""
        words, dash = dateline_parts(self.article.metadata.dateline.raw)
        return f'<b class="dateline">{text(words)}</b>{text(dash)}'

    def blocks(self, blocks: Iterable[Block], level: int) -> str:
        """Blocks one after the other."""
        return "\n".join(self.block(block, level) for block in blocks)

    def block(self, block: Block, level: int, lead: str = "") -> str:  # noqa: C901, PLR0911 - one case a node
        """One block; *lead* is markup that stands before its first word."""
        match block:
            case Paragraph():
                kind = "" if block.role is Role.BODY else f' class="{block.role}"{self._kind(block.role)}'
                return f"<p{kind}{self._own(block)}{self._named()}>{lead}{self.inlines(block.inlines)}</p>"
            case Heading():
                return self._heading(block, level)
            case Quotation():
                return f"<blockquote{self._own(block)}>{self.blocks(block.blocks, level)}</blockquote>"
            case ItemList():
                return self._list(block, level)
            case DefinitionList():
                return self._definitions(block, level)
            case Table():
                return self._table(block, level)
            case Figure():
                return self._figure(block)
            case CodeBlock():
                return f"<pre{self._own(block)}{self._named()}><code>{text(block.text)}</code></pre>"
            case Verse():
                name = self._named()
                lines = "<br/>".join(self.inlines(line) for line in block.lines)
                return f'<p class="verse"{self._own(block)}{name}>{lines}</p>'
            case ThematicBreak():
                return "<hr/>"
            case _:
                assert_never(block)

    def _own(self, block: Block) -> str:
        own = f' id="{self.key}-{escape(block.id)}"' if block.id else ""
        return own + language(block.language, block.direction)

    def _named(self) -> str:
        """The name of the next leaf, as an attribute."""
        if self._leaf is None:
            return ""
        self._leaf += 1
        return f' data-leaf="{self.key}.{self._leaf}"'

    def _kind(self, role: Role) -> str:
        """What says of a pull quote that it repeats the text, and may be skipped."""
        return ' role="doc-pullquote"' if role is Role.PULL_QUOTE and not self._is_print else ""

    def _heading(self, block: Heading, level: int) -> str:
        """A heading of its rank; in a note it is none."""
        tag = "p" if level == IN_NOTE else f"h{min(level + self._ranks.rank(block.level) - 1, LOWEST)}"
        own = f"{self._own(block)}{self._named()}"
        return f'<{tag} class="heading-{min(block.level, 3)}"{own}>{self.inlines(block.inlines)}</{tag}>'

    def _list(self, block: ItemList, level: int) -> str:
        items = "".join(f"<li>{self.blocks(item, level)}</li>" for item in block.items)
        if not block.ordered:
            return f"<ul{self._own(block)}>{items}</ul>"
        start = f' start="{block.start}"' if block.start != 1 else ""
        # WeasyPrint reads neither type nor start; the style says them to every reader.
        rules = [f"list-style-type: {block.style}"] if block.style != "decimal" else []
        rules += [f"counter-reset: list-item {block.start - 1}"] if block.start != 1 and self._is_print else []
        style = f' style="{"; ".join(rules)}"' if rules else ""
        return f"<ol{self._own(block)}{start}{style}>{items}</ol>"

    def _definitions(self, block: DefinitionList, level: int) -> str:
        written = []
        for definition in block.definitions:
            written.append(f"<dt{self._named()}>{self.inlines(definition.term)}</dt>")
            written += [f"<dd>{self.blocks(text, level)}</dd>" for text in definition.descriptions]
        return f"<dl{self._own(block)}>{''.join(written)}</dl>"

    def _table(self, block: Table, level: int) -> str:
        caption = f"<caption{self._named()}>{self.inlines(block.caption)}</caption>" if block.caption else ""
        groups = (("thead", block.head), ("tbody", block.body), ("tfoot", block.foot))
        rows = "".join(
            f"<{tag}>{''.join(self._row(row, block, level, tag == 'thead') for row in group)}</{tag}>"
            for tag, group in groups
            if group
        )
        return f"<table{self._own(block)}>{caption}{rows}</table>"

    def _row(self, row: Row, table: Table, level: int, heading: bool) -> str:
        cells, column = [], 0
        for cell in row.cells:
            alignment = cell.alignment or (table.columns[column].alignment if column < len(table.columns) else None)
            cells.append(self._cell(cell, alignment, level, heading))
            column += cell.colspan
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Cell, alignment: str | None, level: int, heading: bool) -> str:
        tag = "th" if heading or cell.header else "td"
        attributes = f' scope="{"col" if heading else "row"}"' if tag == "th" else ""
        attributes += f' class="align-{alignment}"' if alignment in ("center", "end") else ""
        attributes += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
        attributes += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
        return f"<{tag}{attributes}>{self.blocks(cell.blocks, level)}</{tag}>"

    def _figure(self, block: Figure) -> str:
        name = self._named()
        credit = f' <span class="credit">{text(block.credit)}</span>' if block.credit else ""
        caption = self.inlines(block.caption)
        below = f"<figcaption>{caption}{credit}</figcaption>" if caption or credit else ""
        return f"<figure{self._own(block)}{name}>{self.picture(block.image, True)}{below}</figure>"

    def inlines(self, inlines: Iterable[Inline]) -> str:
        """Inlines one after the other."""
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:  # noqa: PLR0911 - one case a node
        match inline:
            case Text():
                return self._explained(inline.text)
            case Code():
                return f"<code>{text(inline.text)}</code>"
            case Emphasis() | Strong() | Superscript() | Subscript():
                tag = ELEMENTS[type(inline)]
                return f"<{tag}>{self.inlines(inline.inlines)}</{tag}>"
            case SmallCaps():
                return f'<span class="small-caps">{self.inlines(inline.inlines)}</span>'
            case Span():
                attributes = language(inline.language, inline.direction)
                return f"<span{attributes}>{self.inlines(inline.inlines)}</span>"
            case Link():
                return self._link(inline)
            case Note():
                return self._note(inline)
            case LineBreak():
                return "<br/>"
            case Image():
                return self.picture(inline, False)
            case _:
                assert_never(inline)

    def _explained(self, words: str) -> str:
        """*words* with what its acronyms stand for, for whoever looks or listens."""
        if self.acronym is None:
            return text(words)
        meanings = self.article.metadata.acronyms
        parts, end = [], 0
        for match in self.acronym.finditer(words):
            meaning = escape(meanings[match[0]])
            parts += [text(words[end : match.start()]), f'<abbr title="{meaning}">{text(match[0])}</abbr>']
            end = match.end()
        return "".join([*parts, text(words[end:])])

    def _link(self, node: Link) -> str:
        href = self.link(node.target)
        if href is None:
            return self.inlines(node.inlines)
        title = f' title="{escape(node.title)}"' if node.title else ""
        start = f'<a href="{escape(href)}"{title}>'
        # A note is called by a link of its own, and links can't be nested.
        runs = groupby(node.inlines, lambda inline: isinstance(inline, Note))
        return "".join(self.inlines(run) if notes else f"{start}{self.inlines(run)}</a>" for notes, run in runs)

    def _note(self, note: Note) -> str:
        self.notes.append(note)
        number = len(self.notes)
        name = f"{self.key}.note-{number}"
        if self._is_print:
            return self._foot_note(note, name)
        return f'<sup><a epub:type="noteref" role="doc-noteref" id="{name}-call" href="#{name}">{number}</a></sup>'

    def _foot_note(self, note: Note, name: str) -> str:
        """A note at the foot of its page."""
        outer, self._leaf = self._leaf, None
        blocks, self._leaf = self.blocks(note.blocks, IN_NOTE), outer
        return f'<span class="note" id="{name}">{blocks}</span>'


def text(words: str) -> str:
    """*words* as XHTML character data."""
    return escape(words, quote=False)


def language(tag: str | None, direction: str | None) -> str:
    """The attributes that say another language or direction."""
    own = f' lang="{escape(tag)}" xml:lang="{escape(tag)}"' if tag else ""
    return own + (f' dir="{direction}"' if direction else "")
