"""The model's own JSON as a source."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Cell, Column, Figure, Image, Link, Paragraph, Row, Span, Table, Text
from publisher.normalise.text.runs import clean_runs
from publisher.readers.model_json import read_model_json
from publisher.report import Report, Where
from publisher.showing import shown_json
from tests import pictures
from tests.strategies import articles

NAME = "a.article.json"


def read(value: object, report: Report | None = None, folder: Path | None = None) -> tuple[Article, ...]:
    data = value if isinstance(value, bytes) else msgspec.json.encode(value)
    return read_model_json(Source(NAME, data, folder), Media(), report or Report())


def paragraph(*inlines: object) -> Article:
    return Article(Metadata(headline="A", language="en-US"), (Paragraph(inlines),))  # type: ignore[arg-type]


@given(articles)
def test_an_article_is_read_back_the_same(article: Article) -> None:
    clean = clean_runs(article, lambda _: Where(), Report())
    assert read(clean) == (clean,)
    assert read([clean, clean]) == (clean, clean)


def test_what_show_gives_is_a_source() -> None:
    source = Source("a.txt", b"A day at the House\n\nASTANA - The House met on Monday.")
    (article,) = read(shown_json(source, "a.txt"))
    assert article.metadata.headline == "A day at the House"
    assert article.metadata.dateline is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "is no JSON"),
        (b"\xff", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"{}", "required field"),
        (b'{"schemaVersion":2,"articles":[]}', "schemaVersion 2"),
        (b'{"metadata":{},"body":[{"type":"blink"}]}', r"body\[0\]"),
        (b'{"metadata":{"headlin":"x"},"body":[]}', "headlin"),
        (b'{"metadata":{},"body":[{"type":"heading","inlines":[],"level":"1"}]}', r"level"),
    ],
)
def test_what_is_no_article_is_refused_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        read(data)
    assert caught.value.message.startswith(NAME)


def test_a_deep_article_is_refused() -> None:
    deep = '{"type":"quotation","blocks":[' * 130 + "]}" * 130
    with pytest.raises(SourceError, match="deep"):
        read(f'{{"metadata":{{}},"body":[{deep}]}}'.encode())


def test_a_cell_that_spans_a_million_columns_is_refused() -> None:
    table = Table((Column(),), body=(Row((Cell((), colspan=10**6),)),))
    with pytest.raises(SourceError, match="spans"):
        read(Article(Metadata(), (table,)))


def test_links_characters_and_empty_runs_are_looked_at() -> None:
    report = Report()
    found = read(paragraph(Link("javascript:x", (Text("a\u200bb"),)), Text("")), report)
    assert found == (paragraph(Span((Text("ab"),))),)
    assert {f.code for f in report.findings} == {"link.dropped", "character.invisible"}


def test_pictures_come_from_the_folder_beside_it(tmp_path: Path) -> None:
    media = Media()
    name = media.add(pictures.png(), "a", Report(), Where())
    assert name is not None
    figure = Figure(Image(name, alt="A square"), (Text("Words"),))
    article = Article(Metadata(headline="A", language="en-US"), (figure,))
    report = Report()
    assert read(article, report, tmp_path) == (Article(article.metadata, (Paragraph((Text("Words"),)),)),)
    assert [f.code for f in report.findings] == ["media.missing"]
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / f"{name}.png").write_bytes(pictures.png())
    assert read(article, report := Report(), tmp_path) == (article,)
    assert report.findings == []


def test_a_picture_that_had_to_be_cleaned_gets_its_new_name(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "abc.jpg").write_bytes(pictures.jpeg(exif=pictures.camera()))
    media = Media()
    source = Source(NAME, msgspec.json.encode(paragraph(Image("abc", alt="A square"))), tmp_path)
    (article,) = read_model_json(source, media, Report())
    (name,) = media
    assert article == paragraph(Image(name, alt="A square"))


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/b", "", "."])
def test_names_that_are_no_hash_are_not_looked_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(pictures.png())
    (tmp_path / "media").mkdir()
    report = Report()
    assert read(paragraph(Image(name, alt="x"), Text("y")), report, tmp_path) == (paragraph(Text("y")),)
    assert [f.code for f in report.findings] == ["media.missing"]


def test_a_picture_without_alternative_text_is_told() -> None:
    report = Report()
    read(paragraph(Image("abc")), report)
    read(paragraph(Image("abd", decorative=True)), report)
    assert [f.code for f in report.findings] == ["media.no-alt", "media.missing", "media.missing"]
