"""A crew of workers: processes that stay warm from one piece of work to the next, each piece given to one of them."""

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import NamedTuple

#: Pieces of work after which a worker is replaced, so that whatever it holds on to is given back.
RETIRES = 200

Work = Callable[[bytes], bytes]


_FORK, _SPAWN = multiprocessing.get_context("fork"), multiprocessing.get_context("spawn")


class _Worker(NamedTuple):
    """A process, and the line to it."""

    process: BaseProcess
    line: Connection


class Crew:
    """*number* processes that do *work*; they end with the program, whatever ends it."""

    def __init__(self, work: Work, number: int) -> None:
        self._work = work
        self._number = number
        self._workers: list[_Worker] = []
        # A copy of this process is warm at once; elsewhere than on Linux copies may hang.
        self._context = _FORK if sys.platform == "linux" else _SPAWN

    def __enter__(self) -> "Crew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.line.close()
            worker.process.kill()
            worker.process.join()

    def results(self, pieces: Sequence[bytes]) -> Iterator[tuple[bytes, bytes | None]]:
        """Each of *pieces* with what the work made of it, in the order in which they are done.

        None: the worker was ended from outside; another one goes on with the next piece.
        """
        waiting = list(reversed(pieces))
        busy: dict[Connection, tuple[_Worker, bytes, int]] = {}
        while waiting or busy:
            while waiting and len(busy) < self._number:
                self._give(self._hired(), waiting.pop(), busy, 1)
            for line in wait(list(busy)):
                worker, piece, number = busy.pop(line)  # type: ignore[call-overload]
                answer = _heard(worker)
                if answer is None or not waiting or number == RETIRES:
                    self._dismiss(worker)
                else:
                    self._give(worker, waiting.pop(), busy, number + 1)
                yield piece, answer

    def _give(
        self, worker: _Worker, piece: bytes, busy: dict[Connection, tuple[_Worker, bytes, int]], number: int
    ) -> None:
        try:
            worker.line.send_bytes(piece)
        except OSError:  # it was ended while it had nothing to do
            self._dismiss(worker)
            self._give(self._hired(), piece, busy, 1)
        else:
            busy[worker.line] = worker, piece, number

    def _hired(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        others = [worker.line for worker in self._workers]
        process = self._context.Process(target=_serve, args=(self._work, theirs, [ours, *others]), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.line.close()
        worker.process.join()


def _heard(worker: _Worker) -> bytes | None:
    try:
        return worker.line.recv_bytes()
    except (EOFError, OSError):
        return None


def _serve(work: Work, line: Connection, others: Sequence[Connection]) -> None:
    """Does one piece of work after the other, until nobody holds the other end of *line*."""
    for other in others:
        other.close()
    while True:
        try:
            piece = line.recv_bytes()
            line.send_bytes(work(piece))
        except (EOFError, OSError, KeyboardInterrupt):
            return
