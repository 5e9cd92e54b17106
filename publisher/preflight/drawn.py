"""Words on drawn pages: what drawing does to them undone, and segments found across columns and pages."""

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from publisher.normalise.language.detection import direction
from publisher.preflight.furniture import Furniture
from publisher.preflight.segments import Segment, Words
from publisher.words import capitals as in_capitals

#: Blanks, break hyphens (pdfium shows some as U+0002 or U+FFFE), and characters that leave no mark.
_DROPPED = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffe\x02\\-\u2010\u2011]+")
#: Scripts that run from right to left: read back, their words stand in the order they are seen in.
_UNSTEADY = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RTL_WORD = re.compile("[\u0590-\u08ff]+")
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
#: Of such a text's letters, this share (and three in any case) may be read back wrong …
MISREAD = 0.001
#: … and of its words, this share (and three) may be read back in pieces: raised letters stand in lines of their own.
TORN = 0.05
#: Pages after the cursor's on which a segment is looked for …
LOOK_AHEAD = 2
#: Letters up to which words are looked for whole before they are looked for as parts of others.
SHORT = 3
#: … and one more for so many characters of notes, which may all stand at their article's end.
SPARSE = 1000


def drawn(text: str) -> str:
    """*text* with what drawing may change taken out: ligatures, blanks, hyphens, invisible characters."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", _DROPPED.sub("", text)))


def compare_pages(
    pages: Sequence[str], words: Sequence[Words], around: Furniture, language: str, aloud: bool = False
) -> tuple[list[Segment], list[str]]:
    """(segments not found in order, stretches of text that neither the model nor furniture explains).

    Read *aloud*, piece by piece, words from right to left aren't told apart: their letters are counted alone.
    """
    beside = (*around.words, *(marker for article in words for marker in article.markers))
    forms = (form for shown in beside for form in (shown, in_capitals(shown, language)))
    furniture = Furniture(tuple({drawn(form) for form in forms}))
    book = _Book(pages, furniture, language)
    lost: list[Segment] = []
    ends: list[tuple[tuple[int, int], int]] = []
    for article in words:
        lost += [s for s in article.text if not book.take(s)]
        book.ahead = LOOK_AHEAD + sum(len(s.text) for note in article.notes for s in note) // SPARSE
        ends.append((book.place, book.ahead))
    # A note stands at the foot of the page that calls it, or at its article's end; calls in notes come after those in
    # the text.
    for note, end in ((note, end) for article, end in zip(words, ends, strict=True) for note in article.notes):
        book.turn_to_next_call()
        if note and not book.has(note[0]):
            book.place, book.ahead = end
        lost += [s for s in note if not book.take(s)]
    return [*lost, *book.misread(aloud), *book.without(around.required)], list(book.strays())


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in text if letter.isalpha())


def _words(text: str) -> list[str]:
    """The words of right-to-left scripts in *text*."""
    return _RTL_WORD.findall(unicodedata.normalize("NFKC", _UNSEEN.sub("", text)))


class _Book:
    """The pages' words, which of them are accounted for, and how far reading has come."""

    def __init__(self, pages: Sequence[str], furniture: Furniture, language: str) -> None:
        self.as_read = pages
        self.pages = [drawn(page) for page in pages]
        self.seams = [set(accumulate((len(drawn(word)) for word in page.split()), initial=0)) for page in pages]
        self.taken = [bytearray(len(page)) for page in self.pages]
        self.furniture = furniture
        self.language = language
        self.unsteady = direction(language) == "rtl"
        self.place = (0, 0)
        self.ahead = LOOK_AHEAD
        self.scattered: list[Segment] = []
        self.calls: deque[int] = deque()

    def turn_to_next_call(self) -> None:
        """Reads on at the head of the page on which the next note is called."""
        self.ahead = LOOK_AHEAD
        self.place = (self.calls.popleft() if self.calls else self.page, 0)

    @property
    def page(self) -> int:
        """The page that is read."""
        return self.place[0]

    @property
    def position(self) -> int:
        """How far it is read."""
        return self.place[1]

    def has(self, segment: Segment) -> bool:
        """Whether the segment's first words are at or after the cursor."""
        text = self._seen(segment.pieces[0], segment.capitals)
        return not text or self._find(text) is not None

    def take(self, segment: Segment) -> bool:
        """Accounts for the segment at or after the cursor; False where it isn't there."""
        if self.unsteady or segment.right_to_left or _UNSTEADY.search(segment.text):
            self.scattered.append(segment)
            self.calls.extend([self.page] * (len(segment.pieces) - 1))
            return True
        capitals, found = segment.capitals, True
        for number, piece in enumerate(segment.pieces):
            if number:
                self.calls.append(self.page)
            found = found and self._piece(piece, capitals)
            capitals = max(capitals - len(piece), 0)
        return found

    def _piece(self, piece: str, capitals: int) -> bool:
        text = self._seen(piece, capitals)
        spans = self._find(text) if text else []
        if spans is None:
            return False
        for span in spans:
            self._take(*span)
        return True

    def _seen(self, piece: str, capitals: int) -> str:
        return drawn(in_capitals(piece[:capitals], self.language) + piece[capitals:])

    def _find(self, text: str) -> list[tuple[int, int, int]] | None:
        """(page, start, length) of each stretch that makes up *text*, or None."""
        last = min(self.page + self.ahead, len(self.pages) - 1)
        for page in range(self.page, last + 1):
            start = self.position if page == self.page else 0
            at = self._untaken(text, page, start)
            # The nearest place counts: words that many articles end with may stand whole on a later page.
            spans = [(page, at, len(text))] if at >= 0 else self._split(text, page, start)
            if spans:
                return spans
        return None

    def _untaken(self, text: str, page: int, start: int) -> int:
        """Where *text* stands on *page* at or after *start* and isn't accounted for yet; -1 if nowhere."""
        found = self._places(text, page, start)
        if len(text) > SHORT:
            return next(found, -1)
        # A headline of one letter stands in every word that has it: as a word of its own, it is the one that is meant.
        places = list(found)
        alone = (at for at in places if {at, at + len(text)} <= self.seams[page])
        return next(alone, places[0] if places else -1)

    def _places(self, text: str, page: int, start: int) -> Iterator[int]:
        at = self.pages[page].find(text, start)
        while at >= 0:
            if self.taken[page].find(1, at, at + len(text)) < 0:
                yield at
            at = self.pages[page].find(text, at + 1)

    def _split(self, text: str, page: int, start: int) -> list[tuple[int, int, int]] | None:
        """*text* as a beginning on *page* and the rest at the head of the next; None if it isn't so."""
        longest = self._longest(text, page, start)
        for length in range(longest, max(longest - 4, 0), -1):
            at = self.pages[page].find(text[:length], start)
            rest = self._head(text[length:], page + 1)
            if rest:
                return [(page, at, length), *rest]
        return None

    def _head(self, text: str, page: int) -> list[tuple[int, int, int]] | None:
        """*text* at the head of *page*, with nothing but furniture before it, running on if need be."""
        if page >= len(self.pages):
            return None
        at = self.pages[page].find(text)
        if at >= 0 and self.furniture.explains(self.pages[page][:at]):
            return [(page, at, len(text))]
        length = self._longest(text, page, 0)
        at = self.pages[page].find(text[:length])
        if not length or not self.furniture.explains(self.pages[page][:at]):
            return None
        rest = self._head(text[length:], page + 1)
        return [(page, at, length), *rest] if rest else None

    def _longest(self, text: str, page: int, start: int) -> int:
        """How many of the first characters of *text* stand together on *page* at or after *start*."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.pages[page].find(text[:middle], start) >= 0:
                low = middle
            else:
                high = middle - 1
        return low

    def _take(self, page: int, start: int, length: int) -> None:
        self.taken[page][start : start + length] = b"\1" * length
        self.place = (page, start + length)

    def misread(self, aloud: bool) -> list[Segment]:
        """The segments in unsteady scripts, if their words and letters aren't on the pages, in whatever order."""
        rest = list(self._rest())
        expected, found = _letters(drawn(s.text) for s in self.scattered), _letters(rest)
        own = _letters(self.furniture.words)
        repeated = Counter({letter: number * (len(self.pages) + 2) for letter, number in own.items()})
        off = (expected - found).total() + (found - expected - repeated).total()
        words = Counter(word for s in self.scattered for word in _words(s.text))
        torn = 0 if aloud else (words - Counter(word for page in self.as_read for word in _words(page))).total()
        is_read = off <= max(MISREAD * expected.total(), 3) and torn <= max(TORN * words.total(), 3)
        return [] if is_read else self.scattered

    def without(self, required: Sequence[str]) -> list[Segment]:
        """The furniture that no page shows."""
        shown = "".join(self.pages)
        forms = {words: (drawn(words), drawn(in_capitals(words, self.language))) for words in required}
        lost = [words for words, drawn_ in forms.items() if not any(form in shown for form in drawn_)]
        return [Segment("furniture", (words,)) for words in lost if not _UNSTEADY.search(words) and not self.unsteady]

    def _rest(self) -> Iterator[str]:
        """Stretches of the pages that no segment accounts for."""
        for page, taken in zip(self.pages, self.taken, strict=True):
            for gap in re.finditer(b"\0+", bytes(taken)):
                yield page[gap.start() : gap.end()]

    def strays(self) -> Iterator[str]:
        """Stretches that neither a segment nor furniture explains, and that are no words of unsteady segments."""
        words = {drawn(word) for segment in self.scattered for word in re.findall(r"[\w.]+", segment.text)}
        for rest in self._rest() if not self.unsteady else ():
            yield from (part for part in _UNSTEADY.split(rest) if not self.furniture.explains(part, words))
