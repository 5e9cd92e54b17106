"""The package: parts, their types and relationships, zipped so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from docx.document import Document

from publisher.archive import zip_bytes
from publisher.media import SUFFIXES
from publisher.writers.docx.parts.relations import Relations

DOCUMENT = "word/document.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
#: Kind of part → its media type, and the type of the relationship that leads to it.
KINDS = {
    "document": (f"{_WORD}.document.main+xml", f"{_OFFICE}/officeDocument"),
    **{
        kind: (f"{_WORD}.{kind}+xml", f"{_OFFICE}/{kind}")
        for kind in ("styles", "settings", "numbering", "fontTable", "header", "footer", "footnotes")
    },
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", f"{_OFFICE}/theme"),
    "core-properties": (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    **{
        kind: (f"application/vnd.openxmlformats-officedocument.{kind}+xml", f"{_OFFICE}/{kind}")
        for kind in ("extended-properties", "custom-properties")
    },
}


class Part(NamedTuple):
    """A part of the package: its name, a key of `KINDS` (or ``image`` or ``font``), its bytes."""

    name: str
    kind: str
    data: bytes

    @property
    def id(self) -> str:
        """The identifier of the relationship that leads to it."""
        return relationship_id(self.name)


def relationship_id(name: str) -> str:
    """``word/header1.xml`` → ``rId-header1``."""
    return f"rId-{PurePosixPath(name).stem}"


def base_package(
    document: bytes,
    beside: Sequence[Part],
    properties: Sequence[Part],
    media: Sequence[Part],
    relations: Sequence[Relations],
) -> io.BytesIO:
    """A package that python-docx opens: the document, the parts *beside* it, and the *properties* of the whole.

    *relations* are those of the document and of parts beside it to the web and to *media*: pictures, fonts.
    """
    main = Part(DOCUMENT, "document", document)
    parts = (main, *beside, *properties)
    entries = [
        ("[Content_Types].xml", _content_types(parts)),
        ("_rels/.rels", _relationships((main, *properties), "")),
        *(
            (_relationships_part(own.part), _relationships(beside if own.part == DOCUMENT else (), "word/", own))
            for own in relations
        ),
        *((part.name, part.data) for part in (*parts, *media)),
    ]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    buffer.seek(0)
    return buffer


def packed(document: Document) -> bytes:
    """The finished package: content types first, the other parts by name."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        first = ("[Content_Types].xml", "_rels/.rels")
        names = sorted(archive.namelist(), key=lambda name: (name not in first, name))
        return zip_bytes((name, archive.read(name)) for name in names)


def _relationships_part(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _content_types(parts: Iterable[Part]) -> bytes:
    media = "".join(
        f'<Default Extension="{suffix[1:]}" ContentType="{media_type}"/>'
        for media_type, suffix in (*SUFFIXES.items(), (_FONT, ".odttf"))
    )
    overrides = "".join(
        f"<Override PartName={quoteattr(f'/{part.name}')} ContentType={quoteattr(KINDS[part.kind][0])}/>"
        for part in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{media}{overrides}</Types>'
    ).encode()


def _relationships(parts: Iterable[Part], folder: str, own: Relations | None = None) -> bytes:
    pictures, fonts, links = (own.pictures, own.fonts, own.links) if own else ({}, {}, {})
    inside = "".join(
        f"<Relationship Id={quoteattr(identifier)} Type={quoteattr(type_)}"
        f" Target={quoteattr(name.removeprefix(folder))}/>"
        for identifier, type_, name in (
            *((part.id, KINDS[part.kind][1], part.name) for part in parts),
            *((identifier, f"{_OFFICE}/image", name) for name, identifier in pictures.items()),
            *((identifier, f"{_OFFICE}/font", name) for name, identifier in fonts.items()),
        )
    )
    outside = "".join(
        f"<Relationship Id={quoteattr(identifier)} Type={quoteattr(f'{_OFFICE}/hyperlink')}"
        f' Target={quoteattr(address)} TargetMode="External"/>'
        for address, identifier in links.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}{outside}</Relationships>'.encode()
