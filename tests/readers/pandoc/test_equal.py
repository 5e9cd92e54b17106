"""One text as Markdown, HTML and DOCX, the latter two made of the first by pandoc: the same article.

What can't be the same is listed where it is compared; what pandoc doesn't write to Word, or doesn't read of it,
isn't in the text: the language of a passage, credits, verse.
"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from publisher.external import run
from publisher.metadata import Creditline, Dateline
from publisher.model import (
    Article,
    CodeBlock,
    Column,
    Figure,
    Heading,
    ItemList,
    Link,
    Note,
    Paragraph,
    Quotation,
    Role,
    Table,
)
from publisher.readers.pandoc.markup.markdown import FORM
from publisher.readers.pandoc.program import pandoc_path
from publisher.walk import nodes, rebuild
from tests import pictures
from tests.readers.pandoc.desk import Reading

TEXT = """---
title: A bridge before the ice
subtitle: The council wants the first span to stand before the river freezes.
author: [Ilse Beispiel, Peter Contoh]
lang: en-GB
date: 2026-11-24
keywords: [bridge, winter]
---

RIVERTON, Nov. 24 (Reuters) - The committee met on *Monday* and **heard** four speakers, three of whom had
travelled from the [coast](https://example.org/coast "by train").[^why] Water is H~2~O, and 5 < 6 & 7.

[^why]: The fourth lives in *Riverton*.

## What it costs

Nobody could say on the day; see [above](#what-it-costs) and `the minutes`.\\
A figure was promised.

> “We have waited for eleven years,” the mayor said.

-   A first point.

-   A second one.

    1.  Within.

3.  Three.

4.  Four.

### In detail

![The site in June.](site.png){alt="A crane beside a river"}

| Span | Cost |
|:-----|-----:|
| one  | 12   |
| two  | 30   |

: What the spans cost

```python
x = 1
```

------------------------------------------------------------------------

::: {.contact custom-style="Contact"}
Write to the desk.
:::
"""


def made(form: str, folder: Path, *options: str) -> bytes:
    """The text as pandoc writes it."""
    arguments = [f"--from={FORM}", f"--to={form}", "--standalone", "--output=-", f"--resource-path={folder}", *options]
    outcome = run(pandoc_path(), arguments, TEXT.encode(), "a test", "")
    assert outcome.code == 0, outcome.said
    return outcome.output


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("issue")
    (place / "site.png").write_bytes(pictures.png())
    return place


@pytest.fixture(scope="module")
def article(folder: Path) -> Article:
    reading = Reading("a.md", TEXT, folder)
    assert set(reading.codes) == {"structure.dateline"}
    return reading.article


def test_the_markdown_is_read_whole(article: Article) -> None:
    known = article.metadata
    assert known.headline == "A bridge before the ice"
    assert known.standfirst == "The council wants the first span to stand before the river freezes."
    assert known.by == ("Ilse Beispiel", "Peter Contoh")
    assert (known.language, known.version_created, known.keywords) == ("en-GB", "2026-11-24", ("bridge", "winter"))
    assert known.dateline == Dateline("RIVERTON, Nov. 24 (Reuters) - ", "RIVERTON", "Nov. 24", "2026-11-24")
    assert known.creditline == Creditline("Reuters", "dateline")
    kinds = [type(block) for block in article.body]
    assert kinds[:5] == [Paragraph, Heading, Paragraph, Quotation, ItemList]
    assert [block.level for block in article.body if isinstance(block, Heading)] == [1, 2]
    assert {Figure, Table, CodeBlock} <= set(kinds)
    assert sum(isinstance(node, Note) for node in nodes(article)) == 1
    assert article.body[-1].role is Role.CONTACT


def without(article: Article, *kinds: type, **fields: object) -> Article:
    """*article* with *fields* set in every node of *kinds*."""
    return rebuild(article, lambda value: replace(value, **fields) if isinstance(value, kinds) else value)


def test_the_page_gives_the_same_article(folder: Path, article: Article) -> None:
    reading = Reading("a.html", made("html5", folder), folder)
    # pandoc gives code in pages a name of its own.
    assert without(reading.article, CodeBlock, id=None) == article
    assert set(reading.codes) == {"structure.dateline"}


def test_the_word_document_gives_the_same_article(folder: Path, article: Article) -> None:
    reading = Reading("a.docx", made("docx", folder))
    assert set(reading.codes) == {"structure.dateline"}
    # Titles of links and the language of code aren't in the document;
    # columns have the widths that they were laid out with.
    lost = without(without(article, Link, title=None), CodeBlock, syntax=None)
    assert without(reading.article, Column, width=None) == lost
    assert list(reading.media) == list(Reading("a.md", TEXT, folder).media)
