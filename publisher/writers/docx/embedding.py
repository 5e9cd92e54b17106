"""Fonts inside the document, obfuscated as the format wants it (ECMA-376 Part 1, 17.8.1)."""

import hashlib
import uuid
from collections.abc import Iterator

from fontTools import unicodedata as scripts

from publisher.fonts import Face, faces, may_embed
from publisher.identity import NAMESPACE
from publisher.model import Bulletin
from publisher.report import Report, Where
from publisher.theme.tokens import Family, Theme
from publisher.walk import bulletin_text
from publisher.writers.docx.elements import Element, w
from publisher.writers.docx.package import Part
from publisher.writers.docx.relations import Relations

FONT_TABLE = "word/fontTable.xml"
_PLACES = {
    ("normal", "normal"): "embedRegular", ("bold", "normal"): "embedBold",
    ("normal", "italic"): "embedItalic", ("bold", "italic"): "embedBoldItalic",
}  # fmt: skip
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
        if all(may_embed(face.path) for face in faces(family)):
            made.add(family)
        else:
            report.add(
                "docx.font",
                f"the licence of {family.name} forbids its embedding in documents",
                Where(part=FONT_TABLE),
                "tell the readers to install it, or take a font that may be embedded",
            )
    return made


def _families(bulletin: Bulletin, theme: Theme) -> Iterator[Family]:
    used = {scripts.script(character) for character in set(bulletin_text(bulletin))}
    roles = {role.family for role in theme.roles().values()}
    for key, family in theme.family.items():
        if key in roles or used & set(family.scripts):
            yield family


def veiled(data: bytes, key: uuid.UUID) -> bytes:
    """The font with its first bytes combined with *key*, from its end on; the same once more gives the font back."""
    veil = key.bytes[::-1] * 2
    return bytes(byte ^ mask for byte, mask in zip(data[:_VEILED], veil, strict=True)) + data[_VEILED:]


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
