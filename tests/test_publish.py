"""Publishing: all files or none, a kill leaves the old ones whole or is rolled forward, nothing left lying about."""

from pathlib import Path

import pytest

from publisher import publish as module
from publisher.errors import ExitCode, OutputError
from publisher.publish import JOURNAL, STAGE, publish, recover

OLD, NEW = {"a.pdf": b"old a", "a.docx": b"old d"}, {"a.pdf": b"new a", "a.docx": b"new d"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "build"
    publish(OLD, place)
    (place / "theirs.txt").write_bytes(b"not ours")
    return place


def test_files_are_replaced_and_others_left_alone(folder: Path) -> None:
    publish(NEW, folder)
    assert contents(folder) == NEW | {"theirs.txt": b"not ours"}


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    publish(NEW, tmp_path / "a" / "b")
    assert contents(tmp_path / "a" / "b") == NEW


@pytest.mark.parametrize("stop", ["a.docx", JOURNAL])
def test_a_break_while_staging_leaves_the_old_files_and_no_debris(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    before = contents(folder)
    write = module._write

    def breaking(path: Path, data: bytes) -> None:
        if path.name == stop:
            raise KeyboardInterrupt
        write(path, data)

    monkeypatch.setattr(module, "_write", breaking)
    with pytest.raises(KeyboardInterrupt):
        publish(NEW, folder)
    assert contents(folder) == before


def test_a_full_disk_is_told_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(module, "_write", full)
    with pytest.raises(OutputError, match="No space left") as caught:
        publish(NEW, tmp_path / "new" / "build")
    assert caught.value.code is ExitCode.OUTPUT
    assert list(tmp_path.iterdir()) == []


def test_a_kill_between_two_renames_is_rolled_forward_by_the_next_command(folder: Path) -> None:
    # What a kill leaves when the first of two files is already in place.
    stage = folder / STAGE
    stage.mkdir()
    (folder / "a.pdf").write_bytes(NEW["a.pdf"])
    (stage / "a.docx").write_bytes(NEW["a.docx"])
    (stage / JOURNAL).write_text('["a.docx","a.pdf"]')
    recover(folder)
    assert contents(folder) == NEW | {"theirs.txt": b"not ours"}


def test_a_kill_before_the_journal_is_cleared_by_the_next_command(folder: Path) -> None:
    before = contents(folder)
    (folder / STAGE).mkdir()
    (folder / STAGE / "a.pdf").write_bytes(b"half")
    recover(folder)
    assert contents(folder) == before


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(OutputError, match="is a file"):
        publish(NEW, tmp_path / "build")


def test_a_read_only_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(folder)

    def refuse(path: Path, **_: object) -> None:
        if not path.exists():
            raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OutputError, match="Read-only file system"):
        publish(NEW, folder)
    assert contents(folder) == before
