"""Outside programs: run within limits, with nothing of ours in their environment, their failures put into words."""

import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from publisher.errors import LimitError, MissingError

# The shell sets the limits and becomes the program. What Python could do instead, between fork and
# exec, is not safe where other threads run. Some systems know no limit of memory; the others still hold.
_LIMITED = 'ulimit -c 0; ulimit -v "$1" 2>/dev/null; shift; exec "$@"'
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.defpath}
_MOST_SAID = 4 << 20
_CHUNK = 1 << 18
_LONGEST_NUMBER = 32
#: How often a program that works is looked at, seconds.
_LOOK = 0.1


class Limits(NamedTuple):
    """What a program may use: seconds by the clock, bytes of memory (address space) and of output.

    *processor* is seconds of a processor, which don't pass while others keep the machine busy; only Linux counts them.
    """

    seconds: float = 30
    memory: int = 2 << 30
    output: int = 256 << 20
    processor: float | None = None


#: What is enough for any text that a person wrote.
USUAL = Limits()


class Outcome(NamedTuple):
    """What a program left: standard output, the beginning of standard error, exit code (below 0: a signal)."""

    output: bytes
    said: str
    code: int

    @property
    def reason(self) -> str:
        """Why it failed, in its own last words or by the signal that ended it."""
        if self.code < 0:
            return f"it was ended by {signal.Signals(-self.code).name}"
        lines = [line.strip() for line in self.said.splitlines() if line.strip()]
        return lines[-1] if lines else f"it ended with code {self.code} and said nothing"


def run(
    program: Path,
    arguments: Sequence[str],
    data: bytes,
    task: str,
    hint: str,
    limits: Limits = USUAL,
) -> Outcome:
    """What *program* makes of *data* on its standard input.

    Whatever ends the wait, time or Ctrl-C, ends the program with all that it started. A LimitError begins
    with *task* ("a.md: reading it") and has *hint*; a MissingError says that the program can't be started.
    """
    with _started(program, arguments, limits.memory) as process:
        try:
            return _Exchange(process, data, task, hint, limits).outcome()
        except BaseException:
            _kill(process)
            raise


