"""What independent judges say: outloud of PDF/UA-1, PDFBox's preflight of PDF/A."""

import io
from pathlib import Path

import pikepdf
import pytest

from publisher.formats import Artifact, Format
from publisher.preflight.pdf import check_pdf
from tests.judges.asking import outloud, pdfbox
from tests.writers.built import screen
from tests.writers.screen.siblings import sibling
from tests.writers.screen.trees import SAMPLES

#: Notes are painted at the foot of the page and read where they are called.
WELL_KNOWN = {"ORD-001", "TXT-004"}


@pytest.mark.parametrize("name", SAMPLES)
def test_outloud_finds_no_fault(name: str, tmp_path: Path) -> None:
    found = outloud(screen(name), tmp_path)
    assert [(finding["rule"], finding["message"]) for finding in found if finding["rule"] not in WELL_KNOWN] == []
    assert [finding["rule"] for finding in found if finding["severity"] == "error"] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_pdfbox_calls_its_sibling_valid(name: str, tmp_path: Path) -> None:
    assert pdfbox(sibling(screen(name)), tmp_path) == []


def test_the_judges_are_asked_and_answer(tmp_path: Path) -> None:
    data = sibling(screen("plain"))
    assert pdfbox(data.replace(b"<pdfaid:part>1<", b"<pdfaid:part>7<"), tmp_path) != []
    with pikepdf.open(io.BytesIO(screen("plain"))) as pdf, io.BytesIO() as mute:
        del pdf.Root["/Lang"], pdf.Root["/ViewerPreferences"]
        pdf.save(mute)
        assert outloud(mute.getvalue(), tmp_path) != []


def test_both_let_an_issue_of_sixty_articles_pass(tmp_path: Path) -> None:
    data = screen("sixty articles")
    assert [finding["rule"] for finding in outloud(data, tmp_path) if finding["severity"] == "error"] == []
    assert pdfbox(sibling(data), tmp_path) == []
    assert list(check_pdf(Artifact(Format.SCREEN, "file.pdf", data))) == []
