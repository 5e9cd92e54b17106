"""One build from folders to a folder: recalled where nothing has changed, made and published where something has."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from publisher.cache import keeping_parts
from publisher.publish import publish, recover, stands
from publisher.unchanged import Made, issue_key, keep_made, made_before

if TYPE_CHECKING:
    from publisher.leave import Leave
    from publisher.report import Report


class Order(NamedTuple):
    """What is to be built, and where to: file and folder names, ``-`` being *standard_input*."""

    names: tuple[str, ...]
    output: Path
    configuration: Path | None = None
    targets: tuple[str, ...] = ()
    theme: str | None = None
    standard_input: bytes = b""


def build_issue(
    order: Order, leave: "Leave", report: "Report", progress: Callable[[str], None], key: str | None = None
) -> Made:
    """What *order* makes, published; nothing is made or written where all of it stands there already.

    *key* is its `order_key`, where that is known already.
    """
    recover(order.output)
    key = key or order_key(order, leave)
    made = made_before(key, leave.now) if key else None
    if made is not None:
        report.extend(made.findings)
        if not stands(made.files, order.output):
            publish(made.files, order.output)
        return made
    made = _made(order, leave, report, progress)
    # What was changed while it was read is not what the key stands for; what is published may lie in the same folder.
    is_same = key is not None and order_key(order, leave) == key
    publish(made.files, order.output)
    if key and is_same:
        keep_made(key, made)
    return made


def order_key(order: Order, leave: "Leave") -> str | None:
    """The hash of all that *order* depends on, as far as that is known beforehand."""
    return issue_key(order.names, order.configuration, (sorted(order.targets), order.theme, leave.release))


def _made(order: Order, leave: "Leave", report: "Report", progress: Callable[[str], None]) -> Made:
    from publisher.formats import USUAL, Format
    from publisher.manifest import encoded
    from publisher.pipeline import produce
    from publisher.readers import SUFFIXES
    from publisher.sources import gather

    formats: Sequence[Format] = [Format(target) for target in order.targets] or list(USUAL)
    issue = gather(order.names, order.configuration, order.standard_input, SUFFIXES, report)
    with keeping_parts():
        edition = produce(issue, formats, order.theme, report, progress, leave)
    told = edition.manifest
    return Made(edition.bulletin.metadata, edition.files, encoded(told), report.findings, told.parity)
