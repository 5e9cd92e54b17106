"""XML that brings traps, and any bytes at all: refused with a sentence, or read, and never more than that."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.errors import SourceError
from publisher.walk import article_text
from tests.readers.newsroom.test_feeds import RSS
from tests.readers.newsroom.test_newsml import HTML, item
from tests.readers.newsroom.test_nitf import STORY
from tests.readers.pandoc.desk import Reading

CANARY = "zqxjcanary"
LAUGHS = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><nitf><body><p>&b;</p></body></nitf>'


@pytest.mark.parametrize("declared", ["SYSTEM 'file://{}'", "SYSTEM 'http://127.0.0.1:9/x'", "'ha'"])
@pytest.mark.parametrize("name", ["a.xml", "a.nitf", "a.rss", "a.txt"])
def test_entities_are_refused(declared: str, name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY)
    trap = f"<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a {declared.format(secret)}>]><nitf><body>&a;</body></nitf>"
    with pytest.raises(SourceError, match="entities of its own"):
        Reading(name, trap, tmp_path)
    with pytest.raises(SourceError, match="entities of its own"):
        Reading(name, LAUGHS)


def test_nothing_is_included(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(CANARY)
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="secret.txt"/>'
    for name, text in (("a.nitf", STORY), ("a.xml", item(HTML)), ("a.rss", RSS)):
        found = Reading(name, text.replace("<p", f"{include}<p", 1), tmp_path)
        assert CANARY not in "".join(map(article_text, found.articles))


def test_deep_nesting_is_refused_with_a_sentence() -> None:
    for text in (
        "<nitf><body><body.content>" + "<block>" * 5000,
        f"<rss><channel><item><description>{'&lt;div&gt;' * 5000}x",
    ):
        with pytest.raises(SourceError):
            Reading("a.xml", text)


@given(st.integers(0, 2000), st.binary(max_size=12), st.sampled_from([STORY, RSS, item(HTML)]))
@settings(max_examples=40, deadline=None)
def test_damage_ends_in_articles_or_a_sentence(at: int, put_in: bytes, text: str) -> None:
    data = text.encode()
    with suppress(SourceError):
        Reading("a.xml", data[:at] + put_in + data[at:])
