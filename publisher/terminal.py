"""What the command says to people: progress, findings, errors, on standard error; results on standard output."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from publisher.codes import CODES, Severity
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from rich.live import Live
    from rich.text import Text

    from publisher.report import Finding, Holdings

_OBEYED = re.compile(rb"\x7f|\xc2[\x80-\x9f]")
#: The one kind of finding whose words are told, too: they were to be printed, and are no secret.
CHANGED_SINCE = "approval.void"
#: What each format is seen to hold beside its words, as people call it.
PARTS = {
    "headings": "headings",
    "links": "links",
    "alternatives": "alternative texts",
    "notes": "notes",
    "tables": "tables",
    "languages": "languages",
}
_STYLES = {Severity.INFO: "dim", Severity.WARNING: "yellow", Severity.ERROR: "bold red"}


class Terminal:
    """One run's voice: *quiet* says errors alone, *verbose* says what was merely noticed as well."""

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        # Loaded by a command that has something to say; `--help` has not.
        from publisher.consoles import Console

        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._status: Live | None = None

    def working(self) -> AbstractContextManager[Any]:
        """While it lasts, progress is shown in one line of a terminal."""
        if self.quiet or not self.console.is_terminal:
            return nullcontext()
        from rich.live import Live

        # It moves only when told to: a thread that moves it would stand in the way of helpers (processes.can_fork).
        self._status = Live(console=self.console, auto_refresh=False, transient=True)
        return self._status

    def progress(self, step: str) -> None:
        """Tells what is being done: a moving line on a terminal, a plain one when piped."""
        if self.quiet:
            return
        if self._status is not None:
            self._status.update(_line(f"… {step}"), refresh=True)
        else:
            self._say(_line(step))

    def findings(self, findings: "Sequence[Finding]") -> None:
        """Tells the findings, gravest last; what was merely noticed in the copy is counted by kind."""
        shown = [f for f in findings if self.verbose or f.severity is not Severity.INFO or CODES[f.code].local]
        if self.quiet:
            shown = [f for f in findings if f.severity is Severity.ERROR]
        for finding in sorted(shown, key=lambda f: list(Severity).index(f.severity)):
            self._say(self._finding(finding))
        if not self.quiet:
            rest = [finding for finding in findings if finding not in shown]
            changes = [f for f in findings if f.before != f.after and f.code != CHANGED_SINCE]
            self._sum("changes to the copy", changes)
            self._sum("also noticed", (f for f in rest if f.before == f.after))
            if rest:
                self._say(_line("-v tells more, `publisher show FILE` shows each change", style="dim"))

    def parity(self, held: "Sequence[Holdings]") -> None:
        """Tells what each of several formats was seen to hold."""
        if len(held) > 1:
            numbers = {part: max(getattr(each, part) or 0 for each in held) for part in PARTS}
            parts = [f"{number} {_named(part, number)}" for part, number in numbers.items() if number]
            formats = ", ".join(each.format for each in held)
            self._say(_line(f"the same in {formats}: {', '.join(['every word', *parts])}", style="dim"))

    def _sum(self, what: str, findings: "Iterable[Finding]") -> None:
        """Tells how many *findings* there are of each kind."""
        kinds = Counter(finding.code for finding in findings)
        if kinds:
            told = ", ".join(f"{code} ({number})" for code, number in sorted(kinds.items()))
            self._say(_line(f"{what}: {told}", style="dim"))

    def _finding(self, finding: "Finding") -> "Text":
        from msgspec.structs import replace

        where, message = finding.where, finding.message.removeprefix(f"{finding.where.file}: ")
        # What the message says needn't be said twice.
        where = replace(where, article=None) if where.article and where.article in message else where
        place = f"{where}: " if str(where) else ""
        line = _line(
            (f"{finding.severity}: ", _STYLES[finding.severity]), place, message, (f" [{finding.code}]", "dim")
        )
        if finding.code == CHANGED_SINCE:
            line.append("".join(f"\n   − {part}" for part in (finding.before or "").splitlines()), "red")
            line.append("".join(f"\n   + {part}" for part in (finding.after or "").splitlines()), "green")
        if finding.hint:
            line.append(f"\n   hint: {finding.hint}")
        return line

    def error(self, error: PublisherError) -> None:
        """Tells an error: what and where, then the way out."""
        for line in error.message.splitlines():
            self._say(_line(("error: ", "bold red"), line))
        if error.hint:
            self._say(_line(f"   hint: {error.hint}"))

    def _say(self, text: "Text") -> None:
        self.console.print(text)


def _named(part: str, number: int) -> str:
    return PARTS[part].removesuffix("s") if number == 1 else PARTS[part]


def _line(*parts: "str | tuple[str, str]", style: str = "") -> "Text":
    """A line of *parts*, some of them with a style of their own."""
    from rich.text import Text

    return Text.assemble(*parts, style=style)


def result(text: str, is_styled: bool = False) -> None:
    """Writes a result, the thing that was asked for, to standard output; one that *is_styled* is safe already."""
    from publisher.consoles import visible

    said = text if is_styled else visible(text)
    sys.stdout.write(said if said.endswith("\n") else said + "\n")
    sys.stdout.flush()


def result_bytes(data: bytes) -> None:
    """Writes a result that is JSON to standard output: UTF-8 whatever the locale says."""
    # JSON leaves DEL and the C1 controls as they are; some terminals obey them.
    sys.stdout.buffer.write(_OBEYED.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), data))
    sys.stdout.buffer.flush()


def size(number: int) -> str:
    """A file's size as people say it."""
    return f"{number / 1000:,.0f} kB" if number < 10_000_000 else f"{number / 1_000_000:,.1f} MB"
