"""Dates as datelines and date lines write them, in the languages of the agencies."""

import datetime
import re

import msgspec
import regex

from publisher.normalise.words.months import CLOCKS, DAYS, FILLERS, MONTHS, WEEKDAYS

# Thailand counts years from the Buddha's death.
BUDDHIST_ERA = 543
#: Years in two figures are from 1970 to 2069.
FIRST_SHORT_YEAR = 70
#: A date in copy is no longer.
LONGEST = 80
# Shorter ones (Do, So, Mi) are words as well, unless a date stands beside them.
_SHORTEST_WEEKDAY = 3

_PIECE = regex.compile(r"\p{Nd}+|[\p{L}\p{M}'’\u200c-]+")
_BETWEEN = re.compile(r"[\s.,،:|º°ª/-]*")
_EAST_ASIAN = regex.compile(
    r"(?:(?P<year>\p{Nd}{4})\s*[年년]\s*)?(?:(?P<month>\p{Nd}{1,2})\s*[月월]\s*)?(?P<day>\p{Nd}{1,2})\s*[日일]"
    r"(?:\s*[（(]?[月火水木金土日월화수목금토일][)）]?)?"
)
_VIETNAMESE = re.compile(r"(?i)(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?")
_YEAR_FIRST = regex.compile(r"(?P<year>\p{Nd}{4})([-/.])(?P<month>\p{Nd}{1,2})\2(?P<day>\p{Nd}{1,2})\.?")
_YEAR_LAST = regex.compile(r"(?P<first>\p{Nd}{1,2})\s?([-/.])\s?(?P<second>\p{Nd}{1,2})\2\s?(?P<year>\p{Nd}{4})")
_SHORT_YEAR = regex.compile(r"(?P<day>\p{Nd}{2})\.(?P<month>\p{Nd}{2})\.(?P<year>\p{Nd}{2})\.?")
_NO_YEAR = regex.compile(r"(?P<day>\p{Nd}{1,2})\.(?P<month>\p{Nd}{1,2})\.")
_SAME = regex.compile(r"(?P<day>\p{Nd}{1,2})/(?P<month>\p{Nd}{1,2})")
_TIME = regex.compile(
    rf"[,;|–—-]?\s*(?:at|um|à|в|о|kl|klo|ore|час|saat|сағат|lúc|"
    rf"เวลา)?\.?\s*(?<![\p{{Nd}}.])\p{{Nd}}{{1,2}}[:.h]\p{{Nd}}{{2}}"
    rf"(?![.\p{{Nd}}])(?::\p{{Nd}}{{2}})?\s*(?:น\b|\(?(?:{CLOCKS.replace(' ', '|')})\b[\s.)]*)*\.?\s*[,;|–—-]?",
    regex.IGNORECASE,
)


class Date(msgspec.Struct, frozen=True):
    """A date in copy: *iso* is ISO 8601, ``--MM-DD`` without a year, None if it is no certain day."""

    iso: str | None = None

    @property
    def has_year(self) -> bool:
        """Whether it is a certain day of a certain year."""
        return bool(self.iso) and not str(self.iso).startswith("--")


def read_date(text: str, language: str | None = None) -> Date | None:
    """The date that *text* is, and nothing but; a weekday is one, though no certain day.

    *language* (BCP 47) tells which of day and month comes first in 03/04/2024; English ones stay uncertain.
    """
    text = text.strip(" \u00a0,،")
    if not text or len(text) > LONGEST:
        return None
    return _from_figures(text, language) or _from_words(text)


def _from_figures(text: str, language: str | None) -> Date | None:
    if match := _EAST_ASIAN.fullmatch(text) or _VIETNAMESE.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _from_numbers(match["year"], match["month"], match["day"])
    if match := _YEAR_LAST.fullmatch(text):
        return _from_ambiguous(match["first"], match["second"], match["year"], match[2], language)
    if match := _SHORT_YEAR.fullmatch(text):
        return _from_numbers(_whole_year(match["year"]), match["month"], match["day"])
    if match := _NO_YEAR.fullmatch(text):
        return _from_numbers(None, match["month"], match["day"])
    match = _SAME.fullmatch(text)
    return _from_day_and_month(match["day"], match["month"], language) if match else None


def read_date_and_time(text: str, language: str | None = None) -> Date | None:
    """The date that *text* is, with or without a time of day and its zone."""
    if len(text) > LONGEST:
        return None
    bare = _TIME.sub(" ", text)
    if date := read_date(text, language) or read_date(bare, language):
        return date
    # Tuesday, 28/12/2023: a weekday before a date in numbers.
    first, _, rest = bare.strip().partition(" ")
    return read_date(rest, language) if _kind(_folded(first.strip(",."))) == "weekday" else None


