"""Words that a text shows to be proper names: these aren't hyphenated."""

import re

#: Languages that write every noun with a capital.
NOUNS_IN_CAPITALS = ("de", "lb")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Before a word that could as well begin a sentence: nothing, an end of a sentence, an opening mark.
_BEGINS = re.compile(r"(?:^|[.!?…:;•–—\n\"'“„«‘(\[])\s*\Z")
#: How much before a word tells whether a sentence begins with it.
_BEFORE = 4


def names_in(text: str) -> frozenset[str]:
    """The words that *text* has with a capital in the middle of a sentence, and never without one."""
    small: set[str] = set()
    capital: set[str] = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].islower():
            small.add(word)
        elif len(word) > 1 and not _BEGINS.search(text[max(match.start() - _BEFORE, 0) : match.start()]):
            capital.add(word)
    return frozenset(word for word in capital if word.lower() not in small)


def is_name(word: str, language: str | None, names: frozenset[str]) -> bool:
    """Whether *word*, with what punctuation stands beside it, is a name of *names* in a text of *language*."""
    if not names or (language or "")[:2] in NOUNS_IN_CAPITALS:
        return False
    return any(
        match[0].removesuffix("’s").removesuffix("'s") in names or match[0] in names for match in _WORD.finditer(word)
    )
