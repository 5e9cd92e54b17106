"""XML from newsrooms: parsed without entities, document types or network; namespaces are looked past."""

import base64
import binascii
import re
from collections.abc import Iterator
from html import escape
from html.entities import html5

from lxml import etree

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.parsing import mended
from publisher.readers.pandoc.markup.declared import decode_page
from publisher.report import Report, Where

_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]*\?>")
_TYPE = re.compile(r"<!DOCTYPE[^<>\[]*\[", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
# XML 1.0, 2.2: what may not stand in a document in any form.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN_NUMBER = re.compile(r"&#(?:0*(?:[0-8]|1[1249]|1[5-8]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));", re.IGNORECASE)
_BARE = re.compile(r"&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
_LETTERS = re.compile(r"[^\W\d_]")
_TAGS = re.compile(r"<!--.*?-->|<!\[CDATA\[|<[^<>]*>|&\w+;", re.DOTALL)
#: So much of a document's letters must be kept where it was mended.
_ALL = 0.995
_MARKS = frozenset("&<>\"'")
_WAY_OUT = "have it exported anew; a program that checks XML shows the place"


class Tree:
    """A parsed document: its *root*, and its *text* as an editor sees it."""

    def __init__(self, root: etree._Element, text: str) -> None:
        self.root, self.text = root, text


def read_tree(source: Source, report: Report, mends: bool = False) -> Tree:
    """The tree of *source*; SourceError with its line where it is no XML, or brings entities of its own.

    With *mends*, what isn't well-formed is taken where that costs no word: feeds are read that way everywhere.
    Names of HTML's entities, and ampersands that should have been one, are taken as what they mean: feeds have them.
    """
    text = decode_page(source, report)
    bare = _FORBIDDEN_NUMBER.sub("", _FORBIDDEN.sub("", text.lstrip("\ufeff \t\r\n")))
    # The declaration's line stays, so that faults are told by their own line.
    bare = _NAMED.sub(_spelt, _DECLARATION.sub("", bare, count=1))
    if (brackets := _TYPE.search(bare)) and "<!ENTITY" in bare[brackets.end() :]:
        raise SourceError(
            f"{source.name}: brings entities of its own, which can stand for anything", "have it exported without"
        )
    return Tree(_parsed(bare, source.name, report if mends else None), text)


def _spelt(match: re.Match[str]) -> str:
    meant = html5.get(match[1], match[0])
    return match[0] if _MARKS & set(meant) else meant


def _parsed(text: str, name: str, mending: Report | None) -> etree._Element:
    """The root; what isn't well-formed is refused, or else taken where it costs no word, which *mending* tells."""
    faults = []
    for attempt in (text, _BARE.sub("&amp;", text)):
        # A prefix that nobody declared is no fault: namespaces are looked past.
        root, fatal = mended(attempt.encode(), bare=True)
        if root is not None and not fatal:
            return root
        faults += fatal
    said = faults[0].message.strip().splitlines()[0] if faults else "there is no element"
    where = Where(name, faults[0].line if faults else 1)
    if mending is None or root is None or not _holds_all(root, text):
        raise SourceError(f"{where}: is no well-formed XML ({said})", _WAY_OUT)
    mending.add("newsroom.mended", f"it is no well-formed XML ({said}); all its words could be read", where, _WAY_OUT)
    return root


def _holds_all(root: etree._Element, text: str) -> bool:
    """Whether hardly a letter that stands between the tags of *text* is missing in the tree."""
    held = sum(len(_LETTERS.findall(str(piece))) for piece in root.itertext())
    return held >= _ALL * len(_LETTERS.findall(_TAGS.sub("", text)))


def local(element: etree._Element) -> str:
    """The name of *element* without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def first(element: etree._Element, path: str) -> etree._Element | None:
    """The first element at *path* (names with strokes between, in any namespace)."""
    return next(every(element, path), None)


def every(element: etree._Element, path: str) -> Iterator[etree._Element]:
    """The elements at *path*, in their order."""
    yield from element.iterfind("/".join(step if step == "." else f"{{*}}{step}" for step in path.split("/")))


def said(element: etree._Element | None, path: str = "") -> str | None:
    """All words at *path* below *element* in one line; None if there are none."""
    found = first(element, path) if path and element is not None else element
    return None if found is None else " ".join("".join(map(str, found.itertext())).split()) or None


def attribute(element: etree._Element | None, path: str, name: str) -> str | None:
    """The attribute *name* of the first element at *path* that has one; None if none has."""
    found = () if element is None else every(element, path) if path else (element,)
    return next((value for one in found if (value := (one.get(name) or "").strip())), None)


def inner(element: etree._Element) -> str:
    """What stands inside *element*, as markup."""
    parts = [escape(element.text or "")]
    return "".join(parts + [etree.tostring(child, encoding="unicode") for child in element])


def data_text(text: str) -> str:
    """The words that *text* in Base64 stands for; *text* itself where it is none."""
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return text
