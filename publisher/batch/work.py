"""One bulletin of many: a function of bytes to bytes, so that any engine that can call one may take it over."""

import datetime
import hashlib
import time
from collections import Counter
from pathlib import Path
from typing import Literal

import msgspec

from publisher.building import Order, build_issue, order_key
from publisher.embargo import lasts
from publisher.errors import ExitCode, PublisherError
from publisher.leave import Leave
from publisher.processes import alone
from publisher.report import Report
from publisher.unchanged import Made

State = Literal["built", "unchanged", "failed"]


class Record(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """What became of one bulletin; *place* is its folder below the output, *files* are hashes by name.

    *key* is the hash of all that it was made from, as far as that is known beforehand.
    """

    place: str
    folder: str
    state: State
    seconds: float = 0.0
    title: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    proof: tuple[str, ...] = ()
    embargoed_until: str | None = None
    files: dict[str, str] = {}
    findings: dict[str, int] = {}
    error: str | None = None
    hint: str | None = None
    code: int = 0
    key: str | None = None


class Job(msgspec.Struct, frozen=True):
    """One bulletin to be built, and what became of it the last time."""

    folder: str = ""
    output: str = ""
    place: str = ""
    targets: tuple[str, ...] = ()
    theme: str | None = None
    now: datetime.datetime | None = None
    release: bool = False
    before: Record | None = None


def do(job: bytes) -> bytes:
    """The `Record` of a `Job`, both in JSON; whatever is wrong with the bulletin stands in the record."""
    begun = time.monotonic()
    record = _done(msgspec.json.decode(job, type=Job))
    seconds = round(time.monotonic() - begun, 3)
    return msgspec.json.encode(msgspec.structs.replace(record, seconds=seconds))


def _done(job: Job) -> Record:
    order = Order((job.folder,), Path(job.output), targets=job.targets, theme=job.theme)
    leave, report = Leave(job.now, job.release), Report()
    key = order_key(order, leave)
    if job.before and key and _still_stands(job.before, key, job):
        return msgspec.structs.replace(job.before, state="unchanged", folder=job.folder)
    try:
        with alone():
            made = build_issue(order, leave, report, lambda _: None, key)
    except PublisherError as error:
        return _failed(job, report, error.message, error.hint, error.code)
    except Exception as error:
        message = f"a fault of the program itself: {type(error).__name__}: {error}"
        return _failed(job, report, message, f"publisher build {job.folder}", ExitCode.BUG)
    return _built(job, made, report, key)


def _still_stands(before: Record, key: str, job: Job) -> bool:
    """Whether the bulletin that was built the last time is what would be built now."""
    held = before.embargoed_until is not None and lasts(before.embargoed_until, job.now)
    if before.state == "failed" or before.key != key or held != ("EMBARGOED" in before.proof):
        return False
    try:
        return all(_digest((Path(job.output) / name).read_bytes()) == sha for name, sha in before.files.items())
    except OSError:
        return False


def _built(job: Job, made: Made, report: Report, key: str | None) -> Record:
    about = made.metadata
    return Record(
        job.place,
        job.folder,
        "built",
        title=about.title,
        number=about.number,
        date=about.date,
        language=about.language,
        proof=about.proof,
        embargoed_until=about.embargoed_until,
        files={name: _digest(data) for name, data in made.files.items()},
        findings=_counted(report),
        key=key,
    )


def _failed(job: Job, report: Report, error: str, hint: str | None, code: int) -> Record:
    return Record(
        job.place, job.folder, "failed", findings=_counted(report), error=_named(report, error), hint=hint, code=code
    )


def _named(report: Report, error: str) -> str:
    """The error with the findings that stand in the way."""
    return "\n".join((error, *(f"{finding.where}: {finding.message}" for finding in report.errors)))


def _counted(report: Report) -> dict[str, int]:
    return dict(sorted(Counter(finding.code for finding in report.findings).items()))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
