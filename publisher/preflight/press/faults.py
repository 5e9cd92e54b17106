"""Faults as rules find them, gathered page by page into findings that a person can work through."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from publisher.preflight.press.content.geometry import Box, Frame
from publisher.report import Finding, Where, finding

#: Different faults of one code that a page tells; the rest is counted.
MOST_TOLD = 12


class Fault(NamedTuple):
    """What is wrong, without its place; equal ones on a page are told once, with their number."""

    code: str
    what: str
    hint: str
    box: Box | None = None


class Spot(NamedTuple):
    """A finding, and the box on the page that it speaks of, for whoever draws it."""

    finding: Finding
    box: Box | None = None


class Gathered:
    """The faults of one page."""

    def __init__(self, file: str, frame: Frame) -> None:
        self.file = file
        self.frame = frame
        self._found: dict[tuple[str, str], tuple[Fault, int]] = {}
        self._told: dict[str, int] = {}
        self._untold: dict[str, int] = {}

    def add(self, faults: Iterable[Fault]) -> None:
        """Takes in what a rule found."""
        for fault in faults:
            key = (fault.code, fault.what)
            if key in self._found:
                first, number = self._found[key]
                self._found[key] = first, number + 1
            elif self._told.get(fault.code, 0) < MOST_TOLD:
                self._told[fault.code] = self._told.get(fault.code, 0) + 1
                self._found[key] = fault, 1
            else:
                self._untold[fault.code] = self._untold.get(fault.code, 0) + 1

    def codes(self) -> set[str]:
        """The codes found so far."""
        return {code for code, _ in self._found}

    def spots(self) -> Iterator[Spot]:
        """The findings, in the order they were met."""
        for fault, number in self._found.values():
            again = f", and {number - 1} more like it on this page" if number > 1 else ""
            yield self._spot(fault, again)
        for code, number in self._untold.items():
            where = Where(file=self.file, page=self.frame.number)
            yield Spot(finding(code, f"{number} more places on this page with the same kind of fault", where))

    def _spot(self, fault: Fault, again: str) -> Spot:
        part = (self.frame.place(fault.box) or None) if fault.box else None
        where = Where(file=self.file, page=self.frame.number, part=part)
        return Spot(finding(fault.code, fault.what + again, where, fault.hint), fault.box)
