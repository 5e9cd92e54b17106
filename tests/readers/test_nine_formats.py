"""One text in nine formats: the same article, metadata and all; what differs is listed, with the reason."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from publisher import model as m
from publisher.archive import zip_bytes
from publisher.external import run
from publisher.metadata import Creditline, Dateline, Metadata, Value
from publisher.readers.pandoc.markup.markdown import FORM
from publisher.readers.pandoc.program import pandoc_path
from publisher.walk import nodes, rebuild
from tests import pictures
from tests.readers.pandoc.desk import Reading

HEADLINE = "A bridge before the ice"
FIRST = "The committee met on Monday and heard four speakers, three of whom had travelled from the coast."
SECOND = "Nobody could say on the day what the work will cost; a figure was promised for the spring."
POINTS = ("The first span stands in the river.", "The second span follows when the ice has gone.")
SAID = "“We have waited for eleven years,” the mayor said."
NOTE = "The fourth lives in Riverton."

#: The text as Markdown, of which pandoc makes the formats that it writes as others do.
MARKDOWN = f"""---
title: {HEADLINE}
author: Ilse Beispiel
lang: en-US
date: 2026-11-24
---

RIVERTON, Nov. 24 (Reuters) - {FIRST.replace("Monday", "*Monday*").replace("four", "**four**")}[^1]

[^1]: {NOTE}

## What it costs

{SECOND}

-   {POINTS[0]}
-   {POINTS[1]}

> {SAID}

| Span | Cost |
|------|------|
| one  | 12   |

![The site in June.](site.png){{alt="A crane"}}
"""
#: As a desk would type it: marks, tables and pictures have no way to be said.
PLAIN = f"""{HEADLINE}

By Ilse Beispiel

RIVERTON, Nov. 24 (Reuters) - {FIRST}[1]

What it costs

{SECOND}

* {POINTS[0]}
* {POINTS[1]}

{SAID}

