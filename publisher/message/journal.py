"""The journal: what became of each address, so that a run that breaks off goes on without sending twice."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Literal

import msgspec

from publisher.errors import MailError

#: ``trying`` is written before a text goes over the line, the others when it is known what became of it.
State = Literal["trying", "sent", "failed"]


class Entry(msgspec.Struct, frozen=True):
    """One line of the journal."""

    message: str
    address: str
    state: State


def state_folder() -> Path:
    """Where a program keeps what it remembers between its runs (XDG base directories)."""
    given = os.environ.get("XDG_STATE_HOME")
    return (Path(given) if given else Path.home() / ".local" / "state") / "publisher" / "mail"


class Journal:
    """The journal at *path*, readable by its owner alone; one run at a time has it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle = -1
        self._states: dict[tuple[str, str], State] = {}

    def __enter__(self) -> "Journal":
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._handle)
            raise MailError(f"{self.path}: another run is sending this bulletin", "wait until it is done") from None
        except OSError as error:
            raise MailError(
                f"{self.path}: the journal can't be written: {error.strerror}",
                "without it nothing is sent: a broken run would send twice; XDG_STATE_HOME names another place",
            ) from None
        self._read()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.close(self._handle)

    def _read(self) -> None:
        data = self.path.read_bytes()
        for line in data.splitlines():
            try:
                entry = msgspec.json.decode(line, type=Entry)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue  # a line that a fallen machine left half written says nothing
            self._states[entry.message, entry.address] = entry.state
        if data and not data.endswith(b"\n"):
            os.write(self._handle, b"\n")

    def state(self, message: str, address: str) -> State | None:
        """What became of *message* for *address*; None if it was never tried."""
        return self._states.get((message, address.casefold()))

    def note(self, message: str, addresses: tuple[str, ...], state: State) -> None:
        """Remembers the *state* of each address, on the disk before anything else happens."""
        entries = [Entry(message, address.casefold(), state) for address in addresses]
        os.write(self._handle, b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries))
        os.fsync(self._handle)
        self._states.update({(message, entry.address): state for entry in entries})
