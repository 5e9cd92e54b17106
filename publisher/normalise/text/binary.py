"""What is no text at all: formats known by their first bytes, and data that is mostly controls."""

import re

from publisher.errors import SourceError
from publisher.formats import Source

# First bytes → what they are. Copy may begin with RIFFA or ID3, so these ask for more than four letters.
# RTF is text, but of another kind than copy.
_SIGNATURES: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (rb"%PDF-", "a PDF"),
        (rb"\x89PNG\r\n", "a PNG picture"),
        (rb"\xff\xd8\xff", "a JPEG picture"),
        (rb"GIF8[79]a", "a GIF picture"),
        (rb"II\*\x00|MM\x00\*", "a TIFF picture"),
        (rb"8BPS\x00", "a Photoshop picture"),
        (rb"RIFF....(WEBP|WAVE|AVI )|....ftyp|OggS\x00|ID3[\x02-\x04]|fLaC\x00", "sound, film or a picture"),
        (rb"PK(\x03\x04|\x05\x06)", "a ZIP package (Word, OpenDocument, EPUB …)"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
        (rb"\{\\rtf", "an RTF document"),
        (
            rb"\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\x00|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd",
            "an archive",
        ),
        (rb"SQLite format 3\x00", "a database"),
        (rb"\x7fELF|\xca\xfe\xba\xbe|\x00asm", "a program"),
        (rb"\x00\x01\x00\x00\x00|OTTO\x00|wOF[F2]\x00", "a font"),
    )
)
WAY_OUT = "open it in the program it belongs to and save its text as plain text (.txt) in UTF-8"

# Controls that no copy needs; tab, line ends, form feed and ESC (ISO 2022) are left out.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 1 << 16
# Telex copy (ANPA 1312, IPTC 7901) has a handful of controls; noise has one byte in nine.
_MOST_IN_UTF8, _MOST_ELSEWHERE = 0.3, 0.05


def refuse_known(source: Source) -> None:
    """Raises SourceError where the first bytes name a format that isn't plain text."""
    for signature, kind in _SIGNATURES:
        if signature.match(source.data):
            raise SourceError(f"{source.name} holds {kind}, not plain text", WAY_OUT)


def refuse_noise(source: Source) -> None:
    """Raises SourceError where control bytes are too many for text in UTF-8 or a one-byte encoding."""
    sample = source.data[:_SAMPLE]
    share = len(_CONTROL.findall(sample)) / max(len(sample), 1)
    if share > _MOST_IN_UTF8 or (share > _MOST_ELSEWHERE and not is_utf8(sample)):
        raise SourceError(f"{source.name} holds binary data, not text", WAY_OUT)


def is_utf8(data: bytes) -> bool:
    """Whether *data* is UTF-8; a character cut off at its end doesn't count against it."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True
