"""Outputs spoilt on purpose: a bulletin with one fault, written for real, held against the bulletin without it.

python -m tests.mutations 50      prints how many of so many random faults the proof of fidelity catches
"""

import random
import sys
from collections.abc import Callable

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.model import Article, Block, Bulletin, Paragraph, Section, Text
from publisher.preflight.fidelity import compare
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers import render
from tests.samples import bulletin

THEME = load_theme("gazette")


def _letters_deleted(body: list[Block], chance: random.Random) -> list[Block]:
    """One to four letters are missing somewhere in a paragraph."""
    at = chance.choice([n for n, block in enumerate(body) if isinstance(block, Paragraph)])
    block = body[at]
    assert isinstance(block, Paragraph)
    words = block.inlines[0].text  # type: ignore[union-attr]
    start = chance.choice([n for n, letter in enumerate(words) if letter.isalpha()])
    return [*body[:at], Paragraph((Text(words[:start] + words[start + chance.randint(1, 4) :]),)), *body[at + 1 :]]


def _paragraph_doubled(body: list[Block], chance: random.Random) -> list[Block]:
    at = chance.randrange(len(body))
    return [*body[: at + 1], *body[at:]]


def _paragraph_missing(body: list[Block], chance: random.Random) -> list[Block]:
    at = chance.randrange(len(body))
    return [*body[:at], *body[at + 1 :]]


def _paragraphs_swapped(body: list[Block], chance: random.Random) -> list[Block]:
    at = chance.randrange(len(body) - 1)
    return [*body[:at], body[at + 1], body[at], *body[at + 2 :]]


FAULTS: tuple[Callable[[list[Block], random.Random], list[Block]], ...] = (
    _letters_deleted,
    _paragraph_doubled,
    _paragraph_missing,
    _paragraphs_swapped,
)


def spoilt(whole: Bulletin, seed: int) -> Bulletin:
    """The bulletin with one fault in one article, chosen by *seed*."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    articles = list(whole.articles)
    at = chance.randrange(len(articles))
    body = chance.choice(FAULTS)(list(articles[at].body), chance)
    articles[at] = Article(articles[at].metadata, tuple(body))
    return Bulletin(whole.metadata, (Section(tuple(articles)),))


def caught(whole: Bulletin, artifact: Artifact) -> bool:
    """Whether the proof sees that *artifact* is not *whole*."""
    return any(compare(artifact, whole, THEME))


def written(made: Bulletin, format_: Format) -> Artifact:
    """*made* in one format."""
    return render(made, THEME, Media(), [format_], Report(), progress=lambda _: None)[0]


def main() -> None:
    """Prints the catch, format by format."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    whole = bulletin(articles=3, paragraphs=12)
    for format_ in Format:
        missed = [seed for seed in range(number) if not caught(whole, written(spoilt(whole, seed), format_))]
        print(f"{format_}: {number - len(missed)} of {number} caught; missed {missed}")  # noqa: T201


if __name__ == "__main__":
    main()
