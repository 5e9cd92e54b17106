"""The names a bulletin goes by, its slug and its URN, and the name of what made it."""

import re
import unicodedata
import uuid
from collections.abc import Sequence
from importlib.metadata import version

#: Name space of our URNs (RFC 9562, version 5); it must never change.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "bulletin-publisher")
#: File systems take names of 255 bytes; an ending and the marks of a proof come to it.
MOST_BYTES = 180


def slug(title: str, number: str | None, language: str) -> str:
    """What file names begin with: ``the-bulletin-47-en-us``; letters of any script stay."""
    words = " ".join(part for part in (title, number, language) if part)
    composed = unicodedata.normalize("NFC", words).lower()
    # Vowel signs and tones are marks that belong to their letters.
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in composed)
    short = re.sub("-+", "-", kept).encode()[:MOST_BYTES].decode(errors="ignore")
    return short.strip("-") or "bulletin"


def file_name(slug: str, suffix: str, proof: Sequence[str] = ()) -> str:
    """The name of a file, ``the-bulletin-47-en-us-print.pdf``; what makes it a proof stands before the ending."""
    stem, _, ending = suffix.rpartition(".")
    return f"{slug}{stem}{''.join(f'-{word}' for word in proof)}.{ending}"


def urn(title: str, number: str | None, language: str) -> str:
    """A URN that is the same on every run and differs between numbers and languages."""
    return uuid.uuid5(NAMESPACE, "\n".join((title, number or "", language))).urn


def producer() -> str:
    """What made the files, as each of them names it: “publisher 0.1.0”."""
    return f"publisher {version('bulletin-publisher')}"
