"""The form of a DOCX: it opens, its parts are all there, every reference in it arrives, and everybody can read it.

Schemas say nothing of most of this: a style, a list or a bookmark that isn't there leaves a document valid,
and Word either passes over it in silence or calls the file damaged.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from publisher.archive import BROKEN
from publisher.formats import Artifact
from publisher.parsing import xml_parser
from publisher.preflight.word.accessibility import obstacles
from publisher.preflight.wordprocessing import faults_in
from publisher.report import Finding, Where, finding

#: Bytes that the parts of a document may come to: a few kilobytes of zip can claim terabytes.
LARGEST = 1 << 29
_TYPES = "[Content_Types].xml"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_IDENTIFIERS = f"{{{_OFFICE}}}"
_AGAIN = "make the document again; if it is one of ours, the program is at fault: please report it"
_CUT_OFF = "ask for the file again; it may be cut off, or no DOCX"


class Package(NamedTuple):
    """An opened DOCX: the names of its parts, and the trees of those that are XML."""

    name: str
    names: frozenset[str]
    trees: dict[str, Any]

    def fault(self, message: str, part: str | None = None, code: str = "docx.reference") -> Finding:
        """A finding in one part of this document."""
        hint = _AGAIN if code == "docx.reference" else _CUT_OFF
        return finding(code, f"{self.name}: {message}", Where(file=self.name, part=part), hint)


def check_docx(artifact: Artifact) -> Iterator[Finding]:
    """Faults of form of one DOCX, ours or not."""
    try:
        with zipfile.ZipFile(io.BytesIO(artifact.data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise ValueError(f"its parts come to more than {LARGEST >> 20} MB")
            package = Package(artifact.name, frozenset(archive.namelist()), dict(_trees(archive)))
    except (*BROKEN, etree.XMLSyntaxError) as error:
        yield finding(
            "docx.unreadable",
            f"{artifact.name} can't be read as DOCX: {error}",
            Where(file=artifact.name),
            _CUT_OFF,
        )
        return
    main = _main_part(package)
    if main is None:
        yield package.fault("no document is named in it", "_rels/.rels", "docx.unreadable")
        return
    yield from _types(package)
    yield from _relationships(package)
    for fault in faults_in(main, package.trees):
        yield package.fault(fault.message, fault.part)
    for obstacle in obstacles(package.trees[main], package.trees, posixpath.dirname(main)):
        where = Where(file=artifact.name, part=main)
        yield finding(obstacle.code, f"{artifact.name}: {obstacle.message}", where, obstacle.hint)


def _trees(archive: zipfile.ZipFile) -> Iterator[tuple[str, Any]]:
    parser = xml_parser()
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            try:
                yield name, etree.fromstring(archive.read(name), parser)
            except etree.XMLSyntaxError as error:
                raise ValueError(f"{name} is no XML ({error})") from None


def _main_part(package: Package) -> str | None:
    """The name of the document's main part (ECMA-376 Part 2, 9.3), if it is there."""
    for relationship in _relationships_of("", package.trees):
        if relationship.get("Type", "") == f"{_OFFICE}/officeDocument":
            name = _target("", relationship)
            return name if name in package.trees else None
    return None


def _relationships_of(part: str, trees: Mapping[str, Any]) -> list[Any]:
    tree = trees.get(_relationships_part(part))
    return [] if tree is None else list(tree.iter(_RELATIONSHIP))


def _relationships_part(part: str) -> str:
    """Where the relationships of *part* stand; those of the whole package belong to the part ``""``."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(part: str, relationship: Any) -> str:
    """The part that an internal relationship of *part* leads to."""
    target = unquote(relationship.get("Target", ""))
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _types(package: Package) -> Iterator[Finding]:
    """Every part has a media type (ECMA-376 Part 2, 7.3)."""
    types = package.trees.get(_TYPES)
    if types is None:
        yield package.fault(f"there is no {_TYPES}", _TYPES)
        return
    extensions = {default.get("Extension", "").lower() for default in types.iter(f"{_CONTENT}Default")}
    overrides = {override.get("PartName", "").lstrip("/") for override in types.iter(f"{_CONTENT}Override")}
    for name in sorted(package.names - overrides - {_TYPES}):
        if not name.endswith("/") and name.rpartition(".")[2].lower() not in extensions:
            yield package.fault("the part has no media type", name)
    for name in sorted(overrides - package.names):
        yield package.fault(f"it names {name}, which isn't there", _TYPES)


def _relationships(package: Package) -> Iterator[Finding]:
    """Relationships lead to parts that are there, and what a part asks for by identifier is among its own."""
    for part in ("", *sorted(package.trees)):
        known = set()
        for relationship in _relationships_of(part, package.trees):
            identifier = relationship.get("Id", "")
            if identifier in known:
                yield package.fault(f"two relationships are called {identifier}", _relationships_part(part))
            known.add(identifier)
            inside = relationship.get("TargetMode") != "External"
            if inside and (name := _target(part, relationship)) not in package.names:
                yield package.fault(f"relationship {identifier} leads to {name}, which isn't there", part)
        for identifier in sorted(_asked_for(package.trees.get(part)) - known):
            yield package.fault(f"it asks for relationship {identifier}, which isn't there", part)


def _asked_for(tree: Any) -> set[str]:
    """Identifiers of relationships in the attributes of *tree*."""
    if tree is None:
        return set()
    return {
        value
        for element in tree.iter("*")
        for name, value in element.attrib.items()
        if name.startswith(_IDENTIFIERS) and value
    }
