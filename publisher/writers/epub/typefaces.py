"""Which faces the book's documents are set in, and with which characters."""

import string
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from lxml import etree

from publisher.fonts import Face, characters, faces, families, parts
from publisher.theme.css import SELECTORS
from publisher.theme.tokens import Family, Theme

_XHTML = "{http://www.w3.org/1999/xhtml}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Elements that are bold or italic by themselves; the style sheet says the same.
BOLD = frozenset({"strong", "b", "th"})
ITALIC = frozenset({"em", "i", "cite"})
#: What reading systems put in: hyphens at line ends, and the marks of list items.
HYPHENS = "-\u2010"
MARKS = f"•◦▪{string.digits}."


class Voice(NamedTuple):
    """How a run of text is set: a family's key, weight, slant and case, and the language it is in."""

    family: str
    bold: bool
    italic: bool
    capitals: bool
    language: str = ""


class Setting(NamedTuple):
    """A face in use, and its family."""

    family: Family
    face: Face


class _Rule(NamedTuple):
    """A role's selector, but for the simple selector it ends in: its ancestor, and how much it counts."""

    role: str
    within: str | None
    rank: tuple[int, int, int]


def _rules() -> dict[str, list[_Rule]]:
    """Simple selector → the rules that end in it: the roles' own, and one of the book's."""
    found: dict[str, list[_Rule]] = {}
    for order, (role, selectors) in enumerate((*SELECTORS.items(), ("note", ".note p"))):
        for selector in selectors.split(", "):
            *within, subject = selector.split()
            classes = selector.count(".")
            rank = (classes, len(within) + 1 - classes, order)
            found.setdefault(subject, []).append(_Rule(role, within[0] if within else None, rank))
    return found


_RULES = _rules()


def faces_in(documents: Iterable[str], theme: Theme) -> dict[Setting, str]:
    """Each face that *documents* (XHTML) are set in → its characters, sorted."""
    voices = {
        name: Voice(role.family, role.weight == "bold", role.italic, role.capitals)
        for name, role in theme.roles().items()
    }
    said: dict[Voice, set[str]] = {}
    for document in documents:
        root = etree.fromstring(document.encode())
        outer = voices["body"]._replace(language=root.get(_LANGUAGE, ""))
        _listen(root.find(f"{_XHTML}body"), outer, frozenset(), voices, said)
    used: dict[Setting, set[str]] = {}
    for voice, words in said.items():
        _share_out(voice, words, theme, used)
    return {setting: "".join(sorted(words)) for setting, words in used.items()}


def _listen(
    element: Any,
    outer: Voice,
    context: frozenset[str],
    voices: Mapping[str, Voice],
    said: dict[Voice, set[str]],
) -> None:
    """Adds the characters of *element* and of all it holds to those said in their voice."""
    own = (element.tag.removeprefix(_XHTML), *(f".{name}" for name in element.get("class", "").split()))
    context = context.union(own)
    voice = _voice(own, outer, context, voices)._replace(language=element.get(_LANGUAGE) or outer.language)
    capitals = voice.capitals or ".small-caps" in context
    words = said.setdefault(voice, set())
    _add(words, element.text, capitals)
    if own[0] == "li" and "nav" not in context:
        words.update(MARKS + (string.ascii_letters if element.getparent().get("style") else ""))
    for child in element:
        _listen(child, voice, context, voices, said)
        _add(words, child.tail, capitals)


def _voice(own: tuple[str, ...], outer: Voice, context: frozenset[str], voices: Mapping[str, Voice]) -> Voice:
    """The voice of an element that matches the simple selectors *own*, by its role, its name or its parent."""
    rules = [rule for simple in own for rule in _RULES.get(simple, ()) if not rule.within or rule.within in context]
    if rules:
        voice = voices[max(rules, key=lambda rule: rule.rank).role]
        # A cell's paragraph has the table's role; what makes a heading of it is the cell.
        return voice._replace(bold=voice.bold or "th" in context, capitals=voice.capitals or outer.capitals)
    return outer._replace(bold=outer.bold or own[0] in BOLD, italic=outer.italic or own[0] in ITALIC)


def _add(words: set[str], text: str | None, capitals: bool) -> None:
    if text:
        words.update(text)
        if capitals:
            words.update(text.upper())


def _share_out(voice: Voice, words: set[str], theme: Theme, used: dict[Setting, set[str]]) -> None:
    """Gives each character to the first family of the stack that has it, as a reading system does."""
    if not words.difference(string.whitespace):
        return
    left = words.union(HYPHENS).difference("\n\t")
    for family in (theme.family[key] for key in families(theme, voice.family, voice.language)):
        face = chosen(family, voice.bold, voice.italic)
        have = characters(face.path)
        # Reading systems draw a letter that the font lacks from its parts, as pages do.
        built = {character for character in left if parts(character, face.path) != character}
        left = left - built | {part for character in built for part in parts(character, face.path)}
        if here := {character for character in left if ord(character) in have}:
            used.setdefault(Setting(family, face), set()).update(here)
        left -= here


def chosen(family: Family, bold: bool, italic: bool) -> Face:
    """The face that CSS takes (CSS Fonts 4, § 5.2): the slant decides before the weight."""
    style, weight = "italic" if italic else "normal", "bold" if bold else "normal"
    return min(faces(family), key=lambda face: (face.style != style, face.weight != weight))
