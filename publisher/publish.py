"""Artifacts into a folder: staged, then committed; a kill leaves the old files whole or is rolled forward."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from publisher.errors import OutputError

#: Where files wait inside the output folder until all of them are written.
STAGE = ".publisher-staged"
#: Written into the stage once it is whole; from then on the files in it are the bulletin.
JOURNAL = "commit.json"


def publish(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes all of *files* (name → bytes) into *folder*, or none of them; other files stay as they are.

    Each file is replaced atomically (``rename(2)``). An OutputError names what can't be written; a
    folder that was made for it is removed again.
    """
    made = _make(folder)
    try:
        with _locked(folder):
            roll_forward(folder)
            _stage(files, folder / STAGE)
            _commit(folder / STAGE, folder)
    except OSError as error:
        _withdraw(folder, made)
        raise OutputError(
            f"{error.filename or folder}: can't be written: {error.strerror}",
            "check the space on the disk and your rights, or choose another folder with -o",
        ) from None
    except BaseException:
        _withdraw(folder, made)
        raise


def stands(files: Mapping[str, bytes], folder: Path) -> bool:
    """Whether all of *files* stand in *folder* as they are."""
    try:
        return all((folder / name).read_bytes() == data for name, data in files.items())
    except OSError:
        return False


def write_beside(path: Path, data: bytes) -> None:
    """Writes *data* to *path*, whole or not at all; an OutputError where that can't be done."""
    draft = path.with_name(f".{path.name}.new")
    try:
        _write(draft, data)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise OutputError(f"{path}: can't be written: {error.strerror}", "check your rights in that folder") from None


def recover(folder: Path) -> None:
    """Finishes what a killed run began in *folder*: commits a whole stage, clears a broken one."""
    if not (folder / STAGE).is_dir():
        return
    with suppress(OSError), _locked(folder):
        roll_forward(folder)


def roll_forward(folder: Path) -> None:
    """Commits a stage that was whole when its run was killed; clears one that wasn't."""
    stage = folder / STAGE
    if (stage / JOURNAL).is_file():
        _commit(stage, folder)
    elif stage.is_dir():
        shutil.rmtree(stage)


def _make(folder: Path) -> list[Path]:
    """The folders that had to be made, outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{folder}: is a file, not a folder", "choose another folder with -o") from None
    except OSError as error:
        raise OutputError(
            f"{error.filename}: can't be made: {error.strerror}", "choose another folder with -o"
        ) from None
    return missing


def _stage(files: Mapping[str, bytes], stage: Path) -> None:
    stage.mkdir()
    for name, data in files.items():
        _write(stage / name, data)
    # The journal is the last thing written: what stands beside it is whole.
    _write(stage / JOURNAL, msgspec.json.encode(sorted(files)))
    _sync(stage)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _commit(stage: Path, folder: Path) -> None:
    for name in msgspec.json.decode((stage / JOURNAL).read_bytes(), type=list[str]):
        if (stage / name).exists():  # already moved, where a killed run is rolled forward
            (stage / name).replace(folder / name)
    _sync(folder)
    shutil.rmtree(stage)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _withdraw(folder: Path, made: list[Path]) -> None:
    """Clears the stage unless it is whole, and the folders that were made for nothing."""
    with suppress(OSError):
        roll_forward(folder)
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One run at a time in a folder; the lock goes with the process and leaves no file behind."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
