"""The parts of a dateline: towns, regions, dates and agencies between commas, stops, brackets and dashes."""

import re
from collections.abc import Callable

import regex
from msgspec import Struct
from msgspec.structs import replace

from publisher.normalise.datelines.dates import read_date_and_time
from publisher.normalise.datelines.pieces import Piece, groups_of, pieces_of, trimmed
from publisher.normalise.datelines.tellers import is_reporter, read_tellers
from publisher.normalise.words.agencies import agency_named
from publisher.normalise.words.gazetteer import is_town
from publisher.normalise.words.regions import is_region

#: Words that a town's and a region's name may have.
MOST_WORDS, MOST_REGION_WORDS = 6, 4
#: Stops among the words before a comma; abbreviations (St., N.Y.) take one or two.
MOST_STOPS, MOST_BLANKS = 6, 8

_STOP = re.compile(r"\.(?=\s|\w{3})")
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
    names: tuple[str, ...] = ()
    #: What stands in brackets and is neither agency, date nor region; of a country only that there are brackets.
    unknown: str = ""


def read_parts(text: str, end: int, language: str | None = None) -> Parts | None:
    """What the words up to *end* say, if each of them is a part of a dateline."""
    parts: Parts | None = Parts()
    for number, (start, stop) in enumerate(groups_of(text, end)):
        is_first = number == 0
        pieces = list(pieces_of(text, start, stop))
        parts = _read_group(text, pieces, parts, is_first, language) if parts else None
        if parts is None:
            return None
    return parts


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
    """The date that begins at a piece, over as many pieces as belong to it, and their number.

    An agency may stand behind it with nothing between: “May 5, 2024 AKP”.
    """
    if parts.date:
        return None
    for count in range(min(4, len(pieces) - at), 0, -1):
        if any(piece.is_bracketed for piece in pieces[at : at + count]):
            continue
        start, end = pieces[at].start, pieces[at + count - 1].end
        if date := read_date_and_time(text[start:end], language):
            return replace(parts, date_raw=(start, end), date=date.iso), count
        blank = text.rfind(" ", start, end)
        agency = agency_named(text[blank + 1 : end]) if blank > 0 and not parts.agency else None
        if agency and (date := read_date_and_time(text[start:blank], language)) and date.iso:
            stop = start + len(text[start:blank].rstrip(" ,"))
            return replace(parts, date_raw=(start, stop), date=date.iso, agency=agency), count
    return None


