"""What a press file is made of, for whoever prepares it: boxes, inks, fonts, pictures."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publisher.preflight.press.content.geometry import Frame
from publisher.preflight.press.content.marks import Inside, Kind, Mark
from publisher.preflight.press.content.pictures import Picture
from publisher.preflight.press.content.resources import Font
from publisher.preflight.press.fonts.typefaces import font_file
from publisher.preflight.press.ink.colour import Model
from publisher.preflight.press.ink.coverage import Heaviest

#: Different pictures that are listed.
MOST_PICTURES = 2000


class PictureFact(NamedTuple):
    """A picture, the pages it stands on, and its least pixels an inch as placed."""

    picture: Picture
    pages: tuple[int, ...]
    density: float


class FontFact(NamedTuple):
    """A font, the pages it stands on, and whether it is embedded."""

    name: str
    kind: str
    is_embedded: bool
    pages: tuple[int, ...]


class Facts(NamedTuple):
    """What a file is made of; *colours* maps the name of a colour space or a spot ink to its pages."""

    frames: tuple[Frame, ...] = ()
    standard: str = ""
    version: str = ""
    title: str = ""
    condition: str = ""
    ink_limit: float = 0.0
    renderer: str = ""
    coverage: Mapping[int, Heaviest] = {}
    colours: Mapping[str, tuple[int, ...]] = {}
    fonts: tuple[FontFact, ...] = ()
    pictures: tuple[PictureFact, ...] = ()


class Inventory:
    """What has been met so far, mark by mark."""

    def __init__(self) -> None:
        self._colours: dict[str, dict[int, None]] = {}
        self._pictures: dict[Picture, tuple[dict[int, None], float]] = {}

    def add(self, mark: Mark, page: int) -> None:
        """Takes in one mark of a page."""
        if mark.kind in (Kind.GROUP, Kind.NOTICE) or mark.inside is Inside.MASK:
            return
        space = mark.paint.space
        if space.model not in (Model.UNKNOWN, Model.PATTERN):
            self._colours.setdefault(str(space), {})[page] = None
        picture = mark.picture
        if picture is not None and (picture in self._pictures or len(self._pictures) < MOST_PICTURES):
            pages, density = self._pictures.get(picture, ({}, mark.density))
            pages[page] = None
            self._pictures[picture] = pages, min(density, mark.density)

    def colours(self) -> Mapping[str, tuple[int, ...]]:
        """Name of a colour space or a spot ink → its pages."""
        return {name: tuple(pages) for name, pages in sorted(self._colours.items())}

    def pictures(self) -> tuple[PictureFact, ...]:
        """The pictures in the order they were met."""
        return tuple(
            PictureFact(picture, tuple(pages), density) for picture, (pages, density) in self._pictures.items()
        )


def font_facts(fonts: Sequence[Font]) -> tuple[FontFact, ...]:
    """The fonts that pages use, by name."""
    used = sorted((font for font in fonts if font.pages), key=lambda font: (font.name, min(font.pages)))
    return tuple(
        FontFact(font.name, font.kind, font.kind == "Type3" or font_file(font) is not None, tuple(sorted(font.pages)))
        for font in used
    )
