"""Which reader a source gets."""

import pytest

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.readers import READERS, SUFFIXES, read, suffix_of
from publisher.report import Report


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.TXT", ".txt"), ("a", ""), ("a.b.md", ".md"), ("x/a.Article.JSON", ".article.json"), ("a.json", ".json")],
)
def test_the_ending_chooses(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


def test_structured_sources_are_read() -> None:
    assert {".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".article.json"} <= set(READERS)
    assert set(READERS) <= SUFFIXES


@pytest.mark.parametrize(("name", "kind"), [("a.rtf", "RTF"), ("a.json", "JSON"), ("a.xyz", "unknown here")])
def test_what_nobody_reads_is_told_with_what_is_read(name: str, kind: str) -> None:
    with pytest.raises(SourceError, match=kind) as caught:
        read(Source(name, b"x"), Media(), Report())
    assert ".docx" in caught.value.message


def test_plain_copy_is_read_as_before() -> None:
    (article,) = read(Source("a.txt", b"A day at the House\n\nThe House met on Monday."), Media(), Report())
    assert article.metadata.headline == "A day at the House"
