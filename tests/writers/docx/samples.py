"""Bulletins to write, and the parts of a written document to look into."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree

from publisher.metadata import Creditline, Dateline, Metadata
from publisher.model import (
    Article,
    Block,
    Bulletin,
    Cell,
    Code,
    CodeBlock,
    Column,
    Definition,
    DefinitionList,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Quotation,
    Role,
    Row,
    Section,
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
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Theme
from publisher.walk import nodes
from publisher.writers.docx import write_docx
from publisher.writers.layout import Layout
from tests.samples import metadata
from tests.writers.docx.pictures import store

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
#: A picture that no store has.


def gazette(**page: Any) -> Theme:
    """The house theme, with changes to its page."""
    theme = load_theme("gazette")
    return msgspec.structs.replace(theme, page=msgspec.structs.replace(theme.page, **page)) if page else theme


def say(*words: str | Inline, **rest: Any) -> Paragraph:
    """A paragraph of words and inlines."""
    return Paragraph(tuple(Text(word) if isinstance(word, str) else word for word in words), **rest)


def issue(*articles: Article, **changes: object) -> Bulletin:
    """A bulletin of *articles*; *changes* to its metadata."""
    return Bulletin(metadata(**changes), (Section(articles),))


def seed() -> Bulletin:
    """The bulletin as the press office publishes it: one article with all that stands over it."""
    about = Metadata(
        headline="Ministers meet on the river's future",
        kicker="Environment",
        standfirst="Four countries share the water, and none of them measures it.",
        dateline=Dateline("ASTANA – ", place="Astana"),
        creditline=Creditline("Kazinform", "text"),
        language="en-US",
    )
    body = (
        say("The Kazakh delegation proposed a common gauge at each of the eleven border crossings."),
        say("“What is not measured can't be shared,” its chairwoman said on the first day of the talks."),
        say("A second meeting is to follow in spring, when the snow melts and the floods begin."),
    )
    return issue(
        Article(about, body),
        title="The Bulletin",
        number="47",
        publisher="the Press Office",
        contact="press@example.org",
        rights="Reproduction permitted with attribution.",
        authors=("Kazinform",),
        keywords=("water", "borders"),
    )


def single(*blocks: Block, **changes: object) -> Bulletin:
    """A bulletin of one article that holds *blocks*; *changes* to the bulletin's metadata."""
    return issue(Article(Metadata(headline="Only this"), blocks), **changes)


def every_node() -> Bulletin:
    """Four articles in two sections with every node of the model that is set, and links between them."""
    first = Article(Metadata(headline="Blocks & “boxes”", by=("A. Writer",), language="en-US"), _blocks())
    second = Article(Metadata(dateline=Dateline("OSLO, Nov. 2 — ", place="Oslo")), _inlines())
    third = Article(Metadata(headline="Вести из порта", language="ru"), (say("Кворум собрался не сразу."),))
    fourth = Article(Metadata(headline="خبر قصير", language="ar"), (say("انعقد الاجتماع في موعده 12 مرة."),))
    sections = (Section((first, second), "At home"), Section((third, fourth), "Abroad"))
    return Bulletin(metadata(subtitle="News of the quay"), sections)


def _blocks() -> tuple[Block, ...]:
    return (
        say("Before any heading."),
        Heading((Text("A heading"),), id="one"),
        say("Right under it."),
        say("And the next."),
        Heading((Text("A smaller one"),), level=2),
        Heading((Text("The smallest"),), level=9),
        Quotation((say("Said by one."), say("Said by another."))),
        ItemList(((say("a bullet"), say("more of it")), (ItemList(((say("inside at once"),),)),), ())),
        ItemList(((say("fifth"),), (say("sixth"),)), ordered=True, start=5, style="lower-roman"),
        ItemList(((say("first again"),),), ordered=True),
        DefinitionList((Definition((Text("Quay"),), ((say("where boats lie"),), (say("a wharf"),))),)),
        every_span(),
        Table((), (), (Row((Cell((say("alone"),)),)),)),
        CodeBlock("tide = 4.2\nif tide > 4:\n\tclose()", "python"),
        Verse(((Text("The boat goes out,"),), (Text("the boat comes in"),))),
        ThematicBreak(id="pause"),
        say("After the pause."),
        *(say(f"In the role {role}.", role=role) for role in Role),
    )


