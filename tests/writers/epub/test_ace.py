"""What Ace by DAISY says of the books; it reads them in a Chromium."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from publisher.formats import Artifact, Format
from publisher.preflight.fidelity import compare
from publisher.report import Report
from publisher.writers.epub import write_epub
from tests.writers.epub.books import THEME, judged, written
from tests.writers.epub.broken import spoiled
from tests.writers.epub.samples import MEDIA
from tests.writers.epub.test_pagination import made
from tests.writers.epub.tongues import WORDS, spoken
from tests.writers.screen.judges import HERE, missing

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def ace(data: bytes, folder: Path) -> list[str]:
    """Ace's findings: rule, document, what is wrong."""
    program = HERE / "node_modules/.bin/ace-cli"
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if not program.exists() or shutil.which("node") is None or browser is None:
        missing("Ace (with a Chromium)")
    book = folder / "book.epub"
    book.write_bytes(data)
    around = {"PUPPETEER_EXECUTABLE_PATH": str(browser), "ACE_TIMEOUT_INITIAL": "60000"}
    done = subprocess.run(
        [program, "-f", "-s", "-o", folder / "ace", book],
        env={**os.environ, **around},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (folder / "ace/report.json").exists(), done.stdout + done.stderr
    report: dict[str, Any] = json.loads((folder / "ace/report.json").read_text("utf-8"))
    return [
        f"{fault['earl:test']['dct:title']}: {document['earl:testSubject']['url']}: "
        f"{fault['earl:result']['dct:description']}"
        for document in report["assertions"]
        for fault in document["assertions"]
    ]


@pytest.mark.parametrize("name", ["plain", "every node", "Arabic", "Russian"])
def test_ace_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    assert ace(written(name)[0], tmp_path) == []


def test_ace_has_nothing_to_say_of_a_book_with_pages(tmp_path: Path) -> None:
    assert ace(made("every node")[1].data, tmp_path) == []


@pytest.mark.parametrize("tag", WORDS)
def test_both_judges_have_nothing_to_say_in_any_language(tag: str, tmp_path: Path) -> None:
    data = write_epub(spoken(tag), THEME, MEDIA, None, Report())
    assert judged(data, tmp_path) == ((0, 0, 0), [])
    assert ace(data, tmp_path) == []
    assert list(compare(Artifact(Format.EPUB, "book.epub", data), spoken(tag), THEME)) == []


def test_ace_has_nothing_to_say_of_sixty_articles(tmp_path: Path) -> None:
    assert ace(made("sixty articles")[1].data, tmp_path) == []


def test_ace_is_asked_and_answers(tmp_path: Path) -> None:
    assert ace(spoiled(written("every node")[0], "a1.xhtml", 'alt="The quay at night"', ""), tmp_path) != []
