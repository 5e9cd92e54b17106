"""Furniture words and dates in the bulletin's own language."""

import datetime
import functools
import unicodedata
from importlib import resources

import babel
import msgspec
from babel.dates import format_date

from publisher.configuration import read_toml
from publisher.metadata import BulletinMetadata
from publisher.writing import script_of

#: Greek capitals lose their accents; a first vowel that bore one gives its partner a dialytika.
_GREEK = {"άι": "ΑΪ", "άυ": "ΑΫ", "όι": "ΟΪ", "όυ": "ΟΫ", "έυ": "ΕΫ"}
_GREEK_MARKS = "\u0313\u0314\u0301\u0300\u0306\u0342\u0304\u0345"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a bulletin says of itself in one language; braces are filled in by the methods."""

    bulletin: str
    number: str
    edition: str
    contents: str
    page: str
    notes: str
    note: str
    back: str
    cover: str
    colophon: str
    start: str
    published: str
    embargoed: str
    draft: str
    acronyms: str
    release: str

    def numbered(self, number: str | None) -> str:
        """“No. 47”, or nothing."""
        return self.number.format(number=number) if number else ""


@functools.cache
def catalogue() -> dict[str, Words]:
    """Language (ISO 639) → its furniture words."""
    text = resources.files("publisher").joinpath("words.toml").read_text("utf-8")
    return read_toml(text, "words.toml", dict[str, Words])


def words_for(language: str) -> Words:
    """The words for a BCP 47 tag; English ones where there is no catalogue (see `has_words`)."""
    return catalogue()[_entry(language) or "en"]


def has_words(language: str) -> bool:
    """Whether the catalogue speaks the language."""
    return _entry(language) is not None


def _entry(language: str) -> str | None:
    """The catalogue's name for the language, in the script of its tag if there are words in that."""
    tongue = language.split("-", maxsplit=1)[0].lower()
    return next((name for name in (f"{tongue}-{script_of(language)}", tongue) if name in catalogue()), None)


def locale_for(language: str) -> babel.Locale:
    """The CLDR locale nearest to a BCP 47 tag; English where CLDR has none."""
    parts = language.replace("-", "_")
    for candidate in (parts, parts.split("_")[0]):
        try:
            return babel.Locale.parse(candidate)
        except (ValueError, babel.UnknownLocaleError):
            continue
    return babel.Locale("en")


def long_date(date: datetime.date | None, language: str) -> str:
    """“November 24, 2026”, as CLDR writes it in the language; nothing without a date."""
    return format_date(date, "long", locale_for(language)) if date else ""


def full_date(date: datetime.date | None, language: str) -> str:
    """“Tuesday, November 24, 2026”, as CLDR writes it in the language; nothing without a date."""
    return format_date(date, "full", locale_for(language)) if date else ""


def moment(time: datetime.datetime, language: str) -> str:
    """“September 11, 2026, 08:30 (UTC−04:00)”: the date in the language, the hour as clocks show it everywhere."""
    offset = time.strftime("%z")
    zone = "UTC" if offset in ("", "+0000") else f"UTC{'−' if offset[0] == '-' else '+'}{offset[1:3]}:{offset[3:5]}"
    return f"{long_date(time.date(), language)}, {time:%H:%M} ({zone})"


def stamp(metadata: BulletinMetadata) -> str:
    """What every page of a proof or a draft says of it; nothing for what may be published."""
    words, stamps = words_for(metadata.language), []
    if "EMBARGOED" in metadata.proof and metadata.embargoed_until:
        until = datetime.datetime.fromisoformat(metadata.embargoed_until)
        stamps.append(words.embargoed.format(time=moment(until, metadata.language)))
    if "DRAFT" in metadata.proof:
        stamps.append(words.draft)
    return " · ".join(stamps)


def release_lines(metadata: BulletinMetadata) -> tuple[tuple[str, str], ...]:
    """(language, words) of what a letterhead says of publication, in each language it speaks: at once, or when.

    Where the issue may not be published yet, the first of them is its stamp, whatever the settings say.
    """
    tags = dict.fromkeys((metadata.language, *(sender.language for sender in metadata.letterhead)))
    if metadata.proof:
        said = [(tag, stamp(msgspec.structs.replace(metadata, language=tag))) for tag in tags]
    else:
        said = [(tag, words_for(tag).release) for tag in tags] if metadata.release_line else []
    # Two languages may take the same words, such as en-US and en-GB.
    return tuple({words: (tag, words) for tag, words in reversed(said)}.values())[::-1]


def capitals(text: str, language: str) -> str:
    """*text* as CSS ``text-transform: uppercase`` draws it in the language (CSS Text 3, § 2.1.1)."""
    tongue = language.split("-", maxsplit=1)[0].lower()
    if tongue in ("tr", "az"):
        return text.replace("i", "İ").upper()
    if tongue == "el":
        for pair, drawn in _GREEK.items():
            text = text.replace(pair, drawn)
        bare = "".join(mark for mark in unicodedata.normalize("NFD", text) if mark not in _GREEK_MARKS)
        return unicodedata.normalize("NFC", bare).upper()
    return text.upper()
