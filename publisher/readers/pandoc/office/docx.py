"""Word documents: the text with its changes accepted, pictures from the document itself."""

import posixpath

from lxml import etree

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.pictures import Pictures, from_package
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.office.package import Package, open_package, read_part
from publisher.readers.pandoc.office.properties import core_properties
from publisher.readers.pandoc.office.word import comments, hiding_styles, linked_pictures, pieces, prepare_text
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.reading import read_parsed
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report, Where

#: With the names of Word's styles, which say roles.
FORM = "docx+styles"
_STYLES, _COMMENTS, _NOTES = "word/styles.xml", "word/comments.xml", ("word/footnotes.xml", "word/endnotes.xml")
_ROOT, _OFFICE = "_rels/.rels", "/officeDocument"


def read_docx(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, none if it is empty; SourceError if it can't be read.

    What the text says of itself, by the styles Title, Subtitle and Author, goes before the properties.
    """
    package = open_package(source)
    origin = Origin(source.name)
    losses = Losses(origin)
    load = from_package(package.archive, "word", source.limits.picture_bytes, report)
    scene = Scene(Kind.DOCX, origin, Pictures(media, report, load), losses, report, rules)
    main = _main_part(package, source.name)
    texts = {name: read_part(package.parts[name], source.name) for name in (main, *_NOTES) if name in package.parts}
    data = _prepared(source, package, texts, scene)
    _tell_pictures(main, texts[main], package, scene)
    parsed = parse(data, FORM, source.name, limits=source.limits, weight=package.weight)
    words = (words for root in texts.values() for words in pieces(root))
    properties = core_properties(package, source.name) | {"ed_note": _notes(package, source.name)}
    return read_parsed(parsed, scene, properties, words)


def _main_part(package: Package, name: str) -> str:
    """The part that holds the text, by the package's own relations."""
    relations = read_part(package.parts[_ROOT], name) if _ROOT in package.parts else ()
    targets = [(one.get("Target") or "").lstrip("/") for one in relations if (one.get("Type") or "").endswith(_OFFICE)]
    main = next((target for target in targets if target in package.parts), None)
    if main is None:
        raise SourceError(f"{name}: is no Word document", "save it as .docx in Word or LibreOffice")
    return main


def _prepared(source: Source, package: Package, texts: dict[str, etree._Element], scene: Scene) -> bytes:
    """The document for pandoc: as it came, unless something in it had to be seen to first."""
    styles = package.parts.get(_STYLES)
    hiding = hiding_styles(read_part(styles, source.name)) if styles else frozenset()
    is_parted = scene.rules.items == "page-breaks"
    changed = {
        name: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        for name, root in texts.items()
        if prepare_text(root, hiding, scene.losses, Where(source.name), scene.report, is_parted)
    }
    return package.packed(changed) if changed else source.data


def _notes(package: Package, name: str) -> str:
    """What the comments say, each in a line: from desk to desk, never for print."""
    found = comments(read_part(package.parts[_COMMENTS], name)) if _COMMENTS in package.parts else ()
    return "\n".join(found)


def _tell_pictures(main: str, root: etree._Element, package: Package, scene: Scene) -> None:
    """Reports pictures that the document only links to, or has lost: pandoc passes over them."""
    folder, part = posixpath.split(main)
    relations = package.parts.get(f"{folder}/_rels/{part}.rels")
    if relations is None:
        return
    known = {one.get("Id"): one for one in read_part(relations, scene.origin.file)}
    held, where = frozenset(package.archive.namelist()), Where(scene.origin.file)
    for one in (known[name] for name in linked_pictures(root) if name in known):
        target = one.get("Target") or ""
        if one.get("TargetMode") == "External":
            hint = "insert the picture itself, not a link to it"
            scene.report.add("media.remote", f"{target[:80]}: pictures are never fetched", where, hint)
        elif posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") not in held:
            scene.report.add("media.missing", f"{target[:80]} isn't in the document", where, "insert the picture anew")
