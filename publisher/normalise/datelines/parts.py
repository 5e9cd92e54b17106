"""The parts of a dateline: towns, regions, dates and agencies between commas, stops, brackets and dashes."""

import re
from collections.abc import Iterator

import regex
from msgspec import Struct
from msgspec.structs import replace

from publisher.normalise.datelines.dates import read_date_and_time
from publisher.normalise.words.agencies import agency_named
from publisher.normalise.words.gazetteer import is_town
from publisher.normalise.words.regions import is_region

#: Words that a town's and a region's name may have.
MOST_WORDS, MOST_REGION_WORDS = 6, 4
#: Stops among the words before a comma; abbreviations (St., N.Y.) take one or two.
MOST_STOPS, MOST_BLANKS = 6, 8

_DASHES = re.compile(r"\s+(?:-{1,2}|[–—―_])\s+|\s?-{2,3}\s?|(?<=[.)])\s?[–—-]\s?|\s?[—–]\s?(?=\()")
_PIECE = re.compile(
    r"\((?P<round>[^()]*)\)|\[(?P<square>[^\[\]]*)\]|(?<!\w)/\s?(?P<stroke>[^/,()\[\]]*[^/,\s()\[\]])\s?/|"
    r"(?P<comma>[,،、;])|(?P<words>[^()\[\],،、;/]+|/)"
)
_STOP = re.compile(r"\.(?=\s|\w{3})")
_CORRESPONDENT = re.compile(r"(?i)(?:корр?\.?|собкор|corr?\.?|own correspondent|from|by|von|источник|kor\.)\s+")
_BESIDE = re.compile(r"\s*(?:[,;/|+&-]|\band\b|\bund\b|\bvia\b|\bfor\b)\s*")
_CAPITALISED = regex.compile(r"(?:[dDlLnN]['’])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’`-]*+(?<!-)")
_PARTICLE = regex.compile(
    r"(?:of|the|and|de|la|las|los|le|les|lès|du|del|della|di|da|do|dos|das|am|an|der|den|im|in|ob|bei|sur|sous|en|y|"
    r"e|i|и|на|при|pri|nad|al|el|es|upon|on)",
    regex.IGNORECASE,
)
_CASELESS = regex.compile(r"[\p{Lo}\p{M}'’.\u200c-]+")


class Parts(Struct, frozen=True):
    """What the parts read so far say; *place* and *date_raw* are stretches of the text (start, end)."""

    place: tuple[int, int] | None = None
    regions: tuple[str, ...] = ()
    date_raw: tuple[int, int] | None = None
    date: str | None = None
    agency: str | None = None
    has_unknown_brackets: bool = False


def read_parts(text: str, end: int, language: str | None = None) -> Parts | None:
    """What the words up to *end* say, if each of them is a part of a dateline."""
    parts: Parts | None = Parts()
    for number, (start, stop) in enumerate(_groups(text, end)):
        is_first = number == 0
        pieces = list(_pieces(text, start, stop))
        parts = _read_group(text, pieces, parts, is_first, language) if parts else None
        if parts is None:
            return None
    return parts


def _groups(text: str, end: int) -> Iterator[tuple[int, int]]:
    start = 0
    for dash in _DASHES.finditer(text, 0, end):
        if dash.start() > start or start == 0:
            yield start, dash.start()
        start = dash.end()
    yield start, end


class Piece(Struct, frozen=True):
    """A part of a group: a stretch of the text, and whether it stands in brackets."""

    start: int
    end: int
    is_bracketed: bool = False


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The parts of a group between commas, and those in brackets; a single stroke belongs to the words around it."""
    first = last = -1
    for match in _PIECE.finditer(text, start, end):
        if match.lastgroup == "words":
            first, last = (match.start() if first < 0 else first), match.end()
            continue
        if first >= 0:
            yield _trimmed(text, first, last)
            first = -1
        if match.lastgroup != "comma":
            yield Piece(match.start(), match.end(), is_bracketed=True)
    if first >= 0:
        yield _trimmed(text, first, last)


def _trimmed(text: str, start: int, end: int) -> Piece:
    words = text[start:end]
    return Piece(start + len(words) - len(words.lstrip(" /\u00a0")), start + len(words.rstrip(" /\u00a0")))


def _read_group(text: str, pieces: list[Piece], parts: Parts, is_first: bool, language: str | None) -> Parts | None:
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        taken = 1
        if piece.start >= piece.end:
            at += 1
            continue
        if piece.is_bracketed:
            read = _read_brackets(text, piece, parts, language)
        elif dated := _read_date(text, pieces, at, parts, language):
            read, taken = dated
        else:
            read = _read_words(text, piece, parts, is_first, language)
        if read is None:
            return None
        parts, at = read, at + taken
    return parts


def _read_date(text: str, pieces: list[Piece], at: int, parts: Parts, language: str | None) -> tuple[Parts, int] | None:
    """The date that begins at a piece, over as many pieces as belong to it, and their number."""
    if parts.date:
        return None
    for count in range(min(4, len(pieces) - at), 0, -1):
        last = pieces[at + count - 1]
        if any(piece.is_bracketed for piece in pieces[at : at + count]):
            continue
        if date := read_date_and_time(text[pieces[at].start : last.end], language):
            return replace(parts, date_raw=(pieces[at].start, last.end), date=date.iso), count
    return None


def _read_brackets(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    inside = text[piece.start + 1 : piece.end - 1].strip()
    if agency := named_in(inside):
        return replace(parts, agency=parts.agency or agency)
    if date := read_date_and_time(inside, language):
        return replace(parts, date_raw=parts.date_raw or (piece.start + 1, piece.end - 1), date=parts.date or date.iso)
    if parts == Parts() and "," in inside and text[piece.start] == "(":
        return _read_group(text, list(_pieces(text, piece.start + 1, piece.end - 1)), parts, True, language)
    # Melbourne (Australia), New Delhi [India]
    if parts.place and not parts.regions and piece.start - parts.place[1] <= 1 and text[piece.start] != "/":
        if is_region(inside, language) or (_is_name(inside) and len(inside) > 3 and not inside.isupper()):
            return replace(parts, place=(parts.place[0], piece.end), regions=(inside,), has_unknown_brackets=True)
        return replace(parts, has_unknown_brackets=True)
    return replace(parts, has_unknown_brackets=True) if parts.place else None


def words_of(town: str) -> list[str]:
    """The words of a place's name; ``Frankfurt/Main`` has two."""
    return [word for word in re.split(r"[\s/]+", town) if word]


