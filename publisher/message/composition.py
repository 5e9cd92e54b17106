"""Messages composed: text and HTML in one, the files attached, headers that hold nothing but what they should."""

import datetime
import hashlib
from collections.abc import Sequence
from email.message import EmailMessage
from typing import NamedTuple

from publisher.formats import Artifact, Format
from publisher.message.addresses import Recipient, clean_header
from publisher.message.editions import Edition
from publisher.message.headers import Folding
from publisher.message.letter import as_html, letter
from publisher.message.plain import as_text
from publisher.message.whole import whole_articles
from publisher.words import stamp
from publisher.writers.imprint import folio_parts, running_name

#: Nothing but ASCII goes over the line, so that every server can take it; lines end as RFC 5322 wants them.
POLICY = Folding(cte_type="7bit", linesep="\r\n")


class Enclosed(NamedTuple):
    """What every reader of one edition gets: subject, both bodies, and the files."""

    edition: Edition
    subject: str
    text: str
    html: str
    files: tuple[Artifact, ...]


class Delivery(NamedTuple):
    """One message: what is in it, and to whom it goes; those in *bcc* are named to nobody."""

    enclosed: Enclosed
    to: tuple[Recipient, ...]
    cc: tuple[Recipient, ...] = ()
    bcc: tuple[Recipient, ...] = ()

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Everybody it goes to, each once."""
        return tuple({who.address.casefold(): who for who in (*self.to, *self.cc, *self.bcc)}.values())


class Letterhead(NamedTuple):
    """What all messages of a run have in common; *subject* None is made from the bulletin's title."""

    sender: Recipient
    formats: tuple[Format, ...]
    subject: str | None = None


def enclosed(edition: Edition, head: Letterhead) -> Enclosed:
    """What goes to the readers of *edition*; an embargo stands in the subject and in the first line of both bodies."""
    manifest = edition.manifest
    about = manifest.bulletin
    whole = None
    if manifest.mail.body == "full":
        (book,) = edition.files([Format.EPUB])
        whole = whole_articles(book)
    page = letter(manifest, whole)
    date = folio_parts(about)[1]
    named = head.subject or " · ".join(part for part in (running_name(about), date) if part)
    subject = ": ".join(part for part in (stamp(about), named) if part)
    clean = clean_header(subject, "the subject")
    return Enclosed(edition, clean, as_text(page), as_html(page), edition.files(head.formats))


def message_id(delivery: Delivery, sender: Recipient) -> str:
    """The same for the same files to the same people: who gets a message twice has a program that shows it once."""
    parts = (
        delivery.enclosed.edition.manifest.bulletin.identifier,
        delivery.enclosed.subject,
        delivery.enclosed.text,
        *(hashlib.sha256(file.data).hexdigest() for file in delivery.enclosed.files),
        sender.address,
        *(who.address.casefold() for who in delivery.recipients),
    )
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]
    return f"<{digest}@{sender.address.rpartition('@')[2]}>"


def compose(delivery: Delivery, head: Letterhead, date: datetime.datetime, draft: bool = False) -> EmailMessage:
    """The message (RFC 5322, RFC 2045 to 2049) of one delivery; a *draft* is marked as unsent and says its Bcc."""
    content = delivery.enclosed
    mail, language = content.edition.manifest.mail, content.edition.language
    message = EmailMessage(POLICY)
    message["From"] = head.sender.header()
    _address(message, "To", delivery.to)
    _address(message, "Cc", delivery.cc)
    if draft:
        _address(message, "Bcc", delivery.bcc)
        message["X-Unsent"] = "1"
    if mail.reply_to:
        message["Reply-To"] = clean_header(mail.reply_to, "[mail] reply_to")
    message["Subject"] = content.subject
    message["Date"] = date
    message["Message-ID"] = message_id(delivery, head.sender)
    message["Content-Language"] = language
    if mail.unsubscribe:
        message["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
    message.set_content(content.text)
    message.add_alternative(content.html, subtype="html")
    for file in content.files:
        main, _, sub = file.format.media_type.partition("/")
        message.add_attachment(file.data, maintype=main, subtype=sub, filename=file.name)
    _bound(message)
    return message


def _address(message: EmailMessage, header: str, recipients: Sequence[Recipient]) -> None:
    if recipients:
        message[header] = [who.header() for who in recipients]


def _bound(message: EmailMessage) -> None:
    """Bounds the parts by its own identifier, not by chance, so that equal messages are equal."""
    digest = message["Message-ID"].strip("<>").partition("@")[0]
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{digest}_{number}")
