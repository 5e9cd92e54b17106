"""Outputs spoilt on purpose: a bulletin with one fault, written for real, held against the bulletin without it.

python -m tests.mutations 50      prints how many of so many random faults the proof of fidelity catches
"""

import random
import sys
from collections.abc import Callable

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.model import Article, Block, Bulletin, Note, Paragraph, Section, Text
from publisher.preflight.fidelity import compare
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers import render
from tests.samples import bulletin

THEME = load_theme("gazette")


def _letters_deleted(body: list[Block], chance: random.Random) -> list[Block]:
    """One to four letters are missing somewhere in a paragraph."""
    at, words = _chosen(body, chance)
    start = chance.choice([n for n, letter in enumerate(words) if letter.isalpha()])
    return _rewritten(body, at, words[:start] + words[start + chance.randint(1, 4) :])


def _words_swapped(body: list[Block], chance: random.Random) -> list[Block]:
    """Two words beside each other have changed places."""
    at, text = _chosen(body, chance)
    words = text.split(" ")
    unlike = [n for n in range(len(words) - 1) if words[n] != words[n + 1]]
    start = chance.choice(unlike)
    return _rewritten(body, at, " ".join((*words[:start], words[start + 1], words[start], *words[start + 2 :])))


def _sentence_invented(body: list[Block], chance: random.Random) -> list[Block]:
    """A sentence stands in a paragraph that the copy hasn't."""
    at, text = _chosen(body, chance)
    sentences = text.split(". ")
    sentences.insert(chance.randrange(len(sentences)), f"Nobody counted more than {chance.randint(3, 90)} of them")
    return _rewritten(body, at, ". ".join(sentences))


def _chosen(body: list[Block], chance: random.Random) -> tuple[int, str]:
    """The place and the first words of a paragraph."""
    at = chance.choice([n for n, block in enumerate(body) if isinstance(block, Paragraph)])
    block = body[at]
    assert isinstance(block, Paragraph)
    assert isinstance(block.inlines[0], Text)
    return at, block.inlines[0].text


def _rewritten(body: list[Block], at: int, words: str) -> list[Block]:
    block = body[at]
    assert isinstance(block, Paragraph)
    return [*body[:at], Paragraph((Text(words), *block.inlines[1:])), *body[at + 1 :]]


def _note_dropped(body: list[Block], chance: random.Random) -> list[Block]:
    noted = [n for n, block in enumerate(body) if isinstance(block, Paragraph) and isinstance(block.inlines[-1], Note)]
    at = chance.choice(noted)
    block = body[at]
    assert isinstance(block, Paragraph)
    return [*body[:at], Paragraph(block.inlines[:-1]), *body[at + 1 :]]


def _block_doubled(body: list[Block], chance: random.Random) -> list[Block]:
    at = chance.randrange(len(body))
    return [*body[: at + 1], *body[at:]]


def _block_missing(body: list[Block], chance: random.Random) -> list[Block]:
    at = chance.randrange(len(body))
    return [*body[:at], *body[at + 1 :]]


def _block_moved(body: list[Block], chance: random.Random) -> list[Block]:
    """A block stands one to five places further on."""
    at = chance.randrange(len(body) - 1)
    to = min(at + chance.randint(1, 5), len(body) - 1)
    return [*body[:at], *body[at + 1 : to + 1], body[at], *body[to + 1 :]]


FAULTS: tuple[Callable[[list[Block], random.Random], list[Block]], ...] = (
    _letters_deleted,
    _words_swapped,
    _sentence_invented,
    _note_dropped,
    _block_doubled,
    _block_missing,
    _block_moved,
)


def noted(whole: Bulletin) -> Bulletin:
    """The bulletin with a note at the end of each article's second paragraph and third, no two of them alike."""
    articles = []
    for number, article in enumerate(whole.articles, 1):
        body = list(article.body)
        for at in (1, 2):
            block = body[at]
            assert isinstance(block, Paragraph)
            words = Paragraph((Text(f"Story {number} has it from the clerk, who keeps file {at}."),))
            body[at] = Paragraph((*block.inlines, Note((words,))))
        articles.append(Article(article.metadata, tuple(body)))
    return Bulletin(whole.metadata, (Section(tuple(articles)),))


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
    whole = noted(bulletin(articles=3, paragraphs=12))
    for format_ in Format:
        missed = [seed for seed in range(number) if not caught(whole, written(spoilt(whole, seed), format_))]
        print(f"{format_}: {number - len(missed)} of {number} caught; missed {missed}")  # noqa: T201


if __name__ == "__main__":
    main()
