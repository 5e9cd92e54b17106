"""Whole words that could be of either of two scripts: they are pointed out, never changed."""

import re
from collections.abc import Iterator
from itertools import islice

from publisher.normalise.text.places import Places
from publisher.normalise.text.scripts import SCRIPTS, TWINS, Script
from publisher.report import Report

# Words and abbreviations made of look-alike letters only, in the script they belong to. Single letters are too
# common to point at.
KNOWN_WORDS: dict[Script, str] = {
    "Latin": "to To TO be at as is it no on so he me my by BBC ABC CBS CIA COP OPEC TASS IT PC MIT HSBC CT MP CEO COO "
    "CTO OSCE IMO ICAO APEC HIV BMC NATO NASA ESA",
    "Cyrillic": "не на та то те он мы как кто СССР ТАСС МТС ВТО МОК СОТ ВВС АО ООО НАТО",
    "Greek": "το τα Το Τα ΤΟ ΤΑ ΚΑΙ ΝΑΤΟ",
}


def _spelt_in(script: Script, word: str) -> str | None:
    """*word* in the look-alike letters of *script*, None if it hasn't all of them."""
    letters = [TWINS[script].get(letter) for letter in word]
    return None if None in letters else "".join(letter for letter in letters if letter)


_KNOWN = {script: frozenset(words.split()) for script, words in KNOWN_WORDS.items()}
# Latin abbreviations stand in Cyrillic and Greek copy by right; the little words don't, nor any the other way round.
# (a word in the wrong script's letters, that script, the one it is known in)
_MISTAKEN: tuple[tuple[str, Script, Script], ...] = tuple(
    (spelt, script, other)
    for script in SCRIPTS
    for other in SCRIPTS
    if other != script
    for word in sorted(_KNOWN[other])
    if (spelt := _spelt_in(script, word)) and not (script == "Latin" and len(spelt) > 2 and spelt in _KNOWN[script])
)
_NEIGHBOURHOOD = 60
# More than these are no slips but another text; and looking at their neighbours takes time.
_MOST, _MOST_LOOKED_AT = 20, 2000
_ALPHABETS = {
    "Latin": re.compile("[A-Za-z\u00c0-\u024f]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}
_LAST_WORD, _FIRST_WORD = re.compile(r"\w+(?=\W*\Z)"), re.compile(r"\w+")


def point_out_lookalikes(text: str, places: Places, report: Report) -> None:
    """Reports words in the letters of one script that are known words of the other, amid words of that other."""
    if text.isascii():
        return
    found = (place for mistaken in _MISTAKEN for place in _find(text, *mistaken))
    for start, script, other in islice(found, _MOST):
        message = (
            f"a word is in {script} letters amid {other} ones, and would be one in those, too; nothing was changed"
        )
        hint = "look at the word; if it is wrong, type it anew in the source"
        report.add("character.look-alike", message, places.where(start), hint)


def _find(text: str, word: str, script: Script, other: Script) -> Iterator[tuple[int, Script, Script]]:
    """(offset, its script, the script around it) for every *word* of *script* that stands amid words of *other*."""
    if word not in text:
        return
    for match in islice(re.finditer(rf"(?<!\w){word}(?=\d*(?!\w))", text), _MOST_LOOKED_AT):
        start, end = match.span()
        before, after = text[max(0, start - _NEIGHBOURHOOD) : start], text[end : end + _NEIGHBOURHOOD]
        nearest = (near[0] for near in (_LAST_WORD.search(before), _FIRST_WORD.search(after)) if near)
        if _is_in(other, script, before + after) or all(_is_in(other, script, near) for near in nearest):
            yield start, script, other


def _is_in(script: Script, other: Script, text: str) -> bool:
    """Whether *text* has letters of *script*, and three times as many as of *other*."""
    letters = len(_ALPHABETS[script].findall(text))
    return letters > 3 * len(_ALPHABETS[other].findall(text))
