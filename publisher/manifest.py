"""The manifest: what was built, from what, and what was found; redacted, as all in the output folder is."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from publisher.codes import CODES
from publisher.formats import SCHEMA_VERSION, Artifact, Source
from publisher.identity import producer
from publisher.metadata import BulletinMetadata
from publisher.report import Finding
from publisher.settings import Accept


class FileEntry(msgspec.Struct, frozen=True, rename="camel"):
    """One file: an output by its format, or a source by its name."""

    name: str
    bytes: int
    sha256: str
    format: str | None = None
    media_type: str | None = None


class Accepted(msgspec.Struct, frozen=True):
    """A finding that the editor waived, and why."""

    code: str
    where: str
    reason: str


class Manifest(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """``<slug>.manifest.json``; it depends on sources and settings alone, never on the clock or the machine."""

    schema_version: int = SCHEMA_VERSION
    producer: str
    bulletin: BulletinMetadata
    files: tuple[FileEntry, ...]
    sources: tuple[FileEntry, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    approved_by: str | None = None


def manifest(
    metadata: BulletinMetadata,
    artifacts: Sequence[Artifact],
    sources: Sequence[Source],
    findings: Sequence[Finding],
    accepted: Sequence[tuple[Finding, Accept]],
    approved_by: str | None = None,
) -> Manifest:
    """The manifest of one build."""
    return Manifest(
        producer=producer(),
        bulletin=metadata,
        files=tuple(_entry(a.name, a.data, a.format, a.format.media_type) for a in artifacts),
        sources=tuple(_entry(source.name, source.data) for source in sources),
        findings=tuple(finding.redacted() for finding in findings if not CODES[finding.code].local),
        accepted=tuple(Accepted(f.code, str(f.where), accept.reason) for f, accept in accepted),
        approved_by=approved_by,
    )


def _entry(name: str, data: bytes, format_: str | None = None, media_type: str | None = None) -> FileEntry:
    return FileEntry(name, len(data), hashlib.sha256(data).hexdigest(), format_, media_type)


def encoded(value: Any) -> bytes:
    """JSON as we write it: UTF-8, two blanks of indent, a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
