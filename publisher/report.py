"""Findings: what was noticed, what was changed, what stands in the way."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from publisher.codes import CODES, Severity


class Where(msgspec.Struct, frozen=True):
    """The place a finding speaks of: in a source (1-based line and column) or in an output."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    part: str | None = None
    article: str | None = None

    def __str__(self) -> str:
        """``file:line:column`` for a source; the page or part for an output."""
        place = ":".join(str(p) for p in (self.file, self.line, self.column) if p is not None)
        extra = [f"page {self.page}" if self.page else "", self.part or "", self.article or ""]
        return ", ".join(p for p in (place, *extra) if p)


class Finding(msgspec.Struct, frozen=True):
    """One finding; *before* and *after* are set where the copy was changed."""

    code: str
    severity: Severity
    message: str
    hint: str | None = None
    where: Where = Where()
    before: str | None = None
    after: str | None = None

    @property
    def is_change(self) -> bool:
        """Whether it accounts for a change made to the copy."""
        return self.before is not None or self.after is not None

    def redacted(self) -> "Finding":
        """The finding without the copy it quotes, as everything in the output folder has it."""
        if not self.is_change:
            return self
        return msgspec.structs.replace(self, before=None, after=None)


def finding(
    code: str,
    message: str,
    where: Where | None = None,
    hint: str | None = None,
    before: str | None = None,
    after: str | None = None,
) -> Finding:
    """A finding with the severity that the catalogue gives its code; an unknown code is a bug."""
    return Finding(code, CODES[code].severity, message, hint, where or Where(), before, after)


class Holdings(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many of each were read back from one format's file; they are the copy's.

    What a format has no place for is left out.
    """

    format: str
    headings: int | None = None
    links: int | None = None
    alternatives: int | None = None
    notes: int | None = None
    tables: int | None = None
    languages: int | None = None
    metadata: int | None = None


class Verdict(NamedTuple):
    """What the proof of a file found, and what the file was seen to hold beside its words."""

    findings: tuple[Finding, ...]
    holdings: Holdings | None = None


class Report:
    """The findings of one run, in the order they were made: the only mutable thing handed down."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._said: set[Finding] = set()

    def add(
        self,
        code: str,
        message: str,
        where: Where | None = None,
        hint: str | None = None,
        before: str | None = None,
        after: str | None = None,
    ) -> None:
        """Adds one finding; its severity stands in the catalogue."""
        self.extend((finding(code, message, where, hint, before, after),))

    def extend(self, findings: Iterable[Finding]) -> None:
        """Adds findings that a check made.

        What two writers say in the same words of the same place is added once; each change to the copy counts.
        """
        for each in findings:
            if each.is_change or each not in self._said:
                self._said.add(each)
                self._findings.append(each)

    @property
    def findings(self) -> list[Finding]:
        """All findings."""
        return list(self._findings)

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop publication."""
        return [f for f in self.findings if f.severity is Severity.ERROR]
