"""What independent judges say: outloud of PDF/UA-1, PDFBox's preflight of PDF/A."""

from pathlib import Path

import pytest

from publisher.formats import Artifact, Format
from publisher.preflight.pdf import check_pdf
from tests.writers.epub.test_pagination import made
from tests.writers.screen.judges import outloud, pdfbox, sibling
from tests.writers.screen.trees import SAMPLES, written

#: Notes are painted at the foot of the page and read where they are called.
WELL_KNOWN = {"ORD-001", "TXT-004"}


@pytest.mark.parametrize("name", SAMPLES)
def test_outloud_finds_no_fault(name: str, tmp_path: Path) -> None:
    found = outloud(written(name), tmp_path)
    assert [(finding["rule"], finding["message"]) for finding in found if finding["rule"] not in WELL_KNOWN] == []
    assert [finding["rule"] for finding in found if finding["severity"] == "error"] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_pdfbox_calls_its_sibling_valid(name: str, tmp_path: Path) -> None:
    assert pdfbox(sibling(written(name)), tmp_path) == "The file a-1.pdf is a valid PDF/A-1b file"


def test_the_judges_are_asked_and_answer(tmp_path: Path) -> None:
    data = sibling(written("plain"))
    assert "not a valid" in pdfbox(data.replace(b"<pdfaid:part>1<", b"<pdfaid:part>7<"), tmp_path)
    untold = written("plain").replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null")
    assert untold != written("plain") or outloud(untold, tmp_path) == []


def test_both_let_an_issue_of_sixty_articles_pass(tmp_path: Path) -> None:
    data = made("sixty articles")[0].data
    assert [finding["rule"] for finding in outloud(data, tmp_path) if finding["severity"] == "error"] == []
    assert pdfbox(sibling(data), tmp_path) == "The file a-1.pdf is a valid PDF/A-1b file"
    assert list(check_pdf(Artifact(Format.SCREEN, "file.pdf", data))) == []
