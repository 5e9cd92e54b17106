"""Who tells a story, as a dateline names them: agencies, known ones or not, and reporters beside them."""

import re
from typing import NamedTuple

import regex

from publisher.normalise.story.names import is_name, read_names
from publisher.normalise.words.agencies import agency_named
from publisher.normalise.words.gazetteer import is_town
from publisher.normalise.words.regions import is_region

#: The words of an agency's name, and of a reporter's, at most.
MOST_AGENCY_WORDS, FEWEST_NAMES, MOST_NAMES = 5, 2, 3

_CORRESPONDENT = re.compile(
    r"(?i)(?:корр?\.?|корреспонденты?|собкор|corr?\.?|(?:own )?correspondents?|from|by|von|источник|kor\.)\s+"
)
_BESIDE = re.compile(r"\s*(?:[,;/|+&-]|\band\b|\bund\b|\bvia\b|\bfor\b)\s*")
# Agencies call themselves so.
_KIND = regex.compile(
    r"\b(?:news\p{L}*|wires?|press(?:e|es)?|agency|agence|agencia|agência|agenzia|agentur|nachrichtenagentur|agentschap|"
    r"agencja|agentura|agencija|agenția|ajansı|haber|prensa|stampa|imprensa|media|service|bureau|"
    r"агентств\p{L}*|информ\p{L}*|новости|агенттігі|ақпарат)\b",
    regex.IGNORECASE,
)
_INITIALS = regex.compile(r"\p{Lu}{2,6}(?:[-/]\p{L}{2,5})?")
_CAPITALISED = regex.compile(r"[\p{Lu}\p{Lt}][\p{L}\p{N}.'’-]*+|of|and|for|de|du|des|la|der|für|e|y|d['’]\p{L}+")


class Tellers(NamedTuple):
    """The *agency* that tells, and the *names* of its reporters."""

    agency: str | None
    names: tuple[str, ...] = ()


def named_in(text: str) -> str | None:
    """The agency that *text* names, alone or beside others: AFP · Корр. БЕЛТА · Reuters, AP."""
    for words in (text, _CORRESPONDENT.sub("", text, count=1)):
        if agency := agency_named(words):
            return agency
    named = [agency_named(part) for part in _BESIDE.split(text)]
    return next((name for name in named if name), None) if len(named) > 1 and named[0] else None


def read_tellers(text: str) -> Tellers | None:
    """The agency that *text* names, with its reporters: Корр. ТАСС Анна Иванова · Ольга Иванова - БЕЛТА."""
    if agency := named_in(text):
        return Tellers(agency)
    words = _CORRESPONDENT.sub("", text, count=1).split(" ")
    for count in range(min(MOST_AGENCY_WORDS, len(words) - 1), 0, -1):
        if agency := agency_named(" ".join(words[:count])):
            signed = read_names(_CORRESPONDENT.sub("", " ".join(words[count:]), count=1))
            return Tellers(agency, signed.names) if signed and signed.names else None
    *before, last = _BESIDE.split(text)
    agency = agency_named(last)
    return Tellers(agency, tuple(before)) if agency and before and all(map(is_reporter, before)) else None


def is_reporter(text: str) -> bool:
    """Whether *text* is the full name of a person, and of no place."""
    return FEWEST_NAMES <= len(text.split()) <= MOST_NAMES and is_name(text) and not (is_region(text) or is_town(text))


def is_agency_by_kind(text: str) -> bool:
    """Whether *text* says of itself that it is an agency or another medium: Riverton News Service."""
    words = text.split()
    return bool(_KIND.search(text)) and len(words) <= MOST_AGENCY_WORDS and all(map(_CAPITALISED.fullmatch, words))


def is_initials(text: str, town: str) -> bool:
    """Whether *text* is an agency's initials, as far as its shape tells, and not those of *town*."""
    own = "".join(word[:1] for word in town.split())
    return bool(_INITIALS.fullmatch(text)) and text.casefold() != own.casefold()
