"""Which letters the glyphs of a font stand for: what searching, reading aloud and correcting need."""

import re
from typing import Any

from publisher.preflight.press.content.objects import entry, items, name, unpacked

#: Bytes that a ToUnicode map may come to.
LARGEST_MAP = 8 << 20
#: Codes that its ranges may name.
_MOST_CODES = 1 << 20
_SECTION = re.compile(rb"beginbf(char|range)")
_MEMBER = re.compile(rb"<([0-9A-Fa-f\s]*+)>|\[[^\]]*+\]?")
#: Encodings whose codes are letters by themselves (ISO 32000-1, 9.10.2).
_KNOWN = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding")


def unreadable(font: Any, codes: set[int]) -> int:
    """How many of *codes* no letter is known of."""
    table = unpacked(entry(font, "/ToUnicode"), LARGEST_MAP)
    if table is None:
        return 0 if _has_known_letters(font) else len(codes)
    return len(codes - _mapped(table))


def _has_known_letters(font: Any) -> bool:
    """Whether the encoding says the letters: by a Latin one, glyph names, or a CMap of a known collection."""
    encoding = entry(font, "/Encoding")
    if called := name(encoding):
        return called in _KNOWN or not called.startswith("/Identity")
    if name(entry(font, "/Subtype")) == "/Type0":
        return False
    return name(entry(encoding, "/BaseEncoding")) in _KNOWN or len(items(entry(encoding, "/Differences"))) > 0


def _mapped(table: bytes) -> set[int]:
    """The codes that a ToUnicode map gives letters (ISO 32000-1, 9.10.3)."""
    found: set[int] = set()
    for section in _SECTION.finditer(table):
        end = table.find(b"endbf", section.end())
        if end < 0:
            break
        members = _MEMBER.findall(table, section.end(), end)
        step = 2 if section[1] == b"char" else 3
        for at in range(0, len(members) - step + 1, step):
            first = _code(members[at])
            last = _code(members[at + 1]) if step == 3 else first
            if len(found) + last - first > _MOST_CODES:
                return found
            found.update(range(first, last + 1))
    return found


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split())[:8] or b"0", 16)
