"""The last steps over real copy: every language found, nothing changed by a second time, no letter lost."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.language.detection import detect
from publisher.normalise.rules import ALL
from publisher.normalise.steps import FINISHING, carried_out
from publisher.readers import read
from publisher.report import Report
from publisher.walk import article_text

VARIABLE = "PUBLISHER_CORPUS"
FOLDER = Path(os.environ.get(VARIABLE, "not-set"))


class Label(msgspec.Struct, frozen=True):
    """What the corpus says of one of its articles."""

    path: str
    lang: str
    script: str | None = None

    @property
    def language(self) -> str:
        """Its language as a tag."""
        return "kk-Latn" if (self.lang, self.script) == ("kk", "Latn") else self.lang


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str, Article]]:
    """(path, language, article) of every text of the corpus that is no trap."""
    if not FOLDER.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{VARIABLE} is not set, or no folder")
        pytest.skip(f"{VARIABLE} is not set; real copy is not part of the project")
    return [(path, language, article) for path, language in _paths() for article in _read(path)]


def _paths() -> Iterator[tuple[str, str]]:
    for line in (FOLDER / "labels.jsonl").read_text("utf-8").splitlines():
        label = msgspec.json.decode(line, type=Label)
        yield label.path, label.language
    yield from ((str(path.relative_to(FOLDER)), path.parent.name) for path in sorted(FOLDER.glob("open/*/*")))


def _read(path: str) -> tuple[Article, ...]:
    return read(Source(path, (FOLDER / path).read_bytes()), Media(), Report())


def test_every_language_is_found(texts: list[tuple[str, str, Article]]) -> None:
    assert len(texts) > 300
    wrong = [(path, language, article.metadata.language) for path, language, article in texts]
    assert [one for one in wrong if one[1] != (one[2] or "").removesuffix("-US")] == []


def test_four_hundred_characters_are_enough(texts: list[tuple[str, str, Article]]) -> None:
    assert [path for path, language, article in texts if detect(article_text(article)[:400]) != language] == []


def test_a_second_time_changes_nothing(texts: list[tuple[str, str, Article]]) -> None:
    changed = []
    for path, _, article in texts:
        report = Report()
        if carried_out(FINISHING, article, ALL, report) != article or any(f.is_change for f in report.findings):
            changed.append(path)
    assert changed == []
