"""The Python face: bytes in, artifacts and findings out.

Nothing here prints, changes the folder, reads the network, or keeps state between calls; two threads may use it
at once. Of the environment, only where programs and temporary files are is asked for, to measure a print PDF's ink.
The clock is asked only where something is embargoed. What can't be done raises a `PublisherError`.
"""

import datetime
from collections.abc import Collection, Mapping
from typing import NamedTuple

from publisher.formats import USUAL, Artifact, Format, Source
from publisher.leave import Leave
from publisher.manifest import Manifest
from publisher.media import Media
from publisher.model import Article
from publisher.pipeline import produce
from publisher.preflight import check as _check
from publisher.preflight import recognised
from publisher.readers import read as _read
from publisher.report import Finding, Report
from publisher.settings import Settings, read_settings
from publisher.sources import Issue

ALL = frozenset(USUAL)


class Artifacts(NamedTuple):
    """What a build made: the files by format, their manifest, and everything that was found."""

    files: tuple[Artifact, ...]
    manifest: Manifest
    findings: tuple[Finding, ...]


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The articles in the bytes of a file called *name*; its ending says how it is read."""
    return _read(Source(name, data), Media(), Report())


def build(
    sources: Mapping[str, bytes],
    settings: str | Settings = "",
    formats: Collection[Format] = ALL,
    theme: str | None = None,
    approval: bytes | None = None,
    now: datetime.datetime | None = None,
    release: bool = False,
) -> Artifacts:
    """The bulletin that *sources* (name → bytes, in order) make under *settings* (a bulletin.toml's text).

    Before the hour of an embargo the files are a proof, and say so in their names; *now* (with an offset from UTC)
    stands for the clock's time. *approval* is the record of ``publisher approve``. Raises a FindingsError, with the
    findings in its ``findings``, where something must not be published, and with *release* a WithheldError where it
    must not be yet.
    """
    report = Report()
    read_as = read_settings(settings) if isinstance(settings, str) else settings
    issue = Issue(read_as, tuple(Source(name, data) for name, data in sources.items()), None, approval)
    edition = produce(issue, formats, theme, report, lambda _: None, Leave(now, release))
    return Artifacts(edition.artifacts, edition.manifest, tuple(report.findings))


def check(data: bytes, name: str = "file") -> tuple[Finding, ...]:
    """The faults of form of a PDF, DOCX or EPUB; a SourceError where it is none of them."""
    return tuple(_check(recognised(name, data)))