def named_in(text: str) -> str | None:
    """The agency that *text* names, alone or beside others: AFP · Корр. БЕЛТА · Reuters, AP."""
    if agency := agency_named(text):
        return agency
    if agency := agency_named(_CORRESPONDENT.sub("", text, count=1)):
        return agency
    named = [agency_named(part) for part in _BESIDE.split(text)]
    return next((name for name in named if name), None) if len(named) > 1 and named[0] else None


def _read_words(text: str, piece: Piece, parts: Parts, is_first: bool, language: str | None) -> Parts | None:
    """A place, region or agency; or several of them that only stops or blanks part."""
    words = text[piece.start : piece.end]
    if parts.place and not parts.regions and is_region(words) and (read := _read_place(text, piece, parts, language)):
        return read
    if agency := agency_named(words):
        return replace(parts, agency=parts.agency or agency)
    last = words.rpartition(" ")[2]
    is_signed = not words.isupper() and last.isupper() and agency_named(last)
    if is_signed and (read := _read_run_on(text, piece, parts, language)):
        return read
    stops = list(_STOP.finditer(words))[:MOST_STOPS]
    for stop in stops:
        first = Piece(piece.start, piece.start + stop.start())
        rest = _trimmed(text, piece.start + stop.end(), piece.end)
        if (is_first or parts.agency) and (read := _part_at(text, first, rest, parts, is_first, language)):
            return read
    if (is_first or (parts.agency and not parts.place)) and (read := _read_place(text, piece, parts, language)):
        return read
    return _read_run_on(text, piece, parts, language)


def _part_at(text: str, first: Piece, rest: Piece, parts: Parts, is_first: bool, language: str | None) -> Parts | None:
    """“АСТАНА. 5 мая. КАЗИНФОРМ”: a place or date before a stop, and what only a dateline has after it."""
    dated = _read_date(text, [first], 0, parts, language)
    read = dated[0] if dated else _read_place(text, first, parts, language)
    if read is None or rest.start >= rest.end:
        return None
    further = _read_group(text, [rest], read, is_first, language)
    return further if further and (further.agency, further.date_raw) != (parts.agency, parts.date_raw) else None


def _read_run_on(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    """“Praha 5. května”, “Stockholm TT”: a place, then a date or agency that nothing parts from it."""
    words = text[piece.start : piece.end]
    for blank in [match.start() for match in re.finditer(r"\s", words)][:MOST_BLANKS]:
        rest = _trimmed(text, piece.start + blank, piece.end)
        tail = text[rest.start : rest.end]
        date = None if parts.date_raw else read_date_and_time(tail, language)
        agency = agency_named(tail) if not parts.agency and len(tail) > 1 else None
        if not (date and date.iso) and not agency:
            continue
        before = Piece(piece.start, piece.start + blank)
        read = _read_place(text, before, parts, language) or _read_dated(text, before, parts, language)
        if read and date:
            return replace(read, date_raw=(rest.start, rest.end), date=date.iso)
        if read:
            return replace(read, agency=agency)
    return None


def _read_dated(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    """“May 5 AAP”: a date before the agency."""
    dated = _read_date(text, [piece], 0, parts, language)
    return dated[0] if dated else None


def _read_place(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    words = text[piece.start : piece.end]
    if parts.place is None:
        is_after_date = parts.date_raw is not None and parts.agency is None
        if not _is_place(words) or (is_after_date and not words[0].isupper()):
            return None
        return replace(parts, place=(piece.start, piece.end))
    is_beside = text[parts.place[1] : piece.start].strip() in (",", "،", "、")
    if len(parts.regions) < 2 and is_beside and (is_region(words, language) or _is_name(words)):
        return replace(parts, place=(parts.place[0], piece.end), regions=(*parts.regions, words))
    return None


def _is_place(words: str) -> bool:
    """Whether *words* could be a town: capitals, or a name, or known."""
    if is_town(words):
        return True
    split = words_of(words)
    return 0 < len(split) <= MOST_WORDS and bool(_CAPITALISED.fullmatch(split[0])) and all(map(_is_part, split))


def _is_part(word: str) -> bool:
    return bool(_CAPITALISED.fullmatch(word) or _PARTICLE.fullmatch(word) or _CASELESS.fullmatch(word))


def _is_name(words: str) -> bool:
    split = words.split()
    return 0 < len(split) <= MOST_REGION_WORDS and all(map(_is_part, split)) and any(map(_CAPITALISED.fullmatch, split))
