"""Whether a letter or digit of the copy is lost: every one of the source's is looked for in the model and the findings.

``python -m tests.corpus.align`` lists the texts of the corpus in which one isn't accounted for.

The letters and digits of a source, composed, make one string. The words of the model (head and blocks, leaf by leaf)
and those that findings say were taken out must cover it, each where it stands and none twice, with nothing left; and
every piece of the model must have a place in it, as it is or as it was before a change that a finding tells of.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import regex

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article, Note
from publisher.normalise.text.encoding import decode
from publisher.readers import read
from publisher.report import Finding, Report
from publisher.walk import children, nodes, plain_text
from tests.corpus.score import VARIABLE, corpus

#: Places in a piece at which changes are undone, tried one by one.
MOST_READINGS = 40
_COUNTED = regex.compile(r"[\p{L}\p{N}\p{M}]")


def letters(text: str) -> str:
    """The letters, marks and digits of *text*, composed."""
    return "".join(_COUNTED.findall(unicodedata.normalize("NFC", text)))


def unaccounted(name: str, data: bytes) -> tuple[str, str]:
    """(what of the source is neither in the model nor in the findings, what of the model came from nowhere)."""
    report = Report()
    source = Source(name, data)
    articles = read(source, Media(), report)
    free = [letters(decode(source, Report()).text)]
    changed = [found for found in report.findings if letters(found.before or "") != letters(found.after or "")]
    pieces = [(letters(words), True) for article in articles for words in said(article)]
    pieces += [(words, False) for found in changed for words in gone(found)]
    invented = []
    # The longest first: a word or number that stands in many places takes what the others leave.
    for words, is_model in sorted((piece for piece in pieces if piece[0]), key=lambda piece: -len(piece[0])):
        if not any(_take(free, spelt) for spelt in (words, *_as_it_was(words, changed))) and is_model:
            invented.append(words)
    return "|".join(free), "|".join(invented)


def gone(found: Finding) -> Iterator[str]:
    """The letters that stood in the copy and don't stand in the model, as a finding tells."""
    before, after = letters(found.before or ""), letters(found.after or "")
    if found.code == "layout.list":
        yield from map(letters, (found.before or "").split())
        return
    yield from before.partition(after)[::2] if after and after in before else (before,)


def said(article: Article) -> Iterator[str]:
    """All that the model says: the head, what was taken into the metadata, then the blocks."""
    metadata = article.metadata
    lead = metadata.dateline.raw if metadata.dateline else ""
    # A reporter whom the dateline names stands there, and only there, in the copy.
    by = [name for name in metadata.by if name not in lead]
    yield from filter(None, (metadata.kicker, metadata.headline, metadata.standfirst, *by))
    yield lead
    for block in article.body:
        yield from _words(block)


def _words(block: object) -> Iterator[str]:
    """The words of *block*, leaf by leaf."""
    if hasattr(block, "inlines"):
        yield plain_text(block.inlines)
    elif hasattr(block, "lines"):
        yield from (plain_text(line) for line in block.lines)
    elif hasattr(block, "text"):
        yield block.text
    else:
        for part in _parts(block):
            yield from _words(part)


def _parts(block: object) -> Iterable[object]:
    return children(block)  # type: ignore[arg-type]


def notes(article: Article) -> Iterator[str]:
    """The words of the notes in *article*, which stand at their calls."""
    for node in nodes(article):
        if isinstance(node, Note):
            for block in node.blocks:
                yield from _words(block)


def _take(free: list[str], words: str) -> bool:
    """Whether *words* stand in one of the stretches that are still free; they are taken out of it."""
    for at, stretch in enumerate(free):
        start = stretch.find(words)
        if start >= 0:
            free[at : at + 1] = [part for part in (stretch[:start], stretch[start + len(words) :]) if part]
            return True
    return False


def _as_it_was(piece: str, changed: list[Finding]) -> Iterator[str]:
    """*piece* with the changes undone that findings tell of, one after the other."""
    undone = [piece]
    for found in changed:
        before, after = letters(found.before or ""), letters(found.after or "")
        for words in undone[:MOST_READINGS] if before and after else ():
            starts = [match.start() for match in regex.finditer(regex.escape(after), words)]
            undone += [words[:start] + before + words[start + len(after) :] for start in starts]
    yield from undone[1:]


def texts(folder: Path) -> Iterator[Path]:
    """The open texts of the corpus."""
    yield from sorted((folder / "open").rglob("*.txt"))


if __name__ == "__main__":
    found_in = corpus()
    if found_in is None:
        sys.exit(f"{VARIABLE} names no folder")
    number = 0
    for path in texts(found_in):
        number += 1
        lost, made_up = unaccounted(path.name, path.read_bytes())
        if lost or made_up:
            print(path.relative_to(found_in), "lost:", lost[:200], "made up:", made_up[:200])  # noqa: T201
    print(f"{number} texts aligned")  # noqa: T201
