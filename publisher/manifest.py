"""The manifest: what was built, from what, and what was found; redacted, as all in the output folder is."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from publisher.codes import CODES
from publisher.formats import SCHEMA_VERSION, Artifact, Source
from publisher.identity import producer
from publisher.metadata import BulletinMetadata
from publisher.model import Bulletin
from publisher.provenance import Basis, CheckEntry, Library, Look
from publisher.report import Finding, Holdings
from publisher.settings import Accept, Mail
from publisher.writers.heads import byline, title


class FileEntry(msgspec.Struct, frozen=True, rename="camel"):
    """One file: an output by its format, or a source by its name."""

    name: str
    bytes: int
    sha256: str
    format: str | None = None
    media_type: str | None = None


class ArticleEntry(msgspec.Struct, frozen=True, rename="camel"):
    """One article, by what stands over it in print: its headline, or what stands in for one."""

    headline: str
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    language: str | None = None
    section: str | None = None


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
    articles: tuple[ArticleEntry, ...] = ()
    mail: Mail = Mail()
    approved_by: str | None = None
    parity: tuple[Holdings, ...] = ()
    model: str | None = None
    """The SHA-256 of the bulletin that was set, as its model is written in JSON."""
    theme: Look | None = None
    libraries: tuple[Library, ...] = ()
    checks: tuple[CheckEntry, ...] = ()


def manifest(
    bulletin: Bulletin,
    basis: Basis,
    artifacts: Sequence[Artifact],
    sources: Sequence[Source],
    findings: Sequence[Finding],
    accepted: Sequence[tuple[Finding, Accept]],
    mail: Mail,
    approved_by: str | None = None,
    parity: tuple[Holdings, ...] = (),
) -> Manifest:
    """The manifest of one build."""
    return Manifest(
        producer=producer(),
        bulletin=bulletin.metadata,
        files=tuple(_entry(a.name, a.data, a.format, a.format.media_type) for a in artifacts),
        sources=tuple(_entry(source.name, source.data) for source in sources),
        findings=tuple(finding.redacted() for finding in findings if not CODES[finding.code].local),
        accepted=tuple(Accepted(f.code, str(f.where), accept.reason) for f, accept in accepted),
        articles=tuple(_articles(bulletin)),
        mail=mail,
        approved_by=approved_by,
        parity=parity,
        **basis._asdict(),
    )


def checksums(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of each of *files*, as ``sha256sum -c`` reads them."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()


def _articles(bulletin: Bulletin) -> Iterator[ArticleEntry]:
    for section in bulletin.sections:
        for article in section.articles:
            about = article.metadata
            over = (about.kicker, about.standfirst, byline(article), about.language)
            yield ArticleEntry(title(article), *over, section.title)


def _entry(name: str, data: bytes, format_: str | None = None, media_type: str | None = None) -> FileEntry:
    return FileEntry(name, len(data), hashlib.sha256(data).hexdigest(), format_, media_type)


def encoded(value: Any) -> bytes:
    """JSON as we write it: UTF-8, two blanks of indent, a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
