"""The fonts in the book: every character has its face, no face is there for nothing.

What a reading system does is done once more here, with a real cascade over the book's own style sheet.
"""

import functools
import io
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

import cssselect2
import msgspec
import pytest
import tinycss2
from fontTools.ttLib import TTFont

from publisher.fonts import characters
from publisher.theme.loading import font_path
from publisher.theme.tokens import Family
from publisher.writers.epub.typefaces import HYPHENS, MARKS, chosen, faces_in
from tests.writers.epub.books import SAMPLES, THEME, files

PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>☃</title></head><body>{}</body></html>'
INHERITED = {"font-family": "", "font-weight": "normal", "font-style": "normal", "text-transform": "none"}


class Face(NamedTuple):
    """A face that the style sheet declares."""

    family: str
    weight: str
    style: str
    file: str


class Sheet:
    """The book's style sheet as a reading system understands it."""

    def __init__(self, css: str) -> None:
        self.matcher = cssselect2.Matcher()
        self.faces: list[Face] = []
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            if rule.type == "qualified-rule":
                self._add(rule)
            elif rule.at_keyword == "font-face":
                said = declared(rule.content)
                file = said["src"].removeprefix("url(").removesuffix(")")
                family = said["font-family"].strip('"')
                self.faces.append(Face(family, said["font-weight"], said["font-style"], file))

    def _add(self, rule: Any) -> None:
        said = declared(rule.content)
        for selector in cssselect2.compile_selector_list(rule.prelude):
            if selector.pseudo_element is None:
                self.matcher.add_selector(selector, said)

    def runs(self, element: Any, outer: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
        """Each run of text in an element, with the letters it is set in."""
        own = dict(outer)
        for _, _, _, said in sorted(self.matcher.match(element), key=lambda match: match[:2]):
            own |= {key: outer[key] if value == "inherit" else value for key, value in said.items() if key in own}
        yield element.etree_element.text or "", own
        for child in element.iter_children():
            yield from self.runs(child, own)
            yield child.etree_element.tail or "", own


def declared(content: Any) -> dict[str, str]:
    """Property → value; the font shorthand is only ever ``inherit``."""
    found: dict[str, str] = {}
    for item in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        value = "".join(token.serialize() for token in item.value).strip()
        if item.name == "font":
            found |= dict.fromkeys(("font-family", "font-weight", "font-style"), value)
        else:
            found[item.name] = value
    return found


@functools.cache
def glyphs(name: str, file: str) -> frozenset[int]:
    """The characters of a font in a book."""
    return frozenset(TTFont(io.BytesIO(files(name)[file])).getBestCmap())


def set_in(sheet: Sheet, stack: str, weight: str, style: str) -> Iterator[Face]:
    """The faces that a reading system tries, in their order."""
    for family in (part.strip(' "') for part in stack.split(",")):
        if among := [face for face in sheet.faces if face.family == family]:
            yield min(among, key=lambda face: (face.style != style, face.weight != weight))


def shown(text: str, transform: str) -> set[str]:
    text = text.upper() if transform == "uppercase" else text
    return {letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Zs", "Zl")}


def best(name: str, weight: str, style: str) -> dict[int, str]:
    """Character → the file of the first family of the stack that has it, with whole fonts."""
    found: dict[int, str] = {}
    by_name = {family.name: family for family in THEME.family.values()}
    for family in (by_name[name], *(family for family in THEME.family.values() if family.scripts)):
        face = chosen(family, weight == "bold", style == "italic")
        found = dict.fromkeys(characters(face.path), f"fonts/{face.path.stem}.woff2") | found
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_every_character_is_set_in_the_theme_s_own_face(name: str) -> None:
    sheet = Sheet(files(name)["style.css"].decode())
    asked: set[tuple[str, int]] = set()
    for file in (file for file in files(name) if file.endswith(".xhtml")):
        root = cssselect2.ElementWrapper.from_xml_root(ElementTree.fromstring(files(name)[file]))
        body = next(child for child in root.iter_children() if child.local_name == "body")
        for text, own in sheet.runs(body, INHERITED):
            stack, weight, style = own["font-family"], own["font-weight"], own["font-style"]
            first = stack.split(",")[0].strip('"')
            for letter in shown(text, own["text-transform"]):
                face = next(f for f in set_in(sheet, stack, weight, style) if ord(letter) in glyphs(name, f.file))
                assert face.file == best(first, weight, style)[ord(letter)], (file, text, own)
                asked.add((face.file, ord(letter)))
    for file in {face.file for face in sheet.faces}:
        idle = {chr(point) for point in glyphs(name, file) if (file, point) not in asked}
        spared = set(HYPHENS + MARKS + " \u00a0\u202f") | {letter for letter in idle if letter.islower()}
        assert idle - spared <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), file


@pytest.mark.parametrize("name", SAMPLES)
def test_fonts_are_there_once_and_all_are_used(name: str) -> None:
    fonts = {file for file in files(name) if file.startswith("fonts/")}
    faces = Sheet(files(name)["style.css"].decode()).faces
    assert {face.file for face in faces} == fonts
    assert len(set(faces)) == len(faces)
    assert all(files(name)[file][:4] == b"wOF2" for file in fonts)
    assert all(len(files(name)[file]) < 40_000 for file in fonts)


def test_other_scripts_bring_their_own_fonts_and_only_they() -> None:
    assert "fonts/Amiri-Bold.woff2" in files("Arabic")
    assert not any("Amiri" in file or "Frank" in file for file in files("Russian"))


def letters(body: str) -> dict[str, str]:
    """Font file → its characters, for a body."""
    return {setting.face.path.name: found for setting, found in faces_in([PAGE.format(body)], THEME).items()}


def test_capitals_are_there_where_the_style_makes_them() -> None:
    assert set("kickerKICKER") <= set(letters('<p class="kicker">kicker</p>')["SourceSans3-Bold.ttf"])
    assert set("ßSS") <= set(letters('<p class="kicker">ß</p>')["SourceSans3-Bold.ttf"])
    assert "R" not in letters("<p>running</p>")["SourceSerif4-Regular.ttf"]
    assert set("SMALL") <= set(letters('<p><span class="small-caps">small</span></p>')["SourceSerif4-Regular.ttf"])


def test_titles_and_blanks_ask_for_no_font() -> None:
    assert letters("<p class='kicker'> </p><p>a</p>") == {"SourceSerif4-Regular.ttf": "-a‐"}


def test_stress_asks_for_italic_and_bold() -> None:
    found = letters("<p>a <em>b <strong>c</strong></em> <b>d</b></p><table><tr><th><p>e</p></th></tr></table>")
    assert {file: set(words) - set(HYPHENS) - {" "} for file, words in found.items()} == {
        "SourceSerif4-Regular.ttf": {"a"},
        "SourceSerif4-It.ttf": {"b"},
        "SourceSerif4-BoldIt.ttf": {"c"},
        "SourceSerif4-Bold.ttf": {"d"},
        "SourceSans3-Bold.ttf": {"e"},
    }


def test_a_paragraph_of_a_note_is_set_like_the_note() -> None:
    role = msgspec.structs.replace(THEME.role, note=msgspec.structs.replace(THEME.role.note, family="sans"))
    page = PAGE.format('<aside class="note"><p>a</p></aside>')
    (setting,) = faces_in([page], msgspec.structs.replace(THEME, role=role))
    assert setting.face.path.name == "SourceSans3-Regular.ttf"


def test_lists_bring_their_marks() -> None:
    assert set("0123456789.") <= set(letters("<ul><li><p>a</p></li></ul>")["SourceSerif4-Regular.ttf"])
    assert "x" not in letters("<ol><li><p>a</p></li></ol>")["SourceSerif4-Regular.ttf"]
    styled = '<ol style="list-style-type: lower-roman"><li><p>a</p></li></ol>'
    assert "x" in letters(styled)["SourceSerif4-Regular.ttf"]


def test_a_family_without_italic_lends_its_upright_face() -> None:
    family: Family = THEME.family["arabic"]
    assert chosen(family, bold=True, italic=True).path == font_path("Amiri-Bold.ttf")
    display = THEME.family["display"]
    assert chosen(display, bold=True, italic=True).path == font_path("SourceSerif4Display-It.ttf")
