"""Bytes to text: what encoding they are in, and what couldn't be read in it."""

import codecs
import re
import unicodedata
from functools import partial

import msgspec

from publisher.formats import Source
from publisher.normalise.text.binary import refuse_known, refuse_noise
from publisher.normalise.text.places import Places
from publisher.report import Report, Where

UTF8 = "utf-8"
REPLACEMENT = "\ufffd"
HINT = "look at the letters beyond a–z; if they are wrong, save the source as UTF-8"

# Byte order marks; UTF-32's begin with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# All three are valid UTF-8 too: escapes to another character set (ECMA-35), and HZ (RFC 1843).
_ESCAPES = (
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"\x1b\$[@B]|\x1b\$\([@D]|\x1b\(J"), "iso2022_jp_ext"),
    (re.compile(rb"~\{(?:[!-w][!-~])+~\}"), "hz"),
)
# The shapes that UTF-8 forbids but careless programs write: surrogates, and longer forms than needed.
_MALFORMED = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]|[\xc0\xc1][\x80-\xbf]")
_BEYOND_ASCII = re.compile(rf"[^\x00-\x7f{REPLACEMENT}]")
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")
_C1_BUT_NEL = re.compile("[\x80-\x84\x86-\x9f]")
# What one editor's UTF-8 and another one's cp1252 or cp1251 make together is read piece by piece.
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# A byte that is no UTF-8 (as “surrogateescape” decodes it) beside a letter, or beside another one.
_STRAY_BYTE, _LETTER = "\udc80-\udcff", "[^\\W\\d_]|[\udcc0-\udcff]"
_STRAY_IN_WORD = re.compile(f"(?<={_LETTER})[{_STRAY_BYTE}]|[\udcc0-\udcff](?={_LETTER})")
_STRAY = {codec: f"publisher.{codec}" for codec in ("cp1252", "cp1251")}
_SAMPLE = 1 << 16
# Wide units read in the wrong order, or bytes read as wide units, have hardly any of these.
_PLAIN = re.compile("[\t\r\n -~\u3000-\u303f\uff01-\uff65]")
_PLAIN_ENOUGH = 0.02


class Decoded(msgspec.Struct, frozen=True):
    r"""The text of a source with every line end as ``\n`` (form feeds stay), and the codec it was read in."""

    text: str
    encoding: str


def decode(source: Source, report: Report) -> Decoded:
    """The text of *source*; SourceError if it holds none."""
    codec, is_sure = choose_codec(source)
    if not is_sure:
        message = f"the bytes are not UTF-8; {codec} was the best guess"
        report.add("encoding.guessed", message, Where(source.name), HINT)
    try:
        decoded = _decoded(source.data, codec, "strict")
    except UnicodeDecodeError as error:
        return _decoded_with_damage(source, codec, error.start, report)
    _report_replacements(source, decoded, report)
    return decoded


def _decoded_with_damage(source: Source, codec: str, start: int, report: Report) -> Decoded:
    """The text of *source*, of which some bytes, from *start* on, mean nothing in *codec*."""
    decoded = _decoded(source.data, codec, "replace")
    lost = decoded.text.count(REPLACEMENT) - source.data.count(REPLACEMENT.encode())
    if codec == UTF8 and _has_words_of_stray_bytes(source.data):
        other = (
            "cp1251"
            if len(_CYRILLIC.findall(decoded.text)) * 2 > len(_BEYOND_ASCII.findall(decoded.text))
            else "cp1252"
        )
        decoded = _decoded(source.data, codec, _STRAY[other])
        left = decoded.text.count(REPLACEMENT) - source.data.count(REPLACEMENT.encode())
        if read := lost - left:
            where = _place(source, UTF8, start, decoded)
            message = f"bytes among the UTF-8 that are none were read as {other} ({read} in all, the first here)"
            report.add("encoding.mixed", message, where, HINT)
        lost = left
    if lost:
        report.add(
            "encoding.undecodable",
            f"bytes that mean nothing in {codec} became U+FFFD ({lost} in all, the first here)",
            Places(source.name, decoded.text).where(decoded.text.index(REPLACEMENT)),
            "ask for the copy again, or look up the missing letters and type them in",
        )
    return decoded


def _has_words_of_stray_bytes(data: bytes) -> bool:
    """Whether most bytes that are no UTF-8 stand inside words, as another editor's letters do."""
    text = data.decode(UTF8, "surrogateescape")
    stray = sum("\udc80" <= char <= "\udcff" for char in text)
    return len(_STRAY_IN_WORD.findall(text)) * 2 >= max(stray, 1)


