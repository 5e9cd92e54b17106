"""How wide a PDF says the glyphs of a font are (ISO 32000-1, 9.6.2 and 9.7.4.3), and what it calls them."""

import bisect
from collections.abc import Mapping
from typing import Any

import pikepdf
from fontTools.agl import UV2AGL
from fontTools.encodings.StandardEncoding import StandardEncoding

from publisher.preflight.press.content.objects import entry, items, name, number, unpacked

#: Entries of a ``/W`` array that are read, and widths that they may set.
_MOST_ENTRIES = 1 << 17
_MOST_SET = 1 << 18
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


def simple_widths(font: Any, codes: set[int]) -> Mapping[int, float]:
    """Code → width, thousandths of an em, for those of *codes* that a simple font says it of."""
    first = int(number(entry(font, "/FirstChar")))
    widths = items(entry(font, "/Widths"))
    return {code: number(widths[code - first]) for code in codes if 0 <= code - first < len(widths)}


def composite_widths(font: Any, codes: set[int]) -> Mapping[int, float]:
    """CID → width for each of *codes*; empty where the list is too long to be meant."""
    found = dict.fromkeys(codes, number(entry(font, "/DW"), 1000.0))
    listed, wanted = items(entry(font, "/W"))[:_MOST_ENTRIES], sorted(codes)
    at = left = 0
    left = _MOST_SET
    while at + 1 < len(listed) and left > 0:
        first, second = int(number(listed[at])), listed[at + 1]
        if isinstance(second, pikepdf.Array):
            run = {first + step: number(width) for step, width in enumerate(second) if first + step in codes}
            at += 2
            left -= len(second)
        else:
            inside = slice(bisect.bisect_left(wanted, first), bisect.bisect_right(wanted, int(number(second))))
            width = number(listed[at + 2]) if at + 2 < len(listed) else 0.0
            run = dict.fromkeys(wanted[inside], width)
            at += 3
            left -= len(run) + 1
        found.update(run)
    return found if left > 0 else {}


def glyph_indices(font: Any, codes: set[int]) -> Mapping[int, int]:
    """CID → glyph of a CIDFontType2 (ISO 32000-1, 9.7.4.2); the same number where nothing else is said."""
    table = unpacked(entry(font, "/CIDToGIDMap"))
    if table is None:
        return {code: code for code in codes}
    return {code: int.from_bytes(table[2 * code : 2 * code + 2], "big") for code in codes if 2 * code + 1 < len(table)}


def glyph_names(font: Any) -> Mapping[int, str]:
    """Code → glyph name by a simple font's own encoding; empty where it leaves that to the font program."""
    encoding = entry(font, "/Encoding")
    base = name(encoding) or name(entry(encoding, "/BaseEncoding"))
    names = _base_names(base)
    at = 0
    for item in items(entry(encoding, "/Differences"))[: 4 * 256]:
        if name(item):
            names[at] = name(item)[1:]
            at += 1
        else:
            at = int(number(item))
    return names


def _base_names(base: str) -> dict[int, str]:
    if base == "/StandardEncoding":
        return dict(enumerate(StandardEncoding))
    if base not in _CODECS:
        return {}
    letters = bytes(range(256)).decode(_CODECS[base], "replace")
    return {code: UV2AGL[ord(letter)] for code, letter in enumerate(letters) if ord(letter) in UV2AGL}
