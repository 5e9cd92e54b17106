"""From copy to finished files: read → normalise → bind → render → prove."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from publisher.approval import Approval, approval, approved_by, fingerprint, is_approved
from publisher.bind import Reading, bind
from publisher.brand import branded
from publisher.codes import CODES, Severity
from publisher.coverage import check_coverage, with_fonts
from publisher.demands import asked
from publisher.embargo import is_held, tell_held
from publisher.errors import (
    ConfigurationError,
    FindingsError,
    LimitError,
    SourceError,
    UnreadFindingsError,
    WithheldError,
)
from publisher.formats import Artifact, Format, Source
from publisher.leave import PROOF, Leave
from publisher.manifest import Manifest, checksums, encoded, manifest
from publisher.media import Media
from publisher.metadata import Proof as Mark
from publisher.model import Bulletin
from publisher.normalise.language.acronyms import with_acronyms
from publisher.normalise.rules import rules_for
from publisher.preflight import prove
from publisher.processes import helpers
from publisher.provenance import basis
from publisher.readers import read
from publisher.report import Finding, Report, Where, finding
from publisher.settings import Accept, Settings, SourceSettings
from publisher.sources import Issue
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Theme
from publisher.walk import bulletin_text
from publisher.writers import PAGED, Proof, render

Progress = Callable[[str], None]


class Edition(NamedTuple):
    """One finished bulletin: its model, its files, and what was found on the way."""

    bulletin: Bulletin
    artifacts: tuple[Artifact, ...]
    manifest: Manifest

    @property
    def files(self) -> dict[str, bytes]:
        """File name → bytes, the manifest and the checksums among them."""
        metadata = self.bulletin.metadata
        name = f"{metadata.slug}{''.join(f'-{word}' for word in metadata.proof)}"
        files = {artifact.name: artifact.data for artifact in self.artifacts}
        files[f"{name}.manifest.json"] = encoded(self.manifest)
        return files | {f"{name}.sha256": checksums(files)}


#: No page holds more letters.
A_PAGE = 8000
#: From this many sources on, half of them are read beside the other half.
MANY = 8


def produce(
    issue: Issue,
    formats: Collection[Format],
    theme: str | None,
    report: Report,
    progress: Progress,
    leave: Leave = PROOF,
) -> Edition:
    """The edition that *issue* makes; a FindingsError where something must not be published as it is.

    Before its hour, or without the approval that the settings ask for, it is a proof: *leave* says what time it is,
    and whether a proof will do.
    """
    settings = issue.settings
    progress("reading the copy")
    media = Media(settings.limits)
    bulletin = _stamped(bound(issue, media, report), issue, leave, report)
    look = _look(bulletin, issue, theme, report)
    bulletin = with_acronyms(bulletin) if look.form.acronyms else bulletin
    _check_length(bulletin, settings)
    report.extend(check_coverage(bulletin, look, not PAGED.isdisjoint(formats)))
    _stop_early(bulletin, report, _accept(settings, report))
    proof = Proof(partial(prove, bulletin=bulletin, theme=look), Report(), [])
    artifacts = render(bulletin, look, media, formats, report, progress, proof)
    report.extend(proof.report.findings)
    accepted = _tell_unused(settings, _accept(settings, report), report)
    _stop_on(report, accepted)
    found = (report.findings, accepted, settings.mail, approved_by(issue.approval), tuple(proof.holdings))
    stands_on = basis(fingerprint(bulletin), look, formats)
    return Edition(bulletin, artifacts, manifest(bulletin, stands_on, artifacts, issue.sources, *found))


def bound(issue: Issue, media: Media, report: Report) -> Bulletin:
    """The bulletin that the texts and settings of *issue* make, as it is approved: not yet made a proof of.

    Its pictures are put into *media*.
    """
    return bind(_read(issue.sources, issue.settings, media, report), issue.settings, report)


def approve(issue: Issue, name: str, report: Report) -> Approval:
    """The record that *name* approves what *issue* makes; a FindingsError where it could not be published anyway."""
    bulletin = bound(issue, Media(issue.settings.limits), report)
    _stop_on(report, _accept(issue.settings, report))
    return approval(bulletin, name)


def _stamped(bulletin: Bulletin, issue: Issue, leave: Leave, report: Report) -> Bulletin:
    """The bulletin as a proof, if it may not be published yet."""
    proof: list[Mark] = []
    if issue.settings.approval.required and not is_approved(bulletin, issue.approval, leave.release, report):
        proof.append("DRAFT")
    if is_held(bulletin.metadata, leave.now):
        tell_held(bulletin.metadata, leave.release, report)
        proof.append("EMBARGOED")
    return replace(bulletin, metadata=replace(bulletin.metadata, proof=tuple(proof))) if proof else bulletin


def _read(sources: Sequence[Source], settings: Settings, media: Media, report: Report) -> list[Reading]:
    """Every source's articles, their pictures put into *media*; those that can't be read are findings.

    A SourceError where none can be read.
    """
    first = sources[: len(sources) // 2] if len(sources) >= MANY else ()
    with helpers() as beside:
        helper = beside(partial(_half, first, settings)) if first else None
        rest = _half(sources[len(first) :], settings)
        halves = [helper.outcome(), rest] if helper else [rest]
    for half in halves:
        media.merge(half.media)
        report.extend(half.findings)
    faults = {name: fault for half in halves for name, fault in half.faults.items()}
    readings = [reading for half in halves for reading in half.readings]
    if faults and not readings:
        raise SourceError(
            "\n".join(fault.message for fault in faults.values()),
            "; ".join(dict.fromkeys(fault.hint for fault in faults.values() if fault.hint)),
        )
    report.extend(_unreadable(name, fault) for name, fault in faults.items())
    for reading in readings:
        said = settings.source.get(reading.source.name, SourceSettings()).pub_status
        for article in reading.articles:
            _refuse_withheld(reading.source, said or article.metadata.pub_status)
    return readings


class _Half(NamedTuple):
    """What some of the sources gave: their articles, pictures and findings, and why some couldn't be read."""

    readings: list[Reading]
    media: Media
    findings: list[Finding]
    faults: dict[str, SourceError]


