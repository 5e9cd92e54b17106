"""What `publisher show` shows: copy, model and changes side by side, on the editor's own machine."""

import hashlib

from rich.console import Console
from rich.table import Table
from rich.text import Text

from publisher.errors import SourceError
from publisher.formats import SCHEMA_VERSION, Source
from publisher.manifest import encoded
from publisher.media import Media
from publisher.model import Article, Block
from publisher.normalise.encoding import decode
from publisher.readers import read
from publisher.report import Finding, Report
from publisher.walk import children, plain_text


def shown_json(source: Source, path: str) -> bytes:
    """The document of the contract: source (at *path*), articles, findings with the copy they quote."""
    report = Report()
    articles = read(source, Media(), report)
    return encoded(
        {
            "schemaVersion": SCHEMA_VERSION,
            "source": {
                "path": path,
                "encoding": _encoding(source),
                "sha256": hashlib.sha256(source.data).hexdigest(),
            },
            "articles": articles,
            "findings": report.findings,
        }
    )


def _encoding(source: Source) -> str | None:
    """The encoding of a text; None for what is no text, such as a Word document."""
    try:
        return decode(source, Report()).encoding
    except SourceError:
        return None


def shown(source: Source) -> str:
    """The articles for reading, then every finding with what stood there before and what stands there now."""
    report = Report()
    articles = read(source, Media(), report)
    console = Console(highlight=False)
    with console.capture() as captured:
        for article in articles:
            _show_article(article, console)
        console.print(_changes(report.findings))
    return captured.get()


def _show_article(article: Article, console: Console) -> None:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for field in article.metadata.__struct_fields__:
        value = getattr(article.metadata, field)
        if value not in (None, (), {}, "usable"):
            table.add_row(Text(field.replace("_", " "), style="dim"), Text(_said(value)))
    console.print(table)
    for block in article.body:
        console.print(Text(f"\n{_words(block)}"))
    console.print()


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    fields = getattr(value, "__struct_fields__", None)
    if fields:
        return ", ".join(f"{name} “{getattr(value, name)}”" for name in fields if getattr(value, name))
    return str(value)


def _words(block: Block) -> str:
    inlines = getattr(block, "inlines", None)
    if inlines is not None:
        return plain_text(inlines)
    return " ".join(_words(child) if hasattr(child, "role") else plain_text((child,)) for child in children(block))  # type: ignore[arg-type]


def _changes(findings: list[Finding]) -> Table | Text:
    if not findings:
        return Text("nothing was changed")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("where", "finding", "before", "after"):
        table.add_column(name, overflow="fold")
    for finding in findings:
        place = f"{finding.where.line or ''}:{finding.where.column or ''}".strip(":")
        table.add_row(
            place,
            Text(f"{finding.message} [{finding.code}]"),
            Text(finding.before or "", style="red"),
            Text(finding.after or "", style="green"),
        )
    return table
