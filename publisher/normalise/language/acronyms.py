"""Acronyms that a text introduces, with what they stand for (Schwartz and Hearst, PSB 2003)."""

import regex
from msgspec.structs import replace

from publisher.model import Article, Bulletin, Definition, DefinitionList, Heading, Paragraph, Role, Text
from publisher.normalise.language.detection import DEFAULT_LANGUAGE
from publisher.report import Report
from publisher.walk import plain_text
from publisher.words import words_for

#: Letters of an acronym, and the words it may stand for more than it has letters.
SHORTEST, LONGEST, MORE_WORDS = 2, 10, 5
#: Characters that are looked at before and inside a bracket.
REACH, BRACKET = 240, 120

_BRACKETED = regex.compile(r"(?<=[\p{L}\p{N}\"”»“’]\s)\((?P<inside>[^()]{2,120})\)")
_ACRONYM = regex.compile(r"(?=(?:[^\p{Lu}]*\p{Lu}){2})[\p{L}\p{N}][\p{L}\p{N}&./’'-]{1,9}")
# The sentence before the bracket, without a version number at its end.
_LAST_WORDS = regex.compile(r"(?:.*(?:[.!?]\s|[;:(]))?(.*?)(?:\s[\d.]+\w?)?", regex.DOTALL)
_QUOTES = " \"'“”„«»‘’"
# An article that is elided is no part of the name: l', d'.
_ELIDED = regex.compile(r"\p{L}{1,2}['’]")
_WORD_START = regex.compile(r"(?<![\p{L}\p{N}])[\p{L}\p{N}]")


def list_acronyms(article: Article, report: Report) -> Article:
    """*article* with the acronyms of its text in its metadata; the dateline, which has brackets too, is cut off."""
    found: dict[str, str] = {}
    for block in article.body:
        if isinstance(block, Paragraph) and block.role in (Role.BODY, Role.STANDFIRST, Role.BOILERPLATE):
            for short, long in find_acronyms(plain_text(block.inlines)):
                found.setdefault(short, long)
    new = {short: long for short, long in found.items() if short not in article.metadata.acronyms}
    for short, long in new.items():
        report.add("acronym.found", f"{short} is introduced with what it stands for ({len(long)} characters)")
    return replace(article, metadata=replace(article.metadata, acronyms=article.metadata.acronyms | new))


def with_acronyms(bulletin: Bulletin) -> Bulletin:
    """*bulletin* with a list of its acronyms after each article that introduces some, as a theme may want it."""
    sections = tuple(
        replace(section, articles=tuple(map(_with_list, section.articles))) for section in bulletin.sections
    )
    return replace(bulletin, sections=sections)


def _with_list(article: Article) -> Article:
    found = sorted(article.metadata.acronyms.items(), key=lambda pair: pair[0].casefold())
    if not found:
        return article
    name = words_for(article.metadata.language or DEFAULT_LANGUAGE).acronyms
    definitions = tuple(Definition((Text(short),), ((Paragraph((Text(long),)),),)) for short, long in found)
    return replace(article, body=(*article.body, Heading((Text(name),)), DefinitionList(definitions)))


def find_acronyms(text: str) -> list[tuple[str, str]]:
    """(acronym, what it stands for) for every pair in *text*: European Union (EU), and EU (European Union)."""
    found = []
    for match in _BRACKETED.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()].rstrip()
        inside = match["inside"].partition(";")[0].partition(",")[0].strip(_QUOTES)
        if _ACRONYM.fullmatch(inside):
            sentence = _LAST_WORDS.fullmatch(before)
            long = expansion(inside, sentence[1] if sentence else before)
        else:
            inside, before = before.rpartition(" ")[2].strip(_QUOTES), inside
            long = expansion(inside, before, whole=True) if _ACRONYM.fullmatch(inside) else None
        if long:
            found.append((inside, long))
    return found


def expansion(short: str, before: str, whole: bool = False) -> str | None:
    """The words at the end of *before* that *short* stands for; with *whole*, all of it or nothing.

    Read backwards, each letter of the acronym must occur in order, the first one where a word begins.
    """
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    if not SHORTEST <= len(letters) <= LONGEST:
        return None
    folded = before.casefold()
    if len(folded) != len(before):
        return None
    at = len(folded)
    for number, letter in reversed(list(enumerate(letters))):
        at = _rfind(folded, letter, at, starts_word=number == 0)
        if at < 0:
            return None
    long = before[at:].strip(_QUOTES)
    is_all = not whole or long == before.strip(_QUOTES)
    return long if is_all and _is_name(long, short, len(letters)) and _has_initials(long, letters) else None


def _is_name(long: str, short: str, letters: int) -> bool:
    """Whether *long* has as many words as may stand for so many letters, and begins as a name does: not with “in”."""
    words = long.split()
    is_fit = 2 <= len(words) <= min(letters + MORE_WORDS, 2 * letters) and len(long) > len(short) and short not in words
    return is_fit and (len(words[0]) > 2 or words[0].isupper()) and not _ELIDED.match(long)


def _rfind(text: str, letter: str, end: int, starts_word: bool) -> int:
    """The last place before *end* where *letter* stands, at a word's beginning if it must; -1 without one."""
    at = text.rfind(letter, 0, end)
    while starts_word and at > 0 and text[at - 1].isalnum():
        at = text.rfind(letter, 0, at)
    return at


def _has_initials(long: str, letters: list[str]) -> bool:
    """Whether most of *letters* begin words of *long*: “in this way (IT)” is no acronym."""
    initials = [match[0].casefold() for match in _WORD_START.finditer(long)]
    known = 0
    for letter in letters:
        if letter in initials:
            known += 1
            initials = initials[initials.index(letter) + 1 :]
    return 2 * known >= len(letters)
