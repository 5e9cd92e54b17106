"""A build whose issue hasn't changed since the last one: recognised without reading a text, and not done again.

What was made is found by all that it depends on: every file in the issue's folders, what was asked for, this program
and the packages it stands on. Two things are looked at afterwards: the system's libraries that were loaded, and
whether an embargo still holds.
"""

import datetime
import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from publisher.cache import keep, recall
from publisher.embargo import is_held
from publisher.metadata import BulletinMetadata
from publisher.report import Finding, Holdings
from publisher.theme.loading import styles_folder

#: Folders that hold more than this (bytes, files) are no issues; they are not searched to the end.
MOST_BYTES, MOST_FILES = 1 << 28, 5_000
#: Programs of others that a print PDF's ink is measured with, where they are here.
PROGRAMS = ("pdftoppm", "gs")
#: Where Linux tells which libraries this process has loaded.
LOADED = Path("/proc/self/maps")


class Made(msgspec.Struct, frozen=True):
    """What a build made: its files by name, the manifest among them, its findings, and what they depend on."""

    metadata: BulletinMetadata
    files: dict[str, bytes]
    manifest: bytes
    findings: list[Finding]
    parity: tuple[Holdings, ...] = ()
    libraries: dict[str, tuple[int, int]] = {}


def issue_key(names: Sequence[str], configuration: Path | None, asked: Sequence[object]) -> str | None:
    """The hash of all that a build of the folders *names* depends on; None where it can't be told beforehand.

    *asked* is what else was asked for. A single file may refer to pictures anywhere beside it: it has no key.
    """
    if not all(Path(name).is_dir() for name in names):
        return None
    folders = dict.fromkeys([*map(Path, names), *([configuration.parent] if configuration else [])])
    told = hashlib.sha256(repr((names, configuration, asked, sys.version)).encode())
    try:
        for line in (*_program(), *_contents(list(folders))):
            told.update(len(line).to_bytes(8))
            told.update(line)
    except (OSError, OverflowError):
        return None
    return told.hexdigest()


def made_before(key: str, now: datetime.datetime | None) -> Made | None:
    """What a build under *key* made, if it would still make the same."""
    data = recall(key)
    if data is None:
        return None
    try:
        made = msgspec.msgpack.decode(data, type=Made)
    except msgspec.MsgspecError:
        return None
    is_same = all(_state(name) == state for name, state in made.libraries.items())
    return made if is_same and is_held(made.metadata, now) == ("EMBARGOED" in made.metadata.proof) else None


def keep_made(key: str, made: Made) -> None:
    """Keeps what a build under *key* made; not where the system doesn't tell which libraries it was made with."""
    if LOADED.exists():
        keep(key, msgspec.msgpack.encode(msgspec.structs.replace(made, libraries=dict(_libraries()))))


def _program() -> Iterator[bytes]:
    """What this program is made of: its own files by size and time, its packages by name and version."""
    for folder in (Path(__file__).parent, styles_folder()):
        for parent, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if name != "__pycache__")
            for name in sorted(names):
                path = os.path.join(parent, name)  # noqa: PTH118 - a third of the time of Path for hundreds of files
                yield f"{path}{_state(path)}".encode("utf-8", "surrogateescape")
    packages = Path(msgspec.__file__).parent.parent
    yield repr(sorted(name for name in os.listdir(packages) if name.endswith(".dist-info"))).encode()  # noqa: PTH208
    for program in PROGRAMS:
        found = shutil.which(program)
        yield f"{found}{_state(found) if found else ''}".encode("utf-8", "surrogateescape")


def _contents(folders: Sequence[Path]) -> Iterator[bytes]:
    """The name of each thing in *folders* and what it holds or leads to.

    An OverflowError where there is too much to be an issue; an OSError where it can't be read.
    """
    size = number = 0
    for folder in folders:
        for parent, below, names in os.walk(folder, onerror=_raise):
            below.sort()
            for name in (*below, *sorted(names)):
                path = Path(parent) / name
                state = path.stat()
                number, size = number + 1, size + state.st_size
                if size > MOST_BYTES or number > MOST_FILES:
                    raise OverflowError
                yield os.fsencode(path)
                if path.is_symlink():
                    yield os.fsencode(path.readlink())
                if not stat.S_ISDIR(state.st_mode):
                    yield _digest(path, state)


def _digest(path: Path, state: os.stat_result) -> bytes:
    if not stat.S_ISREG(state.st_mode):
        raise OSError(f"{path} is no file that can be read twice")
    return hashlib.sha256(path.read_bytes()).digest()


def _raise(error: OSError) -> None:
    raise error


def _libraries() -> Iterator[tuple[str, tuple[int, int]]]:
    """The shared libraries that this process has loaded."""
    for name in sorted({line.split(maxsplit=5)[-1] for line in LOADED.read_text().splitlines()}):
        if ".so" in name and name.startswith("/"):
            yield name, _state(name)


def _state(path: str) -> tuple[int, int]:
    """The size and the time of a file; zeros where there is none."""
    try:
        state = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns
