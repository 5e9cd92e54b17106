"""Which reader a source gets."""

import contextlib

import pytest

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.normalise.rules import ALL
from publisher.readers import READERS, SUFFIXES, read
from publisher.readers.kinds import ENDINGS, Kind, suffix_of
from publisher.report import Report


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.TXT", ".txt"), ("a", ""), ("a.b.md", ".md"), ("x/a.Article.JSON", ".article.json"), ("a.json", ".json")],
)
def test_the_ending(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


def test_structured_sources_are_read() -> None:
    assert {".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".article.json"} <= SUFFIXES
    assert {Kind.MARKDOWN, Kind.HTML, Kind.DOCX, Kind.MODEL_JSON} <= set(READERS)
    told_by_contents = {Kind.NINJS, Kind.JSON_FEED, Kind.NEWSML, Kind.WORDPRESS}
    assert set(READERS) <= {*ENDINGS.values(), *told_by_contents}


@pytest.mark.parametrize("kind", [kind for kind in READERS if kind is not Kind.DOC])
def test_the_reader_of_each_kind_is_there(kind: Kind) -> None:
    report = Report()
    with contextlib.suppress(SourceError):
        assert READERS[kind](Source("nothing", b""), Media(), report, ALL) == ()
        assert "structure.empty" in [finding.code for finding in report.findings]


def test_what_nobody_reads_is_told_with_what_is_read() -> None:
    with pytest.raises(SourceError, match="unknown here") as caught:
        read(Source("a.xyz", b"x"), Media(), Report())
    assert ".docx" in str(caught.value.hint)


def test_plain_copy_is_read_as_before() -> None:
    (article,) = read(Source("a.txt", b"A day at the House\n\nThe House met on Monday."), Media(), Report())
    assert article.metadata.headline == "A day at the House"
