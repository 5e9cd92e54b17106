"""What a picture says of itself in its metadata: IPTC's fields, in XMP or in the older IIM (IPTC Photo Metadata).

Only these five fields are read; everything else that stands there, places and cameras above all, is thrown away.
"""

from collections.abc import Iterator

from lxml import etree

from publisher.cleaning.cleaned import Said
from publisher.parsing import mended

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC, _PHOTOSHOP = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/photoshop/1.0/}"
_RIGHTS, _CORE = "{http://ns.adobe.com/xap/1.0/rights/}", "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
#: How much of a packet is looked at, and how much of a field is taken, characters.
_LONGEST_PACKET, _LONGEST = 1 << 20, 4000
#: What cameras write where a caption belongs.
_NO_CAPTION = ("OLYMPUS DIGITAL CAMERA", "SONY DSC", "KODAK Digital Still Camera", "SAMSUNG", "DCIM", "untitled")
# IIM 4.2, record 2; 1:90 says which character set the others are in.
_CAPTION, _BYLINE, _CREDIT, _COPYRIGHT, _CHARACTERS = (2, 120), (2, 80), (2, 110), (2, 116), (1, 90)
_UTF8 = b"\x1b%G"


def read_description(data: bytes) -> Said:
    """What the picture in *data* says; XMP goes before IIM, as the standard has it."""
    new, old = _xmp(data), _iim(data)
    return Said(*(one or other for one, other in zip(new, old, strict=True)))


def _xmp(data: bytes) -> Said:
    """What the packet says that a program finds by looking for it (XMP part 3, 1.1); nothing if it is damaged."""
    start = data.find(b"<rdf:RDF")
    end = data.find(b"</rdf:RDF>", start, start + _LONGEST_PACKET)
    if start < 0 or end < 0:
        return Said()
    root, _ = mended(data[start : end + len(b"</rdf:RDF>")])
    if root is None:
        return Said()
    return Said(
        _caption(_first(root, f"{_DC}description")),
        _first(root, f"{_PHOTOSHOP}Credit") or ", ".join(_words(root, f"{_DC}creator")) or None,
        _first(root, f"{_CORE}AltTextAccessibility"),
        _first(root, f"{_DC}rights"),
        _first(root, f"{_RIGHTS}UsageTerms"),
    )


def _first(root: etree._Element, name: str) -> str | None:
    return next(_words(root, name), None)


def _words(root: etree._Element, name: str) -> Iterator[str]:
    """The values of a property, which may be an attribute; of several languages the default one comes first."""
    for description in root.iter(f"{_RDF}Description"):
        if words := _plain(description.get(name)):
            yield words
    for found in root.iter(name):
        items = list(found.iter(f"{_RDF}li")) or [found]
        items.sort(key=lambda one: one.get("{http://www.w3.org/XML/1998/namespace}lang", "x-default") != "x-default")
        yield from (words for one in items if (words := _plain("".join(map(str, one.itertext())))))


def _plain(text: str | None) -> str | None:
    return " ".join((text or "").split())[:_LONGEST] or None


def _caption(text: str | None) -> str | None:
    return None if text in _NO_CAPTION else text


def _iim(data: bytes) -> Said:
    """What the fields of the older kind say, which stand in a Photoshop resource (8BIM, 0x0404)."""
    start = data.find(b"8BIM\x04\x04")
    if start < 0:
        return Said()
    name = data[start + 6 : start + 7]
    at = start + 6 + (name[0] + 2) // 2 * 2 if name else start
    size = int.from_bytes(data[at : at + 4], "big")
    fields = _fields(data[at + 4 : at + 4 + min(size, _LONGEST_PACKET)])
    encoding = "utf-8" if fields.get(_CHARACTERS) == _UTF8 else None
    caption, byline, credit, notice = (_decoded(fields.get(key), encoding) for key in _READ)
    return Said(_caption(caption), credit or byline, None, notice, None)


_READ = (_CAPTION, _BYLINE, _CREDIT, _COPYRIGHT)


def _fields(data: bytes) -> dict[tuple[int, int], bytes]:
    """(record, number) → the first value of each field."""
    found: dict[tuple[int, int], bytes] = {}
    at = 0
    while data[at : at + 1] == b"\x1c" and len(data) >= at + 5:
        length = int.from_bytes(data[at + 3 : at + 5], "big")
        found.setdefault((data[at + 1], data[at + 2]), data[at + 5 : at + 5 + length])
        at += 5 + length
    return found


def _decoded(value: bytes | None, encoding: str | None) -> str | None:
    if value is None:
        return None
    try:
        return _plain(value.decode(encoding or "utf-8"))
    except UnicodeDecodeError:
        return _plain(value.decode("cp1252", "replace"))
