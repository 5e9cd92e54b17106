from pathlib import Path

import pytest

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article, ItemList, Paragraph, Text
from publisher.normalise.rules import ALL
from publisher.normalise.steps import carried_out
from publisher.readers import read
from publisher.readers.wire import STEPS
from publisher.report import Report
from tests.corpus import align
from tests.corpus.align import texts, unaccounted

COPY = (
    "A bridge before the ice\n\nREFILE\n\nRIVERTON (AP) – The committee met on Monday.\n\n* one\n* two\n\n1. "
    "three\n2. four\n\n"
    "сhairwoman Sample said so.\n\nEds: cut here\n"
)


def test_loses_nothing_of_the_open_texts(folder: Path) -> None:
    assert {
        path.name: found for path in texts(folder) if (found := unaccounted(path.name, path.read_bytes())) != ("", "")
    } == {}


def test_reports_no_error_in_them_and_changes_nothing_a_second_time(folder: Path) -> None:
    for path in texts(folder):
        report = Report()
        for article in read(Source(path.name, path.read_bytes()), Media(), report):
            assert carried_out(STEPS, article, ALL, Report()) == article, path
        assert report.errors == [], path


def test_accounts_for_every_letter() -> None:
    assert unaccounted("copy.txt", COPY.encode()) == ("", "")


@pytest.mark.parametrize(
    ("dropped", "put_in", "found"),
    [(1, 0, ("oneTwo".lower(), "")), (0, 1, ("", "invented"))],
    ids=["lost", "invented"],
)
def test_notices_what_is_lost_or_made_up(
    dropped: int, put_in: int, found: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(source: Source, media: Media, report: Report) -> tuple[Article, ...]:
        (article,) = read(source, media, report)
        lists = [block for block in article.body if isinstance(block, ItemList)]
        body = [block for block in article.body if not (dropped and block == lists[0])]
        more = [Paragraph((Text("invented"),))] * put_in
        return (Article(article.metadata, (*body, *more)),)

    monkeypatch.setattr(align, "read", changed)
    assert unaccounted("copy.txt", COPY.encode()) == found
