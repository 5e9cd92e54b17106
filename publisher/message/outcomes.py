"""What became of each address: sentences, and the report as CSV."""

import csv
import io
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from publisher.message.addresses import Recipient
from publisher.message.server import Reply


class Outcome(StrEnum):
    """What became of a message for one address."""

    SENT = "sent"
    BEFORE = "sent before"
    UNCLEAR = "unclear"
    REFUSED = "refused"
    DEFERRED = "put off"
    UNTRIED = "not tried"
    INVALID = "no address"


#: Outcomes after which nothing is left to do.
FINE = frozenset({Outcome.SENT, Outcome.BEFORE})
#: What a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t")


#: What is to be done about those that weren't reached.
WAYS_OUT = {
    Outcome.REFUSED: "the same command tries those that were refused again, once you know why",
    Outcome.DEFERRED: "the same command tries those that were put off again",
    Outcome.UNTRIED: "the same command goes on where this one ended",
    Outcome.UNCLEAR: "what is unclear may have arrived; only --again sends it anew",
    Outcome.INVALID: "correct what is no address in the list",
}


class Line(NamedTuple):
    """One line of the report; *message* is the message's identifier."""

    who: Recipient
    edition: str
    message: str
    outcome: Outcome
    reply: Reply | None = None


def outcome_of(reply: Reply) -> Outcome:
    """What a server's word means for the address it was said of."""
    if reply.is_sent:
        return Outcome.SENT
    if reply.unheard:
        return Outcome.UNCLEAR
    return Outcome.DEFERRED if reply.is_for_now else Outcome.REFUSED


def as_csv(lines: Iterable[Line]) -> bytes:
    """The report, in the order of the deliveries; nothing in it is a formula to a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(("address", "name", "language", "edition", "outcome", "code", "said", "message"))
    for who, edition, message, outcome, reply in lines:
        code, words = (reply.code or "", reply.words) if reply else ("", who.fault or "")
        fields = (who.address, who.name, who.language or "", edition, outcome.value, code, words, message)
        writer.writerow([f"'{field}" if str(field).startswith(_FORMULA) else field for field in fields])
    return buffer.getvalue().encode("utf-8-sig")
