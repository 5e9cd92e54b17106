"""Finished bulletins in a folder, to be sent."""

import datetime
from pathlib import Path

from publisher.formats import Format, Source
from publisher.leave import Leave
from publisher.message.addresses import Recipient
from publisher.message.composition import Delivery, Letterhead
from publisher.message.deliveries import Audience, Plan, Terms, plan
from publisher.pipeline import produce
from publisher.publish import publish
from publisher.report import Report
from publisher.settings import read_settings
from publisher.sources import Issue

STORY = "RIVERTON – The council met on Monday.\n\nNobody left before midnight, and the vote was nine to two.\n"
SETTINGS = """title = "The Valley Bulletin"
number = 7
date = 2026-11-24
language = "en-US"
publisher = "the Valley Council"
contact = "desk@example.org"

[source."a.txt"]
headline = "A bridge before the ice"
standfirst = "The council wants the first span to stand before the river freezes."
"""
RUSSIAN = """title = "Вестник долины"
number = 7
date = 2026-11-24
language = "ru"

[source."a.txt"]
headline = "Мост до ледостава"
"""
NOW = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
SENDER = Recipient("press@example.org", "Press Office")


def build(
    folder: Path,
    settings: str = SETTINGS,
    story: str = STORY,
    formats: tuple[Format, ...] = (Format.DOCX,),
    now: datetime.datetime = NOW,
) -> None:
    """Builds a bulletin of one text into *folder*."""
    issue = Issue(read_settings(settings), (Source("a.txt", story.encode()),), None)
    publish(produce(issue, formats, None, Report(), lambda _: None, Leave(now)).files, folder)


def head(*formats: Format, subject: str | None = None) -> Letterhead:
    return Letterhead(SENDER, formats or (Format.DOCX,), subject)


def planned(folder: Path, *to: str, under_embargo: bool = False, now: datetime.datetime = NOW) -> Plan:
    audience = Audience(tuple(Recipient(address) for address in to or ("reader@example.org",)))
    return plan(folder, audience, head(), Terms(under_embargo, now))


def delivery(folder: Path, *to: str) -> Delivery:
    """The message that carries the bulletin in *folder*."""
    return planned(folder, *to).deliveries[0]
