"""A build is recalled only while nothing that it depends on has changed, and changes no byte of the result."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publisher import building, unchanged
from publisher.cli import run

TEXT = "A bridge before the ice\n\nThe first span stands before the river freezes.\n"
SETTINGS = 'title = "The Bulletin"\nnumber = 4\ndate = 2026-05-04\nlanguage = "en-GB"\n'
EMBARGO = "embargoed_until = 2026-05-04T12:00:00+00:00\n"


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "issue"
    (folder / "Towns").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT)
    (folder / "Towns" / "b.txt").write_text(TEXT)
    (folder / "bulletin.toml").write_text(SETTINGS)
    return folder


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with each build that isn't recalled."""
    made: list[int] = []
    stock = building._made

    def counted(*arguments: Any) -> unchanged.Made:
        made.append(1)
        return stock(*arguments)

    monkeypatch.setattr(building, "_made", counted)
    return made


def build(issue: Path, *options: str) -> dict[str, bytes]:
    """The files of a build that succeeds."""
    out = issue.parent / "out"
    assert run(["build", str(issue), "-o", str(out), "-t", "docx", "-q", *options]) == 0
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_what_has_not_changed_is_not_made_again_and_not_written(issue: Path, builds: list[int]) -> None:
    first = build(issue)
    times = [path.stat().st_mtime_ns for path in sorted((issue.parent / "out").iterdir())]
    assert build(issue) == first
    assert [path.stat().st_mtime_ns for path in sorted((issue.parent / "out").iterdir())] == times
    shutil.rmtree(issue.parent / "out")
    assert build(issue) == first
    assert len(builds) == 1


@pytest.mark.parametrize("name", ["a.txt", "Towns/b.txt", "bulletin.toml", "new.txt", "picture.png", "approval.json"])
def test_a_file_of_the_issue_that_changes_has_it_made_again(issue: Path, builds: list[int], name: str) -> None:
    build(issue, "-t", "ninjs")
    with (issue / name).open("a") as file:
        file.write("\n# One more.\n" if name == "bulletin.toml" else "\nOne more.\n")
    run(["build", str(issue), "-o", str(issue.parent / "out"), "-t", "docx", "-t", "ninjs", "-q"])
    assert len(builds) == 2


@pytest.mark.parametrize("options", [["-t", "ninjs"], ["--theme", "gazette"], ["--release"]])
def test_what_is_asked_for_otherwise_is_made_again(issue: Path, builds: list[int], options: list[str]) -> None:
    build(issue)
    build(issue, *options)
    assert len(builds) == 2


def test_an_embargo_that_ends_ends_for_what_was_kept_as_well(issue: Path) -> None:
    (issue / "bulletin.toml").write_text(SETTINGS + f'[source."a.txt"]\n{EMBARGO}')
    before = build(issue, "--now", "2026-05-04T11:00:00+00:00")
    after = build(issue, "--now", "2026-05-04T13:00:00+00:00")
    assert all("EMBARGOED" in name for name in before)
    assert any("EMBARGOED" not in name for name in after)
    assert set(build(issue, "--now", "2026-05-04T11:00:00+00:00")) == set(after)


def test_a_build_from_the_cache_and_one_without_are_the_same(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(issue)
    kept = build(issue)
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert build(issue) == kept


def test_what_failed_is_not_kept(issue: Path, builds: list[int]) -> None:
    (issue / "a.txt").write_text("")
    for _ in range(2):
        assert run(["build", str(issue), "-o", str(issue.parent / "out"), "-t", "docx", "-q"]) == 5
    assert len(builds) == 2


def test_another_library_of_the_system_has_it_made_again(
    issue: Path, builds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(issue)
    stock = unchanged._state
    monkeypatch.setattr(
        unchanged, "_state", lambda path: (1, 1) if "libpython" in path or ".so" in path else stock(path)
    )
    build(issue)
    assert len(builds) == 2


def test_a_link_that_leads_elsewhere_has_it_made_again(issue: Path, builds: list[int]) -> None:
    for name in ("one", "two"):
        (issue.parent / name).write_text(TEXT)
    (issue / "c.txt").symlink_to(issue / "a.txt")
    build(issue)
    (issue / "c.txt").unlink()
    (issue / "c.txt").symlink_to(issue / "Towns" / "b.txt")
    build(issue)
    assert len(builds) == 2


@pytest.mark.parametrize(
    "spoil", [lambda kept: kept[:-9], lambda kept: kept[:40] + b"\xff" * 40 + kept[80:], lambda _: b""]
)
def test_an_entry_that_was_spoilt_is_made_again(
    issue: Path, builds: list[int], spoil: Callable[[bytes], bytes]
) -> None:
    first = build(issue)
    (entry,) = (issue.parent / "cache" / "publisher").iterdir()
    entry.write_bytes(spoil(entry.read_bytes()))
    assert build(issue) == first
    assert len(builds) == 2


def test_what_changes_while_it_is_built_is_not_kept(
    issue: Path, builds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    stock = building._made

    def disturbed(*arguments: Any) -> unchanged.Made:
        made = stock(*arguments)
        (issue / "a.txt").write_text(TEXT.replace("spans", "span"))
        with (issue / "a.txt").open("a") as file:
            file.write("\nAnother word.\n")
        return made

    monkeypatch.setattr(building, "_made", disturbed)
    build(issue)
    monkeypatch.setattr(building, "_made", stock)
    (issue / "a.txt").write_text(TEXT)
    first = build(issue)
    assert build(issue) == first
    assert len(builds) == 2


def test_a_folder_that_holds_no_issue_alone_has_no_key(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "MOST_FILES", 2)
    assert unchanged.issue_key([str(issue)], None, ()) is None
    monkeypatch.setattr(unchanged, "MOST_FILES", 5_000)
    assert unchanged.issue_key([str(issue)], None, ())
    os.mkfifo(issue / "pipe.txt")
    assert unchanged.issue_key([str(issue)], None, ()) is None


def test_single_files_have_no_key_for_their_pictures_may_stand_anywhere(issue: Path) -> None:
    assert unchanged.issue_key([str(issue / "a.txt")], None, ()) is None
    assert unchanged.issue_key(["-"], None, ()) is None


def test_the_cache_command_tells_and_clears(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(issue)
    assert run(["cache"]) == 0
    assert ": 1 entry, " in capsys.readouterr().out
    assert run(["cache", "clear"]) == 0
    assert run(["cache"]) == 0
    assert ": 0 entries, 0 kB" in capsys.readouterr().out
