"""A source is read as what it holds, whatever its name says, or refused with a sentence."""

import io
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.readers.detection import detect
from publisher.readers.kinds import ENDINGS, Kind
from publisher.report import Report
from tests import pictures
from tests.readers.pandoc.desk import Reading

WORDS = "The council met on Monday and heard four speakers."


def package(*names: str, mimetype: str | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def damaged(data: bytes, member: str) -> bytes:
    """*data*, a package, with the first bytes of a packed member turned over."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo(member).header_offset + 30 + len(member)
    return data[:at] + bytes(byte ^ 0xFF for byte in data[at : at + 8]) + data[at + 8 :]


def word() -> bytes:
    document = docx.Document()
    document.add_heading("A bridge", 1)
    document.add_paragraph(WORDS)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def kind(name: str, data: bytes) -> tuple[Kind, list[str]]:
    report = Report()
    return detect(Source(name, data), report), [finding.code for finding in report.findings]


@pytest.mark.parametrize("name", ["a.txt", "a", "a.doc", "a.rtf", "a.md", "a.html", "a.xml", "a.2026"])
def test_a_word_document_is_one_by_any_name(name: str) -> None:
    reading = Reading(name, word())
    assert reading.article.metadata.headline == "A bridge"
    assert "source.kind" in reading.codes


def test_by_its_own_name_nothing_is_told() -> None:
    assert kind("a.docx", word()) == (Kind.DOCX, [])
    assert kind("a.txt", WORDS.encode()) == (Kind.PLAIN, [])


def test_a_text_that_is_called_a_word_document_is_a_text() -> None:
    reading = Reading("a.docx", f"A bridge\n\n{WORDS}")
    assert reading.article.metadata.headline == "A bridge"
    assert "source.kind" in reading.codes


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (package("x", mimetype="application/epub+zip"), Kind.EPUB),
        (package("META-INF/container.xml"), Kind.EPUB),
        (package("content.xml", mimetype="application/vnd.oasis.opendocument.text"), Kind.ODT),
        (package("content.xml"), Kind.ODT),
        (package("[Content_Types].xml", "ppt/presentation.xml"), Kind.PPTX),
        (package("[Content_Types].xml", "xl/workbook.xml"), Kind.XLSX),
        (b"{\\rtf1\\ansi x}", Kind.RTF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), Kind.DOC),
        (b"<!DOCTYPE html>\n<html lang=en><p>x", Kind.HTML),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<html><p>x</p></html>", Kind.HTML),
        (b"<?xml version='1.0'?><!-- x --><nitf><body/></nitf>", Kind.NITF),
        (b"Received: by x\r\nMIME-Version: 1.0\r\nSubject: y\r\n\r\nz", Kind.EMAIL),
    ],
)
def test_plain_names_hide_nothing(data: bytes, expected: Kind) -> None:
    assert kind("a.txt", data) == (expected, ["source.kind"])


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<nitf/>", Kind.NITF),
        ('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', Kind.NEWSML),
        ("<n:packageItem xmlns:n='http://iptc.org/std/nar/2006-10-01/'/>", Kind.NEWSML),
        ("<newsMessage/>", Kind.NEWSML),
        ("<rss version='2.0'><channel/></rss>", Kind.RSS),
        ("<rss xmlns:wp='http://wordpress.org/export/1.2/'/>", Kind.WORDPRESS),
        ("<rdf:RDF xmlns:rdf='x'/>", Kind.RSS),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", Kind.ATOM),
        ("<article article-type='news'><front/></article>", Kind.JATS),
        ("<article xmlns='http://docbook.org/ns/docbook'/>", Kind.DOCBOOK),
        (
            "<!DOCTYPE article PUBLIC '-//OASIS//DTD DocBook XML V4.5//EN' 'x' [<!ENTITY a 'b>'>]><article/>",
            Kind.DOCBOOK,
        ),
        ("<FictionBook/>", Kind.FB2),
        ("<opml/>", Kind.OPML),
        ("<svg/>", Kind.XML),
        ("no markup", Kind.XML),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_root_says_what_xml_is(markup: str, expected: Kind, encoding: str) -> None:
    assert kind("a.xml", f"<?xml version='1.0' encoding='{encoding}'?>\n{markup}".encode(encoding))[0] is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"uri": "urn:x", "headlines": []}', Kind.NINJS),
        ('{"uri": "urn:x", "body_text": "x"}', Kind.NINJS),
        ('[{"uri": "urn:x", "bodies": []}]', Kind.NINJS),
        ('{"version": "https://jsonfeed.org/version/1.1"}', Kind.JSON_FEED),
        ('{"schemaVersion": 1, "articles": []}', Kind.MODEL_JSON),
        ('{"metadata": {}, "body": []}', Kind.MODEL_JSON),
        ('{"cells": [], "nbformat": 4}', Kind.IPYNB),
        ('{"uri": "urn:x"}', Kind.JSON),
        ("[1]", Kind.JSON),
        ("{", Kind.JSON),
        ("[" * 100_000, Kind.JSON),
    ],
)
def test_properties_say_what_json_is(text: str, expected: Kind) -> None:
    assert kind("a.json", text.encode())[0] is expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (pictures.png(), "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (package("a.exe", "b.txt"), "ZIP archive of 2 files"),
        (word()[:400], "damaged package"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook", "old Office document"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.md", "a"])
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, words: str, name: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        detect(Source(name, data), Report())
    assert caught.value.hint


@given(st.binary(max_size=400), st.sampled_from(sorted(ENDINGS)))
def test_anything_has_a_kind_or_is_refused(data: bytes, suffix: str) -> None:
    with suppress(SourceError):
        assert isinstance(detect(Source(f"a{suffix}", data), Report()), Kind)


def test_copy_that_begins_like_a_header_stays_copy() -> None:
    assert kind("a.txt", b"From: the desk\nSubject: A bridge\n\nText.")[0] is Kind.PLAIN


def test_packed_data_that_is_damaged_is_refused_with_a_sentence() -> None:
    with pytest.raises(SourceError, match="a damaged one"):
        Reading("a.docx", damaged(word(), "word/document.xml"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
    with pytest.raises(SourceError, match="is a damaged package"):
        detect(Source("a.epub", damaged(buffer.getvalue(), "mimetype")), Report())
