"""The journal of a batch, one JSON line for each bulletin: its report, and where a broken run goes on."""

from pathlib import Path
from types import TracebackType

from publisher.batch.work import Record
from publisher.errors import OutputError
from publisher.ledger import Ledger, json_lines
from publisher.publish import write_beside

NAME = "batch.jsonl"


class Journal:
    """The journal in the folder *out*, for one run at a time; after a whole run it has one line for each bulletin."""

    def __init__(self, out: Path) -> None:
        self._ledger = Ledger(out / NAME, Record)
        self._records: dict[str, Record] = {}

    def __enter__(self) -> "Journal":
        path = self._ledger.path
        try:
            self._records = {record.place: record for record in self._ledger.open()}
        except BlockingIOError:
            hint = "wait until it is done, or name another folder with -o"
            raise OutputError(f"{path.parent}: another batch is at work there", hint) from None
        except OSError as error:
            hint = "check the space on the disk and your rights, or name another folder with -o"
            raise OutputError(f"{path}: can't be written: {error.strerror}", hint) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if error is None:
                # What earlier runs noted is left out.
                write_beside(self._ledger.path, json_lines(self._records.values()))
        finally:
            self._ledger.close()

    def record(self, place: str) -> Record | None:
        """What became of a bulletin the last time."""
        return self._records.get(place)

    def note(self, record: Record) -> None:
        """Remembers what became of a bulletin, on the disk before the next one is noted."""
        self._records[record.place] = record
        try:
            self._ledger.add([record])
        except OSError as error:
            hint = "make room, then run the same command: it goes on from there"
            raise OutputError(f"{self._ledger.path}: can't be written: {error.strerror}", hint) from None
