"""The form of an EPUB: its container, its package document, and whether every reference arrives."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from publisher.archive import BROKEN
from publisher.formats import Artifact
from publisher.parsing import xml_parser
from publisher.preflight.books.passages import Document
from publisher.preflight.books.references import Reference, markup_references, names_in, scripts, style_references
from publisher.report import Finding, Where, finding

MIMETYPE = b"application/epub+zip"
CONTAINER = "META-INF/container.xml"
#: Bytes that the files of a book may come to: a few kilobytes of zip can claim terabytes.
LARGEST = 1 << 29
MARKUP = frozenset({"application/xhtml+xml", "image/svg+xml"})
#: Schemes that run code, or lead into the reader's own machine.
UNSAFE = frozenset({"javascript", "vbscript", "data", "file"})
_OPF, _DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
_ROOTFILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_MODIFIED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_ID = re.compile(r"\S+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_AGAIN = "make the book again; if it is one of ours, the program is at fault: please report it"


class Item(NamedTuple):
    """An entry of the manifest: its id, the file it names, its media type and properties."""

    id: str
    file: str
    kind: str
    properties: tuple[str, ...]


class Book(NamedTuple):
    """An opened EPUB; *documents* are those that are well-formed, *faults* says why others aren't."""

    name: str
    archive: zipfile.ZipFile
    package: str
    opf: Any
    items: tuple[Item, ...]
    documents: dict[str, Document]
    faults: dict[str, str]

    def place(self, part: str, element: Any = None) -> str:
        """What a place is called: the article's headline and the passage, or the part's name."""
        document = self.documents.get(part)
        return document.place(part, element) if document else part

    def fault(self, code: str, message: str, part: str, hint: str = _AGAIN, element: Any = None) -> Finding:
        """A finding in one part of this book, at *element* where it is known."""
        line = element.sourceline if element is not None else None
        document = self.documents.get(part)
        where = Where(file=self.name, line=line, part=part, article=document.title if document else None)
        return finding(code, f"{self.name}: {message}", where, hint)


def documents_in(artifact: Artifact) -> dict[str, Document]:
    """Part → its document, for whoever speaks of places in it; nothing of a book that can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(artifact.data)) as archive:
            _measure(archive)
            return _opened(archive, artifact.name).documents
    except (*BROKEN, KeyError, etree.XMLSyntaxError):
        return {}


def check_epub(artifact: Artifact) -> Iterator[Finding]:
    """Faults of form of one EPUB 3, ours or not: less than EPUBCheck knows, but at once and without Java."""
    try:
        with zipfile.ZipFile(io.BytesIO(artifact.data)) as archive:
            _measure(archive)
            yield from _container(archive, artifact.name)
            yield from _check(_opened(archive, artifact.name))
    except (*BROKEN, KeyError, etree.XMLSyntaxError) as error:
        yield finding(
            "epub.unreadable",
            f"{artifact.name} can't be read as EPUB: {error}",
            Where(file=artifact.name),
            "ask for the file again; it may be cut off, or no EPUB",
        )


def _measure(archive: zipfile.ZipFile) -> None:
    """Raises BadZipFile for an archive that holds nothing, or more than a book does."""
    if not archive.infolist():
        raise zipfile.BadZipFile("it is empty")
    if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
        raise zipfile.BadZipFile(f"its files come to more than {LARGEST >> 20} MB")


def _container(archive: zipfile.ZipFile, name: str) -> Iterator[Finding]:
    """The media type is the first entry, uncompressed and bare (EPUB 3.3, § 4.3)."""
    first = archive.infolist()[0]
    stored = first.compress_type == zipfile.ZIP_STORED and not first.extra
    if first.filename != "mimetype" or not stored or archive.read(first) != MIMETYPE:
        message = f"{name}: its first entry isn't an uncompressed file “mimetype” that says {MIMETYPE.decode()}"
        yield finding("epub.unreadable", message, Where(file=name, part=first.filename), _AGAIN)


def _opened(archive: zipfile.ZipFile, name: str) -> Book:
    rootfile = next(_parsed(archive, CONTAINER).iter(_ROOTFILE), None)
    package = rootfile.get("full-path", "") if rootfile is not None else ""
    opf = _parsed(archive, package)
    items = tuple(
        Item(
            item.get("id", ""),
            _file(package, item.get("href", "")),
            item.get("media-type", ""),
            tuple(item.get("properties", "").split()),
        )
        for item in opf.iterfind(f"{_OPF}manifest/{_OPF}item")
    )
    book = Book(name, archive, package, opf, items, {}, {})
    files = set(archive.namelist())
    for item in items:
        if item.kind in MARKUP and item.file in files:
            try:
                book.documents[item.file] = Document(_parsed(archive, item.file), archive.read(item.file))
            except etree.XMLSyntaxError as error:
                book.faults[item.file] = str(error)
    return book


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    return etree.fromstring(archive.read(name), xml_parser())


def _file(base: str, path: str) -> str:
    """The file that a relative path leads to, seen from the file *base*."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path))) if path else base


