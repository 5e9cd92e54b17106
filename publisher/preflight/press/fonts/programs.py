"""Font programs, as far as the widths of their glyphs go: TrueType and OpenType, CFF, Type 1."""

import io
import re
import struct
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Protocol

from fontTools.agl import toUnicode
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.eexec import decrypt
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont

#: Bytes that an embedded font may come to; the largest Chinese ones have 20 MB.
LARGEST_FONT = 32 << 20
#: Subroutines that one glyph may call before its width is known.
_MOST_CALLS = 64
_EEXEC, _CHARSTRING = 55665, 4330
#: An encrypted part larger than this is passed over: Type 1 is decrypted a byte at a time.
_LARGEST_TYPE1 = 1 << 20
_GLYPH = re.compile(rb"/([!-'*-.0-;=?-Z\\^-z|~]{1,127})\s+(\d{1,5})\s+(?:RD|-\|)\s")
_LENIV = re.compile(rb"/lenIV\s+(-?\d{1,2})")
_ENCODED = re.compile(rb"dup\s+(\d{1,3})\s*/(\S{1,127})\s+put")


class Program(Protocol):
    """An embedded font; widths are thousandths of an em, None where it has no such glyph."""

    def of_index(self, index: int) -> float | None:
        """The width of a composite font's glyph."""

    def of_code(self, code: int, name: str | None) -> float | None:
        """The width of a simple font's glyph, *name* what the PDF's own encoding calls it."""


def read_program(data: bytes) -> Program | None:
    """The font program in *data*; None where it can't be read."""
    try:
        if data[:4] in (b"\0\1\0\0", b"true", b"OTTO", b"ttcf"):
            return Sfnt(data)
        if data[:2] == b"%!" or data[:1] == b"\x80":
            return TypeOne(data)
        return Cff(data)
    except Exception:
        return None


class Sfnt:
    """A TrueType or OpenType font."""

    def __init__(self, data: bytes) -> None:
        self._font = TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
        head, hhea = self._font.reader["head"], self._font.reader["hhea"]
        (self._em,) = struct.unpack_from(">H", head, 18)
        (number,) = struct.unpack_from(">H", hhea, 34)
        metrics = self._font.reader["hmtx"]
        self._widths = [width for (width, _) in struct.iter_unpack(">Hh", metrics[: 4 * number])]
        (self._glyphs,) = struct.unpack_from(">H", self._font.reader["maxp"], 4)
        self._cmaps: dict[tuple[int, int], Mapping[int, str]] | None = None
        if not self._em or not self._widths:
            raise ValueError("it says nothing of its widths")

    def of_index(self, index: int) -> float | None:
        """The width of the glyph at *index*."""
        if index >= self._glyphs:
            return None
        return float(self._widths[min(index, len(self._widths) - 1)] * 1000 / self._em)

    def of_code(self, code: int, name: str | None) -> float | None:
        """ISO 32000-1, 9.6.6.4: by the letter its name stands for, or straight by its code."""
        tables = self._tables()
        glyph = None
        if name is not None and (3, 1) in tables:
            glyph = tables[3, 1].get(_letter(name))
        elif name is None or code < 128:
            for table, key in (((3, 0), 0xF000 + code), ((3, 0), code), ((1, 0), code)):
                glyph = glyph or tables.get(table, {}).get(key)
        return self.of_index(self._font.getGlyphID(glyph)) if glyph else None

    def _tables(self) -> dict[tuple[int, int], Mapping[int, str]]:
        if self._cmaps is None:
            try:
                found = self._font["cmap"].tables
                self._cmaps = {(table.platformID, table.platEncID): table.cmap for table in found}
            except Exception:
                self._cmaps = {}
        return self._cmaps


def _letter(name: str) -> int:
    letters = toUnicode(name)
    return ord(letters) if len(letters) == 1 else -1


