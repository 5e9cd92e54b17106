"""The Python face: bytes in, artifacts and findings out, from any thread."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from publisher.api import build, check, read
from publisher.codes import CODES
from publisher.errors import ConfigurationError, FindingsError, SourceError
from publisher.formats import USUAL, Format

COPY = "RIVERTON – The council met on Monday.\n\nNobody left before midnight.\n".encode()
SETTINGS = 'title = "T"\nnumber = 1\ndate = 2026-11-24\nlanguage = "en"\n'


def test_reading_gives_articles() -> None:
    (article,) = read(COPY, "a.txt")
    assert article.metadata.dateline is not None
    assert article.metadata.dateline.place == "RIVERTON"
    with pytest.raises(SourceError):
        read(b"%PDF-1.7", "a.txt")


def test_building_gives_files_a_manifest_and_findings() -> None:
    made = build({"a.txt": COPY}, SETTINGS)
    assert [file.format for file in made.files] == list(USUAL)
    assert [entry.name for entry in made.manifest.files] == [file.name for file in made.files]
    assert "structure.no-headline" in [finding.code for finding in made.findings]
    for file in made.files:
        # What a machine lacks for the checks is said of the machine.
        assert [found for found in check(file.data, file.name) if not CODES[found.code].local] == []


def test_what_stands_in_the_way_is_raised_with_its_findings() -> None:
    with pytest.raises(FindingsError) as caught:
        build({"a.txt": "ᚠᚢᚦ".encode()}, SETTINGS, [Format.SCREEN])
    assert "font.missing" in [finding.code for finding in caught.value.findings]  # type: ignore[attr-defined]
    with pytest.raises(ConfigurationError):
        build({"a.txt": COPY}, "titel = 1")


def test_threads_do_not_disturb_each_other() -> None:
    copies = [COPY.replace(b"Monday", f"day {n}".encode()) for n in range(4)]
    alone = [build({"a.txt": copy}, SETTINGS).files for copy in copies]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda copy: build({"a.txt": copy}, SETTINGS).files, copies))
    assert together == alone


def test_nothing_is_printed_written_or_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = dict(os.environ)
    build({"a.txt": COPY}, SETTINGS)
    assert list(tmp_path.iterdir()) == []
    assert dict(os.environ) == before
    assert capfd.readouterr() == ("", "")
