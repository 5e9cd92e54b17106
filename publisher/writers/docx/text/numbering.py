"""Lists: those that a style joins, and one of its own for each numbered list, which begins its count anew."""

from publisher.model import ItemList, NumberStyle
from publisher.theme.tokens import Theme
from publisher.writers.docx.elements import Element, root, twips, w
from publisher.writers.docx.look.catalogue import BULLETED, LIST_ROOM, NUMBERED

#: Levels that Word's lists have.
LEVELS = 9
BULLETS = ("•", "–", "◦")
#: The model's number styles in Word's terms (ECMA-376 Part 1, 17.18.59).
FORMATS: dict[NumberStyle, str] = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
#: Greatest number a list may start with.
GREATEST = 32767


class Lists:
    """The lists of a document; bulleted ones share an instance, each numbered one has its own."""

    def __init__(self) -> None:
        self._numbered: list[tuple[NumberStyle, int, int]] = []

    def instance(self, node: ItemList, level: int) -> int:
        """The ``w:numId`` for *node*, a list on *level* (from 0)."""
        if not node.ordered:
            return BULLETED
        self._numbered.append((node.style, min(max(node.start, 0), GREATEST), level))
        return NUMBERED + len(self._numbered)

    def part(self, theme: Theme) -> Element:
        """``numbering.xml`` for all instances given out."""
        inset = step(theme)
        bullets = [_level(level, "bullet", BULLETS[level % len(BULLETS)], 1, inset) for level in range(LEVELS)]
        numbers = [_level(level, "decimal", f"%{level + 1}.", 1, inset) for level in range(LEVELS)]
        own = [
            [_level(level, FORMATS[style], f"%{level + 1}.", start, inset)] for style, start, level in self._numbered
        ]
        kinds = list(enumerate((bullets, numbers, *own), BULLETED))
        return root(
            "numbering",
            *(
                w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *kind, abstractNumId=n)
                for n, kind in kinds
            ),
            *(w("num", w("abstractNumId", val=n), numId=n) for n, _ in kinds),
        )


def _level(level: int, format_: str, words: str, start: int, inset: int) -> Element:
    return w(
        "lvl",
        w("start", val=start),
        w("numFmt", val=format_),
        w("lvlText", val=words),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=inset * (level + 1), hanging=inset)),
        ilvl=level,
    )


def step(theme: Theme) -> int:
    """How far each level of a list stands in, twips."""
    role = theme.role.list_item
    return twips(role.inset * role.size * LIST_ROOM)


def numbered(instance: int, level: int) -> Element:
    """``w:numPr`` of the paragraph that bears an item's number."""
    return w("numPr", w("ilvl", val=level), w("numId", val=instance))
