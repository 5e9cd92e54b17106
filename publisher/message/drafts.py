"""Messages saved as drafts, for a mail program to look at and send."""

import datetime
from pathlib import Path

from publisher.message.composition import Letterhead, compose
from publisher.message.deliveries import Plan
from publisher.publish import publish


def save_drafts(plan: Plan, head: Letterhead, path: Path, date: datetime.datetime) -> tuple[Path, ...]:
    """Writes a draft for each delivery to *path*, with a number before the ending where there are several."""
    several = len(plan.deliveries) > 1
    drafts = {
        f"{path.stem}-{number}{path.suffix}" if several else path.name: compose(delivery, head, date, True).as_bytes()
        for number, delivery in enumerate(plan.deliveries, 1)
    }
    publish(drafts, path.parent)
    return tuple(path.parent / name for name in drafts)
