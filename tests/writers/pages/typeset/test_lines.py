"""A line that is remembered is the line that would have been set: pages come out the same to the byte."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from weasyprint.layout import inline

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Emphasis, Link, Note, Paragraph, Section, Text
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers.layout import lay_out
from publisher.writers.pages.typeset import lines, teach
from tests.samples import SENTENCES, bulletin

ROOT = Path(__file__).parents[4]
BUILD = """
import sys
from publisher.cli import run
from publisher.writers.pages import typeset
typeset.LESSONS = tuple(name for name in typeset.LESSONS if name != sys.argv[1])
sys.exit(run(["build", sys.argv[2], "-t", "print", "-t", "screen", "-o", sys.argv[3], "-q"]))
"""


def issue() -> Bulletin:
    note = Note((Paragraph((Text("What the harbour master said in 1998."),)),))
    words = " ".join(SENTENCES)
    mixed = (
        Text(words + " "),
        Emphasis((Text(SENTENCES[0]),)),
        Text(" "),
        Link("https://example.org", (Text("a link"),)),
    )
    blocks = [Paragraph((*mixed, note) if n % 3 == 0 else mixed) for n in range(12)]
    return Bulletin(bulletin().metadata, (Section((Article(Metadata(headline="On the quay"), tuple(blocks)),)),))


@pytest.mark.parametrize("source", ["seeds", "tests/specimen"])
def test_the_files_are_the_same_without_the_lesson(source: str, tmp_path: Path) -> None:
    for lesson in ("lines", "none"):
        command = [sys.executable, "-c", BUILD, lesson, str(ROOT / source), str(tmp_path / lesson)]
        subprocess.run(command, check=True, cwd=ROOT)
    names = sorted(path.name for path in (tmp_path / "none").glob("*.pdf"))
    assert len(names) == 2
    for name in names:
        assert (tmp_path / "none" / name).read_bytes() == (tmp_path / "lines" / name).read_bytes()


def _lines_broken(monkeypatch: pytest.MonkeyPatch, taught: bool) -> tuple[int, bytes]:
    """How many lines the engine itself breaks for the pages of `issue`, and the pages."""
    assert teach() == ()
    broken = []

    def counted(*arguments: Any) -> Any:
        broken.append(1)
        return stock(*arguments)

    stock = lines._next
    with monkeypatch.context() as patch:
        patch.setattr(lines, "_next", counted)
        patch.setattr(inline, "get_next_linebox", lines.get_next_linebox if taught else counted)
        pages = lay_out(issue(), load_theme("gazette"), Media(), Report()).document
    return len(broken), pages.write_pdf(uncompressed_pdf=True)


def test_columns_with_notes_are_the_same_and_fewer_lines_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    number, pages = _lines_broken(monkeypatch, taught=True)
    stock, expected = _lines_broken(monkeypatch, taught=False)
    assert pages == expected
    assert number < 0.6 * stock
