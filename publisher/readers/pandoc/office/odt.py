"""OpenDocument texts: the text with its changes accepted, pictures from the document itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

import msgspec
from lxml import etree

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.readers.pandoc.conversion.front import with_front
from publisher.readers.pandoc.conversion.matter import Value
from publisher.readers.pandoc.conversion.pictures import Pictures, from_package
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.office.opendocument import (
    CLOSING,
    OFFICE,
    OPENING,
    descriptions,
    pieces,
    prepare_text,
    read_styles,
    set_page_breaks,
)
from publisher.readers.pandoc.office.package import Package, open_package, read_part
from publisher.readers.pandoc.office.properties import dublin_core
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.reading import read_parsed
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report, Where

Part = TypeVar("Part")
_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_NO_STYLES = (
    f'<o:document-styles xmlns:o="{OFFICE}" o:version="1.3"><o:font-face-decls/><o:styles/><o:automatic-styles/>'
    "<o:master-styles/></o:document-styles>"
).encode()


def read_odt(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, none if it is empty; SourceError if it can't be read.

    What the text says of itself, by the styles Title, Subtitle and Author, goes before the properties.
    """
    package = open_package(source, Kind.ODT)
    if _CONTENT not in package.parts:
        hint = "open it in LibreOffice, and save it anew, without a password"
        raise SourceError(f"{source.name}: is no OpenDocument text that can be read", hint)
    losses = Losses(Origin(source.name))
    roots = [read_part(package.parts[name], source.name) for name in (_CONTENT, _STYLES) if name in package.parts]
    styles = read_styles(roots)
    comments = prepare_text(roots[0], styles, losses, Where(source.name), report)
    if rules.items == "page-breaks":
        set_page_breaks(roots[0], styles)
    packed = _packed(package, roots[0])
    parsed = parse(packed, "odt", source.name, limits=source.limits, weight=package.weight)
    pictures = Pictures(media, report, from_package(package.archive, "", source.limits.picture_bytes, report))
    scene = Scene(Kind.ODT, Origin(source.name), pictures, losses, report, rules)
    said = descriptions(roots[0])
    blocks = [_described(block, said) for block in _styled(parsed.document.blocks)]
    parsed = parsed._replace(document=with_front(blocks))
    return read_parsed(parsed, scene, _properties(package, source.name, comments), pieces(roots[0]))


def _packed(package: Package, content: etree._Element) -> bytes:
    """The package for pandoc, which reads nothing without styles, though a document may leave them out."""
    changed = {_CONTENT: etree.tostring(content, encoding="UTF-8", xml_declaration=True)}
    return package.packed(changed if _STYLES in package.parts else changed | {_STYLES: _NO_STYLES})


def _properties(package: Package, name: str, comments: list[str]) -> dict[str, Value]:
    said = dublin_core(read_part(package.parts[_META], name)) if _META in package.parts else {}
    return said | {"ed_note": "\n".join(comments)}


def _styled(blocks: Iterable[tree.Block]) -> Iterator[tree.Block]:
    """*blocks* with divisions around those whose style is written before their words."""
    for block in blocks:
        match block:
            case tree.Para(c=(tree.Str(c=first), *rest)) if first.startswith(OPENING):
                name, _, word = first.removeprefix(OPENING).partition(CLOSING)
                words = (tree.Str(word), *rest) if word else tuple(rest)
                yield tree.Div((Attr(classes=(name,)), (tree.Para(words),)))
            case tree.Div():
                yield tree.Div((block.c[0], tuple(_styled(block.c[1]))))
            case tree.BlockQuote():
                yield tree.BlockQuote(tuple(_styled(block.c)))
            case _:
                yield block


def _described(value: Part, said: Mapping[str, str]) -> Part:
    """*value*, a part of a tree, whose pictures have as alternative texts what is *said* of them."""
    match value:
        case tree.Image(c=(attr, words, target)) if said.get(target.url):
            named = attr._replace(pairs=(*attr.pairs, ("alt", said[target.url])))
            return cast("Part", tree.Image((named, words, target)))
        case msgspec.Struct():
            fields = (_described(getattr(value, name), said) for name in value.__struct_fields__)
            return type(value)(*fields)
        case tuple():
            parts = [_described(part, said) for part in value]
            return cast("Part", type(value)(*parts) if hasattr(value, "_fields") else tuple(parts))
        case _:
            return value