def _half(sources: Sequence[Source], settings: Settings, _told: Callable[[], None] | None = None) -> _Half:
    half, report = _Half([], Media(settings.limits), [], {}), Report()
    for source in (replace(source, limits=settings.limits) for source in sources):
        try:
            articles = read(source, half.media, report, rules_for(settings, source.name))
            half.readings.append(Reading(source, articles))
        except SourceError as error:
            half.faults[source.name] = error
    return half._replace(findings=report.findings)


def _unreadable(name: str, fault: SourceError) -> Finding:
    """What is told of the source *name*, at the line that *fault* names."""
    said = fault.message.removeprefix(name)
    line = re.match(r":(\d+)(?::(\d+))?: ", said)
    place = Where(name, int(line[1]), int(line[2]) if line[2] else None) if line else Where(name)
    words = said[line.end() :] if line else said.removeprefix(": ")
    message = f"{name}: it{words}" if words.startswith(" ") else f"{name}: {words}"
    return finding("source.unreadable", message, place, fault.hint)


def _refuse_withheld(source: Source, status: str) -> None:
    if status != "usable":
        raise WithheldError(f"{source.name}: the copy is {status}", "take it out of the folder, or out of its source")


def _check_length(bulletin: Bulletin, settings: Settings) -> None:
    """Raises LimitError where *bulletin* must fill more pages than the settings allow, whatever the theme."""
    pages = len(bulletin_text(bulletin)) // A_PAGE
    if pages > settings.limits.pages:
        raise LimitError(
            f"the texts would fill at least {pages:,} pages, more than the limit of {settings.limits.pages:,}",
            "part the issue, or raise pages under [limits] in bulletin.toml",
        )


def _look(bulletin: Bulletin, issue: Issue, name: str | None, report: Report) -> Theme:
    """The theme as it sets *bulletin*; a finding where it leaves out what the settings say."""
    theme = with_fonts(_theme(issue.settings, name, issue.folder), bulletin)
    has_letterhead = theme.form.opening == "letterhead" and len(bulletin.articles) < theme.form.cover_from
    if bulletin.metadata.senders and not has_letterhead:
        report.add(
            "bulletin.letterhead",
            f"[[letterhead.sender]] names senders, and {theme.name} shows no letterhead; they are printed nowhere",
            Where(file="bulletin.toml"),
            'say theme = "letter", or opening = "letterhead" under [form] in your theme',
        )
    return theme


def _theme(settings: Settings, name: str | None, folder: Path | None) -> Theme:
    return asked(branded(load_theme(name or settings.theme, folder), settings, folder), settings, folder)


def _accept(settings: Settings, report: Report) -> list[tuple[Finding, Accept]]:
    """The findings that the settings waive; a ConfigurationError where a code can't be waived."""
    for accept in settings.accept:
        if accept.code not in CODES:
            raise ConfigurationError(
                f"bulletin.toml: [[accept]] names “{accept.code}”, which is no code",
                "docs/findings.md lists them",
            )
        if not CODES[accept.code].waivable:
            raise ConfigurationError(
                f"bulletin.toml: “{accept.code}” can't be accepted",
                "mend the copy instead; see docs/findings.md",
            )
    return [
        (finding, accept)
        for finding in report.findings
        for accept in settings.accept
        if finding.code == accept.code and str(finding.where).startswith(accept.where)
    ]


def _tell_unused(
    settings: Settings, accepted: list[tuple[Finding, Accept]], report: Report
) -> list[tuple[Finding, Accept]]:
    """*accepted*, after a finding on each waiver that waives nothing."""
    used = [accept for _, accept in accepted]
    for accept in settings.accept:
        if accept not in used:
            report.add(
                "accept.unused",
                f"[[accept]] {accept.code} at “{accept.where}” waives nothing",
                hint="take it out of bulletin.toml",
            )
    return accepted


def _stop_early(bulletin: Bulletin, report: Report, accepted: list[tuple[Finding, Accept]]) -> None:
    """Stops before anything is set where nothing could be; all else is told together with what the files show."""
    if not bulletin.articles or any(found.code == "font.missing" for found in report.errors):
        _stop_on(report, accepted)


def _stop_on(report: Report, accepted: list[tuple[Finding, Accept]]) -> None:
    waived = [finding for finding, _ in accepted]
    errors = [f for f in report.findings if f.severity is Severity.ERROR and f not in waived]
    if errors:
        number = "one finding stands" if len(errors) == 1 else f"{len(errors)} findings stand"
        is_unread = any(found.code == "source.unreadable" for found in errors)
        raise (UnreadFindingsError if is_unread else FindingsError)(
            f"{number} in the way; nothing was published",
            "mend what the findings name, or waive a finding by [[accept]] with its code, place and reason",
            report.findings,
        )
