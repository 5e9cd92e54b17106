"""Words that mix look-alike letters of two scripts, and their repair."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Literal

import regex

from publisher.normalise.text.places import Places
from publisher.report import Report

Script = Literal["Latin", "Cyrillic", "Greek"]
SCRIPTS: tuple[Script, ...] = ("Latin", "Cyrillic", "Greek")

# Letters that look alike in the same case; a blank where a script has none. Unicode's own confusables
# (UTS #39) are no means of repair: they make chairwornan of chairwoman, and a small l of every I.
LOOK_ALIKES: dict[Script, str] = {
    "Latin": "aceijopsxyhABCEHIJKMNOPSTXYZ",
    "Cyrillic": "асеіјорѕхуһАВСЕНІЈКМ ОРЅТХУ ",
    "Greek": "      ο    ΑΒ ΕΗΙ ΚΜΝΟΡ ΤΧΥΖ",
}
TWINS: dict[Script, dict[str, str]] = {
    script: {
        letter: twin
        for other in SCRIPTS
        for letter, twin in zip(LOOK_ALIKES[other], LOOK_ALIKES[script], strict=True)
        if other != script and " " not in (letter, twin)
    }
    for script in SCRIPTS
}
FINAL_SIGMA = {"c": "ς", "с": "ς"}

_LETTERS = {script: regex.compile(rf"[\p{{Script={script}}}&&\p{{L}}]", regex.V1) for script in SCRIPTS}
# A word ends where a script without capitals begins: DNA与β is two words.
_IN_WORD = r"[[\p{Latin}\p{Cyrillic}\p{Greek}\p{Common}\p{Inherited}]&&[\p{L}\p{M}]]"
_REST_OF_WORD = regex.compile(rf"{_IN_WORD}*+", regex.V1)
_WORD_BACKWARDS = regex.compile(rf"(?r){_IN_WORD}*+", regex.V1)

# To find such words quickly: blocks that hold the three scripts, and what may stand between their letters.
_LATIN = (
    "A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f"
    "\ua720-\ua7ff\uab30-\uab6f\uff21-\uff3a\uff41-\uff5a"
)
_CYRILLIC = "\u0400-\u0482\u048a-\u052f\u1c80-\u1c8f\ua640-\ua69f"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_BETWEEN = "\u02b0-\u036f\u0483-\u0489"
_OTHER = re.compile(f"[{_CYRILLIC}{_GREEK}]")
_MEETING = re.compile(
    f"(?<=[{_LATIN}{_BETWEEN}])[{_CYRILLIC}{_GREEK}]|(?<=[{_CYRILLIC}{_GREEK}{_BETWEEN}])[{_LATIN}]"
    f"|(?<=[{_CYRILLIC}])[{_GREEK}]|(?<=[{_GREEK}])[{_CYRILLIC}]"
)
_NEIGHBOURHOOD = 60
# A longer run of letters is no word, but noise.
_LONGEST_WORD = 100


def describe(char: str) -> str:
    """``U+0441 CYRILLIC SMALL LETTER ES``."""
    unnamed = "(control)" if unicodedata.category(char) == "Cc" else "(unnamed)"
    return f"U+{ord(char):04X} {unicodedata.name(char, unnamed)}"


def repair_scripts(text: str, places: Places, report: Report) -> str:
    """*text* with every mixed word in one script, where a letter for letter repair is certain."""
    if not _OTHER.search(text):
        return text
    parts, end = [], 0
    while meeting := _MEETING.search(text, end):
        done, (start, end) = end, _extent(text, end, meeting.start())
        # What stands in the blocks of a script and is no letter makes no word; the search goes on behind it.
        end = max(end, meeting.end())
        parts.append(text[done:start])
        around = text[max(0, start - _NEIGHBOURHOOD) : start] + text[end : end + _NEIGHBOURHOOD]
        parts.append(_repair(text[start:end], around, start, places, report))
    return "".join([*parts, text[end:]])


def _extent(text: str, low: int, at: int) -> tuple[int, int]:
    """Where the word around *at* starts, not before *low*, and ends."""
    before, after = _WORD_BACKWARDS.match(text, low, at), _REST_OF_WORD.match(text, at)
    return before.start() if before else at, after.end() if after else at


def _repair(found: str, around: str, offset: int, places: Places, report: Report) -> str:
    """What is to stand for the word *found*; reports what was done, or what could not be."""
    if len(found) > _LONGEST_WORD:
        return found
    word = unicodedata.normalize("NFC", found)
    counts = count_scripts(word)
    if len(counts) < 2:
        return found
    scripts = " and ".join(script for script in SCRIPTS if counts[script])
    repaired = unmix(word, around)
    if repaired is None:
        message = f"a word mixes {scripts} letters, and no repair is certain; nothing was changed"
        hint = "look at the word; if it is wrong, type it anew in the source"
        report.add("character.mixed-script-unclear", message, places.where(offset), hint)
        return found
    pairs = [pair for pair in zip(word, repaired, strict=True) if pair[0] != pair[1]]
    changes = dict.fromkeys(f"{describe(old)} → {describe(new)}" for old, new in pairs)
    message = f"a word mixed {scripts} letters: {', '.join(changes)}"
    report.add("character.mixed-script", message, places.where(offset), before=found, after=repaired)
    return repaired


def unmix(word: str, around: str) -> str | None:
    """*word* in its majority's script, or the neighbours' on a tie; None unless every other letter has a twin."""
    script = _target(word, around)
    if script is None or _is_inflected(word, script, around):
        return None
    letters = [_twin(letter, script, at == len(word) - 1) for at, letter in enumerate(word)]
    return None if None in letters else "".join(letter for letter in letters if letter)


def _twin(letter: str, script: Script, is_final: bool) -> str | None:
    """The letter of *script* that looks like *letter*, itself if it is of that script, or None."""
    if script_of(letter) in (script, None):
        return letter
    if script == "Greek" and is_final and letter in FINAL_SIGMA:
        return FINAL_SIGMA[letter]
    return TWINS[script].get(letter)


def _target(word: str, around: str) -> Script | None:
    """The script of most letters of *word*, on a tie the one of its neighbours."""
    counts = count_scripts(word)
    most = max(counts.values())
    tied = [script for script in counts if counts[script] == most]
    if len(tied) == 1:
        return tied[0]
    nearby = count_scripts(around)
    best = max(tied, key=lambda script: nearby[script])
    return best if sum(nearby[script] == nearby[best] for script in tied) == 1 else None


def _is_inflected(word: str, script: Script, around: str) -> bool:
    """Whether *word* is a Latin name with a Cyrillic ending in Cyrillic copy (iPhoneа): no slip, nothing to repair."""
    scripts = [found for letter in word if (found := script_of(letter))]
    first_other = next(at for at, found in enumerate(scripts) if found != script)
    nearby = count_scripts(around)
    is_ending = first_other > 1 and script not in scripts[first_other:]
    return is_ending and script == "Latin" and nearby["Cyrillic"] > nearby["Latin"]


def count_scripts(text: str) -> Counter[Script]:
    """The number of letters of each of the three scripts."""
    return Counter(script for letter in text if (script := script_of(letter)))


@lru_cache(maxsize=4096)
def script_of(letter: str) -> Script | None:
    """Latin, Cyrillic or Greek; None for marks and all else."""
    return next((script for script in SCRIPTS if _LETTERS[script].match(letter)), None)
