"""What the command line takes: commands, times, texts."""

import sys
from datetime import datetime
from pathlib import Path

import click

from publisher.errors import SourceError

#: The formats by the names that ``-t`` takes.
TARGETS = ("print", "screen", "docx", "epub", "ninjs")


class Moment(click.ParamType[datetime]):
    """A moment with its offset from UTC (ISO 8601)."""

    name = "time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """*value* as a moment; a usage error where it names none."""
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no time; write it like 2026-09-11T08:30:00-04:00", param, ctx)
        if moment.tzinfo is None:
            self.fail(f"“{value}” says no time zone; add its offset from UTC: {value}+05:00, or Z", param, ctx)
        return moment


def names_of(sources: tuple[str, ...]) -> tuple[str, ...]:
    """The sources that are named, or else the folder ``seeds``; a UsageError where there is neither."""
    if sources:
        return sources
    if Path("seeds").is_dir():
        return ("seeds",)
    raise click.UsageError("say which texts: `publisher build FOLDER`; there is no folder seeds here")


def standard_input(sources: tuple[str, ...]) -> bytes:
    """What comes in, if one of *sources* is ``-``."""
    return sys.stdin.buffer.read() if "-" in sources else b""


def contents(path: Path) -> bytes:
    """The bytes of a file; a SourceError where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: can't be read: {error.strerror}", "check the name and your rights") from None
