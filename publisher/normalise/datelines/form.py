"""The forms of datelines: place, region, date and agency, in any order that agencies write them in.

A dateline is one or more groups parted by dashes; a group is parted by commas, stops and brackets. Every part
must be something a dateline has, or the words are none.
"""

import re

import regex
from msgspec import Struct

from publisher.metadata import Dateline
from publisher.normalise.datelines.parts import MOST_WORDS, Parts, read_parts, words_of
from publisher.normalise.words.gazetteer import is_town
from publisher.normalise.words.regions import is_region

#: A dateline is never longer.
LONGEST = 140
MOST_ENDS = 12

# How a dateline ends. In “Madrid, 25 may (EFE).” and “Haag /ritzau/ ” no dash is needed: the agency is one.
_END = re.compile(
    r"(?P<dash>(?:\s+|(?<=[)/\].]))(?:(?:-{2,}|[–—―])\s*|[-_‒]\s+)(?=\S)|(?<=\w)-{2,3}(?=[\w(\"“])|"
    r"(?<=\w)\s?[—–](?=[\"“«„(]))"
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

    *end* is how it ends: ``dash``, ``colon``, ``stop``, ``bracket`` or ``line``. *is_vouched*: an agency or a
    date makes it sure. *is_capitals*: its town is in capitals; *is_known*: its town or region is known.
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
    found = Found(
        Dateline(
            text[:end_of_raw],
            text[slice(*parts.place)] if parts.place else None,
            text[slice(*parts.date_raw)] if parts.date_raw else None,
            parts.date,
        ),
        parts.agency,
        is_vouched=bool(parts.agency or (parts.date_raw and parts.place)),
        end=kind,
        is_capitals=bool(town)
        and all(map(_CAPITALS.fullmatch, words_of(town)))
        and sum(map(str.isalpha, town)) >= _FEWEST_LETTERS,
        is_known=bool(town) and (is_town(town) or any(is_region(region, language) for region in parts.regions)),
    )
    return found if _holds(found, parts, town) else None


def _town(text: str, parts: Parts) -> str:
    """The place without its regions."""
    if not parts.place:
        return ""
    place = text[slice(*parts.place)]
    return re.split(r"\s?[,،(\[]", place)[0].strip()


def _holds(found: Found, parts: Parts, town: str) -> bool:
    """Whether what was read is enough for a dateline that ends so."""
    is_sure = parts.agency or parts.date_raw or (found.is_capitals and found.is_known)
    is_bracketed = parts.has_unknown_brackets and not (is_sure and found.dateline.raw[0].isalpha())
    is_phrase = _ARTICLE.match(town) and not is_town(town)
    most = MOST_WORDS if found.is_vouched or found.is_known else _MOST_UNSURE_WORDS
    if not (parts.place or parts.agency) or is_bracketed or is_phrase or len(words_of(town)) > most:
        return False
    match found.end:
        case "dash":
            return found.is_capitals or found.is_known or found.is_vouched or parts.regions == ()
        case "colon":
            return True
        case "stop":
            is_town_alone = bool(town) and not parts.regions and not parts.date_raw and is_town(town)
            return is_town_alone or bool(parts.agency and (parts.place or parts.date_raw))
        case "bracket":
            return bool(parts.agency)
        case _:
            return bool(parts.place and (parts.agency or parts.date_raw or found.is_known))
