"""What pandoc's attributes say that the model has a word for: role, language, direction, name."""

import re
from typing import NamedTuple, TypedDict

from publisher.errors import ConfigurationError
from publisher.model import Direction, Role
from publisher.normalise.language.detection import canonical

#: Classes and Word styles that mean a role, beside the roles' own names.
ALIASES = {
    "subtitle": Role.STANDFIRST,
    "abstract": Role.STANDFIRST,
    "author": Role.BYLINE,
    "pullquote": Role.PULL_QUOTE,
    "editors-notes": Role.EDITORS_NOTE,
}
VERSE, CAPTION, DECORATIVE = "verse", "caption", "decorative"
#: Classes and styles of captions, CAPTION and what office programs call it.
CAPTIONS = frozenset((CAPTION, "image-caption", "figure-caption", "figurecaption", "illustration", "figure"))
_STYLE = "custom-style"
_APART = re.compile(r"[\s_]+")


class Attr(NamedTuple):
    """Identifier, classes, and key–value pairs."""

    id: str = ""
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """The value of *key*, None if it isn't there."""
        return next((value for name, value in self.pairs if name == key), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Classes and Word style in small letters with hyphens: “Pull Quote” is ``pull-quote``."""
        style = self.get(_STYLE)
        return tuple(_APART.sub("-", name.strip().lower()) for name in (*self.classes, style or "") if name)

    @property
    def role(self) -> Role | None:
        """The role that a class or style gives."""
        known = {role.value: role for role in Role} | ALIASES
        return next((known[name] for name in self.names if name in known), None)

    @property
    def direction(self) -> Direction | None:
        """The direction, where it is one."""
        match self.get("dir"):
            case "ltr" | "rtl" as direction:
                return direction
            case _:
                return None

    @property
    def language(self) -> str | None:
        """The language as BCP 47 writes it; None if there is none, or it isn't one (`wrong_language`)."""
        tag = self.get("lang") or self.get("xml:lang")
        try:
            return canonical(tag) if tag else None
        except ConfigurationError:
            return None

    @property
    def wrong_language(self) -> str | None:
        """What stands for a language but is none."""
        tag = self.get("lang") or self.get("xml:lang")
        return tag if tag and not self.language else None


class Fields(TypedDict):
    """The fields that every block of the model has."""

    role: Role
    id: str | None
    language: str | None
    direction: Direction | None


class Manner(NamedTuple):
    """What the surroundings of a block say of it."""

    role: Role = Role.BODY
    id: str | None = None
    language: str | None = None
    direction: Direction | None = None

    def under(self, attr: Attr) -> "Manner":
        """The same with what *attr*, standing nearer, says."""
        return Manner(
            attr.role or self.role,
            attr.id or self.id,
            attr.language or self.language,
            attr.direction or self.direction,
        )

    @property
    def fields(self) -> Fields:
        """The fields of a block."""
        return Fields(role=self.role, id=self.id, language=self.language, direction=self.direction)
