"""Bounds hold, in little time and memory, and an issue may move them."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from publisher.cli import run
from publisher.errors import SourceError
from publisher.limits import USUAL, Limits
from publisher.model import Article
from publisher.settings import read_settings
from tests import pictures
from tests.readers.pandoc.desk import Reading, html, markdown

STORY = "A bridge before the ice\n\nThe council met on Monday and heard four speakers.\n"


def test_every_limit_is_a_key_of_the_settings() -> None:
    text = "\n".join(f"{name} = {getattr(Limits(), name)}" for name in Limits.__struct_fields__)
    assert read_settings(f"[limits]\n{text}\n").limits == USUAL


def test_a_build_goes_by_the_settings(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "bulletin.toml").write_text("[limits]\nsource_bytes = 20\n")
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out"), "-t", "docx"]) == 3
    assert "source_bytes" in capfd.readouterr().err
    (tmp_path / "bulletin.toml").write_text("[limits]\npages = 1\n")
    (tmp_path / "a.txt").write_text(f"{STORY}\n{STORY * 500}")
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out"), "-t", "docx"]) == 3
    assert "the limit of 1" in capfd.readouterr().err


def test_pixels(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(pictures.saved(Image.new("1", (1100, 1000)), "PNG"))
    reading = Reading("a.md", "# A\n\n![x](a.png)", tmp_path, Limits(picture_pixels=1_000_000))
    assert "1 megapixels" in reading.finding("media.unreadable").message
    few = Reading("a.md", "# A\n\n![x](a.png)", tmp_path, Limits(picture_bytes=10))
    assert few.codes == ["media.unreadable"]


def test_nesting() -> None:
    assert len(markdown("> " * 9 + "x").articles) == 1
    with pytest.raises(SourceError, match="nested more than 4 deep"):
        Reading("a.md", "> " * 9 + "x", limits=Limits(nesting=4))


def pages(depth: int) -> str:
    return f"<div>{'<blockquote>' * depth}x{'</blockquote>' * depth}</div>"


def zipped(size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(size))
    return buffer.getvalue()


#: Sources of few bytes that ask for much.
BOMBS: dict[str, tuple[str, bytes]] = {
    "a package": ("a.docx", zipped(80 << 20)),
    "brackets": ("a.md", b"[" * 50_000),
    "pictures": ("a.md", b"![[" * 20_000),
    "quotations": ("a.md", b">" * 20_000 + b"x"),
    "lists": ("a.md", b"\n".join(b" " * (2 * depth) + b"- x" for depth in range(1500))),
    "divisions": ("a.html", b"<div>" * 100_000),
    "tables": ("a.html", b"<table><tr><td>" * 20_000),
    "elements": ("a.nitf", b"<nitf><body><body.content>" + b"<block>" * 100_000),
    "entities": ("a.nitf", b'<!DOCTYPE nitf [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><nitf><body>&b;</body></nitf>'),
    "feeds": ("a.rss", b"<rss><channel><item><description>" + b"&lt;div&gt;" * 100_000),
    "objects": ("a.json", b'{"uri": "x", "associations": [' * 50_000),
    "letters": ("a.eml", b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 20_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_or_read_within_bounds(name: str) -> None:
    articles: tuple[Article, ...] = ()
    with suppress(SourceError):
        articles = Reading(*BOMBS[name]).articles
    assert len(articles) <= 1


def test_deep_pages_are_read_or_refused() -> None:
    assert len(html(pages(20)).articles) == 1
    with pytest.raises(SourceError):
        html(pages(200))
