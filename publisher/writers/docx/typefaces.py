"""Font families as Word names them: the four slots of a run, and the table of fonts."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publisher.theme.tokens import Family, Theme
from publisher.writers.docx.elements import Element, root, w
from publisher.writers.docx.languages import ASIAN, COMPLEX, likely

#: Family of the theme → the theme font of Word that stands for it.
THEME_FONTS = {"display": "majorHAnsi", "text": "minorHAnsi"}
_FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}
_PITCHES = {"serif": "variable", "sans-serif": "variable", "monospace": "fixed"}
#: What an East Asian family of a theme says of its scripts (ISO 15924).
_HAN = frozenset({*ASIAN, "Hani", "Hira", "Kana", "Hang"})


class Slots(NamedTuple):
    """The families that serve other scripts: the document's own, and one for each script.

    *slants* tells whether the family of complex scripts has an italic.
    """

    complex: str
    asian: str
    slants: bool
    by_script: dict[str, str]


def slots(theme: Theme, language: str) -> Slots:
    """Which families fill Word's slots for complex scripts and East Asian ones in a text in *language*."""
    by_script = {script: family.name for family in theme.family.values() for script in family.scripts}
    own = likely(language)[1]
    text = theme.family[theme.role.body.family].name
    complex_ = by_script.get(own) if own in COMPLEX else None
    complex_ = complex_ or next((name for script, name in by_script.items() if script in COMPLEX), text)
    asian = next((name for script, name in by_script.items() if script in _HAN), ASIAN.get(own, text))
    slants = any(family.italic for family in theme.family.values() if family.name == complex_)
    return Slots(complex_, asian, slants, by_script)


def fonts(key: str, theme: Theme, others: Slots) -> Element:
    """``w:rFonts`` of the theme's family *key*, with the families that serve other scripts beside it."""
    name, standing = theme.family[key].name, THEME_FONTS.get(key)
    return w(
        "rFonts",
        ascii=name,
        hAnsi=name,
        eastAsia=others.asian,
        cs=others.complex,
        asciiTheme=standing,
        hAnsiTheme=standing,
    )


def font_table(theme: Theme, others: Slots, embedded: Mapping[str, Sequence[Element]]) -> Element:
    """The part that tells Word what each family is like, what may stand in for it, and which faces are *embedded*."""
    known = {family.name: family for family in theme.family.values()}
    known.setdefault(others.asian, Family(others.asian, "", alternative="Arial Unicode MS"))
    return root("fonts", *(_font(name, family, embedded.get(name, ())) for name, family in sorted(known.items())))


def _font(name: str, family: Family, embedded: Sequence[Element]) -> Element:
    return w(
        "font",
        w("altName", val=family.alternative),
        w("charset", val="00"),
        w("family", val=_FAMILIES[family.generic]),
        w("pitch", val=_PITCHES[family.generic]),
        *embedded,
        name=name,
    )