def _read_brackets(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    inside = text[piece.start + 1 : piece.end - 1].strip()
    if read := _read_agency_and_date(text, piece, parts, language):
        return read
    if tellers := read_tellers(inside):
        return replace(parts, agency=parts.agency or tellers.agency, names=parts.names or tellers.names)
    if date := read_date_and_time(inside, language):
        return replace(parts, date_raw=parts.date_raw or (piece.start + 1, piece.end - 1), date=parts.date or date.iso)
    if parts == Parts() and "," in inside and text[piece.start] == "(":
        return _read_group(text, list(pieces_of(text, piece.start + 1, piece.end - 1)), parts, True, language)
    return _read_unknown(text, piece, parts, language) if parts.place else None


def _read_agency_and_date(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    """“(Newsfile Corp. - May 5, 2024)”."""
    first, _, rest = text[piece.start + 1 : piece.end - 1].partition(" - ")
    agency, date = agency_named(first), read_date_and_time(rest, language)
    if not agency or not date:
        return None
    inner = (piece.end - 1 - len(rest), piece.end - 1)
    return replace(parts, agency=parts.agency or agency, date_raw=parts.date_raw or inner, date=date.iso)


def _read_unknown(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts:
    """Brackets that hold neither agency nor date: a reporter, a region (Melbourne (Australia)), or who knows what."""
    inside = text[piece.start + 1 : piece.end - 1].strip()
    if text[piece.start] == "/" and parts.agency and is_reporter(inside):
        return replace(parts, names=parts.names or (inside,))
    place = parts.place or (0, 0)
    is_behind = not parts.regions and piece.start - place[1] <= 1 and text[piece.start] != "/"
    is_name = _is_name(inside) and len(inside) > 3 and not inside.isupper()
    if is_behind and (is_name or is_region(inside, language)):
        return replace(parts, place=(place[0], piece.end), regions=(inside,), unknown="(")
    return replace(parts, unknown=inside)


def words_of(town: str) -> list[str]:
    """The words of a place's name; ``Frankfurt/Main`` has two."""
    return [word for word in re.split(r"[\s/]+", town) if word]


def _read_words(text: str, piece: Piece, parts: Parts, is_first: bool, language: str | None) -> Parts | None:
    """A place, region or agency; or several of them that only stops or blanks part."""
    words = text[piece.start : piece.end]
    if parts.place and not parts.regions and is_region(words) and (read := _read_place(text, piece, parts, language)):
        return read
    if read := _read_agency_or_reporter(text, piece, parts):
        return read
    last = words.rpartition(" ")[2]
    is_signed = not words.isupper() and last.isupper() and agency_named(last)
    readings: tuple[Callable[[], Parts | None], ...] = (
        lambda: _read_run_on(text, piece, parts, language) if is_signed else None,
        lambda: _read_stopped(text, piece, parts, is_first, language),
        lambda: _read_place(text, piece, parts, language) if is_first or (parts.agency and not parts.place) else None,
        lambda: _read_run_on(text, piece, parts, language),
        lambda: _read_dated_place(text, piece, parts, language),
    )
    return next((read for reading in readings if (read := reading())), None)


def _read_agency_or_reporter(text: str, piece: Piece, parts: Parts) -> Parts | None:
    """An agency, its reporter, or the day alone: MADRID, 5 (EUROPA PRESS)."""
    words = text[piece.start : piece.end]
    if agency := agency_named(words):
        return replace(parts, agency=parts.agency or agency)
    if _is_reporter(text, piece, parts):
        return replace(parts, names=parts.names or (words,))
    if words.isdecimal() and len(words) <= 2 and parts.place and not parts.date_raw:
        return replace(parts, date_raw=(piece.start, piece.end))
    return None


def _read_stopped(text: str, piece: Piece, parts: Parts, is_first: bool, language: str | None) -> Parts | None:
    """Several parts that stops part: АСТАНА. 5 мая. КАЗИНФОРМ."""
    words = text[piece.start : piece.end]
    for stop in list(_STOP.finditer(words))[:MOST_STOPS]:
        first = Piece(piece.start, piece.start + stop.start())
        rest = trimmed(text, piece.start + stop.end(), piece.end)
        if (is_first or parts.agency) and (read := _part_at(text, first, rest, parts, is_first, language)):
            return read
    return None


def _is_reporter(text: str, piece: Piece, parts: Parts) -> bool:
    """“РИА Новости, Иван Петров”, “(AA) - AYŞE YILMAZ - ”: whether the agency's reporter is named behind it."""
    if not (parts.agency and parts.place):
        return False
    before, words = text[: piece.start].rstrip(), text[piece.start : piece.end]
    is_beside = before[-1:] == "," and before[-2:-1] not in ")]/"
    return (is_beside or (words.isupper() and before[-1:] in "-–—")) and is_reporter(words)


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
        rest = trimmed(text, piece.start + blank, piece.end)
        tail = text[rest.start : rest.end]
        dated = None if parts.date_raw else _read_date(text, [rest], 0, parts, language)
        agency = agency_named(tail) if not parts.agency and len(tail) > 1 else None
        if not (dated and dated[0].date) and not agency:
            continue
        before = Piece(piece.start, piece.start + blank)
        read = _read_place(text, before, parts, language)
        if dated and dated[0].date:
            is_stopped = text[before.end - 1] == "." and dated[0].agency != parts.agency
            return replace(dated[0], place=read.place, regions=read.regions) if read and not is_stopped else None
        if read := read or _read_dated(text, before, parts, language):
            return replace(read, agency=agency)
    return None


def _read_dated(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    """“May 5 AAP”: a date before the agency."""
    dated = _read_date(text, [piece], 0, parts, language)
    return dated[0] if dated else None


def _read_dated_place(text: str, piece: Piece, parts: Parts, language: str | None) -> Parts | None:
    """“05.05.2024 Warszawa”: a date before the place, with nothing between."""
    if parts != Parts() or not text[piece.start].isdecimal():
        return None
    for blank in [match.start() for match in re.finditer(r"\s", text[piece.start : piece.end])][:MOST_BLANKS]:
        dated = _read_dated(text, Piece(piece.start, piece.start + blank), parts, language)
        town = trimmed(text, piece.start + blank, piece.end)
        if dated and dated.date and is_town(text[town.start : town.end]):
            return replace(dated, place=(town.start, town.end))
    return None


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
    if agency_named(words):
        return False
    split = words_of(words)
    return 0 < len(split) <= MOST_WORDS and bool(_CAPITALISED.fullmatch(split[0])) and all(map(_is_part, split))


def _is_part(word: str) -> bool:
    return bool(_CAPITALISED.fullmatch(word) or _PARTICLE.fullmatch(word) or _CASELESS.fullmatch(word))


def _is_name(words: str) -> bool:
    split = words.split()
    return 0 < len(split) <= MOST_REGION_WORDS and all(map(_is_part, split)) and any(map(_CAPITALISED.fullmatch, split))