class Cff:
    """A bare CFF font program, with glyphs by name or by CID."""

    def __init__(self, data: bytes) -> None:
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
        self._top: Any = fonts[0]
        self._strings = self._top.CharStrings
        self._has_cids = hasattr(self._top, "ROS")
        self._scale = getattr(self._top, "FontMatrix", (0.001,))[0] * 1000
        self._order = self._top.charset

    def of_index(self, index: int) -> float | None:
        """The width of the glyph of a CID, or at a place where the font has no CIDs."""
        name = f"cid{index:05d}" if self._has_cids else (self._order[index] if index < len(self._order) else "")
        return self._width(name)

    def of_code(self, code: int, name: str | None) -> float | None:
        """The width of the glyph called *name*, or of the one that the font itself has for the code."""
        return self._width(name or self._encoded(code))

    def _encoded(self, code: int) -> str:
        encoding = self._top.Encoding
        return str(StandardEncoding[code] if encoding == "StandardEncoding" else encoding[code])

    def _width(self, name: str) -> float | None:
        try:
            if name not in self._strings:
                return None
            width = _Extractor(self._strings[name]).extracted()
        except Exception:
            return None
        return None if width is None else width * self._scale


class _FoundError(Exception):
    """Ends the reading of a glyph: its width is known, or it has no end."""


class _Extractor(T2WidthExtractor):  # type: ignore[misc]
    """Reads a Type 2 charstring up to its width."""

    def __init__(self, string: Any) -> None:
        private = string.private
        subroutines = getattr(private, "Subrs", [])
        super().__init__(subroutines, string.globalSubrs, private.nominalWidthX, private.defaultWidthX, private)
        self.string = string
        self.calls = 0

    def extracted(self) -> float | None:
        """The width, or None where the charstring has none."""
        with suppress(_FoundError):
            self.execute(self.string)
        return float(self.width) if self.gotWidth else None

    def execute(self, string: Any, *, pushToStack: Any = None) -> None:  # noqa: N803 - the library's name
        self.calls += 1
        if self.calls > _MOST_CALLS:
            raise _FoundError
        super().execute(string, pushToStack=pushToStack)

    def popallWidth(self, evenOdd: int = 0) -> Any:  # noqa: N802, N803 - the library's names
        super().popallWidth(evenOdd)
        raise _FoundError


class TypeOne:
    """A Type 1 font: names and widths stand in its encrypted part (Adobe Type 1 Font Format, 7.3)."""

    def __init__(self, data: bytes) -> None:
        clear, mark, rest = data.partition(b"eexec")
        if not mark or len(rest) > _LARGEST_TYPE1:
            raise ValueError("it is no Type 1 font, or too large for one")
        self._names = {int(code): name.decode("latin-1") for code, name in _ENCODED.findall(clear)}
        hidden, _ = decrypt(rest.lstrip(b" \r\n\t"), _EEXEC)
        lead = _LENIV.search(hidden)
        skipped = int(lead[1]) if lead else 4
        self._widths: dict[str, float] = {}
        for found in _GLYPH.finditer(hidden):
            string = hidden[found.end() : found.end() + int(found[2])]
            width = _side_bearing_width(decrypt(string[:64], _CHARSTRING)[0][skipped:] if skipped >= 0 else string)
            if width is not None:
                self._widths.setdefault(found[1].decode("latin-1"), width)
        if not self._widths:
            raise ValueError("it has no glyphs")

    def of_index(self, index: int) -> float | None:  # noqa: ARG002 - composite fonts hold no Type 1
        """Nothing: it has no glyphs by number."""
        return None

    def of_code(self, code: int, name: str | None) -> float | None:
        """The width of the glyph called *name*, or of the one that the font itself has for the code."""
        return self._widths.get(name or self._names.get(code) or StandardEncoding[code])


def _side_bearing_width(string: bytes) -> float | None:
    """The second operand of ``hsbw``, with which a charstring begins; None where it begins otherwise."""
    values: list[float] = []
    at = 0
    while at < len(string):
        byte = string[at]
        if 32 <= byte <= 246:
            values.append(byte - 139)
            at += 1
        elif 247 <= byte <= 254 and at + 1 < len(string):
            following = string[at + 1]
            values.append((byte - 247) * 256 + following + 108 if byte < 251 else -(byte - 251) * 256 - following - 108)
            at += 2
        elif byte == 255 and at + 4 < len(string):
            values.append(struct.unpack_from(">i", string, at + 1)[0])
            at += 5
        elif string[at : at + 2] == b"\x0c\x0c" and len(values) > 1 and values[-1]:
            values[-2:] = [values[-2] / values[-1]]
            at += 2
        else:
            return values[1] if byte == 13 and len(values) == 2 else None
    return None
