"""What a wire sends around its text: the headers, codes and trailers of ANPA 1312 and IPTC 7901.

Both frame the text between STX and ETX. ANPA 1312 heads it with service level, number, category, slug and
count (``W2870``, ``f l BC-Slug 11-13 1049``), IPTC 7901 with source, number, priority, category and count
(``abc1234 3 i 380``). Where a gateway has dropped the controls, their lines are known by their form.
"""

import datetime
import re

from msgspec.structs import replace

from publisher.metadata import Metadata
from publisher.normalise.datelines.dates import month_numbered
from publisher.report import Report, Where

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
# A header is no longer, however it is damaged.
LONGEST_HEADER = 1200
# ANPA's priorities, as ninjs counts urgency.
PRIORITIES = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 4, "s": 6, "w": 6}
# Zones in trailers, hours from UTC.
ZONES = {"GMT": 0, "UTC": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}

# Upper and lower rail, quads and rules of American typesetting; controls that were written as characters' numbers.
_CODES = re.compile(r"\s?&(?:UR|LR|QL|QC|QR|HT|COR);|&#(?:0?[0-8]|1[1-9]|2\d|3[01]);")
_FRAMING = re.compile("[\x00\x01\x02\x03\x04\x0e-\x14\x16\x1f\x7f]")
_BLANK = re.compile("[\\s\x00-\x1f\x7f]*")
_TELEX = re.compile(r"(?i)\s*(?:ZCZC\b.{0,40}|N{4,})\s*\Z")
_IPTC = re.compile(
    r"\s*[a-z]{2,4}\d{3,4}\s+(?P<priority>[1-9])\s+[a-z]{1,3}\s+\d{1,5}\b(?P<more>.{0,40})", re.IGNORECASE
)
_ANPA_NUMBER = re.compile(r"\s*[a-z]\d{4}(?:\s*-{2,})?\s*", re.IGNORECASE)
_ANPA = re.compile(r"\s*(?P<priority>[a-z])\s+[a-z]\s+(?P<slug>(?:BC|AM|PM|AP|US|EU)-\S.{0,70})")
_SLUG = re.compile(r"\^?\s*(?P<slug>(?:BC|AM|PM|AP|US|EU|LT)-[A-Z]{1,4}--?\S.{0,60}|(?:BC|AM|PM)-\S.{0,60})<?\s*\Z")
_KEYWORDS = re.compile(r"\s*(?P<slug>[^\s/]{2,40}(?:/[^/\s]{1,40}){1,6}/?)\s*\Z")
_COUNT = re.compile(r"(?:\s+\d\d-\d\d)?(?:\s+\d{3,4}|,\s?\d{2,4})\s*\Z")
_TRAILER = re.compile(
    r"\s*(?:[A-Z]{2,4}-[A-Z]{2}|"
    r"[A-Z]{2,4})-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<time>\d{4})(?P<zone>[A-Z]{3})\W*"
    r"(?:QL;)?\s*"
)
_DAY_TIME = re.compile(
    r"\s*(?P<day>\d\d)(?P<time>\d{4})\s*(?P<zone>[A-Z]{3})\s+(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<year>(?:19|"
    r"20)?\d\d)\W*"
)
_CENTRED = re.compile(r"(\s*)\^\s*(.*?)\s*[<=]?\s*")


def part_transmission(text: str, file: str, report: Report) -> tuple[str, Metadata]:
    """The text without what frames it (its lines stay, emptied), and what that says of it."""
    lines = text.split("\n")
    found = _Found()
    _take_codes(lines, found)
    if _FRAMING.search(text):
        _take_frame(lines, found)
    _take_lines(lines, found)
    if not found.taken:
        return text, Metadata()
    for number, before, after in found.taken:
        message = "a line that the wire sends around the text was taken out of it"
        report.add("transmission.header", message, Where(file, number + 1, 1), before=before, after=after)
    return "\n".join(lines), found.metadata


class _Found:
    """What was taken out: (line from 0, what stood there, what stands there now), and what it says."""

    def __init__(self) -> None:
        self.taken: list[tuple[int, str, str]] = []
        self.metadata = Metadata()

    def take(self, lines: list[str], number: int, rest: str = "") -> None:
        """Takes a line out, but for *rest*, and reads it."""
        before = _printable(lines[number])
        if before or _FRAMING.search(lines[number]):
            self.taken.append((number, before, rest))
        lines[number] = rest
        self.read(before)

    def read(self, line: str) -> None:
        """Lays what a line of header or trailer says over what is known."""
        known = self.metadata
        if match := _IPTC.fullmatch(line):
            self.metadata = replace(known, urgency=int(match["priority"]))
        elif match := _ANPA.fullmatch(line):
            urgency = known.urgency or PRIORITIES.get(match["priority"])
            self.metadata = replace(known, urgency=urgency, slugline=known.slugline or _slug(match["slug"]))
        elif moment := read_moment(line):
            self.metadata = replace(known, version_created=known.version_created or moment)
        elif match := _SLUG.fullmatch(line) or _KEYWORDS.fullmatch(line):
            self.metadata = replace(known, slugline=known.slugline or _slug(match["slug"]))


