"""Many bulletins: one that fails harms no other, a broken run goes on, and the catalogue names what there is."""

import fcntl
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from publisher.batch import places_of
from publisher.batch.journal import NAME
from publisher.batch.work import do
from publisher.cli import run
from publisher.errors import ExitCode

TEXT = "A bridge before the ice\n\nThe first span stands before the river freezes.\n"
SETTINGS = 'title = "The <Valley> Bulletin"\nnumber = {}\ndate = 2026-05-04\nlanguage = "en-GB"\n'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for number in (1, 2, 3):
        folder = tmp_path / "archive" / f"no {number}"
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(TEXT)
        (folder / "bulletin.toml").write_text(SETTINGS.format(number))
    return tmp_path / "archive"


def build(archive: Path, *options: str) -> int:
    return run(["batch", str(archive), "-o", str(archive.parent / "out"), "-t", "docx", *options])


def records(archive: Path) -> dict[str, Any]:
    lines = (archive.parent / "out" / NAME).read_text("utf-8").splitlines()
    return {record["place"]: record for record in map(json.loads, lines)}


def test_each_bulletin_stands_in_its_folder_and_in_the_catalogue(archive: Path) -> None:
    assert build(archive, "-q") == 0
    out = archive.parent / "out"
    index = json.loads((out / "index.json").read_bytes())
    assert [bulletin["number"] for bulletin in index["bulletins"]] == ["1", "2", "3"]
    assert all((out / file["name"]).is_file() for each in index["bulletins"] for file in each["files"])
    page = (out / "index.html").read_text("utf-8")
    assert "The &lt;Valley&gt; Bulletin" in page
    assert 'href="no%201/the-valley-bulletin-1-en-gb.docx"' in page
    assert {record["state"] for record in records(archive).values()} == {"built"}


def test_one_that_fails_harms_no_other_and_gives_its_code(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "no 2" / "bulletin.toml").write_text("titel = 1\n")
    assert build(archive) == ExitCode.CONFIGURATION
    told = capsys.readouterr()
    assert "no 2/bulletin.toml:1: unknown key “titel”" in told.err
    assert "2 of 3 bulletins" in told.out
    out = archive.parent / "out"
    assert [found["folder"] for found in json.loads((out / "index.json").read_bytes())["failed"]] == ["no 2"]
    assert "Not built" in (out / "index.html").read_text("utf-8")
    assert (out / "no 3" / "the-valley-bulletin-3-en-gb.docx").is_file()


def test_a_second_run_makes_only_what_changed_or_is_missing(archive: Path) -> None:
    build(archive, "-q")
    (archive / "no 1" / "a.txt").write_text(TEXT + "\nAnother word.\n")
    shutil.rmtree(archive.parent / "out" / "no 2")
    assert build(archive, "-q") == 0
    states = {place: record["state"] for place, record in records(archive).items()}
    assert states == {"no 1": "built", "no 2": "built", "no 3": "unchanged"}
    assert len((archive.parent / "out" / NAME).read_bytes().splitlines()) == 3


def test_an_embargo_that_has_ended_is_not_taken_for_unchanged(archive: Path) -> None:
    with (archive / "no 1" / "bulletin.toml").open("a") as file:
        file.write("embargoed_until = 2026-05-04T12:00:00+00:00\n")
    build(archive, "-q", "--now", "2026-05-04T11:00:00+00:00")
    assert records(archive)["no 1"]["proof"] == ["EMBARGOED"]
    build(archive, "-q", "--now", "2026-05-04T13:00:00+00:00")
    assert records(archive)["no 1"]["state"] == "built"
    assert "proof" not in records(archive)["no 1"]


def test_a_journal_with_half_a_line_is_gone_on_from(archive: Path) -> None:
    build(archive, "-q")
    path = archive.parent / "out" / NAME
    path.write_bytes(path.read_bytes()[:-40])
    assert build(archive, "-q") == 0
    assert sorted(record["state"] for record in records(archive).values()) == ["built", "unchanged", "unchanged"]


def test_another_run_in_the_same_folder_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = archive.parent / "out"
    out.mkdir()
    with (out / NAME).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert build(archive) == ExitCode.OUTPUT
    assert "another batch is at work there" in capsys.readouterr().err


def test_a_bulletin_named_by_itself_and_with_others_is_one(archive: Path) -> None:
    places = places_of([archive, archive / "no 1", archive / ".." / "archive" / "no 2"])
    assert sorted(set(places.values())) == ["no 1", "no 2", "no 3"]
    assert places_of([archive / "no 1"]) == {archive / "no 1": "no 1"}


def test_a_folder_that_is_none_and_an_output_that_would_be_read_are_refused(archive: Path) -> None:
    assert build(archive / "no 9") == ExitCode.SOURCE
    assert run(["batch", str(archive), "-o", str(archive / "no 1" / "out")]) == ExitCode.USAGE


def test_whatever_is_wrong_with_a_bulletin_stands_in_its_record(tmp_path: Path) -> None:
    job = {"folder": str(tmp_path), "output": str(tmp_path / "out"), "place": "x", "targets": ["docx"]}
    record = json.loads(do(json.dumps(job).encode()))
    assert (record["state"], record["code"]) == ("failed", ExitCode.SOURCE)
    assert "there are no texts" in record["error"]
