"""A file of JSON lines that one run at a time has: what it did is on the disk before it does the next thing."""

import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

Entry = TypeVar("Entry")


class Ledger(Generic[Entry]):
    """The entries of one *kind* at *path*; a *private* one is readable by its owner alone, with its folder."""

    def __init__(self, path: Path, kind: type[Entry], private: bool = False) -> None:
        self.path = path
        self._kind = kind
        self._private = private
        self._handle = -1

    def open(self) -> list[Entry]:
        """The entries so far, from now on this run's; BlockingIOError where another has them, OSError where nobody can.

        A line that a killed run left half written says nothing.
        """
        self.path.parent.mkdir(mode=0o700 if self._private else 0o777, parents=True, exist_ok=True)
        self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600 if self._private else 0o644)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return self._read()
        except BaseException:
            self.close()
            raise

    def _read(self) -> list[Entry]:
        data = self.path.read_bytes()
        if data and not data.endswith(b"\n"):
            os.write(self._handle, b"\n")
        found = []
        for line in data.splitlines():
            try:
                found.append(msgspec.json.decode(line, type=self._kind))
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue
        return found

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds *entries*, on the disk when this returns; an OSError where they can't be written."""
        os.write(self._handle, json_lines(entries))
        os.fsync(self._handle)

    def close(self) -> None:
        """Leaves the file to others."""
        os.close(self._handle)


def json_lines(entries: Iterable[object]) -> bytes:
    """*entries* in JSON, one a line."""
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