def every_span() -> Table:
    """A table with a cell over two columns, one over two rows, and one over both."""
    return Table(
        (Column(), Column(alignment="center", width=0.5), Column(alignment="end")),
        head=(Row((Cell((say("Year"),)), Cell((say("Boats"),), colspan=2))),),
        body=(
            Row((Cell((say("2025"),), header=True, rowspan=2), Cell((say("11"),)), Cell((say("12"),)))),
            Row((Cell((say("13"),), colspan=2, rowspan=2, alignment="start"),)),
            Row((Cell((say("2026"),), header=True),)),
        ),
        foot=(Row((Cell((say("All in all"),)), Cell((say("36"),)))),),
        caption=(Text("Boats a year"),),
        id="boats",
    )


def _inlines() -> tuple[Block, ...]:
    return (
        say(
            "Plain, ", Emphasis((Text("stressed"),)), ", ", Strong((Text("strong"), Emphasis((Text(" both"),)))),
            ", ", SmallCaps((Text("small"),)), ", E=mc", Superscript((Text("2"),)), ", H", Subscript((Text("2"),)),
            "O, ", Code("x < 1 && y"), LineBreak(), "and a new line.",
        ),
        say(
            "Links: ", Link("https://example.org/a b?q=ü", (Text("far"),), "A “title” & more"), ", ",
            Link("#here", (Text("near"),)), ", ", Link("a1#one", (Text("the other article"),)), ", ",
            Link("a1#pause", (Text("a pause"),)), ", ", Link("a3", (Text("an article"),)), ".",
        ),
        Heading((Text("Here"),), id="here"),
        say("Said in ", Span((Text("français"),), "fr"), " and ", Span((Text("עברית"),), "he", "rtl"), "."),
        say("Ganz auf Deutsch, mit Straße.", language="de"),
        say("كل شيء بالعربية.", language="ar", direction="rtl"),
    )  # fmt: skip


def written(bulletin: Bulletin, theme: Theme | None = None, layout: Layout | None = None) -> bytes:
    """The bulletin as DOCX."""
    return write_docx(bulletin, theme or gazette(), store().media, layout, Report())


def parts(data: bytes) -> dict[str, Any]:
    """Name → tree of every XML part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def body(data: bytes) -> Any:
    """The body of a document."""
    return parts(data)["word/document.xml"].find(f"{W}body")


def style_of(paragraph: Any) -> str:
    """The identifier of a paragraph's style."""
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def words_of(element: Any) -> str:
    """The words in an element, line ends and tabs as such; no field instructions."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (child for run in element.iter(f"{W}r") for child in run)
    return "".join(child.text or "" if child.tag == f"{W}t" else signs.get(child.tag, "") for child in runs)


def lines_of(bulletin: Bulletin, theme: Theme | None = None) -> list[tuple[str, str]]:
    """(style, words) of every paragraph of a bulletin, tables included, in order."""
    return [(style_of(p), words_of(p)) for p in body(written(bulletin, theme)).iter(f"{W}p")]


def said(article: Article) -> str:
    """All words of an article's head and body in reading order, without blanks."""
    about = article.metadata
    credit = about.creditline.name if about.creditline else ""
    byline = " · ".join(part for part in (", ".join(about.by), credit) if part)
    head = (about.kicker, about.headline, about.standfirst, byline, about.dateline and about.dateline.raw)
    words = (node.text for node in nodes(article) if isinstance(node, Text | Code | CodeBlock))
    return squeezed("".join((*(part for part in head if part), *words)))


def squeezed(words: str) -> str:
    """*words* without blanks."""
    return "".join(words.split())


def article_lines(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """(style, words) of the paragraphs between the headline and the colophon."""
    lines = iter(lines_of(bulletin))
    for style, _ in lines:
        if style == "Heading1":
            break
    for style, words in lines:
        if style == "Colophon":
            return
        yield style, words
