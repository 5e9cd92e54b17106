"""The language of a text, and passages in it that are in another one: paragraphs, quotations, runs of a script."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import regex
from msgspec.structs import replace

from publisher.model import Article, Block, Heading, Inline, Paragraph, Span, Text
from publisher.normalise.language.detection import (
    DEFAULT_LANGUAGE,
    FUNCTION_WORDS,
    SAMPLE,
    canonical,
    detect,
    direction,
    is_same,
    main_script,
    primary_of,
    recognise,
    script_of,
)
from publisher.normalise.rules import Rules
from publisher.report import Report, Where
from publisher.walk import article_text, changed, plain_text

#: Letters that a paragraph or quotation in the article's own script must have to be told from it. Shorter ones are
#: mostly names, which stay unmarked: a screen reader stumbles at each change of voice.
FEWEST_LETTERS = 60
#: How sure the model must be of them, 0…1.
SURE = 0.95
#: Words that a run of another script must have; where it has small letters, most words begin with one: names don't.
FEWEST_WORDS = 4
#: Letters of such a run in a script that parts no words by blanks.
FEWEST_SIGNS = 8
#: How sure the model must be of a run, 0…1.
LIKELY = 0.4
#: Words of the article that occur most, and the share of them in a paragraph that shows its language.
COMMON_WORDS, COMMON_SHARE = 40, 0.1

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SMALL = regex.compile(r"(?<![\p{L}\p{M}])\p{Ll}")
# Addresses, and names of files and programs.
_ADDRESS = regex.compile(r"(?:https?|ftp)://\S++|(?<!\S)[^\s@]++@\S++|(?<![\w.@/-])[\w-]++(?:[./]+[\w-]++)++")
_QUOTED = regex.compile(r"(?<=[“„«»\"”])[^“„«»\"”]{60,1500}(?=[”“»«\"])")


def _run(letters: str) -> "regex.Pattern[str]":
    """Letters of one script, and the marks and blanks that part words and sentences of it."""
    inner = rf"[{letters}\p{{M}}\p{{Zs}},.;:!?'’“”„\"«»–—-]"
    return regex.compile(rf"[{letters}&&\p{{L}}](?:{inner}*[{letters}&&[\p{{L}}\p{{M}}]])?", regex.V1)


_RUNS = {
    "Latn": _run(r"\p{Latn}"),
    "Cyrl": _run(r"\p{Cyrl}"),
    "Grek": _run(r"\p{Grek}"),
    "Arab": _run(r"\p{Arab}"),
    "Hebr": _run(r"\p{Hebr}"),
    "Deva": _run(r"\p{Deva}"),
    "Thai": _run(r"\p{Thai}"),
    "Hang": _run(r"\p{Hang}"),
    "Hani": _run(r"[\p{Hani}\p{Hira}\p{Kana}]"),
}
# Chinese characters stand in Japanese and Korean copy as well.
_OWN = {"Kana": ("Hani",), "Hang": ("Hani",)}
_UNSPACED = ("Hani", "Thai")


def find_language(article: Article, rules: Rules, report: Report) -> Article:
    """*article* with its language: the one the settings or the source give it, or the one it is found to be in."""
    expected = rules.expected or DEFAULT_LANGUAGE
    known = rules.language or article.metadata.language
    if known:
        return _in(article, canonical(known))
    if not rules.has("language"):
        return article
    language = detect("\n".join(_texts(article)) or article_text(article), expected)
    if language == "und":
        return article
    if rules.expected and not is_same(language, expected):
        report.add(
            "language.found",
            f"the text is in another language ({language}) than the bulletin ({expected})",
            hint='if that is wrong, say language = "…" for it in bulletin.toml',
        )
    return _in(article, language)


def _in(article: Article, language: str) -> Article:
    return replace(article, metadata=replace(article.metadata, language=language))


def _texts(article: Article) -> Iterator[str]:
    return (plain_text(block.inlines) for block in article.body if isinstance(block, Paragraph | Heading))


def mark_passages(article: Article, report: Report) -> Article:
    """*article* with its paragraphs, quotations and runs of a script that are in another language marked as such."""
    language = article.metadata.language
    if language is None:
        return article
    reader = _Reader(language, _common(article), report)
    return replace(article, body=tuple(changed(reader.paragraph(block), reader.change) for block in article.body))


def _common(article: Article) -> frozenset[str]:
    """The words that *article* says most, which its language's paragraphs all have."""
    words = Counter(word.casefold() for text in _texts(article) for word in _WORD.findall(text))
    return frozenset(word for word, number in words.most_common(COMMON_WORDS) if number > 2)


