"""The journal of a batch, one JSON line for each bulletin: its report, and where a broken run goes on."""

import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import msgspec

from publisher.batch.work import Record
from publisher.errors import OutputError
from publisher.publish import write_beside

NAME = "batch.jsonl"


class Journal:
    """The journal in the folder *out*, for one run at a time; after a whole run it has one line for each bulletin."""

    def __init__(self, out: Path) -> None:
        self.path = out / NAME
        self._handle = -1
        self._records: dict[str, Record] = {}

    def __enter__(self) -> "Journal":
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = self._locked()
            self._read()
        except BlockingIOError:
            hint = "wait until it is done, or name another folder with -o"
            raise OutputError(f"{self.path.parent}: another batch is at work there", hint) from None
        except OSError as error:
            hint = "check the space on the disk and your rights, or name another folder with -o"
            raise OutputError(f"{self.path}: can't be written: {error.strerror}", hint) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if error is None:
                # What earlier runs noted is left out.
                write_beside(self.path, _lines(self._records.values()))
        finally:
            os.close(self._handle)

    def _locked(self) -> int:
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise
        return handle

    def _read(self) -> None:
        for line in self.path.read_bytes().splitlines():
            try:
                record = msgspec.json.decode(line, type=Record)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue  # what a killed run left half written says nothing
            self._records[record.place] = record

    def record(self, place: str) -> Record | None:
        """What became of a bulletin the last time."""
        return self._records.get(place)

    def note(self, record: Record) -> None:
        """Remembers what became of a bulletin, on the disk before the next one is noted."""
        self._records[record.place] = record
        try:
            os.write(self._handle, _lines([record]))
            os.fsync(self._handle)
        except OSError as error:
            hint = "make room, then run the same command: it goes on from there"
            raise OutputError(f"{self.path}: can't be written: {error.strerror}", hint) from None


def _lines(records: Iterable[Record]) -> bytes:
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)
