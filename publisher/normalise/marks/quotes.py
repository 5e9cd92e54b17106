"""Straight, typewriter and TeX quotation marks and apostrophes, paired into those of the language."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from publisher.normalise.marks.edits import Edit
from publisher.normalise.marks.flows import CALL
from publisher.normalise.marks.signs import NBSP, Marks

Kind = Literal["double", "single"]

# Every mark that opens, closes or stands for a letter, makeshift ones first.
_MARK = regex.compile("``|''|,,|<<|>>|[\"'`´“”„‟«»‘’‚‛‹›]")
# A makeshift mark: the kind it stands for, and whether it opens; None: its neighbours tell.
_MAKESHIFT: dict[str, tuple[Kind, bool | None]] = {
    '"': ("double", None),
    "'": ("single", None),
    "``": ("double", True),
    "''": ("double", None),
    ",,": ("double", True),
    "<<": ("double", True),
    ">>": ("double", False),
    "`": ("single", True),
    "´": ("single", None),
}
# Marks that are right already, with what closes them in one language or another.
_PARTNERS = {
    "“": "”",
    "”": "”",
    "„": "“",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‛": "’",
    "‚": "‘",
    "‹": "›",
    "›": "‹",
}
_SINGLES = frozenset("‘’‚‛‹›")
# Quotations that are looked at inside each other; more are no copy but noise.
_DEEPEST = 7

_BLANK_OR_OPENING = regex.compile(r"[\s\p{Ps}\p{Pd}\p{Pi}/¡¿=+]")
_BLANK_OR_CLOSING = regex.compile(rf"[\s{CALL}\p{{Pe}}\p{{Pd}}\p{{Pf}}.,;:!?…/%\"'’”“»]")
_LETTER = regex.compile(r"[\p{L}\p{M}]")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]")
# What an ending may follow after an apostrophe: a word, a bracket, a quotation ("Wheezy"'nin).
_WORD_OR_CLOSING = regex.compile(r"[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}\"%]")
# Scripts that part no words by blanks: where a mark stands among letters, it opens and closes by turns.
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
#: Words that begin with an apostrophe, by language.
ELISIONS = {
    "en": r"tis|twas|twere|twill|em|cause|til|till|n|bout|round|neath|\d\ds?",
    "nl": r"s|t|n|k|m|r",
    "af": r"n|t|s",
    "de": r"s|n|ne|nen|nem|ner|rum|raus|rein|runter",
    "it": r"ndrangheta|ndrine|sto|sta|sti|o|na|a|e|i|\d\d",
    "fr": r"\d\d",
}
_ELISIONS = {
    tag: regex.compile(rf"(?:{words})(?![\p{{L}}\p{{N}}])", regex.IGNORECASE) for tag, words in ELISIONS.items()
}
# What a double mark among letters has spoilt in English copy: Suharto"s.
_SPOILT = regex.compile(r"(?:s|t|d|m|ll|re|ve)(?![\p{L}\p{N}])")


class _Open(NamedTuple):
    """A quotation that is open: the kind of mark it was opened by, whether a single one is drawn, what closes it."""

    kind: Kind
    is_single: bool
    closing: str


def quote_edits(text: str, marks: Marks) -> Iterator[Edit]:
    """The edits that make quotation marks and apostrophes of *text*, one paragraph, right; marks that are stay."""
    return _Pairing(text, marks).edits()


class _Pairing:
    """One paragraph read from left to right.

    Pairing begins anew in each: a quotation over several paragraphs opens in every one and closes in the last.
    """

    def __init__(self, text: str, marks: Marks) -> None:
        self.text, self.marks = text, marks
        self.found = list(_MARK.finditer(text))
        self.open: list[_Open] = []
        self.opened_at = -1
        language = marks.language.partition("-")[0].lower()
        self.elision = _ELISIONS.get(language)
        self.is_english = language == "en"
        self.crossed_at = -1
        # Of an odd number among letters that no blanks part, none can be told.
        self.takes_turns = text.count('"') % 2 == 0
        singles = (match for match in self.found if match[0] in "'´’" and self._may_close(match.start(), match.end()))
        self.last_single = max((match.start() for match in singles), default=-1)

    def edits(self) -> Iterator[Edit]:
        """Every edit in order."""
        for match in self.found:
            mark, start, end = match[0], match.start(), match.end()
            if mark not in _MAKESHIFT:
                self._pass(mark, start, end)
            elif self._is_apostrophe(mark, start, end):
                if self.marks.has_apostrophe:
                    yield Edit(start, end, "’", "apostrophes")
            elif self.marks.quotes and (new := self._turned(mark, start, end)):
                yield Edit(start, end, new, "quotes")

    def _around(self, start: int, end: int) -> tuple[str, str]:
        return self.text[start - 1 : start] if start else "", self.text[end : end + 1]

    def _may_open(self, start: int, end: int) -> bool:
        before, after = self._around(start, end)
        if not after or after.isspace():
            return False
        if not before or start == self.opened_at or _BLANK_OR_OPENING.match(before):
            return True
        # The article before it is elided: l'"Oural".
        return before in "'’" and bool(_LETTER.match(self.text[start - 2 : start - 1]) and _WORD.match(after))

    def _may_close(self, start: int, end: int) -> bool:
        before, after = self._around(start, end)
        is_last = not after or bool(_BLANK_OR_CLOSING.match(after))
        return is_last and bool(before) and not before.isspace() and before not in "([{"

    def _is_apostrophe(self, mark: str, start: int, end: int) -> bool:
        """Whether the mark stands for letters left out, or before an ending."""
        before, after = self._around(start, end)
        if _MAKESHIFT[mark][0] == "double":
            is_spoilt = self.is_english and mark == '"' and _LETTER.match(before) and _SPOILT.match(self.text, end)
            return bool(is_spoilt) and not self._is_open("double")
        if _LETTER.match(after) and start != self.opened_at and _WORD_OR_CLOSING.match(before):
            return not _UNSPACED.match(before)
        if mark == "`":
            return False
        closes_later = self.last_single > start
        if self._may_open(start, end):
            is_elision = bool(self.elision and self.elision.match(self.text, end))
            return is_elision or not (closes_later or start == 0)
        # The workers' union: a plural, where what is open closes later.
        is_plural = before in "sxzSXZ" and after == " " and closes_later
        return bool(_LETTER.match(before)) and (not self._is_open("single") or is_plural)

    def _is_open(self, kind: Kind) -> bool:
        return any(one.kind == kind for one in self.open)

    def _turned(self, mark: str, start: int, end: int) -> str | None:
        """What is to stand for a makeshift quotation mark, None if it can't be told."""
        if three := self._third_closed(mark, start, end):
            return three
        kind, is_opening = _MAKESHIFT[mark]
        opens, closes = self._may_open(start, end), self._may_close(start, end)
        if is_opening is None and opens == closes:
            # Among letters it closes what is open ("Lenny"s); where no blanks part words, it opens by turns, too.
            by_turns = mark == '"' and (self._is_open(kind) or (self.takes_turns and not self.marks.has_blanks))
            opens = closes = opens or by_turns
            is_opening = not self._is_open(kind)
        if opens and is_opening is not False and (is_opening or not closes):
            return self._opening(kind, end)
        if closes and is_opening is not True and not self._is_measure(kind, mark, start):
            return self._closing(kind)
        return None

    def _third_closed(self, mark: str, start: int, end: int) -> str | None:
        """What stands for a part of ''' that closes an inner and an outer quotation: the inner one closes first."""
        if start == self.crossed_at:
            return self._closing("double")
        is_crossed = mark == "''" and self.text[end : end + 1] == "'" and self.text[end + 1 : end + 2] != "'"
        if is_crossed and self._is_open("double") and self.open[-1].kind == "single":
            self.crossed_at = end
            return self._closing("single")
        return None

    def _is_measure(self, kind: Kind, mark: str, start: int) -> bool:
        """Whether the mark stands for inches, feet, minutes or seconds: after a number, and nothing to close."""
        return self.text[start - 1].isdigit() and mark in ("'", '"', "''") and not self._is_open(kind)

    def _opening(self, kind: Kind, end: int) -> str:
        """The mark that opens a quotation: outer or inner by what is open, by its kind where the inner are single."""
        top = self.open[-1] if self.open else None
        if self.marks.quotes[2] in _SINGLES:
            # Side by side each kind keeps its own, and in its own kind a quotation takes the other.
            is_inner = is_single = not top.is_single if top and top.kind == kind else kind == "single"
        else:
            is_inner, is_single = top is not None, False
        opening, closing = list(self.marks.quotes[2:] if is_inner else self.marks.quotes[:2])
        self._open(_Open(kind, is_single, closing), end)
        return opening + self._blank(opening)

    def _open(self, quotation: _Open, end: int) -> None:
        self.open = [*self.open[-_DEEPEST:], quotation]
        self.opened_at = end

    def _closing(self, kind: Kind) -> str:
        closing = self.marks.quotes[3 if kind == "single" and self.marks.quotes[2] in _SINGLES else 1]
        if self._is_open(kind):
            while self.open:
                one = self.open.pop()
                if one.kind == kind:
                    closing = one.closing
                    break
        return self._blank(closing) + closing

    def _blank(self, mark: str) -> str:
        return NBSP if self.marks.is_spaced and mark in "«»" else ""

    def _pass(self, mark: str, start: int, end: int) -> None:
        """Takes note of a mark that is right: it may open or close what stands around makeshift ones."""
        kind: Kind = "single" if mark in _SINGLES else "double"
        if self._may_close(start, end) or mark == "’":
            at = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n].closing == mark), None)
            if at is not None:
                if self._may_close(start, end):
                    del self.open[at:]
                return
        if self._may_open(start, end) and mark in _PARTNERS:
            own = {self.marks.quotes[n]: self.marks.quotes[n + 1] for n in (2, 0)} if self.marks.quotes else {}
            self._open(_Open(kind, kind == "single", own.get(mark, _PARTNERS[mark])), end)
