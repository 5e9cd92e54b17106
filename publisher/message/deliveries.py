"""Which message goes to whom: one to those who see each other, and one to each name on a list."""

import datetime
from pathlib import Path
from typing import NamedTuple

from publisher.embargo import is_held
from publisher.errors import SourceError
from publisher.message.addresses import Recipient
from publisher.message.composition import Delivery, Enclosed, Letterhead, enclosed
from publisher.message.editions import find_editions
from publisher.message.leave import check_leave


class Audience(NamedTuple):
    """Who is to get the bulletin: *to*, *cc* and *bcc* one message together, each of the *listed* one alone."""

    to: tuple[Recipient, ...] = ()
    cc: tuple[Recipient, ...] = ()
    bcc: tuple[Recipient, ...] = ()
    listed: tuple[Recipient, ...] = ()


class Terms(NamedTuple):
    """Whether readers keep an embargo, and what time it is (None: by the clock)."""

    under_embargo: bool = False
    now: datetime.datetime | None = None


class Plan(NamedTuple):
    """The deliveries of a run, and those on the list whose addresses are none."""

    deliveries: tuple[Delivery, ...]
    invalid: tuple[Recipient, ...]


def plan(place: Path, audience: Audience, head: Letterhead, leave: Terms, test: Recipient | None = None) -> Plan:
    """What is to be sent of the bulletin at *place*; with *test*, everything goes there alone.

    A WithheldError where an edition must not be sent.
    """
    editions = find_editions(place, lambda metadata: is_held(metadata, leave.now))
    contents: dict[str, Enclosed] = {}

    def content(language: str | None) -> Enclosed:
        edition = editions.for_language(language)
        if edition.language not in contents:
            check_leave(edition, leave.under_embargo, leave.now)
            contents[edition.language] = enclosed(edition, head)
        return contents[edition.language]

    deliveries = []
    if audience.to or audience.cc or audience.bcc:
        deliveries.append(Delivery(content(None), audience.to, audience.cc, audience.bcc))
    deliveries += [Delivery(content(who.language), (who,)) for who in audience.listed if not who.fault]
    if not deliveries:
        raise SourceError("there is nobody to send it to", "say --to ADDRESS, or --recipients FILE.csv")
    if test:
        deliveries = [Delivery(each, (test,)) for each in dict.fromkeys(d.enclosed for d in deliveries)]
    return Plan(tuple(deliveries), tuple(who for who in audience.listed if who.fault))
