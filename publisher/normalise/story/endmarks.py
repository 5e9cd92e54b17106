"""Marks that end a story: ENDS, ###, -30-, （完）, “Reuter”, (cm-kjd), /ritzau/, ___."""

import re

import regex

from publisher.normalise.words.agencies import agency_named

# “End”, by language.
ENDS = (
    "ends?|enditem|endit|end item|xxx end of story|lusa/fim|efe/fin|fim/lusa|end of (?:story|text|release|item|"
    "message|transmission|article)|the end|ende|schluss|"
    "fin|fin (?:de )?(?:la )?(?:nota|texte|communiqué|dépêche)|final|fine|fim|einde|slut|slutt|loppu|"
    "koniec|konec|kraj|svršetak|sfârșit|sfirsit|vége|son|bitti|конец|конец сообщения|кінець|край|крај|соңы|sońy|"
    "τέλος|النهاية|انتهى|نهاية|پایان|סוף|完|全文完|终|終|結束|结束|了|以上|끝|จบ|hết|selesai|tamat|mwisho"
)
_ENDS = regex.compile(rf"[\s\W_]*(?P<word>{ENDS})[\s\W_]*", regex.IGNORECASE)
# ### · # # # · -30- · –0– · xxx · nnnn · -oOo- · /// · ***
_SIGNS = re.compile(
    r"\W{0,3}(?:#\s?){1,6}\W{0,3}|[(–—-]\s?(?:30|0|oo+|oOo|ooo)\s?[)–—-]|(?i:x{3,}|n{2,4}|\(?xxx\)?|-?oOo-?)|/{2,6}|"
    r"[•●■◆∎]{1,3}|={3,}|~{3,}|⁂",
)
_THIRTY = re.compile(r"[–—(-]\s?(?:30|0)\s?[–—)-]|\W{0,3}(?:#\s?){3,6}\W{0,3}")
_LINE = re.compile(r"(?:_\s?){2,}|(?:\*\s?){3,7}|(?:[–—-]\s?){3,}|(?:\.\s?){4,}|(?:\+\s?){3,}")
# (ad/jai) · (cm-kjd) · abc/def/gh · bur-abc/def · dpa al rmo
_INITIALS = re.compile(
    r"\(?(?:[a-z]{2,4}/?(?:[/-] ?[a-z]{2,5}){1,4}/?|[a-z]{1,4}\.[a-z]{1,4}|[a-z]{2,3}/[a-z]{1,3})\)?|\([a-z]{2,3}\)|"
    r"(?:dpa|afp|apa|sda|ots)(?: [a-z]{2,4}){1,6}|/?[a-z]{2,3}(?:/[a-z]{2,3}){1,3}|[A-Z]{2,4} ?//? ?[A-Z]{2,4}|"
    r"[a-z]{2,3} ?\\ ?[a-z]{2,3}|\(?[A-Z]{2,3}/[A-Z]{2,3}\)?(?:/[A-Z]{2,3})*"
)
_CAPITAL_INITIALS = re.compile(r"[A-Z]{2,4}(?:[ /][A-Z]{2,4}){0,4}")
_AGENCY = re.compile(r"[\s(\[/=–—-]*(?:©|\(c\))?\s?(?P<name>[^()\[\]/©]{2,40}?)[\s)\]/.=–—-]*")
#: A longer line is no end mark.
LONGEST = 44
_LAST_WORDS = regex.compile(
    r"(?P<mark>(?<=\.)/\.?|(?:(?<=[.!?”\"'’»)）。])|(?<=[.!?][”\"'’»)]))\s*(?:[–—-]{1,2}\s?[\p{L}][\p{L}\p{M} "
    r".&/-]{1,24}|[(（/\[][^()（）/\[\]]{1,24}[)）/\]]|[\p{L}][\p{L}\p{M}/-]{1,14}(?:\s[A-Z]{2,4}){0,4}|#\s?#\s?#|"
    r"[–—-]\s?30\s?[–—-]))[\s.]*\Z"
)
_BRACKETED_END = regex.compile(rf"[(（\[–—-]\s?(?:{ENDS})\s?[)）\]–—-]", regex.IGNORECASE)
# (END) Dow Jones Newswires
_ENDED_BY_AGENCY = regex.compile(rf"[(\[]\s?(?:{ENDS})\s?[)\]]\s+(?P<name>\S.{{1,40}})", regex.IGNORECASE)
_TAIL = 60


def is_line(text: str) -> bool:
    """Whether *text* is a line of signs, which ends a story or parts passages of it."""
    return len(text) <= 200 and bool(_LINE.fullmatch(text.strip()))


def is_end_mark(text: str) -> bool:
    """Whether *text* is nothing but a mark that ends a story, a sign-off or desk initials."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return False
    if _ENDED_BY_AGENCY.fullmatch(text):
        return bool(agency_named(_ENDED_BY_AGENCY.sub(r"\g<name>", text)))
    if match := _ENDS.fullmatch(text):
        return len(match["word"]) > 2 or not match["word"].isascii()
    return bool(_SIGNS.fullmatch(text) or _INITIALS.fullmatch(text) or signing_agency(text) or _is_signed_by_desk(text))


def _is_signed_by_desk(text: str) -> bool:
    """“AAP jd/ab”, “PTI ABC XYZ”: an agency, and the initials of its desk."""
    first, _, rest = text.strip(" ()[]–—-").partition(" ")
    return bool(rest and agency_named(first) and (_INITIALS.fullmatch(rest) or _CAPITAL_INITIALS.fullmatch(rest)))


def signing_agency(text: str) -> str | None:
    """The agency that *text*, a sign-off, is the name of: Reuter, /ritzau/, (BusinessDesk), – Bernama."""
    match = _AGENCY.fullmatch(text.strip())
    return agency_named(match["name"]) if match else None


def trailing_mark(text: str) -> str | None:
    """The end mark behind the last sentence of *text*, in the same line: “… into the US. PTI”, “… he said. (END)”."""
    match = _LAST_WORDS.search(text, max(0, len(text) - _TAIL))
    if match is None or not match.start("mark"):
        return None
    mark = match["mark"].strip()
    if mark.startswith("/") and len(mark) <= 2:
        return mark
    bare = mark.strip(" ()[]/（）–—-")
    if (
        _BRACKETED_END.fullmatch(mark)
        or _THIRTY.fullmatch(mark)
        or ((mark.isupper() or mark == "Enditem") and _ENDS.fullmatch(mark) and len(bare) > 2)
    ):
        return mark
    if _INITIALS.fullmatch(mark) and mark.startswith("("):
        return mark
    first = bare.split()[0] if bare.split() else ""
    if agency_named(bare) or (agency_named(first) and first.isupper() and bare.isupper()):
        return mark
    return None
