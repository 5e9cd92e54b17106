"""A role's tokens as paragraph and run properties, in the order the schema wants them."""

from typing import NamedTuple

from publisher.theme.tokens import Role, Theme
from publisher.writers.docx.elements import Element, half_points, mm, switch, twips, w, w14
from publisher.writers.docx.look.palette import colour, rule
from publisher.writers.docx.look.typefaces import Slots, fonts
from publisher.writers.docx.text.numbering import step
from publisher.writing import JOINED, script_of

#: Justified text by script, where stretching blanks is not what its readers know.
JUSTIFIED = {"Arab": "lowKashida", "Thai": "thaiDistribute"}
#: Figures → form and spacing of numbers.
FIGURES = {
    "old-style": ("oldStyle", "proportional"),
    "lining": ("lining", "proportional"),
    "tabular": ("lining", "tabular"),
}


class Rule(NamedTuple):
    """A rule above or below a paragraph: its thickness and its distance from the text, pt."""

    thickness: float
    distance: int = 0


class Frame(NamedTuple):
    """What a paragraph style has that no token says.

    Space above and below in grid lines, rules (those *between* paragraphs of one style, too), room at both sides
    and tabs in twips, an outline level from 0, the list its paragraphs belong to, whether those in a row stand
    *together* without the space around them, and whether its lines are *loose*: may part anywhere.
    """

    before: float = 0
    after: float = 0
    left: int = 0
    right: int = 0
    top: Rule | None = None
    bottom: Rule | None = None
    between: Rule | None = None
    tabs: tuple[tuple[str, int], ...] = ()
    leader: str | None = None
    outline: int | None = None
    numbered: int | None = None
    together: bool = False
    loose: bool = False


class Shaper(NamedTuple):
    """Turns roles of *theme* into properties.

    *others* are the families of other scripts, *contents* is the width (twips) of the list of contents.
    """

    theme: Theme
    others: Slots
    language: str
    contents: int

    def paragraph(self, role: Role, frame: Frame) -> list[Element]:
        """The children of ``w:pPr``; a rule takes its room from the space around, as on the pages."""
        found = [
            *((w("keepNext"), w("keepLines")) if role.keep_next else ()),
            switch("widowControl", not frame.loose),
            w("numPr", w("numId", val=frame.numbered)) if frame.numbered else None,
            self._rules(role, frame),
            _tabs(frame),
            # Display lines and furniture are ragged: a hyphen in them is a fault.
            switch("suppressAutoHyphens", role.align != "justify"),
            self._spacing(role, frame),
            self._indents(role, frame),
            w("contextualSpacing") if frame.together else None,
            w("jc", val=self._alignment(role)),
            None if frame.outline is None else w("outlineLvl", val=frame.outline),
        ]
        return [element for element in found if element is not None]

    def _indents(self, role: Role, frame: Frame) -> Element:
        if frame.numbered:
            return w("ind", left=step(self.theme), hanging=step(self.theme))
        left, first = twips(role.inset * role.size), twips(role.indent * role.size)
        return w("ind", left=left + frame.left, right=frame.right or None, firstLine=first)

    def _spacing(self, role: Role, frame: Frame) -> Element:
        line = self.theme.page.baseline
        above = (role.before + frame.before) * line - _room(frame.top)
        below = (role.after + frame.after) * line - _room(frame.bottom)
        return w(
            "spacing",
            before=twips(max(above, 0)),
            after=twips(max(below, 0)),
            # “auto” would multiply the font's own line height, which is a third more than its size.
            line=twips(role.leading),
            lineRule="exact",
        )

    def _rules(self, role: Role, frame: Frame) -> Element | None:
        drawn = [
            rule(side, given.thickness, given.distance, role.colour, self.theme)
            for side, given in (("top", frame.top), ("bottom", frame.bottom), ("between", frame.between))
            if given
        ]
        return w("pBdr", *drawn) if drawn else None

    def _alignment(self, role: Role) -> str:
        if role.align == "justify":
            return JUSTIFIED.get(script_of(self.language), "both")
        return role.align

    def letters(self, role: Role) -> list[Element]:
        """The children of ``w:rPr``."""
        form, spacing = FIGURES[role.figures]
        size = half_points(role.size)
        tracking = 0 if script_of(self.language) in JOINED else role.tracking * role.size
        return [
            fonts(role.family, self.theme, self.others),
            *((w("b"), w("bCs")) if role.weight == "bold" else ()),
            *((w("i"),) if role.italic else ()),
            # Scripts without an italic are not slanted for want of one.
            *((w("iCs"),) if role.italic and self.others.slants else ()),
            *((w("caps"),) if role.capitals else ()),
            colour(role.colour, self.theme),
            *((w("spacing", val=twips(tracking)),) if tracking else ()),
            w("sz", val=size),
            w("szCs", val=size),
            w14("numForm", form),
            w14("numSpacing", spacing),
        ]

    def middle_and_end(self) -> tuple[tuple[str, int], ...]:
        """Tabs in the middle and at the end of the type area."""
        measure = mm(self.theme.page.measure)
        return (("center", measure // 2), ("end", measure))


def _room(rule: Rule | None) -> float:
    return rule.thickness + rule.distance if rule else 0


def _tabs(frame: Frame) -> Element | None:
    stops = [w("tab", val=kind, leader=frame.leader, pos=position) for kind, position in frame.tabs]
    return w("tabs", *stops) if stops else None
