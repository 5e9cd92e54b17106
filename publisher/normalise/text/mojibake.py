"""Text that was once read in the wrong encoding: worldâ€™s, Ìîñêâà, вПМЕЕ."""

import re
from collections.abc import Iterator
from itertools import takewhile

import regex

from publisher.normalise.text.encoding import REPLACEMENT
from publisher.normalise.text.places import Places
from publisher.report import Report

# Encodings that text was read in, and those its bytes may really have been in; the likelier stand first.
MIX_UPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cp1252", ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "kz1048", "cp1253", "cp1255", "cp1256")),
    ("cp1251", ("koi8-r", "koi8-u", "cp866", "iso8859-5", "kz1048")),
    ("koi8-r", ("utf-8", "cp1251", "cp866")),
    ("cp866", ("utf-8", "cp1251", "koi8-r")),
)
# Words of two letters and more that hold sentences together; in real copy one word in five to eight is among them.
COMMON_WORDS: dict[str, str] = {
    "ru": "не на что со по как из за от до для это об его ее их но был была было были есть также тоже года году лет "
    "после при или чтобы через перед который которая которые где когда уже если только более время он она они мы",
    "uk": "не на що зі із по як до за від для це про та але був була було були також року роки після при або щоб "
    "через перед який яка які де коли вже якщо тільки більше час він вона вони ми його її їх",
    "bg": "не на че със по как из за от до това но беше са се също след при или през пред който която които където "
    "кога вече ако само повече време той тя те ние ще да му си",
    "sr": "не на да са по као из за од до је су се али била биле такође године након при или пред који која које где "
    "када већ ако само више време он она они ми",
    "kk": "және мен бен пен да де та те үшін деп бұл ол осы сол туралы бойынша бар жоқ болып болды еді керек кейін "
    "дейін ғана екен жылы жылғы бір екі өз оның біз олар қазір арқылы",
    "el": "και το του της την τον στο στη στην τα τη οι για με απο από που να σε δεν είναι θα ένα μια αυτό ως τους τις",
    "he": "של את על לא הוא היא זה עם כי גם אל מן בין אחרי יותר כל או אבל היה זו הם רק כדי",
    "ar": "في من على إلى عن أن التي الذي هذا هذه مع بعد كان قال ما لا بين كما قد حتى خلال",
}
# A share of common words that no wrong reading reaches, and how much better a right one must be.
FEWEST_COMMON, BETTER = 0.05, 4
# Copy shorter than this many letters is no ground to judge on.
FEWEST_LETTERS = 20
_SAMPLE = 1 << 16

_MARKS = ".,:;!?()[]-–—«»“”„\"'"
_LETTER = regex.compile(r"\p{L}")
# What Cyrillic, Greek or Hebrew bytes look like in Latin-1: no language has more of these than plain letters.
_UPPER_LATIN1 = re.compile("[\u00c0-\u00ff]")
# What KOI8 looks like in cp1251 and the other way round (уПЧЕФ), what cp866 and ISO 8859-5 do, and UTF-8 in KOI8.
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UPPER_CYRILLIC = re.compile("[А-Я]")
_CAPITAL_INSIDE = re.compile("[а-я][А-Я]")
_SYMBOLS = re.compile("[ЂЃѓ†‡€‰Љ‹ЊЌЋЏђ™љ›њќћџЎўЈҐ¦§Ё©Є«¬®Ї°±Ііґµ¶·ё№є»јЅѕї\u2500-\u259f]")
# Kazakh in kz1048 read as cp1251 has letters that no language but a mistaken one puts together.
_FOREIGN_CYRILLIC = re.compile("[ќѕїґјўЈ]")
_FEWEST_FOREIGN = 3
# Scripts that a repair never brings by chance.
_WRITTEN = regex.compile(
    r"[\p{Common}\p{Inherited}\p{Latin}\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Arabic}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Armenian}\p{Georgian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}"
    r"\p{Gujarati}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Ethiopic}\p{Mongolian}\p{Tibetan}]*+"
)
_MOST_FINDINGS = 50
_C1 = frozenset(map(chr, range(0x80, 0xA0)))
_NOT_BLANK = re.compile(r"\S*")


def repair_mojibake(text: str, file: str, report: Report) -> str:
    """*text* as it was written, where it was decoded wrongly before it came; line ends stay where they are."""
    if text.isascii():
        return text
    repaired = _without_broken_utf8(_without_mix_up(text))
    if repaired != text:
        _report_repairs(text, repaired, file, report)
    return repaired


def _without_broken_utf8(text: str) -> str:
    """*text* with UTF-8 restored that was read as a one-byte encoding; whole, so that what one line tells helps all."""
    from ftfy import TextFixerConfig, fix_encoding

    # Everything else that ftfy could do (quotes, ligatures, width, controls) is decided elsewhere, or never.
    safe = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        fix_c1_controls=False,
        normalization=None,
    )
    repaired = fix_encoding(text, config=safe)
    return repaired if _WRITTEN.fullmatch(repaired) or not _WRITTEN.fullmatch(text) else text


