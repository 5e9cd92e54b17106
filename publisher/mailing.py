"""``publisher mail``: its options, and what becomes of them."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publisher.terminal import Terminal, result, size

if TYPE_CHECKING:
    from publisher.message.addresses import Recipient
    from publisher.message.composition import Letterhead
    from publisher.message.deliveries import Audience, Plan

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
@click.option("--test", metavar="ADDRESS", help="Everything to this address alone.")
@click.option("--under-embargo", is_flag=True, help="Send an embargoed bulletin, stamped, to those who keep its hour.")
@click.option("--dry-run", is_flag=True, help="Say what would go where, and do nothing.")
def mail(folder: Path, **options: Any) -> None:
    """Makes the message that carries the bulletin in DIR (or of one manifest there), and saves it as a draft."""
    from publisher.message.deliveries import Leave, plan

    head = _head(options)
    test = _only(options["test"], "--test") if options["test"] else None
    planned = plan(folder, _audience(options), head, Leave(options["under_embargo"]), test)
    _tell_invalid(planned)
    if options["dry_run"]:
        result("\n".join(_told(planned)))
    else:
        _save(planned, head, folder, options["save"])


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
        Terminal().error(MailError(f"“{who.address}”: {who.fault}; nothing goes there"))


def _told(planned: "Plan") -> list[str]:
    """A line for each message and one for each address: what would go where."""
    lines = []
    for delivery in planned.deliveries:
        files = ", ".join(f"{file.name} ({size(len(file.data))})" for file in delivery.enclosed.files)
        lines.append(f"{delivery.enclosed.subject}\n   with {files}")
        lines += [f"   to {who.header()}" for who in delivery.recipients]
    return [*lines, f"{len(planned.deliveries)} messages; nothing was sent or saved"]


def _save(planned: "Plan", head: "Letterhead", folder: Path, path: Path | None) -> None:
    from publisher.message.drafts import save_drafts

    beside = folder if folder.is_dir() else folder.parent
    slug = planned.deliveries[0].enclosed.edition.manifest.bulletin.slug
    for draft in save_drafts(planned, head, path or beside / f"{slug}.eml", datetime.datetime.now(datetime.UTC)):
        result(f"{draft}  {size(draft.stat().st_size)}")
