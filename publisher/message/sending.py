"""Deliveries carried out: each message handed over, what was put off tried again, everything written down."""

import datetime
import smtplib
from collections.abc import Callable
from typing import NamedTuple

from publisher.errors import MailError
from publisher.message.composition import POLICY, Delivery, Letterhead, compose, message_id
from publisher.message.deliveries import Plan
from publisher.message.journal import Journal
from publisher.message.outcomes import Line, Outcome, outcome_of
from publisher.message.server import Reply, Session, transmit

#: Seconds to wait before what was put off is tried again; greylisting servers want some minutes.
WAITS = (60, 300, 900)
_BROKEN = Reply(0, "the line broke before the server had taken the message over")


class Manner(NamedTuple):
    """How a run is to be done: seconds from one message to the next, and what waits and tells."""

    pause: float
    sleep: Callable[[float], None]
    tell: Callable[[str], None]
    again: bool = False


class Run:
    """One run: the lines of its report grow as it goes, whatever ends it."""

    def __init__(self, plan: Plan, head: Letterhead, session: Session, journal: Journal, manner: Manner) -> None:
        self.fault: MailError | None = None
        self._plan = plan
        self._head = head
        self._session = session
        self._journal = journal
        self._manner = manner
        self._lines: list[dict[str, Line]] = []

    def lines(self) -> tuple[Line, ...]:
        """The report so far: a line for each address of each delivery, and for what is no address."""
        invalid = tuple(Line(who, "", "", Outcome.INVALID) for who in self._plan.invalid)
        return (*(line for lines in self._lines for line in lines.values()), *invalid)

    def carry_out(self) -> None:
        """Sends everything; *fault* says why a run ended before it was done."""
        self._lines = [self._begun(delivery) for delivery in self._plan.deliveries]
        try:
            for wait in (0, *WAITS):
                waiting = [number for number, lines in enumerate(self._lines) if _open(lines)]
                if not waiting:
                    return
                if wait:
                    self._session.close()
                    self._manner.tell(f"put off by the server; trying again in {wait / 60:.0f} min")
                    self._manner.sleep(wait)
                self._round(waiting)
        except MailError as error:
            self.fault = error
        finally:
            self._session.close()

    def _begun(self, delivery: Delivery) -> dict[str, Line]:
        """A line for each address, with what the journal knows of it."""
        identifier = message_id(delivery, self._head.sender)
        known = {"sent": Outcome.BEFORE, "trying": Outcome.UNCLEAR}
        slug = delivery.enclosed.edition.manifest.bulletin.slug
        lines = {}
        for who in delivery.recipients:
            state = None if self._manner.again else self._journal.state(identifier, who.address)
            lines[who.address] = Line(who, slug, identifier, known.get(state or "", Outcome.UNTRIED))
        return lines

    def _round(self, waiting: list[int]) -> None:
        for place, number in enumerate(waiting):
            if place and self._manner.pause:
                self._manner.sleep(self._manner.pause)
            self._manner.tell(f"sending {place + 1} of {len(waiting)}")
            lines = self._lines[number]
            for address, reply in self._sent(self._plan.deliveries[number], _open(lines)).items():
                lines[address] = lines[address]._replace(outcome=outcome_of(reply), reply=reply)

    def _sent(self, delivery: Delivery, addresses: tuple[str, ...]) -> dict[str, Reply]:
        """What the server says of each address; the journal knows of a try before it begins."""
        identifier = message_id(delivery, self._head.sender)
        data = _bytes_of(delivery, self._head)
        smtp = self._session.line()
        self._journal.note(identifier, addresses, "trying")
        try:
            replies = transmit(smtp, self._head.sender.address, addresses, data)
        except (smtplib.SMTPServerDisconnected, OSError):
            replies = dict.fromkeys(addresses, _BROKEN)
        known = {address: reply for address, reply in replies.items() if not reply.unheard}
        for state, is_so in (("sent", True), ("failed", False)):
            noted = tuple(address for address, reply in known.items() if reply.is_sent is is_so)
            if noted:
                self._journal.note(identifier, noted, state)  # type: ignore[arg-type]
        if any(reply.code in (0, 421) for reply in replies.values()):
            self._session.close()
        return replies


def _open(lines: dict[str, Line]) -> tuple[str, ...]:
    """The addresses that are still to be tried."""
    return tuple(address for address, line in lines.items() if line.outcome in (Outcome.UNTRIED, Outcome.DEFERRED))


def _bytes_of(delivery: Delivery, head: Letterhead) -> bytes:
    """The message as it goes over the line; addresses beyond ASCII make headers of it in UTF-8 (RFC 6532)."""
    addresses = (head.sender.address, *(who.address for who in delivery.recipients))
    policy = POLICY.clone(utf8=not "".join(addresses).isascii())
    return compose(delivery, head, datetime.datetime.now(datetime.UTC)).as_bytes(policy=policy)
