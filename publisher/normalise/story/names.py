"""What the names of people look like, and who is behind a byline: names, job titles, agencies."""

import re
from typing import NamedTuple

import regex

from publisher.normalise.datelines.dates import read_date_and_time
from publisher.normalise.words.agencies import agency_named
from publisher.normalise.words.deskwords import MAIL
from publisher.normalise.words.regions import is_region

LONGEST = 160
MOST_NAMES, MOST_WORDS = 8, 5

# Words in small letters that stand inside names.
PARTICLES = (
    "von van der den de del della di da das do dos du la le el al bin bint ibn ben ter ten af av zu zum zur und y e i "
    "st st. mc mac ould abu um ap verch"
)
# What joins the last of several names to the others.
ANDS = "and|und|et|y|e|i|og|och|ja|en|ve|és|și|a|и|і|та|й|және|мен|jáne|και|و|ו|和|及|與|と|και|và|dan|na|at"
# What people are at a paper or an agency: no names. By language; plural and compounds by the same stems.
TITLES = (
    r"(?:staff|senior|chief|special|guest|contributing|freelance|political|business|sports?|technology|science|"
    r"health|legal|education|"
    r"environment|foreign|national|world|city|news|bureau|associate|assistant|deputy|managing|data|crime|court|"
    r"royal|arts|food|travel|"
    r"economics?|financial|markets?|energy|climate|religion|diplomatic|defen[cs]e|investigative|multimedia|video|"
    r"photo|online|digital|web|"
    r"local|regional|state|our|own|the|and|for|to|at|of|in|a)|"
    r"writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|producers?|photographers?|"
    r"analysts?|desk|team|agency|agencies|"
    r"redakteur\w*|korrespondent\w*|reporter\w*|mitarbeiter\w*|redaktion|agenturen|volontär\w*|journaliste?s?|"
    r"correspondante?s?|rédact\w+|envoyée?|"
    r"spéciale?|reporters?|agences|notre|nos|corresponsal\w*|redacci[óo]n|redactor\w*|enviad[oa]|especial|agencias|"
    r"agencia|inviat[oa]|corrispondente|redazione|"
    r"giornalista|agenzie|redação|repórter|correspondente|enviado|redactie|verslaggever|correspondent|onze|van|"
    r"redaktør|redaktionen|journalist\w*|reportr?e?|"
    r"toimittaja\w*|редакци\w+|корреспондент\w*|кореспондент\w*|собкор\w*|журналист\w*|обозреватель|редактор\w*|"
    r"агентств\w*|соб\.|спец\w*|тілші\w*|"
    r"muhabir\w*|editör\w*|haber|merkezi|ajanslar|redaktor\w*|dziennikarz\w*|korespondent\w*"
)

_ORGANISATION = regex.compile(
    r"\b(?:[\p{L}-]*(?:tribune|times|post|news|herald|journal|gazette|chronicle|star|globe|press|mail|observer|"
    r"guardian|telegraph|express|register|sentinel|dispatch|"
    r"examiner|inquirer|enquirer|courier|wire|daily|weekly|magazine|media|agency|network|radio|television|tv|"
    r"institute|university|group|inc|ltd|gmbh|zeitung|anzeiger|rundschau|presse|allgemeine|"
    r"nachrichten|kurier|spiegel|agentur|journal|figaro|monde|diario|periódico|gazzetta|corriere|jornal|folha|"
    r"dagblad|avis|tidning|sanomat|gazeta|noviny|газета|новости|вести|известия|агентство|телеканал|радио))\b",
    regex.IGNORECASE,
)
_PARTICLES = frozenset(PARTICLES.split())
_WORD = regex.compile(
    r"(?:(?:[dDlLnN]|[oO]|Mc|Mac|al|el|ar|as|ash|"
    r"at)['’-]?)?[\p{Lu}\p{Lt}][\p{L}\p{M}]*+(?:['’.-][\p{L}\p{M}]++)*+\.?|\p{Lu}\.(?:-?\p{Lu}\.)*"
)
_CASELESS_WORD = regex.compile(r"[\p{Lo}\p{M}'’·・-]+")
_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}・·]{2,12}|\p{Hangul}{2,5}")
_TITLE = re.compile(rf"(?:{TITLES})", re.IGNORECASE)
_SEPARATOR = regex.compile(rf"\s*(?:[,;、،·&+|]|\s(?:{ANDS})\s)\s*", regex.IGNORECASE)
_IN_PLACE = regex.compile(r"\s(?:in|aus|à|en|da|i|w|v|в|у|from)\s[\p{Lu}].*")
_HANDLE = re.compile(r"\(?@\w+\)?|\bTwitter\b.*|https?://\S+")
_TAIL = re.compile(r"[\s=<|:,;/–—-]+\Z")
_JOINT = re.compile(r"(?<=\w)\s*[|/]\s*|\s+[–—-]\s+")
# Marie Sample avec AFP
_WITH = frozenset(["with", "avec", "mit", "con", "com", "met", "med", "с", "z", "cu", "ile"])
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*\Z")
_FOR = regex.compile(r"\s(?:for|für|pour|para|per|voor|для)\s+(?:the\s+|die\s+|den\s+|la\s+|El\s+)?[\p{Lu}].*")


