"""``publisher mail``: its options, and what becomes of them."""

import datetime
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publisher.terminal import Terminal, result, size

if TYPE_CHECKING:
    from publisher.message.addresses import Recipient
    from publisher.message.composition import Delivery, Letterhead
    from publisher.message.deliveries import Audience, Plan
    from publisher.message.sending import Run

#: Addresses that are told on the terminal; the report has all.
MOST_TOLD = 20
ATTACHMENTS = ("docx", "screen", "print", "epub")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--from", "sender", required=True, metavar="ADDRESS", help="Who sends it: 'Name <name@example.org>'.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Who gets it; they see each other.")
@click.option("--cc", multiple=True, metavar="ADDRESS", help="Who gets a copy.")
@click.option("--bcc", multiple=True, metavar="ADDRESS", help="Who gets a copy that the others don't see.")
@click.option(
    "--recipients", type=click.Path(path_type=Path), help="A CSV (address, name, language): one message each."
)
@click.option("--subject", help="The subject, instead of title, number and date.")
@click.option(
    "--attach",
    multiple=True,
    type=click.Choice(ATTACHMENTS),
    default=("docx",),
    show_default=True,
    help="The file to attach.",
)
@click.option("--save", type=click.Path(path_type=Path), metavar="FILE.eml", help="Where to save it as a draft.")
@click.option("--smtp", metavar="HOST[:PORT]", help="Send it by this server: STARTTLS, or TLS at once on port 465.")
@click.option("--rate", metavar="N/min", help="Messages a minute, at most.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE.csv", help="What became of each address.")
@click.option("--again", is_flag=True, help="Also to those who have it already, or may have it.")
@click.option("--test", metavar="ADDRESS", help="Everything to this address alone.")
@click.option("--under-embargo", is_flag=True, help="Send an embargoed bulletin, stamped, to those who keep its hour.")
@click.option("--dry-run", is_flag=True, help="Say what would go where, and do nothing.")
def mail(folder: Path, **options: Any) -> None:
    """Makes the message that carries the bulletin in DIR (or of one manifest there): saves it as a draft, or sends it.

    Name and password for --smtp come from PUBLISHER_SMTP_USER and PUBLISHER_SMTP_PASSWORD, or from the keyring.
    """
    from publisher.message.deliveries import Terms, plan

    if options["smtp"] and options["save"]:
        raise click.UsageError("--smtp sends it, --save keeps it as a draft: say one of them")
    pause = _pause(options["rate"])
    head = _head(options)
    test = _only(options["test"], "--test") if options["test"] else None
    planned = plan(folder, _audience(options), head, Terms(options["under_embargo"]), test)
    _tell_invalid(planned)
    if options["dry_run"]:
        result("\n".join(_told(planned)))
    elif options["smtp"]:
        _send(planned, head, pause, options)
    else:
        _save(planned, head, folder, options["save"])


def _pause(rate: str | None) -> float:
    """Seconds from one message to the next."""
    if rate is None:
        return 0
    number = rate.removesuffix("/min")
    if not number.isdecimal() or not 0 < int(number) <= 6000:
        raise click.UsageError(f"--rate: “{rate}” is no rate; write it like 30/min")
    return 60 / int(number)


def _head(options: dict[str, Any]) -> "Letterhead":
    from publisher.formats import Format
    from publisher.message.addresses import clean_header
    from publisher.message.composition import Letterhead

    subject = clean_header(options["subject"], "--subject") if options["subject"] else None
    return Letterhead(_only(options["sender"], "--from"), tuple(map(Format, options["attach"])), subject)


def _only(given: str, option: str) -> "Recipient":
    from publisher.message.addresses import read_addresses

    found = read_addresses(given, option)
    if len(found) != 1:
        raise click.UsageError(f"{option} takes one address")
    return found[0]


def _audience(options: dict[str, Any]) -> "Audience":
    from publisher.message.addresses import read_addresses, read_recipients
    from publisher.message.deliveries import Audience

    named = [
        tuple(who for given in options[name] for who in read_addresses(given, f"--{name}"))
        for name in ("to", "cc", "bcc")
    ]
    listed = read_recipients(options["recipients"]) if options["recipients"] else ()
    return Audience(named[0], named[1], named[2], listed)


