"""How well the copy is understood: what the reader makes of the labelled articles, against their labels.

``python -m tests.corpus.score [odd|even]`` prints the figures by field and by language.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Heading, Paragraph, Role
from publisher.readers import read
from publisher.report import Finding, Report
from publisher.walk import plain_text

VARIABLE = "PUBLISHER_CORPUS"


class Repair(msgspec.Struct, frozen=True):
    """A word of two scripts, and what it should be."""

    found: str
    fixed: str


class Label(msgspec.Struct, frozen=True):
    """What is true of one article of the corpus."""

    path: str
    lang: str
    script: str | None
    headline: str | None
    byline: tuple[str, ...]
    agency: str | None
    dateline_place: str | None
    dateline_date: str | None
    n_body_ok: tuple[int, ...]
    subheads: tuple[str, ...]
    end_mark: str | None
    mixed_script: tuple[Repair, ...]

    @property
    def language(self) -> str:
        """The language with its script, where the label names one."""
        return f"{self.lang}-{self.script}" if self.script else self.lang


class Count(NamedTuple):
    """How often a value was found, made up, and missed; a wrong one is both of the latter."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        wrong = self.invented + self.missed
        return 2 * self.right / (2 * self.right + wrong) if self.right or wrong else 1.0


class Reading(NamedTuple):
    """A label, the article that was read, and what was found on the way."""

    label: Label
    article: Article
    findings: list[Finding]


def corpus() -> Path | None:
    """Where the corpus lies, None where ``PUBLISHER_CORPUS`` names no folder."""
    folder = os.environ.get(VARIABLE)
    return Path(folder) if folder else None


def read_labelled(folder: Path) -> Iterator[Reading]:
    """Every labelled article, read."""
    for line in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        label = msgspec.json.decode(line, type=Label)
        report = Report()
        articles = read(Source(label.path, (folder / label.path).read_bytes()), Media(), report)
        yield Reading(label, articles[0], report.findings)


#: Marks that typography changes: they are no matter of structure, and compared as if it hadn't.
MARKS = str.maketrans(
    {**dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("‘’‚", "'"), **dict.fromkeys("–—―", "-"), "…": "..."}
)


def _plain(text: str | None) -> str | None:
    """*text* with single blanks and plain marks, None if it is blank."""
    words = " ".join((text or "").translate(MARKS).split()).replace('" ', '"').replace(' "', '"')
    return words or None


def _dateline(metadata: Metadata, name: str) -> str | None:
    return getattr(metadata.dateline, name) if metadata.dateline else None


#: Field → (what was found, what is true), sets of values.
FIELDS: dict[str, Callable[[Reading], tuple[Iterable[str | None], Iterable[str | None]]]] = {
    "place": lambda it: ([_dateline(it.article.metadata, "place")], [it.label.dateline_place]),
    "date": lambda it: ([_dateline(it.article.metadata, "date")], [it.label.dateline_date]),
    "agency": lambda it: (
        [it.article.metadata.creditline.name if it.article.metadata.creditline else None],
        [it.label.agency],
    ),
    "headline": lambda it: ([it.article.metadata.headline], [it.label.headline]),
    "byline": lambda it: (it.article.metadata.by, it.label.byline),
    "end mark": lambda it: ([it.article.metadata.end_mark], [it.label.end_mark]),
    "mixed script": lambda it: (
        {f"{found.before}→{found.after}" for found in it.findings if found.code == "character.mixed-script"},
        [f"{repair.found}→{repair.fixed}" for repair in it.label.mixed_script],
    ),
    "subheads": lambda it: (subheads(it.article), it.label.subheads),
}


def subheads(article: Article) -> list[str]:
    """The headings inside the article."""
    return [plain_text(block.inlines) for block in article.body if isinstance(block, Heading)]


def body_paragraphs(article: Article) -> int:
    """How many paragraphs the story itself has."""
    return sum(isinstance(block, Paragraph) and block.role is Role.BODY for block in article.body)


def compare(it: Reading, field: str) -> Count:
    """One field of one article, against its label."""
    values, expected = ({_plain(value) for value in values} - {None} for values in FIELDS[field](it))
    return Count(len(values & expected), len(values - expected), len(expected - values))


def total(counts: Iterable[Count]) -> Count:
    """All *counts* in one."""
    return Count(*map(sum, zip(*counts, strict=True)))


def score(readings: Iterable[Reading]) -> Iterator[str]:
    """The table, line by line, and what was wrong."""
    by_language: dict[str, list[Reading]] = defaultdict(list)
    faults = []
    for it in readings:
        by_language[it.label.language].append(it)
        faults += list(_faults(it))
    rows = {**dict(sorted(by_language.items())), "all": [it for its in by_language.values() for it in its]}
    yield "".join(f"{name:>13}" for name in ("", *FIELDS, "body"))
    for name, its in rows.items():
        cells = [total(compare(it, field) for it in its) for field in FIELDS]
        fits = sum(body_paragraphs(it.article) in it.label.n_body_ok for it in its)
        yield (
            f"{name:>9}{len(its):4}"
            + "".join(f"{count.f1:7.3f} {count.right}-{count.invented}-{count.missed}".rjust(13) for count in cells)
            + f"{fits:9}/{len(its)}"
        )
    yield from faults


def _faults(it: Reading) -> Iterator[str]:
    for field, values_of in FIELDS.items():
        found, expected = ({_plain(value) for value in values} - {None} for values in values_of(it))
        if found != expected:
            wrong, missed = sorted(map(str, found - expected)), sorted(map(str, expected - found))
            yield f"{it.label.path} {field}: {wrong} for {missed}"
    paragraphs = body_paragraphs(it.article)
    if paragraphs not in it.label.n_body_ok:
        yield f"{it.label.path} body: {paragraphs} for {it.label.n_body_ok}"


if __name__ == "__main__":
    found_in = corpus()
    if found_in is None:
        sys.exit(f"{VARIABLE} names no folder")
    half = {"even": 0, "odd": 1}.get(sys.argv[-1])
    print("\n".join(score(it for n, it in enumerate(read_labelled(found_in)) if half in (None, n % 2))))  # noqa: T201
