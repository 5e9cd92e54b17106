"""The command line: options in, findings and exit codes out; each command imports what it needs inside."""

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.arguments import TARGETS, Moment, contents, names_of, standard_input
from publisher.batching import batch
from publisher.errors import ExitCode, OutputError, PublisherError
from publisher.keeping import cache
from publisher.mailing import mail
from publisher.terminal import Terminal, result, result_bytes, size

if TYPE_CHECKING:
    from datetime import datetime


#: What the system says where a disk, a quota or a limit leaves no room.
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bulletin-publisher", prog_name="publisher", message="%(prog)s %(version)s")
def commands() -> None:
    """Takes raw news copy to the press: print PDF, screen PDF, DOCX and EPUB from one command."""


@commands.command()
@click.argument("sources", nargs=-1)
@click.option(
    "-c", "--config", type=click.Path(path_type=Path), help="Settings, instead of the folder's bulletin.toml."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Where to."
)
@click.option(
    "-t", "--target", "targets", multiple=True, type=click.Choice(TARGETS), help="Formats; all but ninjs if not given."
)
@click.option("--theme", help="A theme, instead of the settings'.")
@click.option("--release", is_flag=True, help="Refuse to make a proof: before an embargo's hour, or unapproved.")
@click.option("--now", type=Moment(), help="The time to go by, such as 2026-09-11T08:30:00-04:00, not the clock's.")
@click.option("--json", "as_json", is_flag=True, help="The manifest on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Errors alone.")
@click.option("-v", "--verbose", is_flag=True, help="Everything that was noticed.")
def build(
    sources: tuple[str, ...],
    config: Path | None,
    output: Path,
    targets: tuple[str, ...],
    theme: str | None,
    release: bool,
    now: "datetime | None",
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Builds the bulletin that SOURCES (files, a folder, or - for standard input) make."""
    from publisher.building import Order, build_issue
    from publisher.leave import Leave
    from publisher.report import Report

    terminal, report = Terminal(quiet or as_json, verbose), Report()
    order = Order(names_of(sources), output, config, targets, theme, standard_input(sources))
    try:
        with terminal.working():
            made = build_issue(order, Leave(now, release), report, terminal.progress)
    finally:
        terminal.findings(report.findings)
    if as_json:
        result_bytes(made.manifest)
    elif not quiet:
        terminal.parity(made.parity)
        result("\n".join(f"{output / name}  {size(len(data))}" for name, data in made.files.items()))


@commands.command()
@click.argument("folder")
@click.option("--by", required=True, metavar="NAME", help="Who approves it.")
@click.option("-q", "--quiet", is_flag=True, help="Errors alone.")
def approve(folder: str, by: str, quiet: bool) -> None:
    """Records that NAME approves the content of FOLDER as it is: one changed comma makes it a draft again."""
    from publisher.manifest import encoded
    from publisher.pipeline import approve as approve_issue
    from publisher.publish import write_beside
    from publisher.readers import SUFFIXES
    from publisher.report import Report
    from publisher.sources import APPROVAL, gather

    report = Report()
    try:
        issue = gather((folder,), None, b"", SUFFIXES, report)
        record = approve_issue(issue, by, report)
    finally:
        Terminal(quiet).findings(report.findings)
    write_beside(Path(folder) / APPROVAL, encoded(record))
    result(f"{Path(folder) / APPROVAL}: {by} approves {len(record.words)} passages")


@commands.command()
@click.argument("source")
@click.option("--json", "as_json", is_flag=True, help="The model as JSON on standard output.")
def show(source: str, as_json: bool) -> None:
    """Shows the articles of SOURCE as the model has them, and every change made to the copy."""
    from publisher.formats import Source
    from publisher.showing import shown, shown_json
    from publisher.sources import settings_beside

    path = Path(source)
    settings = settings_beside(None if source == "-" else path)
    if source == "-":
        text = Source("standard-input.txt", standard_input((source,)))
    else:
        text = Source(path.name, contents(path), path.parent)
    if as_json:
        result_bytes(shown_json(text, text.name if source == "-" else source, settings))
    else:
        result(shown(text, settings), is_styled=True)


@commands.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON on standard output.")
@click.option("--report", type=click.Path(path_type=Path), help="An HTML page of what was found, for a print shop.")
def check(files: tuple[Path, ...], as_json: bool, report: Path | None) -> None:
    """Checks the form of finished FILES: any PDF, DOCX or EPUB; a print PDF gets a preflight."""
    from publisher.codes import Severity
    from publisher.formats import SCHEMA_VERSION
    from publisher.manifest import encoded
    from publisher.preflight import examine, recognised
    from publisher.preflight.typesetting.reading import counted, described

    if report is not None and report.resolve() in [path.resolve() for path in files]:
        raise click.UsageError("say another name with --report: the file that is checked would be lost")
    artifacts = [recognised(str(path), contents(path)) for path in files]
    examined = [(artifact, examine(artifact)) for artifact in artifacts]
    findings = [spot.finding for _, examination in examined for spot in examination.spots]
    figures = [(artifact.name, found.typesetting) for artifact, found in examined if found.typesetting]
    if report is not None:
        from publisher.preflight.dossier import dossier

        _write(report, dossier(examined).encode())
    if as_json:
        told = [{"file": name, **counted(setting)} for name, setting in figures]
        result_bytes(encoded({"schemaVersion": SCHEMA_VERSION, "findings": findings, "typesetting": told}))
    else:
        Terminal(verbose=True).findings(findings)
        set_ = [f"{name}: {described(setting)}" for name, setting in figures]
        result("\n".join([*set_, f"{len(files)} checked, {len(findings)} findings"]))
    if any(f.severity is Severity.ERROR for f in findings):
        raise click.exceptions.Exit(ExitCode.FINDINGS)


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@click.option("--layout", type=click.Choice(("2up", "booklet")), required=True, help="Two side by side, or to fold.")
@click.option("--sheet", type=click.Choice(("A3", "A4", "Letter", "Tabloid")), required=True, help="Size of the paper.")
@click.option(
    "--creep",
    type=click.FloatRange(0, 20),
    default=0.0,
    metavar="MM",
    help="How far the innermost sheet of a booklet is pushed out by the others, mm.",
)
@click.option(
    "--blank",
    type=click.Choice(("end", "cover")),
    default="end",
    show_default=True,
    help="Where blank pages go: to the end, or before the last page, which stays the back cover.",
)
def impose(file: Path, output: Path, layout: str, sheet: str, creep: float, blank: str) -> None:
    """Puts the pages of FILE, a finished PDF, onto sheets: a booklet to fold, or two side by side."""
    from publisher.imposition import Demand, impose_pages

    if output.resolve() == file.resolve():
        raise click.UsageError("say another name with -o: the pages would be lost under their sheets")
    imposed = impose_pages(contents(file), str(file), Demand(layout, sheet, creep, blank))  # type: ignore[arg-type]
    _write(output, imposed.data)
    Terminal(verbose=True).findings(imposed.findings)
    turn = f"; print on both sides, turned on the {imposed.turned} edge" if imposed.turned else ""
    result(f"{output}  {size(len(imposed.data))}, {imposed.sides} sides of {sheet}{turn}")


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("seeds"))
@click.option("--from", "last", type=click.Path(path_type=Path), help="The last issue's folder; its number goes up.")
def init(folder: Path, last: Path | None) -> None:
    """Starts a new issue in FOLDER, or the next one after the last."""
    from publisher.scaffold import start_issue

    result(f"{start_issue(folder, last)}: put your texts beside it, then `publisher build {folder}`")


@commands.command()
@click.option("--copy", nargs=2, metavar="NAME NEW", help="Copies the theme NAME into a folder NEW, to make it yours.")
def themes(copy: tuple[str, str] | None) -> None:
    """Lists the themes, or copies one for you to change."""
    from publisher.scaffold import copy_theme
    from publisher.theme.loading import load_theme, theme_names

    if copy:
        result(f"{copy_theme(*copy)}: change it, put the folder beside your texts, and say theme = “{copy[1]}”")
    else:
        width = max(map(len, theme_names())) + 2
        result("\n".join(f"{name:<{width}}{load_theme(name).about}" for name in theme_names()))


@commands.command()
def doctor() -> None:
    """Says what this machine has, and the command for what is missing."""
    from publisher.doctor import examine

    examination = examine()
    result("\n".join(str(line) for line in examination))
    if not all(line.found or not line.needed for line in examination):
        raise click.exceptions.Exit(ExitCode.MISSING)


for command in (batch, cache, mail):
    commands.add_command(command)


def _write(path: Path, data: bytes) -> None:
    """Writes one file, whole or not at all."""
    from publisher.publish import publish

    publish({path.name: data}, path.parent)


def main() -> None:
    """Runs the command and leaves with the contract's exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of one command; nothing but a signal leaves it any other way."""
    try:
        return int(commands.main(arguments, prog_name="publisher", standalone_mode=False) or ExitCode.FINE)
    except PublisherError as error:
        Terminal().error(error)
        return error.code
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        Terminal().error(PublisherError("interrupted; what was there before is untouched"))
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader has closed its end, as `| head` does; Python's last flush must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FINE
    except Exception as error:
        return _own_fault(error)


def _own_fault(error: Exception) -> ExitCode:
    if os.environ.get("PUBLISHER_TRACEBACK"):
        raise error
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        Terminal().error(
            OutputError(
                f"a temporary file can't be written: {error.strerror}",
                "make room on the disk, or name another place for temporary files: TMPDIR=/a/folder publisher …",
            )
        )
        return ExitCode.OUTPUT
    Terminal().error(
        PublisherError(
            f"a fault of the program itself: {type(error).__name__}: {error}",
            "please report it, with the output of the same command under PUBLISHER_TRACEBACK=1",
        )
    )
    return ExitCode.BUG
