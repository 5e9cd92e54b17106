"""The journal: what became of each address, so that a run that breaks off goes on without sending twice."""

import os
from pathlib import Path
from types import TracebackType
from typing import Literal

import msgspec

from publisher.errors import MailError
from publisher.ledger import Ledger

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
        self._ledger = Ledger(path, Entry, private=True)
        self._states: dict[tuple[str, str], State] = {}

    def __enter__(self) -> "Journal":
        path = self._ledger.path
        try:
            self._states = {(entry.message, entry.address): entry.state for entry in self._ledger.open()}
        except BlockingIOError:
            raise MailError(f"{path}: another run is sending this bulletin", "wait until it is done") from None
        except OSError as error:
            raise MailError(
                f"{path}: the journal can't be written: {error.strerror}",
                "without it nothing is sent: a broken run would send twice; XDG_STATE_HOME names another place",
            ) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._ledger.close()

    def state(self, message: str, address: str) -> State | None:
        """What became of *message* for *address*; None if it was never tried."""
        return self._states.get((message, address.casefold()))

    def note(self, message: str, addresses: tuple[str, ...], state: State) -> None:
        """Remembers the *state* of each address, on the disk before anything else happens."""
        entries = [Entry(message, address.casefold(), state) for address in addresses]
        self._ledger.add(entries)
        self._states.update({(message, entry.address): state for entry in entries})
