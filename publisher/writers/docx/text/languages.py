"""Languages and directions as Word knows them, and text cut where either changes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from publisher.model import Direction
from publisher.writers.docx.elements import Element, w
from publisher.writing import likely, script_of

#: Scripts that Word sets from a font's "complex script" slot (ISO 15924).
COMPLEX = (
    "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Thai", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml",
    "Telu", "Knda", "Mlym", "Sinh", "Laoo", "Tibt", "Mymr", "Khmr",
)  # fmt: skip
#: Scripts that Word sets from the "East Asian" slot → a font that every Word has for them.
ASIAN = {"Hans": "SimSun", "Hant": "PMingLiU", "Jpan": "MS Mincho", "Kore": "Batang"}
#: What Word takes for Latin words in a text of another script.
LATIN = "en-US"


class Piece(NamedTuple):
    """A stretch of text in one direction; *script* is set where Word needs to be told a complex script."""

    text: str
    rtl: bool = False
    script: str | None = None


def culture(tag: str) -> str:
    """The tag with its region, as Word wants it: ``ar`` → ``ar-SA``, ``zh-Hans`` → ``zh-CN``."""
    language, _, region = likely(tag)
    script = next((part.title() for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")
    if script in ASIAN:
        script = ""
    return "-".join(part for part in (language, script, region) if part)


def language_element(tag: str) -> Element:
    """``w:lang`` for a run in one language: in the attribute that its script is looked up by."""
    script = script_of(tag)
    if script in COMPLEX:
        return w("lang", bidi=culture(tag))
    if script in ASIAN:
        return w("lang", eastAsia=culture(tag))
    return w("lang", val=culture(tag))


def default_language(tag: str, element: str = "lang") -> Element:
    """``w:lang`` for a whole document; Latin words in another script's text are taken for English."""
    script = script_of(tag)
    if script in COMPLEX:
        return w(element, val=LATIN, bidi=culture(tag))
    if script in ASIAN:
        return w(element, val=LATIN, eastAsia=culture(tag))
    return w(element, val=culture(tag))


_STRONG_RIGHT = r"[\p{bc=R}\p{bc=AL}]"
#: All complex and right-to-left scripts, and a few more: found fast, and in most copy not at all.
_MAY_NEED_CUTTING = re.compile(
    "[\u0590-\u1dff\ua8e0-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00011fff\U0001e800-\U0001efff]"
)
#: From one strong letter to the last before the other direction begins, with the marks and figures that
#: cling to it (UAX #9, W1, W7 and N1); what lies between two directions goes with the paragraph's own.
_LEFTWARD = regex.compile(
    rf"{_STRONG_RIGHT}(?:[^\p{{bc=L}}]*[\p{{bc=R}}\p{{bc=AL}}\p{{bc=EN}}\p{{bc=AN}}])?\p{{bc=NSM}}*"
)
_RIGHTWARD = regex.compile(r"\p{bc=L}(?:[^\p{bc=R}\p{bc=AL}]*\p{bc=L})?[\p{bc=NSM}\p{bc=EN}]*")
#: Words of one complex script with the blanks between them; figures stay in the Latin font, which surely has them.
_SCRIPTS = regex.compile(
    "|".join(rf"(?P<{script}>\p{{sc={script}}}(?:[\s\p{{sc=Zinh}}]*+\p{{scx={script}}})*+)" for script in COMPLEX)
)


def pieces(text: str, direction: Direction) -> Iterator[Piece]:
    """*text* cut where Word must be told: at changes of direction, and around complex scripts."""
    rtl = direction == "rtl"
    if not rtl and not _MAY_NEED_CUTTING.search(text):
        yield Piece(text)
        return
    end = 0
    for match in (_RIGHTWARD if rtl else _LEFTWARD).finditer(text):
        yield from _by_script(text[end : match.start()], rtl)
        yield from _by_script(match[0], not rtl)
        end = match.end()
    yield from _by_script(text[end:], rtl)


def _by_script(text: str, rtl: bool) -> Iterator[Piece]:
    return (_right_to_left if rtl else _left_to_right)(text) if text else iter(())


def _left_to_right(text: str) -> Iterator[Piece]:
    """Left-to-right text, words of complex scripts apart."""
    end = 0
    for match in _SCRIPTS.finditer(text):
        if match.start() > end:
            yield Piece(text[end : match.start()])
        yield Piece(match[0], False, match.lastgroup)
        end = match.end()
    if end < len(text):
        yield Piece(text[end:])


def _right_to_left(text: str) -> Iterator[Piece]:
    """Right-to-left text; figures and stops stay with the script they stand by, or Word turns them round."""
    start, script = 0, None
    for match in _SCRIPTS.finditer(text):
        if script and match.lastgroup != script:
            yield Piece(text[start : match.start()], True, script)
            start = match.start()
        script = match.lastgroup
    yield Piece(text[start:], True, script)
