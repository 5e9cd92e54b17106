"""What an EPUB holds beside its words."""

import io
import zipfile
from typing import Any

from publisher.preflight.extraction import EPUB_TYPE, is_front, package_of, spine, xhtml_words
from publisher.preflight.parity.features import Features, alternatives, headings, languages, outward, properties

_X = "{http://www.w3.org/1999/xhtml}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HEADINGS = tuple(f"{_X}h{rank}" for rank in range(1, 7))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: Documents that say of the issue what stands around its articles.
_AROUND = frozenset({"colophon"})


def book_features(data: bytes) -> Features:
    """The features of an EPUB's articles: cover, contents and colophon apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = package_of(archive)
        articles = [root for root in spine(archive) if (body := root.find(_X + "body")) is not None and _is_text(body)]
    elements = [element for root in articles for element in root.iter("*")]
    return Features(
        headings=headings([xhtml_words(e) for e in elements if e.tag in _HEADINGS]),
        links=outward(e.get("href", "") for e in elements if e.tag == _X + "a"),
        alternatives=alternatives([e.get("alt") or "" for e in elements if e.tag == _X + "img"]),
        notes=sum("noteref" in (e.get(EPUB_TYPE) or "").split() for e in elements),
        tables=tuple(_shape(e) for e in elements if e.tag == _X + "table"),
        languages=languages([package.get(_LANG), *(e.get(_LANG) for e in elements)]),
        metadata=_metadata(package),
    )


def _is_text(body: Any) -> bool:
    kinds = {kind for e in body.iter("*") for kind in (e.get(EPUB_TYPE) or "").split()}
    return not is_front(body) and not kinds & _AROUND


def _shape(table: Any) -> tuple[int, int]:
    """Rows, and the columns that the cells of the widest one span."""
    rows = list(table.iter(_X + "tr"))
    widths = (sum(int(cell.get("colspan", "1")) for cell in row) for row in rows)
    return len(rows), max(widths, default=0)


def _metadata(package: Any) -> dict[str, tuple[str, ...]]:
    said = {
        name: tuple(e.text for e in package.iter(_DC + name))
        for name in ("title", "creator", "publisher", "rights", "subject", "date", "language", "identifier")
    }
    main, *further = said["title"] or (None,)
    return properties(
        {
            "title": (main,),
            "subtitle": further,
            "creators": said["creator"],
            "publisher": said["publisher"],
            "rights": said["rights"],
            "keywords": said["subject"],
            "date": said["date"],
            "language": said["language"],
            "identifier": said["identifier"],
        }
    )
