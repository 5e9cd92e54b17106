"""Font families as Word names them: the four slots of a run, and the table of fonts."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publisher.fonts import families
from publisher.theme.tokens import Family, Theme
from publisher.writers.docx.elements import Element, root, w
from publisher.writers.docx.text.languages import ASIAN, COMPLEX
from publisher.writing import script_of

#: Family of the theme → the theme font of Word that stands for it.
THEME_FONTS = {"display": "majorHAnsi", "text": "minorHAnsi"}
_FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}
_PITCHES = {"serif": "variable", "sans-serif": "variable", "monospace": "fixed"}


class Slots(NamedTuple):
    """The families that serve other scripts than the theme's own, in a document in *language*.

    *complex* and *asian* are the document's own, *by_script* has one for each script; *slants* tells whether the
    family of complex scripts has an italic.
    """

    complex: str
    asian: str
    slants: bool
    by_script: dict[str, str]
    language: str


def slots(theme: Theme, language: str) -> Slots:
    """Which families fill Word's slots for complex scripts and East Asian ones in a text in *language*."""
    text = theme.role.body.family
    stack = [theme.family[key] for key in families(theme, text, language)]
    by_script = {script: family.name for family in reversed(stack) for script in family.scripts}
    own = script_of(language)
    complex_ = by_script.get(own) if own in COMPLEX else None
    complex_ = complex_ or next(
        (by_script[s] for f in stack for s in f.scripts if s in COMPLEX), theme.family[text].name
    )
    slants = any(family.italic for family in stack if family.name == complex_)
    return Slots(complex_, asian_font(text, theme, language), slants, by_script, language)


def asian_font(key: str, theme: Theme, language: str) -> str:
    """What East Asian words are set in beside the theme's family *key*: that of *language*, or the first there is."""
    stack = [theme.family[name] for name in families(theme, key, language)]
    found = next((family.name for family in stack if not ASIAN.keys().isdisjoint(family.scripts)), None)
    return found or ASIAN.get(script_of(language), theme.family[theme.role.body.family].name)


def fonts(key: str, theme: Theme, others: Slots) -> Element:
    """``w:rFonts`` of the theme's family *key*, with the families that serve other scripts beside it."""
    name, standing = theme.family[key].name, THEME_FONTS.get(key)
    return w(
        "rFonts",
        ascii=name,
        hAnsi=name,
        eastAsia=asian_font(key, theme, others.language),
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
