"""Presentations and workbooks: packages that pandoc reads as they come."""

from lxml import etree

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.pictures import Pictures, from_media
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.office.package import open_package, read_part
from publisher.readers.pandoc.office.properties import core_properties
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.reading import read_parsed
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report

#: Kind → pandoc's format, and the folder of the parts that hold its words.
FORMS: dict[Kind, tuple[str, str]] = {Kind.PPTX: ("pptx", "ppt/slides/"), Kind.XLSX: ("xlsx", "xl/sharedStrings")}
_TEXT = ("{http://schemas.openxmlformats.org/drawingml/2006/main}t",
         "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t")  # fmt: skip


def read_packaged(kind: Kind, source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, which is of a *kind* in FORMS; none if it is empty, SourceError if it can't be read."""
    form, place = FORMS[kind]
    package = open_package(source, kind)
    parsed = parse(source.data, form, source.name, limits=source.limits, weight=package.weight)
    origin = Origin(source.name)
    scene = Scene(
        kind, origin, Pictures(media, report, from_media(parsed.media, report)), Losses(origin), report, rules
    )
    roots = [read_part(data, source.name) for name, data in package.parts.items() if name.startswith(place)]
    pieces = (words for root in roots for words in _words(root))
    return read_parsed(parsed, scene, core_properties(package, source.name), pieces)


def _words(root: etree._Element) -> list[str]:
    return [text.text or "" for text in root.iter(*_TEXT)]