class Signed(NamedTuple):
    """Who signs: *names*, the *agency* they work for, the *date* beside it; *generic* where nobody is named."""

    names: tuple[str, ...]
    agency: str | None = None
    date: str | None = None
    generic: str | None = None


def is_name(text: str) -> bool:
    """Whether *text* has the shape of one person's full name."""
    words = text.split()
    if _EAST_ASIAN.fullmatch(text):
        return True
    if not 1 <= len(words) <= MOST_WORDS:
        return False
    if all(map(_CASELESS_WORD.fullmatch, words)):
        return 2 <= len(words) <= 4
    return (
        bool(_WORD.fullmatch(words[0]) or words[0].lower() in _PARTICLES)
        and bool(_WORD.fullmatch(words[-1]))
        and all(_WORD.fullmatch(word) or word.lower() in _PARTICLES for word in words)
    )


def read_names(text: str) -> Signed | None:
    """Who *text* names, if it names nobody but people, what they are, and whom they work for."""
    if len(text) > LONGEST:
        return None
    bare, date = _without_date(_HANDLE.sub("", MAIL.sub("", text)))
    bare, agency = _without_agency(_TAIL.sub("", bare).strip())
    names: list[str] = []
    titles: list[str] = []
    for part in filter(None, (_FOR.sub("", _IN_PLACE.sub("", part)).strip(" =*_<>") for part in _parts(bare))):
        if found := agency_named(part):
            agency = agency or found
        elif is_title(part):
            titles.append(part)
            agency = agency or next(filter(None, map(agency_named, part.split())), None)
        elif names and (is_region(part) or is_organisation(part)):
            continue
        elif is_name(part) and len(names) < MOST_NAMES:
            names.append(part)
        else:
            return None
    if names or titles or agency:
        return Signed(tuple(names), agency, date, None if names else " ".join(titles) or None)
    return None


def is_title(text: str) -> bool:
    """Whether *text* says what somebody is and not who: “AP Sports Writer”, “Our Correspondent”."""
    words = text.split()
    kinds = [bool(_TITLE.fullmatch(word.strip(".,")) or agency_named(word)) for word in words]
    return bool(words) and all(kinds) and any(_TITLE.fullmatch(word.strip(".,")) for word in words)


def is_organisation(text: str) -> bool:
    """Whether *text* is the name of a paper or another body, and of nobody: “The San Diego Union-Tribune”."""
    is_initials = text.isupper() and text.isalpha() and len(text) <= 5
    return is_initials or text.startswith("The ") or bool(_ORGANISATION.search(text))


def _parts(text: str) -> list[str]:
    """*text* at its commas, strokes and “and”s."""
    return [part for joint in _JOINT.split(text) for part in _SEPARATOR.split(joint)]


def _without_date(text: str) -> tuple[str, str | None]:
    """*text* without a date at its end, and that date in ISO 8601."""
    words = text.split(" ")
    for start in range(1, len(words)):
        tail = " ".join(words[start:])
        if any(map(str.isdecimal, tail[:3])) or len(words) - start <= 3:
            date = read_date_and_time(tail)
            if date and date.iso:
                return " ".join(words[:start]).rstrip(" ,|/–—-"), date.iso
    return text, None


def _without_agency(text: str) -> tuple[str, str | None]:
    """*text* without an agency's name at its end, in brackets or not, even where no blank parts it from a word."""
    if agency := agency_named(text.removeprefix("The ")):
        return "", agency
    if (bracketed := _BRACKETED.search(text)) and (agency := agency_named(bracketed[1])):
        return text[: bracketed.start()].rstrip(" ,"), agency
    words = text.split(" ")
    for start in range(1, len(words)):
        if agency := agency_named(" ".join(words[start:])):
            before = words[: start - 1] if start > 1 and words[start - 1].lower() in _WITH else words[:start]
            return " ".join(before).rstrip(" ,/"), agency
    # Staff ReporterBusinessDesk
    for at in range(len(text) - 3, 1, -1):
        if text[at].isupper() and text[at - 1].islower() and len(text) - at > 3 and (agency := agency_named(text[at:])):
            return text[:at], agency
    return text, None
