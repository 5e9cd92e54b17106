"""Moments as embargoes name them: a day, an hour and a time zone, in the languages of the agencies."""

import datetime
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from publisher.normalise.datelines.dates import read_date

#: Time zones by name; a city's follows its clocks through the year. Read in any case.
PLACES: dict[str, str] = {
    "America/New_York": "eastern time|us eastern|new york time|heure de new york|hora de nueva york",
    "America/Chicago": "central time",
    "America/Denver": "mountain time",
    "America/Los_Angeles": "pacific time",
    "America/Sao_Paulo": "horário de brasília|hora de brasília|brasília time|brasilia time",
    "America/Mexico_City": "hora de méxico|mexico city time",
    "Europe/London": "london time|uk time|british time|ortszeit london|heure de londres|по лондонскому времени",
    "Europe/Berlin": "berlin time|berliner zeit|deutscher zeit|ortszeit berlin|по берлинскому времени",
    "Europe/Paris": "paris time|heure de paris|heure française|по парижскому времени",
    "Europe/Brussels": "brussels time|brüsseler zeit|heure de bruxelles|по брюссельскому времени",
    "Europe/Madrid": "madrid time|hora de madrid|hora peninsular|hora española",
    "Europe/Rome": "rome time|ora di roma|ora italiana",
    "Europe/Lisbon": "hora de lisboa|lisbon time",
    "Europe/Vienna": "wiener zeit|ortszeit wien|vienna time",
    "Europe/Zurich": "schweizer zeit|ortszeit bern",
    "Europe/Warsaw": "czasu warszawskiego|warsaw time",
    "Europe/Kyiv": "kyiv time|kiev time|за київським часом|за києвом|по киевскому времени|по киеву",
    "Europe/Minsk": "minsk time|по минскому времени|па мінскім часе",
    "Europe/Moscow": "moscow time|по московскому времени|московского времени|по москве|мәскеу уақыты",
    "Europe/Istanbul": "turkish time|ankara time|istanbul time|türkiye saati",
    "Asia/Almaty": "astana time|almaty time|nur-sultan time|kazakhstan time|по времени астаны|времени астаны|по астане"
    "|по времени алматы|времени алматы|по алматы|алматинскому времени|астанинскому времени|по времени нур-султана"
    "|астана уақыты|алматы уақыты|қазақстан уақыты|astana ýaqyty|astana uaqyty|almaty ýaqyty|almaty uaqyty",
    "Asia/Tashkent": "tashkent time|по ташкентскому времени",
    "Asia/Bishkek": "bishkek time|по бишкекскому времени",
    "Asia/Baku": "baku time|по бакинскому времени",
    "Asia/Tbilisi": "tbilisi time|по тбилисскому времени",
    "Asia/Yerevan": "yerevan time|по ереванскому времени",
    "Asia/Shanghai": "beijing time|北京时间|北京時間",
    "Asia/Hong_Kong": "hong kong time|香港時間|香港时间",
    "Asia/Tokyo": "japan time|tokyo time|日本時間",
    "Asia/Seoul": "korea time|seoul time|한국시간|한국 시간",
    "Asia/Kolkata": "india time|indian standard time",
    "Asia/Jerusalem": "israel time|jerusalem time|שעון ישראל",
    "Asia/Riyadh": "saudi time|بتوقيت السعودية|بتوقيت الرياض|بتوقيت مكة",
    "Asia/Dubai": "uae time|dubai time|بتوقيت الإمارات",
    "Africa/Cairo": "cairo time|بتوقيت القاهرة",
    "Australia/Sydney": "sydney time|australian eastern time",
    "UTC": "greenwich mean time|по гринвичу|بتوقيت غرينتش|بتوقيت جرينتش|temps universel",
}
#: The same in short, read in capitals only, by a city's clocks or by hours from UTC. Where one means several, the
#: one whose hour comes last counts: an embargo must never end too early.
CLOCKS: dict[str, str] = {
    "America/New_York": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
    "Australia/Sydney": "AET",
    "Europe/Istanbul": "TSİ TRT",
}
OFFSETS: dict[float, str] = {
    -8: "PST",
    -7: "PDT MST",
    -6: "CST MDT",
    -5: "EST CDT",
    -4: "EDT AST",
    -3: "ADT BRT ART",
    0: "UTC GMT UT TU WET",
    1: "BST WEST IST CET MEZ WAT",
    2: "CEST MESZ EET CAT SAST",
    3: "EEST MSK МСК EAT",
    4: "GST",
    5: "PKT ALMT",
    7: "ICT WIB",
    8: "HKT SGT MYT PHT AWST WITA",
    9: "JST KST",
    9.5: "ACST",
    10: "AEST",
    10.5: "ACDT",
    11: "AEDT",
    12: "NZST",
    13: "NZDT",
}

