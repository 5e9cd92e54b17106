"""From copy to finished files: read → normalise → bind → render → prove."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from publisher.bind import Reading, bind
from publisher.brand import branded
from publisher.codes import CODES, Severity
from publisher.demands import demanded
from publisher.errors import ConfigurationError, FindingsError, SourceError, WithheldError
from publisher.fonts import check_coverage
from publisher.formats import Artifact, Format, Source
from publisher.manifest import Manifest, encoded, manifest
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Bulletin
from publisher.preflight import prove
from publisher.readers import read
from publisher.report import Finding, Report
from publisher.settings import Accept, Settings
from publisher.sources import Issue
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Theme
from publisher.walk import bulletin_text
from publisher.writers import render

Progress = Callable[[str], None]


class Edition(NamedTuple):
    """One finished bulletin: its model, its files, and what was found on the way."""

    bulletin: Bulletin
    artifacts: tuple[Artifact, ...]
    manifest: Manifest

    @property
    def files(self) -> dict[str, bytes]:
        """File name → bytes, the manifest among them."""
        files = {artifact.name: artifact.data for artifact in self.artifacts}
        return files | {f"{self.bulletin.metadata.slug}.manifest.json": encoded(self.manifest)}


def produce(
    issue: Issue, formats: Collection[Format], theme: str | None, report: Report, progress: Progress
) -> Edition:
    """The edition that *issue* makes; a FindingsError where something must not be published as it is."""
    settings = issue.settings
    progress("reading the copy")
    media = Media()
    bulletin = bind(_read(issue.sources, media, report), settings, report)
    look = _theme(settings, theme, issue.folder)
    report.extend(check_coverage(bulletin_text(bulletin), look))
    accepted = _accept(settings, report)
    _stop_on(report, accepted)
    artifacts = render(bulletin, look, media, formats, report, progress)
    progress("proving that nothing was lost")
    report.extend(prove(artifacts, bulletin, look))
    accepted = _accept(settings, report)
    _tell_unused(settings, accepted, report)
    _stop_on(report, accepted)
    told = manifest(bulletin.metadata, artifacts, issue.sources, report.findings, accepted)
    return Edition(bulletin, artifacts, told)


def _read(sources: Sequence[Source], media: Media, report: Report) -> list[Reading]:
    """Every source's articles, their pictures put into *media*; all sources that can't be read are told at once."""
    readings, faults = [], []
    for source in sources:
        try:
            readings.append(Reading(source, read(source, media, report)))
        except SourceError as error:
            faults.append(error)
    if faults:
        raise SourceError(
            "\n".join(fault.message for fault in faults),
            "; ".join(dict.fromkeys(fault.hint for fault in faults if fault.hint)),
        )
    for reading in readings:
        for article in reading.articles:
            _refuse_withheld(reading.source, article.metadata)
    return readings


def _refuse_withheld(source: Source, metadata: Metadata) -> None:
    if metadata.pub_status != "usable":
        status = metadata.pub_status
        raise WithheldError(f"{source.name}: the copy is {status}", "take it out of the folder, or out of its source")
    if metadata.embargoed_until:
        raise WithheldError(
            f"{source.name}: the copy is embargoed until {metadata.embargoed_until}",
            "publish it when that time has come, without its embargo",
        )


def _theme(settings: Settings, name: str | None, folder: Path | None) -> Theme:
    return demanded(branded(load_theme(name or settings.theme, folder), settings, folder), settings.print, folder)


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


def _tell_unused(settings: Settings, accepted: list[tuple[Finding, Accept]], report: Report) -> None:
    used = [accept for _, accept in accepted]
    for accept in settings.accept:
        if accept not in used:
            report.add(
                "accept.unused",
                f"[[accept]] {accept.code} at “{accept.where}” waives nothing",
                hint="take it out of bulletin.toml",
            )


def _stop_on(report: Report, accepted: list[tuple[Finding, Accept]]) -> None:
    waived = [finding for finding, _ in accepted]
    errors = [f for f in report.findings if f.severity is Severity.ERROR and f not in waived]
    if errors:
        number = "one finding stands" if len(errors) == 1 else f"{len(errors)} findings stand"
        raise FindingsError(
            f"{number} in the way; nothing was published",
            "mend what the findings name, or waive a finding by [[accept]] with its code, place and reason",
            report.findings,
        )
