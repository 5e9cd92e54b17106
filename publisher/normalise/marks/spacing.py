"""Dashes, ellipses, the blanks beside marks, and bonds that no line end may break."""

import functools
from collections.abc import Iterator

import regex

from publisher.normalise.marks.edits import Edit
from publisher.normalise.marks.signs import NBSP, NNBSP, Marks
from publisher.normalise.words.months import MONTHS

# A makeshift dash between blanks: two or three hyphens, AP's underscore, a hyphen; no score, no sum.
_SPACED_DASH = regex.compile(r"(?<=\S)([ \u00a0])(-{1,3}|_)(?=[ \u00a0]\S)")
_DIGITS_AROUND = regex.compile(r"\d[ \u00a0](?:-{1,3})[ \u00a0]\d")
# Two hyphens without blanks, between words or where speech breaks off.
_TIGHT_DASH = regex.compile(r"(?<=[\p{L}\p{N}\p{Pe}\p{Pf}\"',.])--(?=[\p{L}\p{N}\p{Ps}\p{Pi}\p{Pf}\"'])(?<!\d--(?=\d))")
_SPEECH = regex.compile(r"\s*(-{1,2})(?:([ \u00a0])(?=\D)|(?=\p{Lu}))")
_DOTS = regex.compile(r"(?<![.…])(?:\.\.\.|\. \. \.)(?![.…]|\s\.)")

# French: a thin blank before ; ! ? and a full one before the colon (Lexique de l'Imprimerie nationale, “Ponctuation”).
_BEFORE_HIGH = regex.compile(
    r"(?<=\S)[ \u2009](?=[;:!?](?![)\w]))|(?<=[\p{L}\p{N}\p{Pe}»”’%€])(?=[;:!?]+(?:[\s»”)\]]|\Z))"
)
_INSIDE_GUILLEMETS = regex.compile(
    r"(?<=«)(?:[ \u2009]|(?=[^\s\u00a0\u202f]))|(?:[ \u2009]|(?<=[^\s\u00a0\u202f]))(?=»)"
)
_BLANK_INSIDE = regex.compile(r"(?<=«)[ \u00a0\u2009]+|[ \u00a0\u2009]+(?=»)")
_BEFORE_DASH = regex.compile(r"(?<=[^\s—–]) (?=[—–] )")

#: Units that stay with their number.
UNITS = (
    "km m cm mm km² m² m³ kg g mg ha l ml kW MW GW kWh MWh GWh TWh V kV Hz kHz MHz GHz MB GB TB km/h mph ft oz",
    "Mio Mrd Uhr EUR USD GBP CHF KZT RUB am pm a.m. p.m.",
    "км м см мм км² м² м³ кг г мг га л кВт МВт ГВт км/ч млн млрд трлн тыс мың руб тг гг ж жж",
)
#: What stands before a number that it belongs to.
LABELS = (
    "No. Nos. Nr. nº n° N° N.º n.º p. pp. S. Art. art. Vol. vol. Fig. fig. §§ №№",
    "ст. стр. рис. гл. п. пп. с. т. д. кв.",
)
#: What stands before a name that it belongs to: town, street, square, named after.
TITLES = "г. ул. пр. пл. им. р. оз. с."
LONGEST_SHORT_MONTH = 4


def _any(*rows: str) -> str:
    return "|".join(sorted(map(regex.escape, " ".join(rows).split()), key=len, reverse=True))


_DIGIT = regex.compile(r"\d")
_NUMBERS = (
    regex.compile(rf"(?<=\d) (?=(?:{_any(*UNITS)})(?![\p{{L}}\p{{N}}]))"),
    regex.compile(r"(?<=\d) (?=[%‰°€$£¥₸₽₴])|(?<=(?<!\S)[€$£¥₸₽₴№§]) (?=\d)"),
    regex.compile(rf"(?<![\p{{L}}\p{{N}}.])(?:{_any(*LABELS)}) (?=\d)"),
)
_SHORTENED = (
    regex.compile(rf"(?<![\p{{L}}\p{{N}}.])(?:{_any(TITLES)}) (?=\p{{Lu}}\p{{Ll}})"),
    # Initials, and what is short for two words: т. е., z. B.
    regex.compile(r"(?<![\p{L}\p{N}.’'])(?:\p{Lu}\. (?=\p{Lu}(?:\.|\p{Ll}))|\p{Ll}\. (?=\p{L}\.))"),
)
_GROUPS = regex.compile(r"(?<![\d.,:/-])\d{1,3}(?: \d{3})+(?![\d/:-])")


