"""``publisher batch``: its options, and what is told on the way."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.arguments import TARGETS, Moment
from publisher.errors import ExitCode, PublisherError
from publisher.terminal import Terminal, result

if TYPE_CHECKING:
    from datetime import datetime

    from publisher.batch.work import Record


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where to.")
@click.option(
    "-t", "--target", "targets", multiple=True, type=click.Choice(TARGETS), help="Formats; all but ninjs if not given."
)
@click.option("--theme", help="A theme, instead of the settings'.")
@click.option("--release", is_flag=True, help="Refuse to make a proof: before an embargo's hour, or unapproved.")
@click.option("--now", type=Moment(), help="The time to go by, such as 2026-09-11T08:30:00-04:00, not the clock's.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="How many at once; as many as there are processors.")
@click.option("-q", "--quiet", is_flag=True, help="Errors alone.")
def batch(
    folders: tuple[Path, ...],
    output: Path,
    targets: tuple[str, ...],
    theme: str | None,
    release: bool,
    now: "datetime | None",
    jobs: int | None,
    quiet: bool,
) -> None:
    """Builds the bulletin of each of FOLDERS (or of each folder in them), with a catalogue of all."""
    from publisher.batch import Manner, build_all, places_of
    from publisher.batch.work import Job
    from publisher.processes import processors

    places = places_of(folders)
    number = len(places)
    _refuse_inside(places, output)
    terminal, told = Terminal(quiet), _Told(number)
    manner = Manner(Job(targets=targets, theme=theme, now=now, release=release), min(jobs or processors(), number))
    with terminal.working():
        records = build_all(folders, output, manner, lambda record: told.tell(record, terminal))
    failed = [record for record in records if record.state == "failed"]
    if not quiet:
        result(f"{output / 'index.html'}  {number - len(failed)} of {number} bulletins")
    if failed:
        codes = {record.code for record in failed}
        raise click.exceptions.Exit(codes.pop() if len(codes) == 1 else ExitCode.FINDINGS)


class _Told:
    """Tells of each bulletin when it is done."""

    def __init__(self, number: int) -> None:
        self.number, self.done = number, 0

    def tell(self, record: "Record", terminal: Terminal) -> None:
        self.done += 1
        if record.state == "failed":
            message = record.error or ""
            place = "" if message.startswith(record.folder) else f"{record.folder}: "
            terminal.error(PublisherError(f"{place}{message}", record.hint))
        terminal.progress(f"{self.done} of {self.number}: {record.folder}, {record.state}")


def _refuse_inside(folders: Iterable[Path], output: Path) -> None:
    for folder in folders:
        if output.resolve().is_relative_to(folder.resolve()):
            raise click.UsageError(f"say another folder with -o: {output} lies inside {folder}, and would be read")
