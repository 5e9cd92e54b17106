"""The commands for finished files: a report for a print shop, sheets for an office printer."""

import json
from pathlib import Path

import pikepdf
import pytest

from publisher.cli import run
from tests.preflight.press import sound
from tests.preflight.press.broken_content import BROKEN

IMPOSE = ["impose", "a.pdf", "--layout", "booklet", "--sheet", "A4"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pdf").write_bytes(sound.sound())
    (tmp_path / "b.pdf").write_bytes(sound.spoilt(BROKEN["RGB area"][1]))
    return tmp_path


def test_check_writes_a_report_beside_what_it_says(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["check", "a.pdf", "--report", "out/a.html"]) == 0
    assert "a.pdf" in (folder / "out/a.html").read_text("utf-8")
    assert run(["check", "a.pdf", "b.pdf", "--json", "--report", "ab.html"]) == 5
    out = capfdbinary.readouterr().out.splitlines(keepends=True)
    findings = json.loads(b"".join(out[out.index(b"{\n") :]))["findings"]
    assert "press.rgb" in [finding["code"] for finding in findings]
    assert "b.pdf" in (folder / "ab.html").read_text("utf-8")


def test_check_names_the_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "b.pdf"]) == 5
    assert "error: b.pdf, page 1, 10.2 mm across, 45.2 mm down: an area in RGB [press.rgb]" in capsys.readouterr().err


def test_impose_writes_sheets_and_says_how_to_print_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*IMPOSE, "-o", "sheets.pdf", "--creep", "1.5", "--blank", "cover"]) == 0
    said = capsys.readouterr()
    assert "2 sides of A4; print on both sides, turned on the short edge" in said.out
    assert "2 blank pages stand before its last page" in said.err
    with pikepdf.open("sheets.pdf") as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([*IMPOSE, "-o", "a.pdf"], 2, "another name"),
        (["check", "a.pdf", "--report", "a.pdf"], 2, "another name"),
        ([*IMPOSE, "-o", "x.pdf", "--creep", "-1"], 2, "creep"),
        ([*IMPOSE[:-1], "A2", "-o", "x.pdf"], 2, "Tabloid"),
        (["impose", "none.pdf", *IMPOSE[2:], "-o", "x.pdf"], 3, "can't be read"),
    ],
)
def test_what_cannot_be_done_is_told(
    folder: Path, arguments: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    assert told in capsys.readouterr().err
    assert not Path("x.pdf").exists()


def test_build_warns_of_pages_that_do_not_fold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "seeds").mkdir()
    (folder / "seeds/a.txt").write_text(
        "RIVERTON – The council met on Monday.\n\nNobody left before midnight.\n", "utf-8"
    )
    (folder / "seeds/bulletin.toml").write_text('title = "Valley"\n[print]\nbinding = "saddle"\n', "utf-8")
    assert run(["build", "-t", "print"]) == 0
    assert "print.binding" in capsys.readouterr().err
