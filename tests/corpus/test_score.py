from pathlib import Path

import pytest

from tests.corpus.score import FIELDS, Count, Reading, body_paragraphs, compare, read_labelled, score, total

#: What each figure must reach; bylines and end marks may be missed once each.
F1 = {"place": 0.97, "date": 0.95, "agency": 0.95, "headline": 0.95, "mixed script": 1.0}
MOST_MISSED = {"byline": 1, "end mark": 1}
BODY = 0.95


@pytest.fixture(scope="module")
def readings(folder: Path) -> list[Reading]:
    return list(read_labelled(folder))


@pytest.mark.parametrize("field", F1)
def test_finds_what_is_labelled(readings: list[Reading], field: str) -> None:
    count = total(compare(it, field) for it in readings)
    assert count.f1 >= F1[field], "\n".join(score(readings))


@pytest.mark.parametrize("field", MOST_MISSED)
def test_misses_one_at_most(readings: list[Reading], field: str) -> None:
    count = total(compare(it, field) for it in readings)
    assert max(count.missed, count.invented) <= MOST_MISSED[field], "\n".join(score(readings))


def test_counts_the_paragraphs_of_the_story(readings: list[Reading]) -> None:
    fitting = sum(body_paragraphs(it.article) in it.label.n_body_ok for it in readings)
    assert fitting >= BODY * len(readings), "\n".join(score(readings))


def test_measures_what_it_says() -> None:
    assert Count(8, 1, 1).f1 == pytest.approx(8 / 9)
    assert Count().f1 == 1
    assert Count(0, 1, 0).f1 == 0
    assert total([Count(1, 2, 3), Count(4, 5, 6)]) == Count(5, 7, 9)
    assert set(F1) | set(MOST_MISSED) <= set(FIELDS)
