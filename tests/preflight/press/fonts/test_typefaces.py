"""Fonts: widths and letters checked against the program, whatever kind of font it is."""

import io
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.eexec import encrypt
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

from publisher.preflight.press.content.resources import Font
from publisher.preflight.press.fonts import programs
from publisher.preflight.press.fonts.letters import unreadable
from publisher.preflight.press.fonts.programs import read_program
from publisher.preflight.press.fonts.typefaces import check_font
from publisher.preflight.press.fonts.widths import composite_widths
from tests.preflight.press.sound import font_data

#: Glyph name → width of the fonts made here.
GLYPHS = {".notdef": 300, "A": 600, "B": 650}


def cff() -> bytes:
    """A bare CFF font with an A and a B."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({65: "A", 66: "B"})
    strings = {}
    for glyph, width in GLYPHS.items():
        pen = T2CharStringPen(width, None)
        pen.moveTo((0, 0))
        pen.lineTo((100, 0))
        pen.lineTo((100, 100))
        pen.closePath()
        strings[glyph] = pen.getCharString()
    builder.setupCFF("Own", {"FullName": "Own"}, strings, {})
    builder.setupHorizontalMetrics({glyph: (width, 0) for glyph, width in GLYPHS.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    buffer = io.BytesIO()
    builder.save(buffer)
    data: bytes = TTFont(io.BytesIO(buffer.getvalue())).reader["CFF "]
    return data


def type_one() -> bytes:
    """A Type 1 font with the same widths; of each glyph there is no more than its beginning."""
    strings = b""
    for glyph, width in GLYPHS.items():
        upper, lower = divmod(width - 108, 256)
        string = encrypt(b"\0\0\0\0" + bytes([139, 247 + upper, lower, 13, 14]), 4330)[0]
        strings += f"/{glyph} {len(string)} RD ".encode() + string + b" ND\n"
    hidden = b"\0\0\0\0dup /Private 8 dict dup begin /lenIV 4 def /CharStrings 3 dict dup begin\n" + strings
    clear = b"%!PS-AdobeFont-1.0: Own\n/Encoding 256 array dup 33 /A put dup 34 /B put readonly def eexec\n"
    secret: bytes = encrypt(hidden, 55665)[0]
    return clear + secret


def simple(kind: Name, key: str, data: bytes, widths: list[int], encoding: Any, first: int = 65) -> Font:
    """A font of one-byte codes, shown with two of them."""
    pdf = pikepdf.new()
    descriptor = Dictionary(FontName=Name.Own, Flags=32)
    descriptor[key] = Stream(pdf, data)
    font = Font(
        pdf.make_indirect(
            Dictionary(
                Subtype=kind, BaseFont=Name.Own, FirstChar=first, LastChar=first + 1, Widths=Array(widths),
                FontDescriptor=descriptor, Encoding=encoding,
            )
        )
    )  # fmt: skip
    font.keep = pdf  # type: ignore[attr-defined]
    font.show([bytes([first, first + 1])])
    return font


def codes(font: Font) -> list[str]:
    return [fault.code for fault in check_font(font)]


WINDOWS = Name.WinAnsiEncoding
OWN_CODES = Dictionary(Differences=Array([33, Name.A, Name.B]))


def serif_width() -> int:
    """The width of the letter I; J is missing in the font."""
    font = TTFont(io.BytesIO(font_data()))
    width: int = font["hmtx"][font.getBestCmap()[ord("I")]][0]
    em: int = font["head"].unitsPerEm
    return round(width * 1000 / em)


FONTS: dict[str, Callable[[int], Font]] = {
    "Type 1 by name": lambda off: simple(Name.Type1, "/FontFile", type_one(), [600, 650 + off], WINDOWS),
    "Type 1 by code": lambda off: simple(Name.Type1, "/FontFile", type_one(), [600, 650 + off], OWN_CODES, 33),
    "CFF": lambda off: simple(Name.Type1, "/FontFile3", cff(), [600, 650 + off], WINDOWS),
    "TrueType": lambda off: simple(Name.TrueType, "/FontFile2", font_data(), [serif_width() + off, 500], WINDOWS, 73),
}


@pytest.mark.parametrize("kind", FONTS)
def test_widths_are_those_of_the_program(kind: str) -> None:
    assert codes(FONTS[kind](0)) == []
    assert codes(FONTS[kind](1)) == []  # rounded otherwise
    assert codes(FONTS[kind](9)) == ["pdf.widths"]


def test_a_type_one_font_has_codes_of_its_own() -> None:
    program = read_program(type_one())
    assert program is not None
    assert program.of_code(33, None) == 600
    assert program.of_code(ord("B"), None) == 650  # by the standard encoding
    assert program.of_code(ord("C"), None) is None
    assert program.of_index(1) is None


def test_a_bare_cff_font_is_read_by_place_and_by_name() -> None:
    program = read_program(cff())
    assert program is not None
    assert [program.of_index(place) for place in range(4)] == [300, 600, 650, None]
    assert program.of_code(0, "A") == 600


@pytest.mark.parametrize(
    "data", [b"", b"%!", b"\0\1\0\0", b"OTTO" + b"\xff" * 40, b"\1\0\4\1" + b"\xff" * 40, b"%!PS eexec abc"]
)
def test_a_broken_program_is_no_program(data: bytes) -> None:
    assert read_program(data) is None


def test_a_glyph_that_calls_without_an_end_has_no_width() -> None:
    calls = []

    def token(index: int) -> tuple[object, int, int]:
        calls.append(index)
        return (-107, 0, 1) if index == 0 else ("callsubr", 1, 2)

    private = SimpleNamespace(nominalWidthX=0, defaultWidthX=500)
    endless = SimpleNamespace(private=private, globalSubrs=[], needsDecompilation=lambda: False, getToken=token)
    private.Subrs = [endless]
    assert programs._Extractor(endless).extracted() is None
    assert len(calls) < 1000


def test_widths_of_composite_fonts_come_in_lists_and_ranges() -> None:
    font = Dictionary(DW=900, W=Array([1, Array([100, 200]), 5, 7, 300]))
    assert composite_widths(font, {0, 1, 2, 3, 5, 7, 8}) == {0: 900, 1: 100, 2: 200, 3: 900, 5: 300, 7: 300, 8: 900}


def test_a_list_of_widths_without_an_end_is_not_followed() -> None:
    font = Dictionary(W=Array([0, 65535, 500] * 2000))
    assert composite_widths(font, set(range(65536))) == {}


@pytest.mark.parametrize(
    ("table", "missing"),
    [
        (b"1 beginbfchar <01> <0041> endbfchar", 2),
        (b"1 beginbfrange <01> <03> <0041> endbfrange", 0),
        (b"1 beginbfrange <01> <02> [<0041> <0042>] endbfrange 1 beginbfchar <03> <0043> endbfchar", 0),
        (b"1 beginbfrange <01> <ffffffff> <0041> endbfrange", 3),
        (b"beginbfchar " * 20000, 3),
        (b"", 3),
    ],
)
def test_a_map_says_what_letters_codes_stand_for(table: bytes, missing: int) -> None:
    with pikepdf.new() as pdf:
        assert unreadable(Dictionary(Subtype=Name.Type0, ToUnicode=Stream(pdf, table)), {1, 2, 3}) == missing


def test_an_encoding_of_letters_needs_no_map() -> None:
    assert unreadable(Dictionary(Subtype=Name.Type1, Encoding=Name.WinAnsiEncoding), {65}) == 0
    assert unreadable(Dictionary(Subtype=Name.Type1, Encoding=Dictionary(Differences=Array([65, Name.A]))), {65}) == 0
    assert unreadable(Dictionary(Subtype=Name.Type1), {65}) == 1
    assert unreadable(Dictionary(Subtype=Name.Type0, Encoding=Name("/90ms-RKSJ-H")), {65}) == 0
    assert unreadable(Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H")), {65}) == 1