def dash_edits(text: str, marks: Marks) -> Iterator[Edit]:
    """Makeshift dashes as the language's; a hyphen between numbers is a score, a range or a sum, and stays."""
    if not marks.dash or not ("-" in text or "_" in text):
        return
    for match in _SPACED_DASH.finditer(text):
        if match[2] == "_" or not _DIGITS_AROUND.match(text, match.start() - 1):
            blank = NBSP if marks.has_bound_dash else match[1]
            yield Edit(match.start(), match.end(), blank + marks.dash, "dashes")
    for match in _TIGHT_DASH.finditer(text):
        yield Edit(match.start(), match.end(), marks.dash, "dashes")
    if marks.speech and (speech := _SPEECH.match(text)):
        yield Edit(speech.start(1), speech.end(), f"{marks.speech} ", "dashes")


def ellipsis_edits(text: str, marks: Marks) -> Iterator[Edit]:
    """Three dots, close together or apart, as one ellipsis; two are Russian after ? and !, more are leaders."""
    # Chinese and Japanese set six dots.
    if not marks.dash or not (".." in text or ". ." in text):
        return
    for match in _DOTS.finditer(text):
        yield Edit(match.start(), match.end(), "…", "ellipses")


def space_edits(text: str, marks: Marks) -> Iterator[Edit]:
    """The blanks that the language sets beside its marks."""
    if marks.is_spaced:
        for match in _BEFORE_HIGH.finditer(text):
            yield Edit(match.start(), match.end(), NBSP if text[match.end()] == ":" else NNBSP, "spaces")
        for match in _INSIDE_GUILLEMETS.finditer(text):
            yield Edit(match.start(), match.end(), NBSP, "spaces")
    if marks.is_tight:
        for match in _BLANK_INSIDE.finditer(text):
            yield Edit(match.start(), match.end(), "", "spaces")
    if marks.has_bound_dash:
        for match in _BEFORE_DASH.finditer(text):
            yield Edit(match.start(), match.end(), NBSP, "spaces")


def bond_edits(text: str, marks: Marks) -> Iterator[Edit]:
    """Blanks that no line end may stand for: in names, measures, dates and numbers, after words of one letter."""
    if not marks.has_blanks:
        return
    has_digits = bool(_DIGIT.search(text))
    numbers, letters = _by_language(marks.language, marks.single_letters)
    patterns = (*(_NUMBERS if has_digits else ()), *(numbers if has_digits else ()), *letters)
    for pattern in (*patterns, *(_SHORTENED if ". " in text else ())):
        for match in pattern.finditer(text):
            yield Edit(match.end() - 1, match.end(), NBSP, "bonds")
    for match in _GROUPS.finditer(text) if has_digits else ():
        yield from (Edit(at, at + 1, NBSP, "bonds") for at in range(match.start(), match.end()) if text[at] == " ")


Patterns = tuple["regex.Pattern[str]", ...]


@functools.lru_cache(maxsize=64)
def _by_language(language: str, single_letters: str) -> tuple[Patterns, Patterns]:
    """What is bound in one language: days and months by their numbers, and words of one letter."""
    primary = language.partition("-")[0].lower()
    rows = (months for tags, months in MONTHS.items() if primary in tags.split())
    names = [form for months in rows for form in months.replace(",", " ").split()]
    numbers, letters = [], []
    if names:
        long, short = _any(*names), _any(*(name for name in names if len(name) <= LONGEST_SHORT_MONTH))
        numbers.append(rf"(?<!\d)\d{{1,2}}\.? (?=(?:{long})(?!\p{{L}}))")
        numbers += [rf"(?<!\p{{L}})(?:{short})\. (?=\d{{1,2}}(?!\d))"] if short else []
    if single_letters:
        letters.append(rf"(?<![\p{{L}}\p{{N}}’'-])[{single_letters}] (?=[\p{{L}}\p{{N}}«„“])")
    return _compiled(numbers), _compiled(letters)


def _compiled(patterns: list[str]) -> Patterns:
    return tuple(regex.compile(pattern, regex.IGNORECASE) for pattern in patterns)