class Passage(NamedTuple):
    """A passage of a text: where it starts and ends, and its language."""

    start: int
    end: int
    language: str


class _Reader:
    """Reads an article in *language*, whose *common* words are known, for passages in others."""

    def __init__(self, language: str, common: frozenset[str], report: Report) -> None:
        self.language, self.report = language, report
        self.script = script_of(language)
        self.common = common | frozenset(FUNCTION_WORDS.get(primary_of(language), "").split())

    def paragraph(self, block: Block) -> Block:
        """*block* with its language, if it is a paragraph in another one."""
        if not isinstance(block, Paragraph | Heading) or block.language:
            return block
        text = plain_text(block.inlines)
        found = self._other(text)
        if found is None:
            return block
        self._tell(text, found, "paragraph")
        own = direction(found)
        return replace(block, language=found, direction=own if own != direction(self.language) else None)

    def change(self, inlines: tuple[Inline, ...], language: str | None) -> tuple[Inline, ...]:
        """*inlines* of a block in the article's language with the passages in them marked."""
        return inlines if language else tuple(self._inlines(inlines))

    def _inlines(self, inlines: tuple[Inline, ...]) -> Iterator[Inline]:
        for inline in inlines:
            inner = getattr(inline, "inlines", None)
            if isinstance(inline, Text):
                yield from self._cut(inline.text)
            elif inner is None or (isinstance(inline, Span) and inline.language):
                yield inline
            else:
                yield replace(inline, inlines=tuple(self._inlines(inner)))

    def _cut(self, text: str) -> Iterator[Inline]:
        end = 0
        for passage in self._passages(text):
            words = text[passage.start : passage.end]
            self._tell(words, passage.language, "passage")
            own = direction(passage.language)
            if passage.start > end:
                yield Text(text[end : passage.start])
            yield Span((Text(words),), passage.language, own if own != direction(self.language) else None)
            end = passage.end
        if text[end:]:
            yield Text(text[end:])

    def _passages(self, text: str) -> list[Passage]:
        """The passages in *text*, in order and apart."""
        found = [] if text.isascii() and self.script == "Latn" else list(self._runs(text))
        for match in _QUOTED.finditer(text):
            if (language := self._other(match[0])) and not any(
                p.start < match.end() and p.end > match.start() for p in found
            ):
                found.append(Passage(match.start(), match.end(), language))
        return sorted(found)

    def _runs(self, text: str) -> Iterator[Passage]:
        """Runs of another script that are more than a name."""
        plain = _ADDRESS.sub(lambda match: "\n" * len(match[0]), text)
        for script, run in _RUNS.items():
            if script == self.script or script in _OWN.get(self.script, ()):
                continue
            for match in run.finditer(plain):
                if _is_passage(match[0], script):
                    language, confidence = recognise(match[0])
                    if confidence >= LIKELY:
                        yield Passage(match.start(), match.end(), language)

    def _other(self, text: str) -> str | None:
        """The language of *text*, a paragraph or a quotation, if it is surely another one than the article's."""
        text = text[:SAMPLE]
        script, letters = main_script(text)
        if script != self.script or letters < FEWEST_LETTERS:
            return None
        words = [word.casefold() for word in _WORD.findall(text)]
        if sum(word in self.common for word in words) > COMMON_SHARE * len(words):
            return None
        found, confidence = recognise(text, self.language)
        return None if is_same(found, self.language) or confidence < SURE else found

    def _tell(self, words: str, language: str, what: str) -> None:
        first = " ".join(words[:80].split()[:6])
        message = f"a {what} in another language was marked ({language}, {len(words)} characters)"
        self.report.add("language.passage", message, Where(), before=first, after=first)


def _is_passage(words: str, script: str) -> bool:
    """Whether a run of *script* is more than a name or two."""
    if script in _UNSPACED:
        return len(words) >= FEWEST_SIGNS
    number = len(_WORD.findall(words))
    is_cased = words.upper() != words.lower()
    return number >= FEWEST_WORDS and (not is_cased or 2 * len(_SMALL.findall(words)) > number)
