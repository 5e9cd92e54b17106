"""What can go wrong for a user, each with its exit code and the way out."""

from collections.abc import Sequence
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the command, fixed by the contract (``docs/reference.md``)."""

    FINE = 0
    USAGE = 2
    SOURCE = 3
    CONFIGURATION = 4
    FINDINGS = 5
    MISSING = 6
    EMBARGO = 7
    OUTPUT = 8
    MAIL = 9
    BUG = 70
    INTERRUPTED = 130


class PublisherError(Exception):
    """Stops the run: *message* says what and where, *hint* the way out."""

    code = ExitCode.BUG

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SourceError(PublisherError):
    """A source can't be read, or is no text."""

    code = ExitCode.SOURCE


class LimitError(SourceError):
    """A source asks more of an outside program than it may use: time, memory, output."""


class ConfigurationError(PublisherError):
    """``bulletin.toml`` or a theme says something that can't be carried out."""

    code = ExitCode.CONFIGURATION


class MissingError(PublisherError):
    """A program or library that the work needs isn't on this machine."""

    code = ExitCode.MISSING


class OutputError(PublisherError):
    """The output folder can't be written."""

    code = ExitCode.OUTPUT


class WithheldError(PublisherError):
    """The copy may not be published: embargoed, withheld or not approved."""

    code = ExitCode.EMBARGO


class MailError(PublisherError):
    """A message can't be composed or sent, or not to everybody."""

    code = ExitCode.MAIL


class FindingsError(PublisherError):
    """Findings of level error stand in the way; nothing was published."""

    code = ExitCode.FINDINGS

    def __init__(self, message: str, hint: str | None, findings: Sequence[object]) -> None:
        super().__init__(message, hint)
        self.findings = tuple(findings)


class UnreadFindingsError(FindingsError):
    """Among the findings that stand in the way is a source that can't be read."""

    code = ExitCode.SOURCE
