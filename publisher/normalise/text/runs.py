"""The characters of an article that came with markup: its runs cleaned like plain copy."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from publisher.metadata import Value
from publisher.model import Article, Text
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.text.characters import clean_characters
from publisher.report import Finding, Report, Where
from publisher.walk import rebuild

#: Fields of the model that hold words for reading.
WORDS = (
    *("text", "alt", "credit", "title"),
    *("headline", "kicker", "standfirst", "by", "raw", "place", "date_raw", "name", "slugline", "pull_quote"),
    *("copyright_notice", "usage_terms", "subjects", "keywords", "ed_note"),
)


def clean_runs(article: Article, where: Callable[[str], Where], report: Report, rules: Rules = ALL) -> Article:
    """*article* with its characters as print can take them; *where* finds a word of it in its source.

    All runs are looked at together, so that a word is judged by the letters around it.
    """
    runs: list[str] = []
    rebuild(article, lambda value: _collect(value, runs))
    copy = "\n".join(runs)
    found = Report()
    cleaned = clean_characters(copy, "", found, rules)
    report.extend(_placed(finding, copy.split("\n"), where) for finding in found.findings)
    if cleaned == copy:
        return article
    lines = iter(cleaned.split("\n"))
    parts = iter(["\n".join(next(lines) for _ in range(run.count("\n") + 1)) for run in runs])
    return rebuild(article, lambda value: _replaced(value, parts))


def _strings(value: Value) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """(field, its words) for each field of *value* that holds any."""
    for name in value.__struct_fields__:
        held = getattr(value, name)
        if name in WORDS and held and isinstance(held, str | tuple):
            yield name, held


def _collect(value: Value, runs: list[str]) -> Value:
    for _, held in _strings(value):
        runs.extend((held,) if isinstance(held, str) else held)
    return value


def _replaced(value: Value, parts: Iterator[str]) -> Value | None:
    """*value* with its words from *parts*; None for a run of which nothing is left."""
    changed: dict[str, str | tuple[str, ...]] = {}
    for name, held in _strings(value):
        new = next(parts) if isinstance(held, str) else tuple(next(parts) for _ in held)
        if new != held:
            changed[name] = new
    if isinstance(value, Text) and changed.get("text") == "":
        return None
    return replace(value, **changed) if changed else value


def _placed(finding: Finding, lines: list[str], where: Callable[[str], Where]) -> Finding:
    """*finding*, whose place is a line of all runs, with the place in the source of the word it speaks of."""
    line = lines[finding.where.line - 1] if finding.where.line else ""
    at = (finding.where.column or 1) - 1
    start, end = line.rfind(" ", 0, at) + 1, line.find(" ", at + 1)
    return replace(finding, where=where(line[start : end if end > 0 else len(line)]))
