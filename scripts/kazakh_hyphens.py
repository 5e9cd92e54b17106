"""Writes the hyphenation patterns for Kazakh, in both scripts, out of the rules of its syllables.

python scripts/kazakh_hyphens.py           rewrites them
python scripts/kazakh_hyphens.py --check   says which are out of date, and fails

A syllable has one vowel, and of the consonants before it at most one goes along: а-та, қан-ша, қант-ты. Between
vowels у and и are consonants (та-уық), elsewhere vowels (су-ат). Borrowed words keep the consonants they begin with
(стра-те-гия). The patterns are Liang's, as LibreOffice and pyphen read them: odd digits allow a break, even ones
forbid it, the highest counts.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "publisher/writers/pages/typeset"


class Script:
    """The letters of one script by what they do in a syllable."""

    def __init__(self, vowels: str, glides: str, consonants: str, signs: str = "", pairs: tuple[str, ...] = ()) -> None:
        self.vowels = vowels + glides
        self.glides = glides
        self.consonants = consonants
        self.signs = signs
        self.pairs = pairs


CYRILLIC = Script("аәеёоөұүыіэюя", "уи", "бвгғджзйкқлмнңпрстфхһцчшщ", "ьъ")
#: The alphabets of 2018 (ǵ ń ý sh) and of 2021 (ğ ñ u ş) in one: no letter of either breaks the other's rules.
LATIN = Script("aáäeoóöúüūy", "ýıui", "bcdfgǵğhjklmnńñpqrsştvwxz", pairs=("sh", "ch"))
#: Consonants that borrowed words begin with, three of them: the first ones before the last ones.
ONSETS = {"kk": ("свзшж", "рлв"), "kk_Latn": ("svzj", "rlv")}
#: Stems that keep together: Қазақ-стан.
WHOLE = {"kk": ("с2тан", "бвгғджзйкқлмнңпрфхш"), "kk_Latn": ("s2tan", "bvgǵğjzklmnńqprfh")}


def patterns(script: Script, name: str) -> Iterator[str]:
    """The patterns of one script."""
    yield from (f"1{c}{v}" for c, v in product((*script.consonants, *script.pairs), script.vowels))
    yield from (f"{pair[0]}2{pair[1]}" for pair in script.pairs)
    yield from (f"{sign}1{v}" for sign, v in product(script.signs, script.vowels))
    # Two vowels are two syllables; a glide after a vowel ends its syllable, or begins the next one before another.
    yield from (f"{a}1{b}" for a, b in product(script.vowels, script.vowels) if b not in script.glides)
    yield from (f"{a}1{g}2{b}" for a, g, b in product(script.vowels, script.glides, script.vowels))
    yield from (f".{a}2{b}" for a, b in product(script.consonants, script.consonants))
    first, last = ONSETS[name]
    yield from (f".{a}2{b}2{c}" for a, b, c in product(first, script.consonants, last))
    stem, before = WHOLE[name]
    yield from (f"{letter}1{stem}" for letter in before)


def dictionary(script: Script, name: str) -> str:
    """A dictionary as pyphen reads it."""
    head = ("UTF-8", "% Kazakh syllables; made by scripts/kazakh_hyphens.py", "LEFTHYPHENMIN 2", "RIGHTHYPHENMIN 2")
    return "\n".join((*head, *sorted(set(patterns(script, name))))) + "\n"


def main() -> None:
    """Rewrites the dictionaries, or checks them."""
    made = {"kk": CYRILLIC, "kk_Latn": LATIN}
    files = {FOLDER / f"hyph_{name}.dic": dictionary(script, name) for name, script in made.items()}
    stale = {path: text for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text}
    if "--check" in sys.argv and stale:
        raise SystemExit(f"out of date: {', '.join(path.name for path in stale)}; run python scripts/kazakh_hyphens.py")
    for path, text in stale.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
