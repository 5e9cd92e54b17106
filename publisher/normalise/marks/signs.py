"""The marks of each language: quotation marks, dashes, and what blanks stand beside them."""

import functools
from collections.abc import Iterator

import msgspec

NBSP, NNBSP = "\u00a0", "\u202f"

#: Quotation marks that are right in a language, outer and inner pair, the usual ones first (CLDR's delimiters, or
#: the language's own rules). Straight ones follow whichever of them the copy keeps to already.
QUOTES: dict[str, tuple[str, ...]] = {
    "en nl af tr id ms vi sw cy ga th hi ko zh tl mr ne ta": ("“”‘’",),
    "de": ("„“‚‘", "»«›‹"),
    "de-CH de-LI": ("«»‹›", "„“‚‘"),
    "fr": ("«»“”",),
    "ru uk be kk ky hy": ("«»„“",),
    "es it pt ca gl eu el": ("«»“”", "“”‘’"),
    "pt-BR es-MX es-US": ("“”‘’", "«»“”"),
    "pl ro": ("„”«»",),
    "hu": ("„”»«",),
    "cs sk sl et lt is mk sq ka": ("„“‚‘", "»«›‹"),
    "hr sr": ("„“‚‘", "„”‚’", "»«›‹"),
    "bg": ("„“‚‘",),
    "sv fi da": ("””’’", "»»››", "»«›‹", "„“‚‘"),
    "nb nn no": ("«»‘’", "“”‘’"),
    "lv az": ("“”‘’", "«»“”"),
}
#: The dash between words: an em dash, in Cyrillic and Kazakh copy with a blank on either side that does not part it
#: from the word before; all other languages have a spaced en dash.
EM_DASHES = "en ru uk be kk ky"
EN_DASHES = "en-GB en-IE en-AU en-NZ en-ZA en-IN"
BOUND_DASHES = "ru uk be kk ky bg"
#: Languages in which a dash opens what a speaker says.
SPEECH = "ru uk be kk ky fi"
#: Guillemets set off by blanks, and marks that a blank stands before; not so in Switzerland and Canada.
SPACED = "fr"
CLOSED_UP = "fr-CH fr-CA"
#: Guillemets that no blank stands inside of.
TIGHT = "ru uk be kk ky bg"
#: Words of one letter that do not end a line.
SINGLE_LETTERS = {
    "ru": "авикосуя",
    "uk": "авзійоуяє",
    "be": "азійоуўя",
    "pl": "aiouwz",
    "cs": "aikosuvz",
    "sk": "aikosuvz",
}
#: Languages whose blanks are left alone, those whose quotation marks are, and those in which ' is a letter.
UNSPACED = "ja zh th hi ko mr ne bn lo km my ta ar he fa ur ps"
UNQUOTED = "ja ar he fa ur ps uz"
LETTERED = "he uz"
UNDASHED = "ja zh"


class Marks(msgspec.Struct, frozen=True):
    """The marks that are right in a language.

    *quotes* are four characters, the outer and the inner pair, or empty where quotation marks are left alone;
    *dash* and *speech* are empty where none is set; *single_letters* are words that do not end a line.
    """

    language: str
    quotes: str
    dash: str
    speech: str
    single_letters: str
    has_bound_dash: bool
    has_blanks: bool
    has_apostrophe: bool
    is_spaced: bool
    is_tight: bool


def marks_for(language: str, text: str = "") -> Marks:
    """The marks for *language* (BCP 47); *text* shows which of several right quotation marks its copy keeps to."""
    marks = _marks(language)
    styles = _row(QUOTES, language, ())
    if len(styles) < 2 or not marks.quotes:
        return marks
    used = {style: text.count(style[0]) for style in styles}
    # Where closing marks of one style open another, the rarer reading is the wrong one.
    best = max(styles, key=lambda style: min(used[style], text.count(style[1])))
    return msgspec.structs.replace(marks, quotes=best) if used[best] else marks


@functools.lru_cache(maxsize=64)
def _marks(language: str) -> Marks:
    is_em = _is(language, EM_DASHES) and not _is(language, EN_DASHES)
    speaks = _is(language, SPEECH)
    return Marks(
        language=language,
        quotes="" if _is(language, UNQUOTED) else _row(QUOTES, language, ("“”‘’",))[0],
        dash="" if _is(language, UNDASHED) else "—" if is_em else "–",
        speech="—" if speaks else "",
        single_letters=SINGLE_LETTERS.get(language.partition("-")[0].lower(), ""),
        has_bound_dash=_is(language, BOUND_DASHES),
        has_blanks=not _is(language, UNSPACED),
        has_apostrophe=not _is(language, LETTERED),
        is_spaced=_is(language, SPACED) and not _is(language, CLOSED_UP),
        is_tight=_is(language, TIGHT),
    )


def _prefixes(language: str) -> Iterator[str]:
    """The tag, then ever less of it: ``de-CH``, ``de``."""
    parts = language.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length]).casefold()


def _is(language: str, tags: str) -> bool:
    return any(prefix in tags.casefold().split() for prefix in _prefixes(language))


def _row(table: dict[str, tuple[str, ...]], language: str, default: tuple[str, ...]) -> tuple[str, ...]:
    for prefix in _prefixes(language):
        for tags, row in table.items():
            if prefix in tags.casefold().split():
                return row
    return default
