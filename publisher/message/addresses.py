"""Addresses and names as a message's header can hold them; lists of recipients."""

import csv
import io
import re
from collections.abc import Iterator
from email.headerregistry import Address
from pathlib import Path
from typing import NamedTuple

from publisher.errors import MailError, SourceError

#: Line breaks and other control characters: what follows one would be a header of its own (RFC 5322, 2.2).
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
#: What an address may look like (RFC 5322 dot-atom, with letters of all scripts by RFC 6531).
_LOCAL = re.compile(r"[^\s\"(),:;<>@\[\\\]]{1,64}")
#: Addresses between commas, which a name in quotation marks may hold; a name and its address.
_PIECES = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^",])+')
_NAMED = re.compile(r"\s*([^<>]*?)\s*<\s*([^<>]*?)\s*>\s*")
_COLUMNS = {"address": "address", "email": "address", "e-mail": "address", "name": "name", "language": "language"}


class Recipient(NamedTuple):
    """Someone who gets a message of their own; *fault* says why the address is none, and where it stands."""

    address: str
    name: str = ""
    language: str | None = None
    fault: str | None = None

    def header(self) -> Address:
        """Name and address as a header has them."""
        local, _, domain = self.address.rpartition("@")
        return Address(self.name, local, domain)


def clean_header(words: str, what: str) -> str:
    """*words*, if they stay in their header; a MailError where they hold line breaks or control characters."""
    if found := _CONTROL.search(words):
        raise MailError(
            f"{what} holds a line break or control character (U+{ord(found[0]):04X}); nothing is sent",
            "a message's header is one line: whatever stands after a break could add recipients",
        )
    return words


def read_addresses(given: str, option: str) -> tuple[Recipient, ...]:
    """The addresses that an option gives: ``Name <a@example.org>, b@example.org``; a MailError where one is none."""
    found = []
    for piece in _PIECES.findall(clean_header(given, option)):
        named = _NAMED.fullmatch(piece)
        name, address = (_unquoted(named[1]), named[2]) if named else ("", piece.strip())
        recipient = _recipient(address, name, None)
        if recipient.fault:
            raise MailError(
                f"{option}: “{given}”: {recipient.fault}", f"write it like {option} 'Name <name@example.org>'"
            )
        found.append(recipient)
    return tuple(found)


def _unquoted(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name.strip().removeprefix('"').removesuffix('"'))


def _recipient(address: str, name: str, language: str | None) -> Recipient:
    """Someone with an address whose domain is written in ASCII (IDNA); with a fault where it is no address."""
    local, _, domain = address.rpartition("@")
    if not _LOCAL.fullmatch(local) or local.startswith(".") or local.endswith(".") or ".." in local:
        return Recipient(address, name, language, "it is no mail address")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        ascii_domain = ""
    if not re.fullmatch(r"(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+", ascii_domain):
        return Recipient(address, name, language, "it is no mail address")
    return Recipient(f"{local}@{ascii_domain}", name, language)


def read_recipients(path: Path) -> tuple[Recipient, ...]:
    """The list in a CSV with a column ``address`` (or ``email``), and maybe ``name`` and ``language``.

    Each address counts once. A line break in a field is refused with a MailError; an address that is none has a fault.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise SourceError(f"{path}: can't be read: {error.strerror}", "check the name and your rights") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: is not UTF-8 (byte {error.start + 1})", "save it as “CSV UTF-8”") from None
    first, found = set(), []
    for recipient in _rows(text, path):
        if recipient.address.casefold() not in first:
            first.add(recipient.address.casefold())
            found.append(recipient)
    return tuple(found)


def _rows(text: str, path: Path) -> Iterator[Recipient]:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [_COLUMNS.get(name.strip().lower(), "") for name in next(rows, [])]
    if "address" not in columns:
        raise SourceError(
            f"{path}:1: there is no column “address”", "the first line names the columns: address,name,language"
        )
    try:
        for row in rows:
            fields = dict(zip(columns, row, strict=False))
            for name, value in fields.items():
                clean_header(value, f"{path}:{rows.line_num}: {name or 'a field'}")
            if any(field.strip() for field in row):
                values = [fields.get(name, "").strip() for name in ("address", "name", "language")]
                found = _recipient(values[0], values[1], values[2] or None)
                fault = found.fault and f"{path}:{rows.line_num}: “{found.address}”: {found.fault}"
                yield found._replace(fault=fault)
    except csv.Error as error:
        raise SourceError(f"{path}:{rows.line_num}: is no CSV: {error}", "save it as “CSV UTF-8”") from None
