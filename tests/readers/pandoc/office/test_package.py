"""Packages: limits before anything is unpacked, no entities."""

import io
import struct
import zipfile

import pytest

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.limits import USUAL, Limits
from publisher.readers.pandoc.office import package
from publisher.readers.pandoc.office.package import open_package
from tests.readers.pandoc.word import document, paragraph, run

BODY = paragraph(run("Text."))


def opened(data: bytes, limits: Limits = USUAL) -> package.Package:
    return open_package(Source("a.docx", data, limits=limits))


def test_parts_are_read() -> None:
    parts = opened(document(BODY)).parts
    assert b"Text." in parts["word/document.xml"]
    assert "_rels/.rels" in parts


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        "<!doctype d>",
    ],
)
def test_document_types_are_refused_before_they_are_parsed(before: str) -> None:
    with pytest.raises(SourceError, match=r"word/document\.xml declares a document type"):
        opened(document(BODY, before=before))


def test_a_document_type_in_another_encoding_is_seen_too() -> None:
    part = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d><d/>'.encode("utf-16")
    with pytest.raises(SourceError, match="declares a document type"):
        opened(document(BODY, word__x_xml=part))


def bomb(size: int, name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(size >> 20):
            part.write(bytes(1 << 20))
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/a.bin"])
@pytest.mark.parametrize("limits", [Limits(archive_bytes=64 << 20, archive_ratio=10_000), USUAL], ids=["size", "ratio"])
def test_a_bomb_is_refused_by_its_directory(name: str, limits: Limits) -> None:
    data = bomb(128 << 20, name)
    assert len(data) < 1 << 20
    with pytest.raises(SourceError, match="128 MB, more than the limit"):
        opened(data, limits)


def test_a_directory_that_lies_is_found_out() -> None:
    data = bytearray(bomb(8 << 20, "word/document.xml"))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 100)
    with pytest.raises(SourceError, match="damaged"):
        opened(bytes(data))


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(SourceError, match="4 parts"):
        opened(document(BODY), Limits(archive_members=3))


def test_an_encrypted_package_is_refused() -> None:
    data = bytearray(document(BODY))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    with pytest.raises(SourceError, match="encrypted"):
        opened(bytes(data))
