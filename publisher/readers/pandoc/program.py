"""pandoc, the program: found, and asked to read; it reaches neither files nor network (``--sandbox``)."""

import functools
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import msgspec

from publisher.errors import LimitError, MissingError, SourceError
from publisher.external import Limits, Outcome, run
from publisher.readers.pandoc.document import API, Document, Remark

#: pandoc needs some 2 s and 100 MB for a megabyte of Markdown; what needs more is a trap or a book.
LIMITS = Limits(seconds=30, memory=3 << 30, output=128 << 20)
#: What its own memory manager stops at, with a clean message; the system's limit is the second fence.
HEAP = 1 << 30
_HINT = "split the text, or simplify its markup: what nests or never closes takes most"
_EXHAUSTED = ("heap exhausted", "heap overflow", "stack overflow", "out of memory")


class Parsed(NamedTuple):
    """A document, and what pandoc said on the way."""

    document: Document
    remarks: tuple[Remark, ...]


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


def parse(data: bytes, form: str, name: str, *options: str) -> Parsed:
    """*data*, the bytes of the source *name*, read as pandoc's format *form*.

    SourceError where pandoc can't read it; a LimitError, which is one, where that takes too much.
    """
    # The log goes through the pipe of standard error, which --quiet keeps free of everything but faults.
    arguments = [
        *("+RTS", f"-M{HEAP >> 20}m", "-RTS"),
        *(f"--from={form}", "--to=json", "--sandbox", "--quiet", "--log=/dev/stderr"),
        *options,
    ]
    outcome = run(pandoc_path(), arguments, data, f"{name}: reading it", _HINT, LIMITS)
    if outcome.code:
        raise _fault(outcome, name)
    try:
        document = msgspec.json.decode(outcome.output, type=Document)
    except RecursionError:
        raise SourceError(f"{name}: is nested too deep to be read", _HINT) from None
    except msgspec.ValidationError as error:
        raise MissingError(f"pandoc gives a tree that isn't understood ({error})", _version_hint()) from None
    if document.version[: len(API)] != API:
        raise MissingError(f"pandoc speaks version {document.version} of its tree", _version_hint())
    return Parsed(document, _remarks(outcome.said))


def _remarks(said: str) -> tuple[Remark, ...]:
    try:
        return msgspec.json.decode(said, type=tuple[Remark, ...])
    except msgspec.DecodeError:
        # So many remarks that they were cut short.
        return (Remark("Cut", "WARNING", "pandoc said more than is kept here"),) if said.strip() else ()


def _fault(outcome: Outcome, name: str) -> SourceError:
    said = outcome.said.lower()
    if outcome.code < 0 or any(words in said for words in _EXHAUSTED):
        return LimitError(f"{name}: reading it needs more memory than {HEAP >> 20} MB; it was stopped", _HINT)
    return UnreadableError(f"{name}: can't be read: {outcome.reason}", "see whether the file opens elsewhere", outcome)


class UnreadableError(SourceError):
    """pandoc can't read a source; *outcome* has all that it said."""

    def __init__(self, message: str, hint: str, outcome: Outcome) -> None:
        super().__init__(message, hint)
        self.outcome = outcome


def _version_hint() -> str:
    return f"install the pandoc this program was made with (API {'.'.join(map(str, API))}): pip install pypandoc-binary"
