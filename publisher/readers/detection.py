"""What a source holds: its contents say it, and its name only where they leave it open."""

import io
import re
import zipfile

from publisher.archive import BROKEN
from publisher.errors import SourceError
from publisher.formats import Source
from publisher.readers.kinds import ENDINGS, PACKED, Kind, suffix_of
from publisher.readers.markup import is_html, json_kind, xml_kind
from publisher.report import Report, Where

_ZIP, _COMPOUND, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
#: A file that stands in a package, and the kind of package that has one.
MEMBERS = (
    ("word/", Kind.DOCX),
    ("ppt/", Kind.PPTX),
    ("xl/", Kind.XLSX),
    ("META-INF/container.xml", Kind.EPUB),
)
#: Media types in the file ``mimetype`` that a package begins with.
MEDIA_TYPES = {
    b"application/epub+zip": Kind.EPUB,
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
    b"application/vnd.oasis.opendocument.text-template": Kind.ODT,
}
#: What newsrooms send each other, told from copy by what it begins with.
NEWSROOM = frozenset((Kind.NITF, Kind.NEWSML, Kind.RSS, Kind.ATOM, Kind.WORDPRESS, Kind.NINJS, Kind.JSON_FEED))
_LONGEST_TYPE = 200
# In UTF-16, as Office writes the names of the streams of a compound file.
_WORD, _ENCRYPTED = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
_MESSAGE = re.compile(rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[\w-]+):", re.IGNORECASE)
_HEADER = re.compile(rb"^MIME-Version:|^Message-ID:", re.IGNORECASE | re.MULTILINE)
_SAMPLE = 8 << 10
# First bytes of pictures, which belong to a text and are none.
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"8BPS")


def detect(source: Source, report: Report) -> Kind:
    """The kind of *source*; SourceError where nothing reads what it holds. One that its ending hides is told."""
    suffix = suffix_of(source.name)
    said = ENDINGS.get(suffix)
    kind = _packed(source) or _written(source, said)
    if kind is None:
        raise SourceError(
            f"{source.name} is a file of a kind unknown here ({suffix})",
            f"save its text as one of {', '.join(filter(None, ENDINGS))}; plain text (.txt) in UTF-8 always does",
        )
    if kind is not said and (said is None or {said, kind} & {Kind.PLAIN, *PACKED}):
        report.add(
            "source.kind",
            f"{source.name} holds {kind}, and is read as such",
            Where(source.name),
            "give it the ending that belongs to it",
        )
    return kind


def _packed(source: Source) -> Kind | None:
    """The kind that the first bytes name; None where they are those of a text."""
    data = source.data
    if data.startswith(_ZIP):
        return _package(source)
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise SourceError(f"{source.name} is encrypted", "take the password off in Word and save it again")
        if _WORD not in data:
            raise SourceError(f"{source.name} holds an old Office document that is no text", "save it as .docx")
        return Kind.DOC
    if data.startswith(_RTF):
        return Kind.RTF
    if data.startswith(_PICTURES):
        hint = "put it beside a text that names it: ![what it shows](picture.jpg)"
        raise SourceError(f"{source.name} holds a picture, not a text", hint)
    if data.startswith(b"%PDF-"):
        hint = "ask for the document that the PDF was made of, or copy its text into a .txt file"
        raise SourceError(f"{source.name} holds a PDF: finished pages, not a text", hint)
    return None


def _package(source: Source) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = archive.namelist()
            kind = _by_type(archive, names) or next(
                (kind for member, kind in MEMBERS if any(name.startswith(member) for name in names)), None
            )
    except BROKEN as error:
        hint = "it may have been cut short on its way: have it sent again"
        raise SourceError(f"{source.name} is a damaged package ({error})", hint) from None
    if kind is None and "content.xml" in names:
        kind = Kind.ODT
    if kind is None:
        raise SourceError(
            f"{source.name} holds a ZIP archive of {len(names)} files, not a text",
            "unpack it, and give the texts in it",
        )
    return kind


def _by_type(archive: zipfile.ZipFile, names: list[str]) -> Kind | None:
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > _LONGEST_TYPE:
        return None
    return MEDIA_TYPES.get(archive.read("mimetype").strip())


def _written(source: Source, said: Kind | None) -> Kind | None:
    """The kind of a text, by its name and beginning; None where both say nothing that is known."""
    data, stripped = source.data, source.data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf").lstrip()
    if said in (Kind.XML, Kind.JSON, Kind.NITF, Kind.RSS, Kind.ATOM):
        return _tree(data, stripped, said)
    if said in (Kind.PLAIN, None, *PACKED):
        if _is_message(data):
            return Kind.EMAIL
        if found := _markup(data, stripped):
            return found
        # A text that only has the ending of something else is a text all the same.
        return None if said is None else Kind.PLAIN
    return said


def _markup(data: bytes, stripped: bytes) -> Kind | None:
    """The kind of markup that a text begins with, whatever its name says; None where it may be copy."""
    if is_html(data):
        return Kind.HTML
    if stripped.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        found = xml_kind(data)
        # Without a declaration, words in angle brackets may be copy: only what newsrooms send is told by its root.
        if found in NEWSROOM or (stripped.startswith(b"<?xml") and found is not Kind.XML):
            return found
    if stripped.startswith((b"{", b"[")) and (found := json_kind(data)) in NEWSROOM:
        return found
    return None


def _tree(data: bytes, stripped: bytes, said: Kind) -> Kind:
    if stripped.startswith((b"{", b"[")):
        return json_kind(data)
    if stripped.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        found = xml_kind(data)
        return said if found is Kind.XML else found
    return said


def _is_message(data: bytes) -> bool:
    """Whether *data* begins with the header of a message that went through the post."""
    head = data[:_SAMPLE].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    return _MESSAGE.match(head) is not None and _HEADER.search(head) is not None
