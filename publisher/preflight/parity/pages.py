"""What a PDF holds beside its words: the print PDF has an outline and metadata, the one for screens tags as well."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from publisher.preflight.parity.features import Features, alternatives, headings, languages, outward, properties
from publisher.preflight.press.content.objects import entry, items, number, text
from publisher.preflight.tagged import Element, attribute, pieces


def page_features(data: bytes) -> Features:
    """The features of a PDF; without an outline its headings can't be told, without tags little else."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        elements = [piece.element for piece in pieces(pdf) if piece.mark is None]
        bare = Features(headings=_outline(pdf), metadata=_metadata(pdf))
        return bare._replace(**_tagged(pdf, elements)) if elements else bare


def _tagged(pdf: pikepdf.Pdf, elements: list[Element]) -> dict[str, Any]:
    tags = [text(pdf.Root.get("/Lang")), *(text(entry(e.object, "/Lang")) for e in elements)]
    return {
        "links": outward(_links(pdf)),
        "alternatives": alternatives([text(entry(e.object, "/Alt")) for e in elements if e.kind == "Figure"]),
        "notes": sum(e.kind == "Note" for e in elements),
        "tables": tuple(_shapes(elements)),
        "languages": languages(tags),
    }


def _outline(pdf: pikepdf.Pdf) -> Counter[str] | None:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
    titles = []
    while waiting:
        item = waiting.pop()
        titles.append(str(item.title))
        waiting += item.children
    return headings(titles) if titles else None


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for area in items(page.obj.get("/Annots")):
            yield text(entry(entry(area, "/A"), "/URI"))


def _shapes(elements: list[Element]) -> Iterator[tuple[int, int]]:
    """(rows, columns) of each table, by what its rows' cells span; cells in rows of tables inside don't count."""
    rows: list[list[int]] = []
    for element in [*elements, Element("Table", None)]:
        if element.kind == "Table":
            if rows:
                yield len(rows) - 1, max(map(sum, rows))
            rows = [[]]
        elif element.kind == "TR" and rows:
            rows.append([])
        elif element.kind in ("TH", "TD") and rows:
            rows[-1].append(int(number(attribute(element.object, "/ColSpan"), 1)))


def _metadata(pdf: pikepdf.Pdf) -> dict[str, tuple[str, ...]]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        said = {
            key: tuple(map(str, value if isinstance(value, list | set) else (value,)))
            for key in _PROPERTIES.values()
            if (value := xmp.get(key)) is not None
        }
    return properties({key: said.get(known, ()) for key, known in _PROPERTIES.items()})


#: Property → where the XMP has it.
_PROPERTIES = {
    "title": "dc:title",
    "subtitle": "dc:description",
    "creators": "dc:creator",
    "publisher": "dc:publisher",
    "rights": "dc:rights",
    "keywords": "dc:subject",
    "date": "dc:date",
    "language": "dc:language",
    "identifier": "dc:identifier",
}