#: Words for noon and for midnight. Of the two midnights of a day the later one counts.
NOON = "noon|midday|mittags?|midi|mediodía|meio-dia|mezzogiorno|полдень|полудня|түскі"
MIDNIGHT = "midnight|mitternacht|minuit|medianoche|meia-noite|mezzanotte|полночь|полуночи|түн ортасы"
#: What stands after an hour that has no minutes, or before one.
HOURS = "uhr|heures?|horas?|h|hrs?|hours|час(?:а|ов)?|ч|uur|godz"

_TIMES = (
    re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE),
    re.compile(rf"\b(?P<noon>{NOON})\b|\b(?P<midnight>{MIDNIGHT})\b", re.IGNORECASE),
    re.compile(
        r"(?<![\d.:/-])(?P<hour>\d{1,2})(?:[:.]|\s?h\s?|\s?[時时點点]\s?)(?P<minute>\d{2})(?::\d{2})?(?![\d/]|\.\d)分?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\d.:/-])(?P<hour>\d{{1,2}})\s?(?:(?:{HOURS})(?![^\W\d_])\.?|[時时點点])", re.IGNORECASE),
    re.compile(r"(?:\bсағат|\bkl\.?|\bsaat|\bsaǵat)\s?(?P<hour>\d{1,2})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?=\s?(?:hrs?\b|hours\b|h\b|\(?[A-ZМ]))"),
)
_OFFSET = re.compile(
    r"\b(?:GMT|UTC|UT)\s?[+−–-]\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?![\d:])"
    r"|(?<=\d)\s?[+−-](?P<bare>\d{2}):?(?P<rest>\d{2})(?![\d:.])"
)
_NUMERIC = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)"),
)
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_WORD = re.compile(r"[^\W_]+")
# A year amid the date (May 2026, 18 hours), or none of our time.
_BROKEN = re.compile(r"\D\d{4}\D+\d|(?<!\d)(?!19|20)\d{4}(?!\d)")
_MOST_WORDS = 6

Lack = Literal["", "zone", "hour", "day"]


class Reading(NamedTuple):
    """A moment read from copy: None where something is *lacking*, and where in the text its last part ends."""

    moment: datetime.datetime | None
    lacking: Lack
    end: int


def read_moment(text: str, near: datetime.date | None = None) -> Reading:
    """The moment that *text* names first; a date without a year falls into the one that brings it nearest to *near*."""
    if iso := _ISO.search(text):
        moment = datetime.datetime.fromisoformat(iso[0])
        return Reading(moment if moment.tzinfo else None, "" if moment.tzinfo else "zone", iso.end())
    day, span = _day(text, near)
    if day is None:
        return Reading(None, "day", span[1])
    rest = text[: span[0]] + "\x00" * (span[1] - span[0]) + text[span[1] :]
    hour, end = _hour(rest)
    if hour is None:
        return Reading(None, "hour", span[1])
    zone, last = _zone(rest, end)
    if zone is None:
        return Reading(None, "zone", max(span[1], end))
    moment = datetime.datetime.combine(day, datetime.time(), zone) + hour
    # Where the clocks go back, an hour comes twice: the second one counts.
    return Reading(moment.replace(fold=1), "", max(span[1], end, last))