def _without_mix_up(text: str) -> str:
    """*text* in the encoding that makes words of it, where it reads as letters only; line by line."""
    lines = text.split("\n")
    odd = [number for number, line in enumerate(lines) if _is_odd(line)]
    sample = "\n".join(takewhile(bool, _sample([lines[number] for number in odd])))
    codecs = find_mix_up(sample) if odd else None
    if codecs is None:
        return text
    for number in odd:
        lines[number] = _read_again(lines[number], *codecs) or lines[number]
    return "\n".join(lines)


def _sample(lines: list[str]) -> Iterator[str]:
    size = 0
    for line in lines:
        size += len(line)
        yield line[:_SAMPLE] if size < 2 * _SAMPLE else ""


def _is_odd(line: str) -> bool:
    """Whether most letters of *line* are such as a wrong reading gives."""
    if line.isascii():
        return False
    sample = line[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if len(_UPPER_LATIN1.findall(sample)) * 2 > letters:
        return True
    if len(_CYRILLIC.findall(sample)) * 2 < letters:
        return len(_SYMBOLS.findall(sample)) > letters
    return (
        len(_UPPER_CYRILLIC.findall(sample)) * 2 > letters
        or len(_CAPITAL_INSIDE.findall(sample)) * 20 > letters
        or len(_SYMBOLS.findall(sample)) * 6 > letters
        or len(set(_FOREIGN_CYRILLIC.findall(sample))) >= _FEWEST_FOREIGN
    )


def find_mix_up(sample: str) -> tuple[str, str] | None:
    """(the codec *sample* was read in, the one it is in), if reading it again makes common words of it."""
    if len(_LETTER.findall(sample)) < FEWEST_LETTERS:
        return None
    readings = {
        (read, real): again
        for read, reals in MIX_UPS
        for real in reals
        if (again := _read_again(sample, read, real)) is not None
    }
    before = share_of_common_words(sample)
    shares = {codecs: share_of_common_words(again) for codecs, again in readings.items()}
    best = max(shares, key=shares.__getitem__, default=("", ""))
    better = 1 if best == ("cp1251", "kz1048") else BETTER
    return best if shares.get(best, 0) > max(FEWEST_COMMON, before * better) else None


def _read_again(text: str, read: str, real: str) -> str | None:
    """*text*, which was decoded as *read*, decoded as *real*; None if its bytes can't be had back."""
    try:
        return REPLACEMENT.join(_bytes(part, read).decode(real) for part in text.split(REPLACEMENT))
    except UnicodeError:
        return None


def _bytes(text: str, codec: str) -> bytes:
    """The bytes that *text* came from; what a code page leaves open came through as Latin-1."""
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return b"".join(char.encode("latin-1" if char in _C1 else codec) for char in text)


def share_of_common_words(text: str) -> float:
    """The share of words in *text* that one language calls common, in the language that has most of them (0…1)."""
    words = [word.strip(_MARKS) for word in text[:_SAMPLE].casefold().split()]
    return max(sum(word in common for word in words) for common in _COMMON) / max(len(words), 1)


_COMMON = tuple(frozenset(words.split()) for words in COMMON_WORDS.values())


def _report_repairs(text: str, repaired: str, file: str, report: Report) -> None:
    """One finding for each line that changed, up to a bound; the last one counts the others."""
    places, offset = Places(file, text), 0
    changes = []
    for old, new in zip(text.split("\n"), repaired.split("\n"), strict=True):
        if old != new:
            changes.append((offset, old, new))
        offset += len(old) + 1
    for start, old, new in changes[:_MOST_FINDINGS]:
        at, before, after = _changed_words(old, new)
        message = "letters that had been read in a wrong encoding were restored"
        report.add("encoding.mojibake", message, places.where(start + at), before=before, after=after)
    if rest := len(changes) - _MOST_FINDINGS:
        if rest < 0:
            return
        message = f"letters that had been read in a wrong encoding were restored in {rest} more lines"
        report.add("encoding.mojibake", message, places.where(changes[_MOST_FINDINGS][0]))


def _changed_words(old: str, new: str) -> tuple[int, str, str]:
    """(where the two begin to differ, the words that differ in *old*, those in *new*)."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    start = old.rfind(" ", 0, start) + 1
    most = min(len(old), len(new)) - start
    pairs = zip(reversed(old), reversed(new), strict=False)
    end = min(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)), most)
    word = _NOT_BLANK.match(old, len(old) - end)
    end -= len(word[0]) if word else 0
    return start, old[start : len(old) - end], new[start : len(new) - end]
