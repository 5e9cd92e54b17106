"""Texts in XML that pandoc has a reader for: DocBook, JATS, FictionBook, OPML."""

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.text.characters import take_out
from publisher.parsing import xml_parser
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.matter import Value
from publisher.readers.pandoc.conversion.pictures import Pictures, from_folder, from_media
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.markup.declared import decode_page
from publisher.readers.pandoc.markup.entities import declares_entities
from publisher.readers.pandoc.markup.fictionbook import FICTION_BOOK, prepare_book
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.reading import read_parsed
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report

#: Kind → pandoc's format.
FORMS: dict[Kind, str] = {Kind.DOCBOOK: "docbook", Kind.JATS: "jats", Kind.FB2: "fb2", Kind.OPML: "opml"}
#: What a document says of itself that is no part of its text, and pictures written out.
_ASIDE = frozenset(("info", "articleinfo", "bookinfo", "front", "description", "binary", "head", "ref-list"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>")
_ENTITY = re.compile(r"&([A-Za-z][\w.-]*);")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))


def read_xml(kind: Kind, source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, which is of a *kind* in FORMS; none if it is empty.

    SourceError where it is no XML, or declares entities.
    """
    if declares_entities(source.data):
        raise SourceError(
            f"{source.name}: declares entities, by which a few lines can fill the memory; it is not read",
            "write what they stand for into the text, and take the <!ENTITY …> lines out",
        )
    _, text = take_out(decode_page(source, report), source.name, report)
    text = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text)
    root = _root(_ENTITY.sub(_written_out, text), source.name)
    origin = Origin(source.name, text)
    losses = Losses(origin)
    prepare_book(root, losses)
    data = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    parsed = parse(data, FORMS[kind], source.name, is_whole=True, limits=source.limits)
    load = from_media(parsed.media, report) if parsed.media else from_folder(source, report)
    scene = Scene(kind, origin, Pictures(media, report, load), losses, report, rules)
    return read_parsed(parsed, scene, _properties(root), _pieces(root))


def _written_out(entity: re.Match[str]) -> str:
    """The character that HTML knows by the name of *entity*, which a DTD would bring; else its name as it stands."""
    name = entity[1]
    return entity[0] if name in _OF_XML else html5.get(f"{name};", f"&amp;{name};")


def _root(text: str, name: str) -> etree._Element:
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), xml_parser())
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{name}:{error.lineno}: is no well-formed XML: {error.msg}", "mend that line") from None


def _properties(root: etree._Element) -> dict[str, Value]:
    """The language that the document is said to be in."""
    found = root.get(_XML_LANG) or root.get("lang") or root.findtext(f".//{{{FICTION_BOOK}}}title-info/{{*}}lang")
    return {"lang": found} if found else {}


def _pieces(root: etree._Element) -> Iterator[str]:
    """The words of the text in order, those about it aside."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for step, node in walk:
        if step == "start" and etree.QName(node).localname in _ASIDE:
            walk.skip_subtree()
        elif step == "start":
            yield node.text or ""
        elif node is not root:
            yield node.tail or ""
