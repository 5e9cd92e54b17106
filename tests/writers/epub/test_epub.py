"""The book as a whole: what EPUBCheck says of it, and that its bytes depend on nothing but its contents."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.preflight.books.form import check_epub
from publisher.preflight.fidelity import compare
from publisher.report import Report
from publisher.theme.files import Marks
from publisher.writers.epub import write_epub
from tests.judges.asking import epubcheck
from tests.writers.epub.books import SAMPLES, THEME, found, mark, opened, tree, written
from tests.writers.epub.samples import issue, plain

ROOT = Path(__file__).parents[3]
WRITE = """
import hashlib, os
os.umask(0o077)
from tests.writers.epub.books import written
print(hashlib.sha256(written("plain")[0]).hexdigest())
"""


@pytest.mark.parametrize("name", SAMPLES)
def test_epubcheck_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    assert epubcheck(written(name)[0], tmp_path) == ((0, 0, 0), [])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_publishers_mark_stands_on_the_cover(kind: str, tmp_path: Path) -> None:
    theme = msgspec.structs.replace(THEME, marks=Marks(masthead="The <Herald>", logo=mark(kind)))
    data = write_epub(plain(), theme, Media(), None, Report())
    files = opened(data)
    file = "logo.png" if kind == "PNG" else "logo.jpg"
    assert files[file] == mark(kind)
    cover = files["cover.xhtml"].decode()
    assert f'<img class="logo" src="{file}" alt="the Press Office"/>' in cover
    assert cover.index("logo") < cover.index("The &lt;Herald&gt;</h1>")
    package = files["package.opf"].decode()
    assert '"schema:accessMode">visual<' in package
    assert '"schema:accessibilityFeature">alternativeText<' in package
    assert epubcheck(data, tmp_path) == ((0, 0, 0), [])


def test_epubcheck_is_asked_and_answers(tmp_path: Path) -> None:
    data = written("plain")[0].replace(b"application/epub+zip", b"application/epub+zap", 1)
    (_, errors, _), messages = epubcheck(data, tmp_path)
    assert errors > 0
    assert any(message.startswith("PKG-007") for message in messages)


@pytest.mark.parametrize("name", SAMPLES)
def test_our_own_preflight_has_nothing_to_say(name: str) -> None:
    artifact = Artifact(Format.EPUB, "book.epub", written(name)[0])
    assert list(check_epub(artifact)) == []
    assert list(compare(artifact, SAMPLES[name](), THEME)) == []


def test_an_issue_without_articles_is_still_a_book(tmp_path: Path) -> None:
    data = write_epub(issue(), THEME, Media(), None, Report())
    assert list(check_epub(Artifact(Format.EPUB, "book.epub", data))) == []
    assert epubcheck(data, tmp_path) == ((0, 0, 0), [])


def test_the_media_type_comes_first_and_as_it_is_the_rest_by_name() -> None:
    with zipfile.ZipFile(io.BytesIO(written("every node")[0])) as archive:
        first, second, *rest = archive.infolist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert archive.read(first) == b"application/epub+zip"
        assert second.filename == "META-INF/container.xml"
        assert [entry.filename for entry in rest] == sorted(entry.filename for entry in rest)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_depend_on_nothing_around(seed: str, tmp_path: Path) -> None:
    around = {"PYTHONHASHSEED": seed, "TZ": "Asia/Almaty", "LC_ALL": "C", "HOME": str(tmp_path), "LANG": "de_DE"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WRITE],
        env={**os.environ, **around},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(written("plain")[0]).hexdigest()


def test_another_word_gives_other_bytes() -> None:
    assert write_epub(plain(), THEME, Media(), None, Report()) == written("plain")[0]
    assert write_epub(issue(*plain().sections, number="48"), THEME, Media(), None, Report()) != written("plain")[0]


def test_dead_links_are_told_of() -> None:
    codes = [finding.code for finding in written("every node")[1]]
    assert set(codes) == {"link.dropped"}
    assert codes.count("link.dropped") == 4
    assert written("plain")[1] == ()


def test_no_file_is_written_twice() -> None:
    manifest = found(tree("every node", "package.opf"), "//opf:item/@href")
    assert len(manifest) == len(set(manifest)) == len(opened(written("every node")[0])) - 3