def _take_codes(lines: list[str], found: _Found) -> None:
    """Takes the codes out that typesetters' systems leave in lines."""
    for number, line in enumerate(lines):
        if "&" in line and _CODES.search(line):
            rest = _CODES.sub("", line).rstrip()
            found.taken.append((number, line.strip(), rest.strip()))
            lines[number] = rest


def _slug(text: str) -> str:
    return _COUNT.sub("", text.strip(" \t<^/")).strip(" \t/")


def _printable(line: str) -> str:
    return " ".join(_FRAMING.sub(" ", line).split())


def _take_frame(lines: list[str], found: _Found) -> None:
    """Takes the header before STX and the trailer from ETX on, if the text has them."""
    start = _find_start(lines)
    if start is not None:
        for number in range(start):
            found.take(lines, number)
        head, _, rest = lines[start].partition(STX)
        if head.strip():
            found.read(_printable(head))
            found.taken.append((start, _printable(head), ""))
        lines[start] = rest
    end = next((number for number, line in enumerate(lines) if ETX in line), None)
    if end is None:
        return
    before, _, trailer = lines[end].partition(ETX)
    lines[end] = trailer
    for number in range(end, len(lines)):
        found.take(lines, number)
    lines[end] = before


def _find_start(lines: list[str]) -> int | None:
    """The line of STX, if nothing but a header stands before it; without STX, the line after a header's with SOH."""
    size, after_start = 0, None
    for number, line in enumerate(lines):
        before = line.partition(STX)[0]
        if SOH in before and after_start is None:
            after_start = number + 1
        if STX in line:
            return number if after_start is not None or _BLANK.fullmatch(before) else None
        size += len(line)
        if size > LONGEST_HEADER or ETX in line or (after_start is None and not _BLANK.fullmatch(line)):
            break
    if (
        after_start is None
        or after_start >= len(lines)
        or not _is_header(_printable(lines[after_start - 1]), is_first=True)
    ):
        return None
    return after_start


def _take_lines(lines: list[str], found: _Found) -> None:
    """Takes the lines that are known by their form: at the top and the bottom of the text."""
    is_framed = bool(found.taken)
    seen = 0
    for number, line in enumerate(lines):
        if _BLANK.fullmatch(line):
            continue
        seen += 1
        if seen > 6:
            break
        if _is_header(line, is_framed or seen == 1):
            found.take(lines, number)
            seen -= 1
        elif line.lstrip().startswith("^") and (match := _CENTRED.fullmatch(line)):
            found.taken.append((number, line.strip(), match[2]))
            lines[number] = match[1] + match[2]
            seen -= 1
    _take_last_lines(lines, found)


def _is_header(line: str, is_first: bool) -> bool:
    """Whether *line* is one that only a wire writes."""
    return any(pattern.fullmatch(line) for pattern in (_TELEX, _ANPA, _SLUG)) or (
        is_first and any(pattern.fullmatch(line) for pattern in (_IPTC, _ANPA_NUMBER))
    )


def _take_last_lines(lines: list[str], found: _Found) -> None:
    for number in range(len(lines) - 1, max(-1, len(lines) - 12), -1):
        line = lines[number]
        if _BLANK.fullmatch(line):
            continue
        if not (_TELEX.fullmatch(line) or read_moment(line)):
            break
        found.take(lines, number)


def read_moment(line: str) -> str | None:
    """The time that a trailer tells (``AP-WF-11-13-13 1509GMT``, ``212322 GMT Nov 18``) in ISO 8601."""
    match = _TRAILER.fullmatch(line) or _DAY_TIME.fullmatch(line)
    if match is None or match["zone"] not in ZONES:
        return None
    month = int(match["month"]) if match["month"].isdecimal() else month_numbered(match["month"])
    year = int(match["year"])
    century = 0 if year > 99 else 1900 if year >= 70 else 2000
    zone = datetime.timezone(datetime.timedelta(hours=ZONES[match["zone"]]))
    try:
        time = int(match["time"])
        found = datetime.datetime(century + year, month or 0, int(match["day"]), time // 100, time % 100, tzinfo=zone)
    except ValueError:
        return None
    return found.isoformat().replace("+00:00", "Z")
