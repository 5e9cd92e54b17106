"""Work done beside the program, in a process of its own, where the machine has a second processor for it.

The work is a function that gets another, by which it asks for what it is told later. What it returns comes back by a
pipe, and so does what it raises.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any, NoReturn, Protocol

#: Whether this process is one of several that have a processor each.
_alone: ContextVar[bool] = ContextVar("alone", default=False)
#: Gets the function that waits for what is told.
Work = Callable[[Callable[[], Any]], Any]


class Helper(Protocol):
    """Work that was begun, or that is done when it is waited for."""

    def tell(self, value: Any) -> None:
        """Gives the work what it asks for; a second time there is nothing to tell."""

    def outcome(self) -> Any:
        """What the work returns; raises what it raises."""


def processors() -> int:
    """How many processors this program may use."""
    if _alone.get():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a copy of this process can work on: elsewhere than on Linux, and beside threads, it may hang."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def alone() -> Iterator[None]:
    """While it lasts, nothing is done beside the program: the other processors have work of their own."""
    before = _alone.set(True)
    try:
        yield
    finally:
        _alone.reset(before)


@contextmanager
def helpers() -> Iterator[Callable[[Work], Helper]]:
    """While it lasts, work can be done beside the program; a process that nobody has waited for is ended.

    With one processor, work is done when it is waited for.
    """
    started: list[_Process] = []

    def beside(work: Work) -> Helper:
        if processors() < 2 or not can_fork():
            return _Later(work)
        started.append(_Process(work))
        return started[-1]

    try:
        yield beside
    finally:
        for process in started:
            process.end()


class _Later:
    """Work that is done here when it is waited for."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.told: Any = None

    def tell(self, value: Any) -> None:
        self.told = value

    def outcome(self) -> Any:
        return self.work(lambda: self.told)


class _Process(_Later):
    """A copy of this process that does one piece of work."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        asked, self.telling = os.pipe()
        self.hearing, answered = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.telling)
            os.close(self.hearing)
            _serve(work, asked, answered)
        os.close(asked)
        os.close(answered)

    def tell(self, value: Any) -> None:
        super().tell(value)
        with suppress(BrokenPipeError), os.fdopen(self.telling, "wb", closefd=False) as pipe:
            pickle.dump(value, pipe)

    def outcome(self) -> Any:
        with os.fdopen(self.hearing, "rb", closefd=False) as pipe:
            answer = pipe.read()
        self.end()
        try:
            is_well, value = pickle.loads(answer)  # noqa: S301 - our own process
        except (EOFError, pickle.UnpicklingError):
            # It was killed, perhaps for want of memory: the work is done here.
            return super().outcome()
        if is_well:
            return value
        raise value

    def end(self) -> None:
        """Ends the process if it still runs."""
        if self.pid:
            os.close(self.telling)
            os.close(self.hearing)
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0


def _serve(work: Work, asked: int, answered: int) -> NoReturn:
    """Does *work* in the copy and tells what became of it."""
    try:
        # Whoever interrupts the program ends its helpers: they have nothing to tidy up.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with os.fdopen(asked, "rb") as told, os.fdopen(answered, "wb") as pipe:
            pipe.write(_answer(work, lambda: pickle.load(told)))  # noqa: S301 - our own process
    finally:
        os._exit(0)


def _answer(work: Work, told: Callable[[], Any]) -> bytes:
    try:
        return pickle.dumps((True, work(told)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
