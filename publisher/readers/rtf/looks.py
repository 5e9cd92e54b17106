"""How a run of RTF looks, and what its paragraph is."""

from typing import NamedTuple


class Look(NamedTuple):
    """What the control words before a run say of it; *skip* is how many characters stand in for a Unicode one."""

    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    raised: int = 0
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    font: int | None = None
    skip: int = 1
    link: str | None = None


class Place(NamedTuple):
    """What a paragraph is: the number of its style, outline level (0–8), list with level, whether in a table."""

    style: int | None = None
    outline: int | None = None
    list: int | None = None
    level: int = 0
    in_table: bool = False


#: Control words that set a property of a run, 0 turning it off; ``\plain`` turns off all of them.
TOGGLES: dict[str, str] = {
    "b": "bold",
    "i": "italic",
    "scaps": "small_caps",
    "v": "hidden",
    "deleted": "deleted",
    "revised": "inserted",
}
RAISED: dict[str, int] = {"super": 1, "sub": -1, "nosupersub": 0, "up": 0, "dn": 0}


_PLACES: dict[str, str] = {"s": "style", "outlinelevel": "outline", "ls": "list", "ilvl": "level"}


def changed(look: Look, name: str, number: int | None) -> Look:
    """*look* after the control word *name*; itself where it says nothing of a run."""
    if name in TOGGLES:
        return look._replace(**{TOGGLES[name]: number != 0})  # type: ignore[arg-type]
    if name in RAISED:
        return look._replace(raised=RAISED[name])
    match name:
        case "plain":
            return Look(deleted=look.deleted, inserted=look.inserted, skip=look.skip, link=look.link)
        case "f":
            return look._replace(font=number)
        case "uc":
            return look._replace(skip=max(0, min(number if number is not None else 1, 8)))
        case _:
            return look


def placed(place: Place, name: str, number: int | None) -> Place:
    """*place* after the control word *name*; itself where it says nothing of a paragraph."""
    if name == "pard":
        return Place()
    if name == "intbl":
        return place._replace(in_table=True)
    if name in _PLACES:
        return place._replace(**{_PLACES[name]: number or 0})  # type: ignore[arg-type]
    return place
