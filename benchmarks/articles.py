"""Articles that are all different, written from word lists: the same number always gives the same article."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import words

#: Words of an article: what a story of an agency has on the average.
LENGTH = 495
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class Article(NamedTuple):
    """One story: its headline, where it was filed, and its paragraphs."""

    headline: str
    place: str
    paragraphs: tuple[str, ...]

    def as_wire(self) -> str:
        """The story as plain copy, as an agency sends it."""
        first, *rest = self.paragraphs
        return "\n\n".join((self.headline, f"{self.place.upper()} — {first}", *rest)) + "\n"

    def as_markdown(self) -> str:
        """The story as Markdown, with all its structure said."""
        first, *rest = self.paragraphs
        return "\n\n".join((f"# {self.headline}", f"**{self.place.upper()}** — {first}", *rest)) + "\n"


def article(number: int, length: int = LENGTH) -> Article:
    """Article *number*, of about *length* words."""
    dice = random.Random(number)  # noqa: S311 - repeatable on purpose
    place = dice.choice(words.PLACES)
    title = dice.choice(words.HEADLINES)
    headline = title.format(place=place, person=dice.choice(words.PEOPLE), subject=dice.choice(words.SUBJECTS))
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < length:
        paragraphs.append(" ".join(_sentence(dice, place) for _ in range(dice.randint(1, 4))))
    return Article(f"{headline}, part {number + 1}", place, tuple(paragraphs))


def articles(number: int, first: int = 0) -> Iterator[Article]:
    """*number* articles, from article *first* on."""
    return map(article, range(first, first + number))


def write_issue(folder: Path, number: int, first: int = 0) -> Path:
    """Writes an issue of *number* articles into *folder*: copy for us, the same as one Markdown file for others."""
    copy = folder / "copy"
    copy.mkdir(parents=True)
    markdown = []
    for place, story in enumerate(articles(number, first)):
        (copy / f"{place:04}.txt").write_text(story.as_wire(), "utf-8")
        markdown.append(story.as_markdown())
    settings = f'title = "The Bench"\nnumber = {first + 1}\ndate = 2026-05-04\nlanguage = "en-GB"\npublisher = "Own"\n'
    (copy / "bulletin.toml").write_text(settings, "utf-8")
    (folder / "issue.md").write_text("\n".join(markdown), "utf-8")
    return folder


def _sentence(dice: random.Random, place: str) -> str:
    subject, does, reason = dice.choice(words.SUBJECTS), dice.choice(words.DOES), dice.choice(words.REASONS)
    body, person, office = dice.choice(words.BODIES), dice.choice(words.PEOPLE), dice.choice(words.OFFICES)
    day, sum_ = dice.choice(DAYS), f"{dice.randint(11, 990)},{dice.randint(100, 999)}"
    return dice.choice(
        (
            f"{body} of {place} {dice.choice(words.SAID)} on {day} that {subject} {does}, {reason}.",
            f"{subject[0].upper()}{subject[1:]} {does}, and {dice.choice(words.SUBJECTS)} {dice.choice(words.DOES)}.",
            f"“{dice.choice(words.REMARKS)},” said {person}, the {office}, on {day}. “{dice.choice(words.REMARKS)}.”",
            f"According to {person}, {office} in {place}, some {sum_} people were affected, {reason}.",
            f"{body} put the cost at {sum_} crowns {reason}; {subject} {does}.",
        )
    )
