"""Words as runs: what a paragraph's style leaves open is said on the run, and nothing else."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from publisher.model import Direction
from publisher.normalise.language.detection import direction
from publisher.theme.tokens import Role, Theme
from publisher.writers.docx.elements import Element, switch, text, w
from publisher.writers.docx.look.typefaces import Slots, asian_font
from publisher.writers.docx.text.languages import ASIAN, Piece, language_element, pieces
from publisher.writing import JOINED, script_of


class Ground(NamedTuple):
    """What holds for the whole document; *roles* is style → the tokens it shows, *covered* whether it has a cover."""

    theme: Theme
    others: Slots
    language: str
    direction: Direction
    roles: dict[str, Role]
    covered: bool

    def look(self, style: str, language: str | None = None) -> "Look":
        """How words look in a paragraph of *style*, in the document's language or another."""
        role = self.roles[style]
        facing = direction(language) if language else self.direction
        return Look(role, language or self.language, facing, role.weight == "bold", role.italic)


class Look(NamedTuple):
    """How words look in a paragraph (or, with *style*, in a run) that shows *role*."""

    role: Role
    language: str
    direction: Direction
    bold: bool
    italic: bool
    small_caps: bool = False
    position: Literal["superscript", "subscript"] | None = None
    style: str | None = None


def paragraph(style: str, content: Iterable[Element]) -> Element:
    """*content* as a paragraph of *style* in the document's own direction."""
    return w("p", w("pPr", w("pStyle", val=style)), *content)


def line(words: str, style: str, ground: Ground, language: str | None = None) -> Element:
    """*words* as a paragraph of *style*, in the document's language or another."""
    return paragraph(style, runs(words, ground.look(style, language), ground))


def tabbed(parts: Iterable[str], style: str, ground: Ground) -> list[Element]:
    """*parts* with a tab between each two; an empty one leaves its place empty."""
    look = ground.look(style)
    content: list[Element] = []
    for number, part in enumerate(parts):
        if number:
            content.append(tab())
        content += runs(part, look, ground)
    return content


def tab() -> Element:
    """A step to the next tab stop."""
    return w("r", w("tab"))


def runs(words: str, look: Look, ground: Ground) -> list[Element]:
    """*words* as runs; more than one only where direction or script changes."""
    return [
        w("r", _properties(piece, look, ground), text(piece.text))
        for piece in pieces(words, look.direction)
        if piece.text
    ]


def line_break(look: Look, ground: Ground) -> Element:
    """A forced line end."""
    return w("r", _properties(Piece(""), look, ground), w("br"))


def lines(words: str, look: Look, ground: Ground) -> list[Element]:
    """Verbatim text: its line ends and tabs as Word has them."""
    written: list[Element] = []
    for number, verbatim in enumerate(words.split("\n")):
        if number:
            written.append(line_break(look, ground))
        for column, part in enumerate(verbatim.split("\t")):
            if column:
                written.append(tab())
            written += runs(part, look, ground)
    return written


def _properties(piece: Piece, look: Look, ground: Ground) -> Element | None:
    found = [
        *([w("rStyle", val=look.style)] if look.style else []),
        *_script_font(piece, look, ground),
        *(_pair("b", look.bold) if look.bold != (look.role.weight == "bold") else ()),
        *(_pair("i", look.italic) if look.italic != look.role.italic else ()),
        *([w("smallCaps")] if look.small_caps else []),
        # Letters that join must not be spaced.
        *([w("spacing", val=0)] if look.role.tracking and piece.script in JOINED else []),
        *([w("vertAlign", val=look.position)] if look.position else []),
        *([w("rtl")] if piece.rtl else [w("cs")] if piece.script else []),
        *([language_element(look.language)] if look.language != ground.language else []),
    ]
    return w("rPr", *found) if found else None


def _pair(tag: str, on: bool) -> tuple[Element, Element]:
    """A property for Latin words and the same for those of complex scripts."""
    return switch(tag, on), switch(f"{tag}Cs", on)


def _script_font(piece: Piece, look: Look, ground: Ground) -> list[Element]:
    """A style has one slot for all complex scripts, and one for East Asia; who needs another font names it."""
    said = {}
    family = ground.others.by_script.get(piece.script or "", ground.others.complex)
    if family != ground.others.complex:
        said["cs"] = family
    if look.language != ground.language and script_of(look.language) in ASIAN:
        said["eastAsia"] = asian_font(look.role.family, ground.theme, look.language)
    return [w("rFonts", **said)] if said else []
