"""Inputs that once broke a step or made it wait; each is as small as it can be."""

from pathlib import Path

import pytest

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.normalise.rules import ALL
from publisher.normalise.steps import carried_out
from publisher.readers.wire import STEPS, read_wire
from publisher.report import Report

CASES = sorted((Path(__file__).parents[1] / "cases/wire").iterdir())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_reads_what_once_broke(path: Path) -> None:
    try:
        articles = read_wire(Source(path.name, path.read_bytes()), Media(), Report())
    except SourceError:
        return
    for article in articles:
        assert carried_out(STEPS, article, ALL, Report()) == article