def _read_stray(codec: str, error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no UTF-8: what they are in *codec*, or U+FFFD for those that can't be meant so."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    if (
        error.reason == "unexpected end of data"
        or _MALFORMED.match(error.object, error.start)
        or _is_in_malformed(error.object, error.start)
    ):
        return REPLACEMENT, error.end
    return stray.decode(codec, "replace"), error.end


def _is_in_malformed(data: bytes, at: int) -> bool:
    """Whether the byte *at* is the tail of a form that UTF-8 forbids."""
    return any((match := _MALFORMED.match(data, start)) and match.end() > at for start in range(max(0, at - 2), at))


for _codec, _name in _STRAY.items():
    codecs.register_error(_name, partial(_read_stray, _codec))


def _decoded(data: bytes, codec: str, errors: str) -> Decoded:
    return Decoded(unify_line_ends(data.decode(codec, errors)).lstrip("\ufeff"), codec)


def choose_codec(source: Source) -> tuple[str, bool]:
    """(codec, whether that is certain); SourceError if the bytes are no text."""
    refuse_known(source)
    if codec := read_mark(source.data):
        return codec, True
    if codec := weigh_nulls(source.data):
        return codec, False
    refuse_noise(source)
    if codec := find_escapes(source.data):
        return codec, False
    if is_mostly_utf8(source.data):
        return UTF8, True
    return guess_codec(source.data), False


def read_mark(data: bytes) -> str | None:
    """The codec that a byte order mark names."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def weigh_nulls(data: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark, told by its NUL bytes and by how well it reads."""
    sample = data[:_SAMPLE]
    if 0 not in sample:
        return None
    if len(data) % 4 == 0:
        for codec in ("utf-32-le", "utf-32-be"):
            if _plainness(sample, codec) >= _PLAIN_ENOUGH:
                return codec
    if sample.count(0) * 20 < len(sample) and is_mostly_utf8(sample):
        return None
    plainness = {codec: _plainness(sample, codec) for codec in ("utf-16-le", "utf-16-be")}
    best = max(plainness, key=plainness.__getitem__)
    return best if plainness[best] >= _PLAIN_ENOUGH else None


def _plainness(data: bytes, codec: str) -> float:
    """The share of blanks, ASCII and East Asian marks in *data* (0…1); 0 if it doesn't read as text."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        # A sample may end inside a character, and so may damaged copy.
        text = data[: error.start].decode(codec) if error.start >= len(data) - 4 else ""
    odd = sum(unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") and char not in "\t\r\n\f" for char in text)
    return 0 if not text or odd * 50 > len(text) else len(_PLAIN.findall(text)) / len(text)


def find_escapes(data: bytes) -> str | None:
    """The seven-bit East Asian encoding whose switches stand in *data*."""
    if not data.isascii():
        return None
    return next((codec for switch, codec in _ESCAPES if switch.search(data)), None)


def is_mostly_utf8(data: bytes) -> bool:
    """Whether *data* is UTF-8, perhaps with some damage: its multi-byte characters outweigh the stray bytes."""
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        rest, malformed = _MALFORMED.subn(b"", data)
        text = rest.decode(UTF8, "replace")
        stray = text.count(REPLACEMENT) - rest.count(REPLACEMENT.encode())
        return 2 * (len(_BEYOND_ASCII.findall(text)) + malformed) > stray
    return True


def guess_codec(data: bytes) -> str:
    """The codec that *data* most probably is in, going by the letters of many languages."""
    import chardet

    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - chardet.DEFAULT_MAX_BYTES // 2) if first else 0
    found = chardet.detect(data[start:], compat_names=False, prefer_superset=False)["encoding"]
    try:
        return codecs.lookup(found or "cp1252").name
    except LookupError:
        return "cp1252"


def unify_line_ends(text: str) -> str:
    r"""*text* with CRLF, CR, NEL, LS and PS as ``\n``.

    Beside other C1 controls, U+0085 is no line end but cp1252's ellipsis, and stays for the next step.
    """
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return text if _C1_BUT_NEL.search(text) else text.replace("\x85", "\n")


def _place(source: Source, codec: str, start: int, decoded: Decoded) -> Where:
    """Where the byte at *start* stands in the text."""
    return Places(source.name, decoded.text).where(len(_decoded(source.data[:start], codec, "replace").text))


def _report_replacements(source: Source, decoded: Decoded, report: Report) -> None:
    """Reports the U+FFFD that the copy came with."""
    if count := decoded.text.count(REPLACEMENT):
        report.add(
            "encoding.replacement",
            f"the copy holds U+FFFD ({count} in all, the first here): letters were lost before it came",
            Places(source.name, decoded.text).where(decoded.text.index(REPLACEMENT)),
            "look up the missing letters and type them in",
        )
