"""Fonts inside the document, obfuscated as the format wants it (ECMA-376 Part 1, 17.8.1)."""

import hashlib
import uuid
from collections.abc import Iterator

from fontTools import unicodedata as scripts

from publisher.fonts import Face, faces, is_truetype, is_variable, may_embed
from publisher.identity import NAMESPACE
from publisher.model import Bulletin
from publisher.report import Report, Where
from publisher.theme.tokens import Family, Theme
from publisher.walk import bulletin_text
from publisher.writers.docx.elements import Element, w
from publisher.writers.docx.parts.package import Part
from publisher.writers.docx.parts.relations import Relations
from publisher.writing import EAST_ASIAN

FONT_TABLE = "word/fontTable.xml"
_PLACES = {
    ("normal", "normal"): "embedRegular", ("bold", "normal"): "embedBold",
    ("normal", "italic"): "embedItalic", ("bold", "italic"): "embedBoldItalic",
}  # fmt: skip
#: Scripts that no character has: East Asian families are named by languages, signs and emoji by their kind. Of these,
#: a bulletin's theme has what it needs.
_OTHERWISE = frozenset({*EAST_ASIAN, "Zsym", "Zsye"})
#: Bytes at the beginning of a font that are obfuscated.
_VEILED = 32


class Embedding:
    """The fonts that travel inside a document: *faces* is family → what the font table says of them."""

    def __init__(self) -> None:
        self.faces: dict[str, list[Element]] = {}
        self.parts: list[Part] = []
        self.relations = Relations(FONT_TABLE)

    def add(self, family: Family) -> None:
        """Puts the faces of *family* in, each file once; Word makes up what is missing."""
        by_file = {face.path: face for face in faces(family)}
        elements = [self._face(face) for face in by_file.values()]
        self.faces[family.name] = sorted(elements, key=lambda element: list(_PLACES.values()).index(_name(element)))

    def _face(self, face: Face) -> Element:
        data = face.path.read_bytes()
        key = uuid.uuid5(NAMESPACE, hashlib.sha256(data).hexdigest())
        name = f"word/fonts/font{len(self.parts) + 1}.odttf"
        self.parts.append(Part(name, "font", veiled(data, key)))
        place = _PLACES[face.weight, face.style]
        return w(place, r_id=self.relations.font(name), fontKey=f"{{{str(key).upper()}}}")


def embedding(bulletin: Bulletin, theme: Theme, report: Report) -> Embedding:
    """The fonts that *theme* wants inside, if any: its families, those of other scripts where they are used."""
    made = Embedding()
    for family in _families(bulletin, theme) if theme.docx.embed_fonts else ():
        if reason := _refusal(family):
            hint = "tell the readers to install it, or take a font that may be embedded"
            report.add("docx.font", reason, Where(part=FONT_TABLE), hint)
        else:
            made.add(family)
    return made


def _refusal(family: Family) -> str | None:
    """Why *family* can't travel inside a document, if it can't: Word takes TrueType of one weight (17.8.1)."""
    paths = [face.path for face in faces(family)]
    if not all(map(may_embed, paths)):
        return f"the licence of {family.name} forbids its embedding in documents"
    if not all(map(is_truetype, paths)) or any(map(is_variable, paths)):
        return f"{family.name} is of a kind that Word doesn't take into documents"
    return None


def _families(bulletin: Bulletin, theme: Theme) -> Iterator[Family]:
    used = {scripts.script(character) for character in set(bulletin_text(bulletin))}
    roles = {role.family for role in theme.roles().values()}
    for key, family in theme.family.items():
        if key in roles or not (used | _OTHERWISE).isdisjoint(family.scripts):
            yield family


def veiled(data: bytes, key: uuid.UUID) -> bytes:
    """The font with its first bytes combined with *key*, from its end on; the same once more gives the font back."""
    veil = key.bytes[::-1] * 2
    return bytes(byte ^ mask for byte, mask in zip(data[:_VEILED], veil, strict=True)) + data[_VEILED:]


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
