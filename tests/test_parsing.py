"""XML from elsewhere: nothing in it acts, and what is broken is told, never raised."""

from pathlib import Path

import pytest
from lxml import etree

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.parsing import mended, xml_parser
from publisher.readers import read
from publisher.readers.pandoc.office.package import read_part
from publisher.report import Report


def test_no_entity_is_filled_in_and_no_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    text = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY w "canary">]><a>&e;&w;</a>'
    for root in (etree.fromstring(text.encode(), xml_parser()), mended(text.encode())[0]):
        assert root is not None
        assert "canary" not in "".join(map(str, root.itertext()))


def test_comments_and_instructions_are_kept_unless_the_tree_is_bare() -> None:
    data = b"<a><!-- one --><?two three?>four</a>"
    whole, _ = mended(data)
    bare, _ = mended(data, bare=True)
    assert whole is not None
    assert bare is not None
    assert (len(whole), len(bare)) == (2, 0)


@pytest.mark.parametrize("data", [b"", b"\0", b"  ", b"words", b"<a><b></a>", b"<a>"])
def test_what_is_broken_is_told(data: bytes) -> None:
    assert mended(data)[1] != []
    with pytest.raises(SourceError, match=r"text\.docx: is damaged"):
        read_part(data, "text.docx")


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "a.nitf"])
@pytest.mark.parametrize("data", [b"", b" \n"])
def test_an_empty_file_of_a_newsroom_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(SourceError, match=rf"{name}:\d+: is no well-formed XML"):
        read(Source(name, data), Media(), Report())