def _tell_invalid(planned: "Plan") -> None:
    from publisher.errors import MailError

    for who in planned.invalid:
        Terminal().error(MailError(f"{who.fault}; nothing goes there"))


def _told(planned: "Plan") -> list[str]:
    """A line for each message and one for each address: what would go where."""
    lines = []
    for delivery in planned.deliveries:
        files = ", ".join(f"{file.name} ({size(len(file.data))})" for file in delivery.enclosed.files)
        lines.append(f"{delivery.enclosed.subject}\n   with {files}")
        lines += [f"   to {who.header()}{_instead(who, delivery)}" for who in delivery.recipients]
    number = len(planned.deliveries)
    return [*lines, f"{number} {'message' if number == 1 else 'messages'}; nothing was sent or saved"]


def _instead(who: "Recipient", delivery: "Delivery") -> str:
    """Tells of a reader whose language there is no edition in."""
    edition, wanted = delivery.enclosed.edition.language, who.language
    if not wanted or wanted.partition("-")[0].lower() == edition.partition("-")[0].lower():
        return ""
    return f" ({edition}: there is no edition in {wanted})"


def _save(planned: "Plan", head: "Letterhead", folder: Path, path: Path | None) -> None:
    from publisher.message.drafts import save_drafts

    beside = folder if folder.is_dir() else folder.parent
    slug = planned.deliveries[0].enclosed.edition.manifest.bulletin.slug
    for draft in save_drafts(planned, head, path or beside / f"{slug}.eml", datetime.datetime.now(datetime.UTC)):
        result(f"{draft}  {size(draft.stat().st_size)}")


def _send(planned: "Plan", head: "Letterhead", pause: float, options: dict[str, Any]) -> None:
    """Sends it, and leaves a report whatever happens; a MailError where somebody wasn't reached."""
    from publisher.identity import slug
    from publisher.message.credentials import login_for
    from publisher.message.journal import Journal, state_folder
    from publisher.message.sending import Manner, Run
    from publisher.message.server import Session, server_at

    server = server_at(options["smtp"])
    about = planned.deliveries[0].enclosed.edition.manifest.bulletin
    # All editions of a number share a journal, whichever of them a run begins with.
    name = slug("mail", about.number, about.date.isoformat() if about.date else "")
    report = options["report"] or state_folder() / f"{name}.csv"
    terminal = Terminal()
    with Journal(state_folder() / f"{name}.jsonl") as journal:
        manner = Manner(pause, time.sleep, terminal.progress, options["again"] or bool(options["test"]))
        run = Run(planned, head, Session(server, login_for(server.host)), journal, manner)
        try:
            run.carry_out()
        finally:
            _report(run, report)
    _judge(run)


def _report(run: "Run", path: Path) -> None:
    """Writes what became of each address, and tells how many were reached."""
    from publisher.message.outcomes import as_csv
    from publisher.publish import write_beside

    counted = Counter(line.outcome.value for line in run.lines())
    path.parent.mkdir(parents=True, exist_ok=True)
    write_beside(path, as_csv(run.lines()))
    path.chmod(0o600)
    result(f"{', '.join(f'{number} {outcome}' for outcome, number in counted.items())}; {path} tells each")


def _judge(run: "Run") -> None:
    """A MailError where not all were reached."""
    from publisher.errors import MailError
    from publisher.message.outcomes import FINE, WAYS_OUT

    lines = run.lines()
    if run.fault:
        raise MailError(run.fault.message, f"{run.fault.hint}; the same command then goes on where this one ended")
    missed = [line for line in lines if line.outcome not in FINE]
    if missed:
        told = "\n".join(
            f"{line.who.address}: {line.outcome}{f' ({line.reply})' if line.reply else ''}"
            for line in missed[:MOST_TOLD]
        )
        raise MailError(
            f"{len(missed)} of {len(lines)} addresses were not reached\n{told}",
            "; ".join(WAYS_OUT[outcome] for outcome in dict.fromkeys(line.outcome for line in missed)),
        )
