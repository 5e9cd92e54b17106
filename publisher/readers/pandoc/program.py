"""pandoc, the program: found, kept running, and asked to read; it reaches neither files nor network.

One worker serves a thread for all its sources: to start pandoc takes longer than to read a text by it.
"""

import atexit
import contextlib
import functools
import os
import re
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import msgspec

from publisher import external
from publisher.errors import LimitError, MissingError, SourceError
from publisher.external import Companion, EndedError
from publisher.limits import USUAL, Limits
from publisher.readers.pandoc.document import API, Document, Remark

#: pandoc needs some 2 s and 100 MB for a megabyte of Markdown; what needs more is a trap or a book. Within so much
#: address space it holds four fifths as memory. Its own limit (-M) is no fence: run by Lua, it hangs at that.
SMALL, SMALL_MEMORY = 1 << 20, 380
#: Seconds of a processor for each megabyte of text.
A_MEGABYTE = 10
MOST_OUTPUT = 128 << 20
_HINT = "split the text, or simplify its markup: what nests or never closes takes most"
#: Workers that wait, by process, program and memory; a thread takes one for itself as long as it reads.
_WAITING: dict[tuple[int, Path, int], list[Companion]] = {}
_PLACE = re.compile(r"\(line (\d+), column (\d+)\)")
_LOCK = threading.Lock()
_WORKER = str(Path(__file__).with_name("worker.lua"))
_EXHAUSTED = ("heap exhausted", "heap overflow", "stack overflow", "out of memory")


class Parsed(NamedTuple):
    """A document, what pandoc said on the way, and the files that it found inside the source."""

    document: Document
    remarks: tuple[Remark, ...]
    media: dict[str, bytes] = {}  # noqa: RUF012 - a value that nobody changes


class _Head(msgspec.Struct, frozen=True):
    """What a reply of the worker holds: a fault, or sizes of its parts."""

    error: str | None = None
    tree: int = 0
    log: int = 0
    media: tuple[tuple[str, int], ...] = ()


@functools.cache
def pandoc_path() -> Path:
    """Where the pandoc is that comes with the package ``pypandoc_binary``.

    The package's own search would complain, loudly, of any file called pandoc in the current folder.
    """
    package = find_spec("pypandoc")
    program = Path(package.origin).parent / "files" / "pandoc" if package and package.origin else None
    if program is None or not program.is_file():
        raise MissingError("pandoc isn't installed; it reads Markdown, HTML and DOCX", "pip install pypandoc-binary")
    return program


def parse(
    data: bytes, form: str, name: str, is_whole: bool = False, limits: Limits = USUAL, weight: int | None = None
) -> Parsed:
    """*data*, the bytes of the source *name*, read as pandoc's format *form*; *is_whole*: its title is looked for.

    *weight* is how many bytes of text a package has, unpacked: what reading it may use depends on that.
    SourceError where pandoc can't read it; a LimitError, which is one, where that takes too much.
    """
    # Blanks weigh nothing: a trap of nested lists has hardly anything else.
    share = _share(limits, len(b" ".join(data.split())) if weight is None else weight)
    head, tree, log, media = _answer(data, form, name, is_whole, share)
    if head.error is not None:
        raise _fault(head.error, name)
    try:
        document = msgspec.json.decode(tree, type=Document)
    except RecursionError:
        raise SourceError(f"{name}: is nested too deep to be read", _HINT) from None
    except msgspec.ValidationError as error:
        raise MissingError(f"pandoc gives a tree that isn't understood ({error})", _version_hint()) from None
    if document.version[: len(API)] != API:
        raise MissingError(f"pandoc speaks version {document.version} of its tree", _version_hint())
    # The log has the last remark first.
    return Parsed(document, msgspec.json.decode(log, type=tuple[Remark, ...])[::-1], media)


def _share(limits: Limits, weight: int) -> external.Limits:
    """What pandoc may use for a text of *weight* bytes."""
    memory = min(limits.memory, SMALL_MEMORY) if weight <= SMALL else limits.memory
    processor = limits.processor_seconds + A_MEGABYTE * weight / (1 << 20)
    return external.Limits(limits.seconds, memory << 20, MOST_OUTPUT, processor)


def _answer(
    data: bytes, form: str, name: str, is_whole: bool, share: external.Limits
) -> tuple[_Head, bytes, bytes, dict[str, bytes]]:
    """The worker's answer: its head, the tree and the log as JSON, the files inside the source."""
    options = {"track_changes": "accept", "standalone": is_whole}
    request = msgspec.json.encode({"from": form, "size": len(data), "options": options})
    with _worker(share.memory) as worker:
        try:
            reply = worker.ask(request + b"\n" + data, f"{name}: reading it", _HINT, share)
        except EndedError as error:
            said = error.outcome.said.lower()
            if error.outcome.code < 0 or any(words in said for words in _EXHAUSTED):
                message = f"{name}: reading it needs more memory than {share.memory >> 20} MB; it was stopped"
                raise LimitError(message, _HINT) from None
            raise _fault(error.outcome.reason, name) from None
    end = reply.index(b"\n")
    head = msgspec.json.decode(reply[:end], type=_Head)
    parts = []
    for size in (head.tree, head.log, *(size for _, size in head.media)):
        parts.append(reply[end + 1 : end + 1 + size])
        end += size
    return head, parts[0], parts[1], dict(zip((path for path, _ in head.media), parts[2:], strict=True))


@contextlib.contextmanager
def _worker(memory: int) -> Iterator[Companion]:
    """A worker that nobody else uses meanwhile: one that waits, or a new one; it waits again afterwards."""
    key = (os.getpid(), pandoc_path(), memory)
    with _LOCK:
        waiting = _WAITING.get(key)
        worker = waiting.pop() if waiting else None
    if worker is None:
        worker = Companion(pandoc_path(), ["lua", _WORKER], memory)
    yield worker
    with _LOCK:
        _WAITING.setdefault(key, []).append(worker)


@atexit.register
def _dismiss() -> None:
    """Ends the workers that wait, those of this process alone."""
    for (process, *_), workers in _WAITING.items():
        for worker in workers:
            if process == os.getpid():
                worker.end()


def _fault(said: str, name: str) -> SourceError:
    place = _PLACE.search(said)
    where = f"{name}:{place[1]}:{place[2]}" if place else name
    return UnreadableError(f"{where}: can't be read: {last_words(said)}", said)


def last_words(said: str) -> str:
    """Why it failed: pandoc says that last, before any trace of its own."""
    lines = [line.strip() for line in said.partition("stack traceback:")[0].splitlines() if line.strip()]
    return lines[-1] if lines else "pandoc doesn't say why"


class UnreadableError(SourceError):
    """pandoc can't read a source; *said* is all that it said, *reason* the last of it.

    Another process makes it anew of its message alone, and sets the rest: *said* can be left out.
    """

    def __init__(self, message: str, said: str = "") -> None:
        super().__init__(message, "see whether the file opens elsewhere")
        self.said = said
        self.reason = last_words(said)


def _version_hint() -> str:
    return f"install the pandoc this program was made with (API {'.'.join(map(str, API))}): pip install pypandoc-binary"
