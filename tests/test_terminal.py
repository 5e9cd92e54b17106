"""The command line starts without what only some commands need."""

import subprocess
import sys

import pytest

from publisher.report import Holdings, Where, finding
from publisher.terminal import Terminal

HEAVY = ("rich", "msgspec", "lxml", "weasyprint", "pikepdf", "docx", "regex", "publisher.pipeline")


@pytest.mark.parametrize("module", HEAVY)
def test_help_does_not_load(module: str) -> None:
    code = f"import sys; from publisher.cli import run; run(['--help']); sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_what_the_message_says_is_not_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    where = Where(file="b.epub", line=7, part="EPUB/a1.xhtml", article="A bridge")
    Terminal().findings([finding("epub.judged", "b.epub: Ace on “A bridge”, picture 1: no alt", where)])
    said = " ".join(capsys.readouterr().err.split())
    assert said == "error: b.epub:7, EPUB/a1.xhtml: Ace on “A bridge”, picture 1: no alt [epub.judged]"


def test_what_the_formats_hold_is_told_without_what_none_has(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().parity((Holdings("print", headings=2), Holdings("epub", headings=2, links=0, notes=1, metadata=7)))
    assert " ".join(capsys.readouterr().err.split()) == "the same in print, epub: every word, 2 headings, 1 note"
