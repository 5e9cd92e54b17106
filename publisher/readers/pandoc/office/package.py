"""A document as a package: unpacked within limits, its parts free of entities, Office's of document types as well."""

import io
import re
import zipfile
from typing import NamedTuple

from lxml import etree

from publisher.archive import BROKEN, zip_bytes
from publisher.errors import SourceError
from publisher.formats import Source
from publisher.parsing import mended
from publisher.readers.kinds import Kind
from publisher.readers.pandoc.markup.entities import declares_entities

#: So much may be packed at any ratio: blank pages shrink to nothing.
_SMALL = 16 << 20
_PARTS = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx")
# No part of an Office document has a document type (ECMA-376 Part 2, 10.1.2); only a trap brings one.
_OFFICE = frozenset((Kind.DOCX, Kind.PPTX, Kind.XLSX))
_TYPE = re.compile(rb"<!\s*DOCTYPE|<\0!\0D\0O\0C\0T\0|\0<\0!\0D\0O\0C\0T", re.IGNORECASE)
_WAY_OUT = "open it in the program that made it, or in LibreOffice, and save it anew"


class Package(NamedTuple):
    """An opened package and its XML parts."""

    archive: zipfile.ZipFile
    parts: dict[str, bytes]

    @property
    def weight(self) -> int:
        """Bytes of text and markup, unpacked."""
        return sum(map(len, self.parts.values()))

    def packed(self, changed: dict[str, bytes]) -> bytes:
        """The package for pandoc, with *changed* and new parts; of a picture it asks only that it is there."""
        parts = dict.fromkeys(self.archive.namelist(), b"") | self.parts | changed
        return zip_bytes(parts.items(), stored=frozenset(parts))


def open_package(source: Source, kind: Kind = Kind.DOCX) -> Package:
    """The package in *source*, by its *kind*; SourceError where it is none, is damaged, encrypted, a bomb or a trap."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        _check_sizes(archive.infolist(), source)
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if _is_part(entry.filename)}
    except BROKEN as error:
        noun = kind.partition(" ")[2]
        raise SourceError(f"{source.name}: is no {noun}, or a damaged one ({error})", _WAY_OUT) from None
    for name, data in parts.items():
        if kind in _OFFICE and _TYPE.search(data):
            raise SourceError(f"{source.name}: its part {name} declares a document type, as none should", _WAY_OUT)
        if declares_entities(data):
            raise SourceError(f"{source.name}: its part {name} declares entities, as none should", _WAY_OUT)
    return Package(archive, parts)


def _is_part(name: str) -> bool:
    return name.lower().endswith(_PARTS)


def _check_sizes(entries: list[zipfile.ZipInfo], source: Source) -> None:
    """Raises SourceError by what the directory of the package says, before anything is unpacked."""
    limits, name = source.limits, source.name
    parts = sum(entry.file_size for entry in entries if _is_part(entry.filename))
    everything = sum(entry.file_size for entry in entries)
    is_bomb = everything > max(_SMALL, limits.archive_ratio * len(source.data))
    is_large = everything > limits.archive_bytes or parts > limits.xml_bytes
    if is_bomb or is_large or len(entries) > limits.archive_members:
        raise SourceError(
            f"{name}: unpacked it would have {len(entries):,} parts and {everything >> 20:,} MB, more than the limit",
            "split the document or make its pictures smaller, or raise the archive limits under [limits]",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise SourceError(f"{name}: is encrypted", "take the password off and save it again")


def read_part(data: bytes, name: str) -> etree._Element:
    """The root of an XML part of the document *name*."""
    root, faults = mended(data)
    if root is None or faults:
        reason = faults[0].message if faults else "it is empty"
        raise SourceError(f"{name}: is damaged ({reason})", _WAY_OUT)
    return root
