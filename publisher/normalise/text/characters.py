"""The characters of the copy: controls and invisible ones out, leftovers of cp1252 mapped, letters composed."""

import re
import unicodedata
from collections import defaultdict

import regex

from publisher.normalise.rules import ALL, Rules
from publisher.normalise.text.lookalikes import point_out_lookalikes
from publisher.normalise.text.places import Places
from publisher.normalise.text.scripts import describe, repair_scripts
from publisher.report import Report


def _in_cp1252(code: int) -> str:
    return bytes([code]).decode("cp1252", "ignore")


# C1 controls are what is left of cp1252's quotes and dashes where it was taken for Latin-1.
LEFTOVERS = {chr(code): _in_cp1252(code) for code in range(0x80, 0xA0) if _in_cp1252(code)}
# A vertical tab parts words, as Word's line break does; every other control goes without a trace.
REPLACED = {**LEFTOVERS, "\x0b": " "}

# What XML 1.0 forbids (production 2) or advises against (2.2): C0 and C1, surrogates, noncharacters.
_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_CONTROLS = f"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}"
# Soft hyphen, ZWSP, ZWNJ, ZWJ, bidi overrides, WJ and its kin, retired format characters, BOM, tags.
# Direction marks and isolates stay: Arabic and Hebrew copy needs them.
_INVISIBLES = "\u00ad\u200b-\u200d\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
# The look ahead leaves plain letters at once, which are most of all copy.
_SUSPECT = re.compile(rf"(?=[^\t\n\f -~])(?:{_FLAG}|[{_CONTROLS}{_INVISIBLES}])")
_IS_CONTROL = re.compile(f"[{_CONTROLS}]")

# Scripts whose letters change shape with what they join, and those that mark word ends with ZWSP.
_JOINING = regex.compile(
    r"[[\p{Arab}\p{Syrc}\p{Mong}\p{Nkoo}\p{Adlm}\p{Rohg}\p{Mand}\p{Deva}\p{Beng}\p{Guru}\p{Gujr}\p{Orya}"
    r"\p{Taml}\p{Telu}\p{Knda}\p{Mlym}\p{Sinh}\p{Khmr}\p{Mymr}\p{Tibt}]&&[\p{L}\p{M}]]",
    regex.V1,
)
_UNSPACED = regex.compile(r"[\p{Khmr}\p{Laoo}\p{Mymr}]")
_EMOJI = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]")
_MOST_PLACES = 10

# No letter of any language carries that many marks, and composing takes time by their square.
_TOO_MANY_MARKS = regex.compile(r"(\p{M}{64,}+)")


def clean_characters(text: str, file: str, report: Report, rules: Rules = ALL) -> str:
    """*text* as print can take it: every change is reported with its line and column in *file*."""
    places, text = take_out(text, file, report)
    if rules.has("scripts"):
        text = repair_scripts(text, places, report)
        point_out_lookalikes(text, places, report)
    return compose(text, places, report) if rules.has("composition") else text


def take_out(text: str, file: str, report: Report) -> tuple[Places, str]:
    """The text without controls and stray invisible characters, and the way back to places in *text*."""
    found: dict[str, list[int]] = defaultdict(list)
    cuts: list[tuple[int, int]] = []

    def keep(match: re.Match[str]) -> str:
        char, at = match[0], match.start()
        if _belongs(char, text[at - 1 : at], text[at + 1 : at + 2]):
            return char
        found[char].append(at)
        replacement = REPLACED.get(char, "")
        if not replacement:
            cuts.append((at - len(cuts), 1))
        return replacement

    cleaned = _SUSPECT.sub(keep, text)
    source = Places(file, text)
    for char, offsets in found.items():
        _report_taken_out(char, offsets, source, report)
    return Places(file, text, cuts), cleaned


def _belongs(char: str, before: str, after: str) -> bool:
    """Whether an invisible character has a purpose between its neighbours."""
    match char:
        case "\u200b":
            return bool(_UNSPACED.match(before) and _UNSPACED.match(after))
        case "\u200c":
            return bool(_JOINING.match(before) or _JOINING.match(after))
        case "\u200d":
            is_emoji = _EMOJI.match(before) and _EMOJI.match(after)
            return bool(is_emoji or _JOINING.match(before) or _JOINING.match(after))
        case _:
            return len(char) > 1


def _report_taken_out(char: str, offsets: list[int], source: Places, report: Report) -> None:
    after = REPLACED.get(char, "")
    wheres = [source.where(offset) for offset in offsets[:_MOST_PLACES]]
    # Without a file, the text is no copy that anyone could look at by lines.
    listed = f" at {', '.join(f'{where.line}:{where.column}' for where in wheres)}" if source.file else ""
    more = f" and {len(offsets) - _MOST_PLACES} more" if len(offsets) > _MOST_PLACES else ""
    done = f"became {describe(after)}" if after else "was taken out"
    code = "character.control" if _IS_CONTROL.match(char) else "character.invisible"
    report.add(code, f"{describe(char)} {done}{listed}{more}", wheres[0], before=char, after=after)


def compose(text: str, places: Places, report: Report) -> str:
    """*text* in NFC; one finding counts the words that changed (two kinds of blank change, too, uncounted)."""
    parts = _TOO_MANY_MARKS.split(text)
    composed = "".join(
        part if at % 2 or unicodedata.is_normalized("NFC", part) else unicodedata.normalize("NFC", part)
        for at, part in enumerate(parts)
    )
    if composed == text:
        return text
    changed = [
        (old, new) for old, new in zip(regex.finditer(r"\S+", text), composed.split(), strict=False) if old[0] != new
    ]
    if not changed:
        return composed
    first, after = changed[0]
    message = f"letters in parts or in a double form were composed into NFC (words: {len(changed)}, the first here)"
    report.add("character.normalised", message, places.where(first.start()), before=first[0], after=after)
    return composed
