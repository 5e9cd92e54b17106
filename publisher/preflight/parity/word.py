"""What a DOCX holds beside its words."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from publisher.preflight.extraction import PARSER, docx_words
from publisher.preflight.parity.features import Features, alternatives, headings, languages, outward, properties

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_HEADING = re.compile(r"heading \d", re.IGNORECASE)


def word_features(data: bytes) -> Features:
    """The features of a DOCX: of its main part and its notes, its heads and feet apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        trees = {
            name: etree.fromstring(archive.read(name), PARSER)
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }
    document, styles = trees["word/document.xml"], trees["word/styles.xml"]
    parts = [document, *(trees[name] for name in ("word/footnotes.xml",) if name in trees)]
    return Features(
        headings=headings(list(_headings(document, styles))),
        links=outward(_links(trees)),
        alternatives=alternatives([d.get("descr") or "" for part in parts for d in part.iter(_WP + "docPr")]),
        notes=sum(1 for part in parts for _ in part.iter(_W + "footnoteReference")),
        tables=tuple(_shape(table) for part in parts for table in part.iter(_W + "tbl")),
        languages=languages([_default_language(styles), *_languages(parts)]),
        metadata=_metadata(trees),
    )


#: A language's attributes, the one for right-to-left text first: Latin words in it have another beside it.
_TONGUES = ("bidi", "eastAsia", "val")


def _default_language(styles: Any) -> str | None:
    said = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    return None if said is None else next((said.get(_W + key) for key in _TONGUES if said.get(_W + key)), None)


def _languages(parts: Iterable[Any]) -> list[str | None]:
    return [said.get(_W + key) for part in parts for said in part.iter(_W + "lang") for key in _TONGUES]


def _headings(document: Any, styles: Any) -> Iterator[str]:
    """The words of paragraphs in Word's own heading styles."""
    names = {
        style.get(_W + "styleId")
        for style in styles.iter(_W + "style")
        if (name := style.find(_W + "name")) is not None and _HEADING.fullmatch(name.get(_W + "val", ""))
    }
    for paragraph in document.iter(_W + "p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(_W + "val") in names:
            yield docx_words(paragraph)


def _links(trees: dict[str, Any]) -> Iterator[str]:
    for name in ("word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"):
        for relation in trees.get(name, ()):
            if relation.get("TargetMode") == "External":
                yield relation.get("Target", "")


def _shape(table: Any) -> tuple[int, int]:
    return len(table.findall(_W + "tr")), len(table.findall(f"{_W}tblGrid/{_W}gridCol"))


def _metadata(trees: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    core = trees["docProps/core.xml"]
    own = {p.get("name"): ("".join(p.itertext()),) for p in trees.get("docProps/custom.xml", ())}
    return properties(
        {
            "title": (core.findtext(_DC + "title"),),
            "subtitle": own.get("Subtitle", ()),
            "creators": (core.findtext(_DC + "creator"),),
            "publisher": own.get("Publisher", ()),
            "rights": own.get("Rights", ()),
            "keywords": (core.findtext(_CORE + "keywords"),),
            "date": own.get("Date", ()),
            "language": (core.findtext(_DC + "language"),),
            "identifier": (core.findtext(_DC + "identifier"),),
        }
    )