def _check(book: Book) -> Iterator[Finding]:
    for file, fault in book.faults.items():
        yield book.fault("epub.unreadable", f"{file} is no well-formed XML: {fault}", file)
    yield from _metadata(book)
    yield from _manifest(book)
    yield from _spine(book)
    names = {file: names_in(document.tree) for file, document in book.documents.items()}
    for file, found in names.items():
        for twin in (name for name, number in Counter(found).items() if number > 1):
            yield book.fault("epub.reference", f"{book.place(file)} gives the id “{twin}” twice", file)
        for odd in (name for name in found if not _ID.fullmatch(name)):
            yield book.fault("epub.reference", f"{book.place(file)} gives an id with a blank in it, “{odd}”", file)
    known = {file: frozenset(found) for file, found in names.items()}
    files = frozenset(book.archive.namelist())
    for item in book.items:
        if item.file in files:
            yield from _scripts(book, item)
            for reference in _references(book, item):
                if fault := _fault(reference, item.file, files, known):
                    place = book.place(item.file, reference.element)
                    message = f"{place} refers to “{reference.target}”, {fault}"
                    yield book.fault("epub.reference", message, item.file, element=reference.element)


def _metadata(book: Book) -> Iterator[Finding]:
    """What the package must say (EPUB 3.3, § 5.5): identifier, title, language, date of the last change."""
    named = {e.get("id"): e.text for e in book.opf.iter(f"{_DC}identifier") if (e.text or "").strip()}
    if book.opf.get("unique-identifier") not in named:
        yield _lacking(book, "the identifier that its unique-identifier names", "identifier")
    if not any((e.text or "").strip() for e in book.opf.iter(f"{_DC}title")):
        yield _lacking(book, "a title", "title")
    languages = [(e.text or "").strip() for e in book.opf.iter(f"{_DC}language")]
    if not languages or not all(map(_LANGUAGE.fullmatch, languages)):
        yield _lacking(book, "a language as BCP 47 writes it, such as en-GB", "language")
    if not book.opf.get("version", "").startswith("3"):
        yield _lacking(book, "a version 3", "version")
        return
    changed = [
        (e.text or "").strip()
        for e in book.opf.iter(f"{_OPF}meta")
        if e.get("property") == "dcterms:modified" and not e.get("refines")
    ]
    if len(changed) != 1 or not _MODIFIED.fullmatch(changed[0]):
        yield _lacking(book, "one date of its last change, such as 2026-11-24T00:00:00Z", "dcterms:modified")
    if sum("nav" in item.properties for item in book.items) != 1:
        yield _lacking(book, "one navigation document", "nav")


def _lacking(book: Book, what: str, name: str) -> Finding:
    return book.fault("epub.metadata", f"its package document lacks {what}", book.package, f"give it a {name}")


def _manifest(book: Book) -> Iterator[Finding]:
    """Every entry has its file, every file its entry, and every id is given once."""
    files = {name for name in book.archive.namelist() if not name.endswith("/")}
    listed = Counter(item.file for item in book.items)
    for file, number in listed.items():
        if file not in files:
            yield book.fault("epub.reference", f"its manifest lists {file}, which isn't there", book.package)
        if number > 1:
            yield book.fault("epub.reference", f"its manifest lists {file} twice", book.package)
    known = {*listed, "mimetype", book.package}
    for file in sorted(name for name in files - known if not name.startswith("META-INF/")):
        yield book.fault("epub.reference", f"{file} isn't listed in its manifest", file)
    names = Counter(names_in(book.opf))
    for twin in (name for name, number in names.items() if number > 1):
        yield book.fault("epub.reference", f"its package document gives the id “{twin}” twice", book.package)
    refined = (element.get("refines", "") for element in book.opf.iter("*"))
    for target in (target for target in refined if target.startswith("#") and target[1:] not in names):
        message = f"its package document says something of “{target}”, which isn't there"
        yield book.fault("epub.reference", message, book.package)


def _spine(book: Book) -> Iterator[Finding]:
    places = [place.get("idref", "") for place in book.opf.iterfind(f"{_OPF}spine/{_OPF}itemref")]
    if not places:
        yield book.fault("epub.reference", "its reading order is empty", book.package)
    known = {item.id for item in book.items}
    for place in places:
        if place not in known:
            yield book.fault("epub.reference", f"its reading order names “{place}”, which isn't there", book.package)


def _references(book: Book, item: Item) -> Iterable[Reference]:
    if item.file in book.documents:
        return markup_references(book.documents[item.file].tree)
    if item.kind == "text/css":
        return style_references(book.archive.read(item.file).decode("utf-8", "replace"))
    return ()


def _scripts(book: Book, item: Item) -> Iterator[Finding]:
    for script in scripts(book.documents[item.file].tree) if item.file in book.documents else ():
        message = f"{book.place(item.file, script.element)} holds {script.name}"
        yield book.fault("epub.script", message, item.file, "take it out: readers may refuse it", script.element)


def _fault(reference: Reference, part: str, files: frozenset[str], names: dict[str, frozenset[str]]) -> str:
    """What is wrong with *reference* as it stands in *part*; nothing if it arrives."""
    try:
        parts = urlsplit(reference.target)
    except ValueError:
        return "which is no address"
    if parts.scheme or parts.netloc:
        return _remote_fault(parts.scheme.lower(), reference.followed)
    file = _file(part, parts.path)
    if file not in files:
        return "which isn't there"
    # A fragment may also point into a picture or a recording, or be an EPUB CFI.
    if parts.fragment and file in names and not re.search(r"[=(]", parts.fragment):
        return "" if unquote(parts.fragment) in names[file] else "a place that isn't there"
    return ""


def _remote_fault(scheme: str, followed: bool) -> str:
    if followed:
        return "which may harm the reader's machine" if scheme in UNSAFE else ""
    return "" if scheme == "data" else "which lies outside the book"
