"""What ``bulletin.toml`` says of the look: a letterhead's senders, a brand's colours, marks and fonts."""

from typing import Annotated

from msgspec import Meta

from publisher.configuration import Table
from publisher.theme.tokens import Fraction, Hex


class LetterheadSender(Table, frozen=True):
    """``[[letterhead.sender]]``: who sends a release; a second one says it in a second language."""

    name: str
    """The sender's name."""
    language: str | None = None
    """Language of name and address (BCP 47), where it isn't the issue's."""
    address: tuple[str, ...] = ()
    """Lines that say where and how to reach the sender: street, town, telephone, mail."""


class Letterhead(Table, frozen=True):
    """``[letterhead]``: what themes that open with a letterhead, such as ``letter``, show on it."""

    release_line: bool = True
    """Whether “For immediate release” stands below it; an embargo's hour stands there in any case."""
    sender: Annotated[tuple[LetterheadSender, ...], Meta(max_length=2)] = ()
    """One sender, or one for each of two languages; without any, ``publisher`` and ``contact``."""


class BrandFamily(Table, frozen=True):
    """``[brand.fonts.FAMILY]``: font files that replace a family of the theme (``text``, ``sans`` …)."""

    name: str
    """The family's own name."""
    regular: str
    """File of the upright face, below the issue's folder."""
    italic: str | None = None
    """File of the italic face."""
    bold: str | None = None
    """File of the bold face."""
    bold_italic: str | None = None
    """File of the bold italic face."""


class Brand(Table, frozen=True):
    """``[brand]``: the theme in your colours, without a line of CSS."""

    accent: Hex | None = None
    """Accent colour for screens, ``#rrggbb``."""
    accent_cmyk: tuple[Fraction, Fraction, Fraction, Fraction] | None = None
    """The same for the press, in percent of cyan, magenta, yellow, black."""
    logo: str | None = None
    """A PNG or JPEG below the issue's folder, set in the masthead."""
    masthead: str | None = None
    """Words of the masthead, where they aren't the title."""
    fonts: dict[str, BrandFamily] = {}  # noqa: RUF012 - msgspec gives each its own
    """Families of your own."""


def brand_files(brand: Brand) -> tuple[str, ...]:
    """The files that a brand names: its logo and its fonts."""
    faces = (file for f in brand.fonts.values() for file in (f.regular, f.italic, f.bold, f.bold_italic) if file)
    return (*((brand.logo,) if brand.logo else ()), *faces)
