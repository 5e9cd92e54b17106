"""What goes in and what comes out: bytes with a name."""

from enum import StrEnum
from pathlib import Path

import msgspec

from publisher.limits import USUAL as USUAL_LIMITS
from publisher.limits import Limits

#: The version of every JSON document that is written or read (``"schemaVersion"``).
SCHEMA_VERSION = 1


class Format(StrEnum):
    """The formats a bulletin is written in, by the names ``-t`` takes."""

    PRINT = "print"
    SCREEN = "screen"
    DOCX = "docx"
    EPUB = "epub"
    NINJS = "ninjs"

    @property
    def suffix(self) -> str:
        """What follows the slug in the file's name."""
        return {
            "print": "-print.pdf",
            "screen": ".pdf",
            "docx": ".docx",
            "epub": ".epub",
            "ninjs": ".ninjs.json",
        }[self]

    @property
    def media_type(self) -> str:
        """The IANA media type."""
        return {
            "print": "application/pdf",
            "screen": "application/pdf",
            "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "epub": "application/epub+zip",
            "ninjs": "application/json",
        }[self]


#: What a bulletin is written in unless something else is asked for: what people read.
USUAL = (Format.PRINT, Format.SCREEN, Format.DOCX, Format.EPUB)


class Source(msgspec.Struct, frozen=True):
    """The bytes of one text.

    *name* is what findings and ``[source."NAME"]`` call it (the path below the issue's folder);
    *folder* is where it may refer to pictures, or None (standard input, the Python face); *limits* are what reading
    it may use.
    """

    name: str
    data: bytes
    folder: Path | None = None
    section: str | None = None
    limits: Limits = USUAL_LIMITS


class Artifact(msgspec.Struct, frozen=True):
    """One finished file."""

    format: Format
    name: str
    data: bytes
