"""The forms of datelines: place, region, date and agency, in any order that agencies write them in.

A dateline is one or more groups parted by dashes; a group is parted by commas, stops and brackets. Every part
must be something a dateline has, or the words are none.
"""

import re

import regex
from msgspec import Struct

from publisher.metadata import Dateline
from publisher.normalise.datelines.parts import MOST_WORDS, Parts, read_parts, words_of
from publisher.normalise.datelines.tellers import is_agency_by_kind, is_initials
from publisher.normalise.words.gazetteer import is_town
from publisher.normalise.words.regions import is_region

#: A dateline is never longer.
LONGEST = 140
MOST_ENDS = 16

# How a dateline ends. In “Madrid, 25 may (EFE).” and “Haag /ritzau/ ” no dash is needed: the agency is one; it may
# even end it with a dash and no blank before it (GNA- ), a bar, or nothing at all (… 2024 م واس قرر …).
_END = regex.compile(
    r"(?P<dash>(?:\s+|(?<=[)/\].]))(?:(?:-{2,}|[–—―])\s*|[-_‒]\s+)(?=\S)|(?<=\w)-{2,3}(?=[\w(\"“])|"
    r"(?<=\w)\s?[—–](?=[\"“«„(])|(?<=\d{4})\s?[–—-]+\s?(?=[\p{L}\"“«„]))"
    r"|(?P<agency>\s\|\s+(?=\S)|(?<=[)/])\s+[-–—]+\s*\Z|(?<=\p{L})-\s+(?=\S)|(?<=[\s-]\p{Arabic}{3,6})\s+(?=\S)|"
    r"(?<=\p{Lu}{2})\s+(?=\p{Lu}[\p{Ll}\s]))"
    r"|(?P<colon>\s?:\s+(?=\S))"
    r"|(?P<stop>\.\s?[-–—]\s*(?=\S)|[.。]\s+(?=\S)|[.。]-?\Z)"
    r"|(?P<bracket>(?<=[)/\]])\s+(?=\S))"
)
_DASH = re.compile(r"(?:\s+|(?<=[)/\].]))(?:(?:-{2,}|[–—―])\s*|[-_‒]\s+)(?=\S)")

_CAPITALS = regex.compile(r"(?:Mc|Mac|[dDlL]['’])?[\p{Lu}\p{M}][\p{Lu}\p{M}.'’`-]*+")
# The Hague is known; “The Ministry of Health (MOH)” is no place.
_ARTICLE = re.compile(
    r"(?:the|an?|der|die|das|ein|eine|le|la|les|un|une|el|los|las|una|il|lo|gli|os|as|um|uma|de|het)\s", re.IGNORECASE
)
# Without an agency, a date or a known town, so many words in capitals are no place but a sentence.
_MOST_UNSURE_WORDS, _FEWEST_LETTERS = 3, 3


class Found(Struct, frozen=True):
    """A dateline, and what speaks for it.

    *end* is how it ends: ``dash``, ``colon``, ``stop``, ``bracket``, ``agency`` or ``line``. *is_vouched*: an agency
    or a date makes it sure. *is_capitals*: its town is in capitals; *is_known*: its town or region is known.
    """

    dateline: Dateline
    agency: str | None = None
    is_vouched: bool = False
    end: str = "dash"
    is_capitals: bool = False
    is_known: bool = False
    names: tuple[str, ...] = ()


def read_dateline(text: str, language: str | None = None) -> Found | None:
    """The longest dateline that *text* begins with, going by its words alone; in constant time."""
    head = text[: LONGEST + 2]
    best = None
    for number, end in enumerate(_END.finditer(head)):
        if number == MOST_ENDS or end.start() > LONGEST:
            break
        kind = str(end.lastgroup)
        found = _read(head, end.start(), end.end(), kind, language)
        if kind == "stop" and found is None and (dash := _DASH.match(head, end.start() + 1)):
            # In “Thurs. - ” and “D.C. – ” the stop belongs to the words.
            found = _read(head, dash.start(), dash.end(), "dash", language)
        best = found or best
    if best is None and len(text) <= LONGEST:
        return _read(text, len(text), len(text), "line", language)
    return best


def _read(text: str, end: int, end_of_raw: int, kind: str, language: str | None) -> Found | None:
    parts = read_parts(text, end, language)
    if parts is None:
        return None
    town = _town(text, parts)
    is_capitals = bool(town) and all(map(_CAPITALS.fullmatch, words_of(town)))
    is_capitals = is_capitals and sum(map(str.isalpha, town)) >= _FEWEST_LETTERS
    is_known = bool(town) and (is_town(town) or any(is_region(region, language) for region in parts.regions))
    agency = parts.agency or _unlisted(parts, town, kind == "dash" and is_capitals, is_known)
    found = Found(
        Dateline(
            text[:end_of_raw],
            text[slice(*parts.place)] if parts.place else None,
            text[slice(*parts.date_raw)] if parts.date_raw else None,
            parts.date,
        ),
        agency,
        is_vouched=bool(agency or (parts.date_raw and parts.place)),
        end=kind,
        is_capitals=is_capitals,
        is_known=is_known,
        names=parts.names,
    )
    return found if _holds(found, parts, town) else None


def _unlisted(parts: Parts, town: str, is_dashed_capitals: bool, is_known: bool) -> str | None:
    """An agency that no list has: its kind or initials in brackets, behind a date or a known town in capitals."""
    inside = parts.unknown
    if not town or not (is_agency_by_kind(inside) or is_initials(inside, town)):
        return None
    is_sure = bool(parts.date_raw) or (is_dashed_capitals and (is_known or is_agency_by_kind(inside)))
    return inside if is_sure else None


def _town(text: str, parts: Parts) -> str:
    """The place without its regions."""
    if not parts.place:
        return ""
    place = text[slice(*parts.place)]
    return re.split(r"\s?[,،(\[]", place)[0].strip()


def _holds(found: Found, parts: Parts, town: str) -> bool:
    """Whether what was read is enough for a dateline that ends so."""
    is_sure = found.agency or parts.date_raw or (found.is_capitals and found.is_known)
    is_bracketed = bool(parts.unknown) and not (is_sure and found.dateline.raw[0].isalpha())
    is_day_alone = (found.dateline.date_raw or "").isdecimal() and not found.agency
    is_phrase = _ARTICLE.match(town) and not is_town(town)
    most = MOST_WORDS if found.is_vouched or found.is_known else _MOST_UNSURE_WORDS
    is_none = not (parts.place or found.agency) or is_bracketed or is_phrase or is_day_alone
    return not is_none and len(words_of(town)) <= most and _ends_well(found, parts, town)


def _ends_well(found: Found, parts: Parts, town: str) -> bool:
    """Whether it may end as it does."""
    match found.end:
        case "dash":
            return found.is_capitals or found.is_known or found.is_vouched or parts.regions == ()
        case "colon":
            return True
        case "stop":
            is_town_alone = bool(town) and not parts.regions and not parts.date_raw and is_town(town)
            is_dated = bool(town and parts.date_raw and found.is_known)
            return is_town_alone or is_dated or bool(found.agency and (parts.place or parts.date_raw))
        case "bracket":
            return bool(found.agency)
        case "agency":
            is_closed = found.dateline.raw.rstrip(" -–—")[-1:] in ")/"
            is_place = bool(parts.date_raw) or found.is_capitals or found.is_known or is_closed
            return bool(found.agency and town) and is_place
        case _:
            return bool(parts.place and (found.agency or parts.date_raw or found.is_known))
