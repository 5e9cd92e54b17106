"""What the conversion of one source's tree needs beside the tree."""

from typing import NamedTuple

from publisher.normalise.rules import ALL, Rules
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.pictures import Pictures
from publisher.readers.pandoc.losses import Losses
from publisher.report import Report


class Scene(NamedTuple):
    """The source's place, kind and *language* (BCP 47), its pictures, where what is found is noted.

    The *rules* are those for its text.
    """

    kind: Kind
    origin: Origin
    pictures: Pictures
    losses: Losses
    report: Report
    rules: Rules = ALL
    language: str | None = None