[1] {NOTE}
"""
STYLES = r"{\stylesheet{\s1 Title;}{\s2 Author;}{\s3 Date;}{\s4 heading 2;}{\s5 Quote;}{\s6 Caption;}{\s0 Normal;}}"


def _rtf() -> str:
    """As Word writes RTF."""
    said = r"{\*\picprop{\sp{\sn wzDescription}{\sv A crane}}}"
    picture = rf"{{\*\shppict{{\pict{said}\pngblip {pictures.png().hex()}}}}}"
    first = FIRST.replace("Monday", r"{\i Monday}").replace("four", r"{\b four}")
    items = "".join(rf"\pard\ls1{{\listtext\bullet\tab}}{point}\par" for point in POINTS)
    table = r"\trowd\trhdr\pard\intbl Span\cell Cost\cell\row\trowd\pard\intbl one\cell 12\cell\row"
    body = (
        rf"\pard\s1 {HEADLINE}\par\pard\s2 Ilse Beispiel\par\pard\s3 2026-11-24\par"
        rf"\pard RIVERTON, Nov. 24 (Reuters) - {first}{{\*\footnote\pard {{\super\chftn}} {NOTE}}}\par"
        rf"\pard\s4 What it costs\par\pard {SECOND}\par{items}\pard\s5 {SAID}\par"
        rf"{table}\pard {picture}\par\pard\s6 The site in June.\par"
    )
    escaped = "".join(rf"\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in body)
    return rf"{{\rtf1\ansi\ansicpg1252\uc1{STYLES}{escaped}}}"


def _written(form: str) -> Callable[[Path], bytes]:
    def write(folder: Path) -> bytes:
        arguments = [f"--from={FORM}", f"--to={form}", "--standalone", "--output=-", f"--resource-path={folder}"]
        outcome = run(pandoc_path(), arguments, MARKDOWN.encode(), "a test", "")
        assert outcome.code == 0, outcome.said
        return outcome.output

    return write


def _odt(folder: Path) -> bytes:
    """As pandoc writes it, with the description of the picture, which it leaves out."""
    with zipfile.ZipFile(io.BytesIO(_written("odt")(folder))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    said = b"<svg:desc>A crane</svg:desc></draw:frame>"
    parts["content.xml"] = parts["content.xml"].replace(b"</draw:frame>", said)
    return zip_bytes(parts.items())


SOURCES: dict[str, Callable[[Path], bytes]] = {
    "a.md": lambda _: MARKDOWN.encode(),
    "a.txt": lambda _: PLAIN.encode(),
    "a.html": _written("html5"),
    "a.docx": _written("docx"),
    "a.odt": _odt,
    "a.rtf": lambda _: _rtf().encode(),
    "a.rst": _written("rst"),
    "a.tex": _written("latex"),
    "a.epub": _written("epub3"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("issue")
    (place / "site.png").write_bytes(pictures.png())
    return place


@pytest.fixture(scope="module")
def articles(folder: Path) -> dict[str, m.Article]:
    return {name: Reading(name, write(folder), folder).article for name, write in SOURCES.items()}


def test_the_text_is_whole(articles: dict[str, m.Article]) -> None:
    known = articles["a.md"].metadata
    assert (known.headline, known.by, known.language) == (HEADLINE, ("Ilse Beispiel",), "en-US")
    assert known.dateline == Dateline("RIVERTON, Nov. 24 (Reuters) - ", "RIVERTON", "Nov. 24", "2026-11-24")
    assert known.creditline == Creditline("Reuters", "dateline")
    kinds = [m.Paragraph, m.Heading, m.Paragraph, m.ItemList, m.Quotation, m.Table, m.Figure]
    assert [type(block) for block in articles["a.md"].body] == kinds
    assert sum(isinstance(node, m.Note) for node in nodes(articles["a.md"])) == 1


def _without_names(article: m.Article) -> m.Article:
    """*article* without the names of its headings: they are made of their words by whoever writes or reads."""
    return rebuild(article, lambda value: replace(value, id=None) if isinstance(value, m.Heading) else value)


def _without_columns(article: m.Article) -> m.Article:
    """*article* without widths and alignments of columns: Word and LaTeX have them always, the others never."""
    return rebuild(article, lambda value: m.Column() if isinstance(value, m.Column) else value)


def _as_typed(article: m.Article) -> m.Article:
    """What of *article* plain copy has a way to say.

    It has no tables, pictures, marks or displayed quotations; its dateline has no year, as no date stands in it.
    """
    dateline = Dateline("RIVERTON, Nov. 24 (Reuters) - ", "RIVERTON", "Nov. 24", "--11-24")

    def typed(value: Value) -> Value | None:
        match value:
            case m.Emphasis() | m.Strong():
                return m.Span(value.inlines)
            case m.Table() | m.Figure():
                return None
            case m.Quotation(blocks=(m.Paragraph() as said,)):
                return said
            case Metadata():
                return replace(value, dateline=dateline, version_created=None)
            case _:
                return value

    return _joined(rebuild(article, typed))


def _joined(article: m.Article) -> m.Article:
    """*article* with words that stand side by side in one run."""

    def joined(value: Value) -> Value:
        if not isinstance(value, m.Paragraph):
            return value
        found: list[m.Inline] = []
        for inline in value.inlines:
            words = inline.inlines if isinstance(inline, m.Span) else (inline,)
            for word in words:
                last = found[-1] if found else None
                if isinstance(word, m.Text) and isinstance(last, m.Text):
                    found[-1] = m.Text(last.text + word.text)
                else:
                    found.append(word)
        return replace(value, inlines=tuple(found))

    return rebuild(article, joined)


@pytest.mark.parametrize("name", [name for name in SOURCES if name != "a.txt"])
def test_all_give_the_same_article(name: str, articles: dict[str, m.Article]) -> None:
    given, wanted = (_without_columns(_without_names(articles[one])) for one in (name, "a.md"))
    assert given.metadata == wanted.metadata
    assert given.body == wanted.body


def test_plain_copy_gives_what_it_can_say(articles: dict[str, m.Article]) -> None:
    given, wanted = _without_names(articles["a.txt"]), _as_typed(_without_names(articles["a.md"]))
    assert given.metadata == wanted.metadata
    assert given.body == wanted.body
