"""The hour of publication: until when an issue is held back, and what its files are called until then."""

import datetime
from collections.abc import Iterable

from publisher.errors import WithheldError
from publisher.metadata import BulletinMetadata
from publisher.report import Report


def latest(moments: Iterable[str | None]) -> str | None:
    """The last of *moments* (ISO 8601 with an offset), None if there are none."""
    known = [moment for moment in moments if moment]
    return max(known, key=datetime.datetime.fromisoformat, default=None)


def is_held(metadata: BulletinMetadata, now: datetime.datetime | None) -> bool:
    """Whether the issue is still embargoed at *now*; None is the clock's time, which nothing else ever asks for."""
    return metadata.embargoed_until is not None and lasts(metadata.embargoed_until, now)


def lasts(until: str, now: datetime.datetime | None) -> bool:
    """Whether an embargo *until* a moment (ISO 8601 with an offset) still lasts at *now*."""
    return (now or datetime.datetime.now(datetime.UTC)) < datetime.datetime.fromisoformat(until)


def tell_held(metadata: BulletinMetadata, release: bool, report: Report) -> None:
    """A finding on what an embargo makes of the files; with *release*, a WithheldError."""
    until = metadata.embargoed_until
    if release:
        hint = "release it after that hour, or build a proof without --release"
        raise WithheldError(f"the issue is embargoed until {until}", hint)
    report.add(
        "embargo.holds",
        f"the issue is embargoed until {until}; the files are a proof",
        hint="build it again after that hour: the same sources then make clean files",
    )
