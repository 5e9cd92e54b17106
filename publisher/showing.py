"""What `publisher show` shows: copy and model side by side with every change, on the editor's own machine."""

import difflib
import hashlib
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from rich.table import Table
from rich.text import Text

from publisher.bind import said_over
from publisher.consoles import Console
from publisher.errors import SourceError
from publisher.formats import SCHEMA_VERSION, Source
from publisher.manifest import encoded
from publisher.media import Media
from publisher.model import Article, Block
from publisher.normalise.layout.blocks import lay_out
from publisher.normalise.marks.typography import polish_head
from publisher.normalise.rules import rules_for
from publisher.normalise.text.encoding import decode
from publisher.readers import read
from publisher.report import Finding, Report, Where
from publisher.settings import Settings, SourceSettings
from publisher.walk import children, plain_text

#: No settings at all.
NOTHING_SAID = Settings()
NOTHING = "nothing was changed, and nothing noticed"
# Blanks that look like one and are another.
_VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽"})
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


def _read(source: Source, settings: Settings, report: Report) -> tuple[Article, ...]:
    """The articles of *source* with what *settings* say of them."""
    said = settings.source.get(source.name, SourceSettings())
    articles = read(source, Media(), report, rules_for(settings, source.name))
    return tuple(replace(article, metadata=said_over(article.metadata, said)) for article in articles)


def shown_json(source: Source, path: str, settings: Settings = NOTHING_SAID) -> bytes:
    """The document of the contract: source (at *path*), articles, findings with the copy they quote."""
    report = Report()
    articles = _read(source, settings, report)
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


def _copy(source: Source) -> list[str]:
    """The passages of a text before anything was done to it; none of what is no text."""
    try:
        return [passage.text for passage in lay_out(decode(source, Report()).text, source.name, Report())]
    except SourceError:
        return []


def shown(source: Source, settings: Settings = NOTHING_SAID, console: Console | None = None) -> str:
    """What is known of each article, the copy and what became of it side by side, then every finding.

    On a terminal what was changed is coloured; elsewhere it stands line below line, marked − and +.
    """
    report = Report()
    articles = _read(source, settings, report)
    console = console or Console(highlight=False)
    with console.capture() as captured:
        for article in articles:
            console.print(_known(article))
            console.print()
        copy = _copy(source)
        heads = [polish_head(article.metadata, settings.normalise, Where(source.name), report) for article in articles]
        printed = [replace(article, metadata=head) for article, head in zip(articles, heads, strict=True)]
        became = [words for article in printed for words in _lines(article)]
        if console.is_terminal:
            console.print(_beside(copy, became), _table(report.findings))
        else:
            console.print(_below(copy, became), Text(), _listed(report.findings), sep="\n", soft_wrap=True)
    return captured.get()


def _known(article: Article) -> Table:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for field in article.metadata.__struct_fields__:
        value = getattr(article.metadata, field)
        if value not in (None, (), {}, "usable"):
            table.add_row(Text(field.replace("_", " "), style="dim"), Text(_said(value)))
    return table


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {meaning}" for name, meaning in value.items())
    fields = getattr(value, "__struct_fields__", None)
    if fields:
        return ", ".join(f"{name} “{getattr(value, name)}”" for name in fields if getattr(value, name))
    return str(value)


def _lines(article: Article) -> Iterator[str]:
    """What is printed of *article*, a line for each part of its head and each block."""
    metadata = article.metadata
    yield from (part for part in (metadata.kicker, metadata.headline, metadata.standfirst, *metadata.by) if part)
    lead = metadata.dateline.raw if metadata.dateline else ""
    for block in article.body:
        words = _words(block)
        yield f"{lead}{words}"
        lead = ""


def _words(block: Block) -> str:
    inlines = getattr(block, "inlines", None)
    if inlines is not None:
        return plain_text(inlines)
    return " ".join(_words(child) if hasattr(child, "role") else plain_text((child,)) for child in children(block))  # type: ignore[arg-type]


def _pairs(copy: Sequence[str], became: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs of the copy with what became of each; where their numbers differ, several stand together."""
    old, new = ([re.sub(r"\W+", "", words).casefold()[-40:] for words in side] for side in (copy, became))
    for _, first, last, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if last - first == end - start:
            yield from zip(copy[first:last], became[start:end], strict=True)
        else:
            yield "\n".join(copy[first:last]), "\n".join(became[start:end])


def _beside(copy: Sequence[str], became: Sequence[str]) -> Table:
    """Copy and result in two columns, what was changed coloured."""
    table = Table("copy", "as it is printed", box=None, padding=(0, 2, 1, 0), header_style="dim", expand=True)
    for old, new in _pairs(copy, became):
        table.add_row(*_coloured(old, new))
    return table


def _coloured(old: str, new: str) -> tuple[Text, Text]:
    """Both with the words in colour in which they differ."""
    if old == new:
        return Text(old, style="dim"), Text(new)
    before, after = _WORD.findall(old), _WORD.findall(new)
    left, right = Text(), Text()
    for kind, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        is_same = kind == "equal"
        left.append("".join(before[first:last]).translate(_VISIBLE), None if is_same else "red")
        right.append("".join(after[start:end]).translate(_VISIBLE), None if is_same else "bold green")
    return left, right


def _below(copy: Sequence[str], became: Sequence[str]) -> Text:
    """Copy and result line below line, as a diff has them: − went, + came, what has neither mark stayed."""
    lines = []
    for old, new in _pairs(copy, became):
        if old == new:
            lines.append(f"  {old}")
        else:
            lines += _signed("− ", old) + _signed("+ ", new)
    return Text("\n".join(lines))


def _signed(sign: str, words: str) -> list[str]:
    return [f"{sign}{part.translate(_VISIBLE)}" for part in words.split("\n") if part]


def _listed(findings: Sequence[Finding]) -> Text:
    """Every finding with its place, below it what stood there before and what stands there now."""
    lines = []
    for finding in findings:
        lines.append(f"{_place(finding)} {finding.message} [{finding.code}]".strip())
        lines += _signed("   − ", finding.before or "") + _signed("   + ", finding.after or "")
    return Text("\n".join(lines) or NOTHING)


def _place(finding: Finding) -> str:
    return f"{finding.where.line or ''}:{finding.where.column or ''}".strip(":")


def _table(findings: Sequence[Finding]) -> Table | Text:
    if not findings:
        return Text(NOTHING)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("where", "finding", "before", "after"):
        table.add_column(name, overflow="fold")
    for finding in findings:
        table.add_row(
            _place(finding),
            Text(f"{finding.message} [{finding.code}]"),
            Text((finding.before or "").translate(_VISIBLE), style="red"),
            Text((finding.after or "").translate(_VISIBLE), style="green"),
        )
    return table