def month_numbered(name: str) -> int | None:
    """The number of the month that *name* means, None if there is none or more than one."""
    months = _NUMBERS.get(_folded(name), frozenset())
    return min(months) if len(months) == 1 else None


def with_year(date: str, near: str) -> str:
    """*date* without a year (``--MM-DD``) in the one that brings it nearest to *near* (``YYYY-MM-DD``)."""
    day = datetime.date.fromisoformat(near)
    years = (day.year - 1, day.year, day.year + 1)
    found = [iso for year in years if (iso := _iso(year, int(date[2:4]), int(date[5:7])))]
    return min(found, key=lambda iso: abs((datetime.date.fromisoformat(iso) - day).days), default=date)


def _from_numbers(year: str | None, month: str | None, day: str) -> Date | None:
    if month is None:
        return Date() if 1 <= int(day) <= 31 else None
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return Date(_iso(int(year) if year else None, int(month), int(day)))


def _from_ambiguous(first: str, second: str, year: str, mark: str, language: str | None) -> Date | None:
    """A date in numbers: the day comes first, except where Americans write."""
    day, month = int(first), int(second)
    if month > 12 or (mark == "/" and (language or "").lower() == "en-us"):
        day, month = month, day
    iso = _iso(int(year), month, day)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    is_uncertain = mark == "/" and max(day, month) <= 12 and day != month and (language or "en").lower() == "en"
    return Date(None if is_uncertain else iso)


def _whole_year(year: str) -> str:
    """Two figures of a year in four: no wire is older than 1970."""
    return str(int(year) + (1900 if int(year) >= FIRST_SHORT_YEAR else 2000))


def _from_day_and_month(first: str, second: str, language: str | None) -> Date | None:
    """5/11: the day comes first where the language is known and not English."""
    day, month = int(first), int(second)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    is_sure = day == month or day > 12 or (language or "en").partition("-")[0] != "en"
    return Date(_iso(None, month, day)) if is_sure else None


def _from_words(text: str) -> Date | None:
    kinds: dict[str, str] = {}
    for piece in _PIECE.findall(text):
        kind = _kind(_folded(piece))
        if kind is None or (kind in kinds and kind not in ("filler", "weekday")):
            return None
        kinds[kind] = _folded(piece)
    if not _BETWEEN.fullmatch(_PIECE.sub("", text)):
        return None
    if kinds.keys() - {"filler"} == {"month", "year"}:
        return Date()
    if "day" not in kinds or "month" not in kinds:
        return Date() if kinds.keys() == {"weekday"} and len(kinds["weekday"]) >= _SHORTEST_WEEKDAY else None
    months = _NUMBERS[kinds["month"]]
    year = int(kinds["year"]) if "year" in kinds else None
    day = _DAYS.get(kinds["day"]) or int(kinds["day"])
    return Date(_iso(year, min(months), day) if len(months) == 1 else None)


def _kind(piece: str) -> str | None:
    """What part of a date a number or word is."""
    if piece.isdecimal():
        return {1: "day", 2: "day", 4: "year"}.get(len(piece))
    if piece in _NUMBERS:
        return "month"
    if piece in _DAYS:
        return "day"
    return "weekday" if piece in _WEEKDAYS else "filler" if piece in _FILLERS else None


def _iso(year: int | None, month: int, day: int) -> str | None:
    """ISO 8601, if there is such a day; without a year, in any year."""
    if year is not None and year > 2400:
        year -= BUDDHIST_ERA
    try:
        # 2000 was a leap year.
        found = datetime.date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return found.isoformat() if year is not None else f"--{found:%m-%d}"


def _folded(text: str) -> str:
    return text.casefold().replace("\u0307", "")


def _numbered() -> dict[str, frozenset[int]]:
    numbers: dict[str, frozenset[int]] = {}
    for names in MONTHS.values():
        for number, forms in enumerate(names.split(","), 1):
            for form in forms.split():
                numbers[_folded(form)] = numbers.get(_folded(form), frozenset()) | {number}
    return numbers


_NUMBERS = _numbered()
_DAYS = {form: day for day, forms in enumerate(DAYS.split(), 1) for form in forms.split("|")}
_WEEKDAYS = frozenset(_folded(" ".join(WEEKDAYS.values())).split())
_FILLERS = frozenset(_folded(" ".join(FILLERS.values())).split())