def _started(program: Path, arguments: Sequence[str], memory: int) -> subprocess.Popen[bytes]:
    if not os.access(program, os.X_OK):
        raise MissingError(f"{program}: can't be run", "`publisher doctor` says how to come by it")
    command = ["/bin/sh", "-c", _LIMITED, "sh", str(memory >> 10), str(program), *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(  # noqa: S603 - a list, no shell line; the program is one of ours
        command, stdin=pipe, stdout=pipe, stderr=pipe, cwd="/", env=_ENVIRONMENT, start_new_session=True
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _processor_seconds(process: int) -> float | None:
    """The seconds of a processor that *process* has used so far; None where the system doesn't say."""
    try:
        numbers = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return None
    # proc(5): user and system time, in ticks.
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


class EndedError(Exception):
    """A program that should have stayed ended, and left *outcome*."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


class Companion:
    """A program that stays, and answers one request after the other; each reply begins with its length on a line."""

    def __init__(self, program: Path, arguments: Sequence[str], memory: int) -> None:
        self._process = _started(program, arguments, memory)

    def ask(self, request: bytes, task: str, hint: str, limits: Limits = USUAL) -> bytes:
        """The reply to *request*; whatever hinders it, a LimitError among them, ends the program.

        EndedError: it ended by itself. Its memory was limited when it was started.
        """
        exchange = _Exchange(self._process, request, task, hint, limits)
        try:
            reply = exchange.reply()
        except BaseException:
            self.end()
            raise
        if reply is None:
            code = self._process.wait()
            self.end()
            raise EndedError(Outcome(b"", exchange.said.decode("utf-8", "replace"), code))
        return reply

    def end(self) -> None:
        """Ends the program, if it runs still."""
        _kill(self._process)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        self._process.wait()


class _Exchange:
    """The talk with a running program: input fed and output drained as it takes and gives them."""

    def __init__(self, process: subprocess.Popen[bytes], data: bytes, task: str, hint: str, limits: Limits) -> None:
        self.process = process
        self.task, self.hint, self.limits = task, hint, limits
        self.rest = memoryview(data)
        self.output, self.said = bytearray(), bytearray()
        self.end = time.monotonic() + limits.seconds
        self.used = _processor_seconds(process.pid)

    def outcome(self) -> Outcome:
        """What the program left when it ended by itself; LimitError if it had to be stopped."""
        self._talk(lambda: False, closes=True)
        try:
            code = self.process.wait(max(0, self.end - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise self._late() from None
        return Outcome(bytes(self.output), self.said.decode("utf-8", "replace"), code)

    def reply(self) -> bytes | None:
        """The reply of a program that stays: its length on a line, then so many bytes; None if it ended instead.

        What it said on standard error is in ``said``.
        """
        self._talk(self._is_whole, closes=False)
        return bytes(self.output[self.output.index(b"\n") + 1 :]) if self._is_whole() else None

    def _is_whole(self) -> bool:
        at = self.output.find(b"\n", 0, _LONGEST_NUMBER)
        return at > 0 and len(self.output) > at + int(self.output[:at])

    def _talk(self, is_done: Callable[[], bool], closes: bool) -> None:
        """Moves bytes until *is_done*, or every stream is at its end; *closes*: a stream is closed at its end."""
        with selectors.DefaultSelector() as selector:
            for stream, event in self._streams():
                os.set_blocking(stream.fileno(), False)
                selector.register(stream, event, stream)
            while selector.get_map() and not is_done():
                ready = selector.select(min(_LOOK, max(0, self.end - time.monotonic())))
                # A program that never falls silent has no more time than one that does.
                if time.monotonic() > self.end:
                    raise self._late()
                self._check_processor()
                for key, _ in ready:
                    if not self._move(key.data):
                        selector.unregister(key.data)
                        if closes:
                            key.data.close()

    def _streams(self) -> list[tuple[IO[bytes], int]]:
        process = self.process
        if process.stdin is None or process.stdout is None or process.stderr is None:
            raise AssertionError("the program was started with three pipes")
        reads = [(stream, selectors.EVENT_READ) for stream in (process.stdout, process.stderr)]
        return [(process.stdin, selectors.EVENT_WRITE), *reads]

    def _move(self, stream: IO[bytes]) -> bool:
        """Whether there is more to move on *stream* after as much as it takes or gives now."""
        if stream is self.process.stdin:
            return self._feed(stream)
        chunk = os.read(stream.fileno(), _CHUNK)
        if stream is self.process.stderr:
            self.said += chunk[: _MOST_SAID - len(self.said)]
        else:
            self.output += chunk
        if len(self.output) > self.limits.output:
            most = f"{self.limits.output >> 20} MB"
            raise LimitError(f"{self.task} gives more than {most}; it was stopped", self.hint)
        return bool(chunk)

    def _feed(self, stream: IO[bytes]) -> bool:
        try:
            self.rest = self.rest[os.write(stream.fileno(), self.rest[:_CHUNK]) :]
        except BrokenPipeError:
            return False  # it wants no more; its exit code says whether that is a fault
        return len(self.rest) > 0

    def _check_processor(self) -> None:
        """Raises LimitError where the program has kept a processor busy for too long."""
        most, used = self.limits.processor, _processor_seconds(self.process.pid)
        if most is not None and self.used is not None and used is not None and used - self.used > most:
            raise LimitError(
                f"{self.task} takes more than {most:.3g} seconds of a processor; it was stopped", self.hint
            )

    def _late(self) -> LimitError:
        return LimitError(f"{self.task} takes more than {self.limits.seconds:g} seconds; it was stopped", self.hint)