def _day(text: str, near: datetime.date | None) -> tuple[datetime.date | None, tuple[int, int]]:
    """(the first day that *text* names, where it stands); None if it is no certain one."""
    for span, iso in (*_numeric(text), *_written(text)):
        if not iso.startswith("--"):
            return datetime.date.fromisoformat(iso), span
        if near:
            years = [f"{near.year + more:04}{iso[1:]}" for more in (-1, 0, 1)]
            days = [day for year in years if (day := _date(*map(int, year.split("-"))))]
            return min(days, key=lambda day: abs(day - near), default=None), span
    return None, (0, 0)


def _numeric(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Days in figures; of 3/4/2026 nobody can tell the month."""
    for number, pattern in enumerate(_NUMERIC):
        for match in pattern.finditer(text):
            day, month, year = int(match["day"]), int(match["month"]), match["year"]
            if number == 3 and day != month:
                if day <= 12 and month <= 12:
                    continue
                day, month = max(day, month), min(day, month)
            if _date(int(year or 2000), month, day):
                yield match.span(), f"{year or '-'}-{month:02}-{day:02}"


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _written(text: str) -> list[tuple[tuple[int, int], str]]:
    """Days in words: stretches that are a date and nothing but, those with a year first, of them the shortest."""
    words = [match.span() for match in _WORD.finditer(text)]
    found = []
    for length in range(_MOST_WORDS, 1, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first][0], words[first + length - 1][1]
            if (date := read_date(text[start:end])) and date.iso and not _BROKEN.search(text, start, end):
                found.append(((start, end), date.iso))
    return sorted(found, key=lambda one: (one[1].startswith("--"), one[0][1] - one[0][0]))


def _hour(text: str) -> tuple[datetime.timedelta | None, int]:
    """(the time of day that *text* names, where it ends); midnight is the one at the day's end."""
    for pattern in _TIMES:
        if match := pattern.search(text):
            found = match.groupdict()
            if found.get("noon") or found.get("midnight"):
                return datetime.timedelta(hours=12 if found["noon"] else 24), match.end()
            hour, minute = int(found["hour"]), int(found.get("minute") or 0)
            if half := (found.get("half") or "").lower():
                hour = hour % 12 + 12 * (half == "p")
            if hour * 60 + minute <= 24 * 60 and minute < 60:
                return datetime.timedelta(hours=hour, minutes=minute), match.end()
    return None, 0


def _zone(text: str, after: int) -> tuple[datetime.tzinfo | None, int]:
    """(the zone that stands first behind *after*, or else before it; where it ends)."""
    found = sorted((*_offsets(text), *_named(text)), key=lambda one: (one[0] < after, one[0]))
    return (found[0][2], found[0][1]) if found else (None, 0)


def _offsets(text: str) -> Iterator[tuple[int, int, datetime.tzinfo]]:
    for match in _OFFSET.finditer(text):
        hours, minutes = int(match["hours"] or match["bare"]), int(match["minutes"] or match["rest"] or 0)
        if hours <= 14:
            span = datetime.timedelta(hours=hours, minutes=minutes)
            yield match.start(), match.end(), datetime.timezone(span if "+" in match[0] else -span)


def _named(text: str) -> Iterator[tuple[int, int, datetime.tzinfo]]:
    for match in _SHORT.finditer(text):
        yield match.start(), match.end(), _ZONES[match[0]]
    for match in _PLACE.finditer(text):
        name = next(zone for zone, names in PLACES.items() if match[0].lower() in names.split("|"))
        yield match.start(), match.end(), ZoneInfo(name)


def _any(names: list[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_ZONES: dict[str, datetime.tzinfo] = {
    **{name: ZoneInfo(zone) for zone, names in CLOCKS.items() for name in names.split()},
    **{
        name: datetime.timezone(datetime.timedelta(hours=hours))
        for hours, names in OFFSETS.items()
        for name in names.split()
    },
}
_SHORT = re.compile(rf"(?<![^\W_])(?:{_any(list(_ZONES))})(?![^\W_])(?!\s?[+−-]\s?\d)")
_PLACE = re.compile(_any([name for names in PLACES.values() for name in names.split("|")]), re.IGNORECASE)
