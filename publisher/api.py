"""The Python face: bytes in, artifacts and findings out.

Nothing here prints, changes the folder, reads the environment or the network, or keeps state between
calls; two threads may use it at once. What can't be done raises a `PublisherError`.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from publisher.formats import Artifact, Format, Source
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

ALL = frozenset(Format)


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
) -> Artifacts:
    """The bulletin that *sources* (name → bytes, in order) make under *settings* (a bulletin.toml's text).

    Raises a FindingsError, with the findings in its ``findings``, where something must not be published.
    """
    report = Report()
    read_as = read_settings(settings) if isinstance(settings, str) else settings
    issue = Issue(read_as, tuple(Source(name, data) for name, data in sources.items()), None)
    edition = produce(issue, formats, theme, report, progress=lambda _: None)
    return Artifacts(edition.artifacts, edition.manifest, tuple(report.findings))


def check(data: bytes, name: str = "file") -> tuple[Finding, ...]:
    """The faults of form of a PDF, DOCX or EPUB; a SourceError where it is none of them."""
    return tuple(_check(recognised(name, data)))
