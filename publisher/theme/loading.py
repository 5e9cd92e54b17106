"""Themes found, loaded and checked; a brand laid over them."""

import functools
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import msgspec

from publisher.configuration import Told, key_lines, read_toml
from publisher.errors import ConfigurationError
from publisher.theme.tokens import Colour, Families, Family, Page, Theme

#: WCAG 2.2, 1.4.3: contrast of text at least 4.5 : 1.
CONTRAST = 4.5
#: Columns narrower than this are set ragged, mm.
JUSTIFIED = 60.0
#: The least room for text, mm: a column's width, a page's height.
NARROWEST, LOWEST = 30.0, 60.0
#: More roles off the grid than this have the grid to blame.
MANY = 3
FACES = ("regular", "italic", "bold", "bold_italic")
_TOLD = "docs/themes.md has every token with its unit"


def styles_folder() -> Path:
    """``styles/``: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "styles"
    return inside if inside.is_dir() else package.parent / "styles"


def fonts_folder() -> Path:
    """Where the vendored font files are."""
    return styles_folder() / "fonts"


def font_path(file: str) -> Path:
    """Where a font file named in a theme is, or would be: ``package:file`` is one of an installed Python package."""
    package, _, inside = file.partition(":")
    if not inside or Path(file).is_absolute():
        return fonts_folder() / file
    # A name without dots: to find it, nothing is imported.
    spec = importlib.util.find_spec(package) if package.isidentifier() else None
    return Path(spec.origin).parent / inside if spec and spec.origin else fonts_folder() / file


@functools.cache
def script_families() -> dict[str, Family]:
    """The families for other scripts that every theme may use, in order of preference, whether installed or not."""
    file = fonts_folder() / "scripts.toml"
    return read_toml(file.read_text("utf-8"), file.name, Families).family


def theme_names() -> tuple[str, ...]:
    """The themes that come with the package."""
    return tuple(sorted(path.parent.name for path in styles_folder().glob("*/theme.toml")))


def load_theme(name: str, folder: Path | None = None) -> Theme:
    """The theme *name*: one that comes along, or a folder below *folder* that holds a ``theme.toml``."""
    path = styles_folder() / name / "theme.toml"
    if folder is not None and (folder / name / "theme.toml").is_file():
        path = folder / name / "theme.toml"
    if not path.is_file():
        raise ConfigurationError(
            f"there is no theme “{name}”",
            f"the themes are: {', '.join(theme_names())}; `publisher themes --copy gazette {name}` makes your own",
        )
    return read_theme(path.read_text("utf-8"), str(Path(name) / "theme.toml"), name)


def read_theme(text: str, file: str, name: str) -> Theme:
    """A ``theme.toml``'s text as a Theme; a ConfigurationError names all that doesn't fit together, with its line."""
    try:
        theme = read_toml(text, file, Theme)
    except ConfigurationError as error:
        raise ConfigurationError(error.message, f"{error.hint}; {_TOLD}" if error.hint else _TOLD) from None
    along = {key: family for key, family in script_families().items() if ":" not in family.regular}
    theme = msgspec.structs.replace(theme, name=name, family={**theme.family, **along, **theme.family})
    told = Told(key_lines(text), file)
    if faults := [f"{told.place(path)}: {fault}" for path, fault in _faults(theme)]:
        raise ConfigurationError("\n".join(faults), _TOLD)
    return _ragged(theme) if theme.page.column < JUSTIFIED else theme


def _ragged(theme: Theme) -> Theme:
    """*theme* with nothing justified: in narrow columns that tears holes into lines."""
    ragged = {
        name: msgspec.structs.replace(role, align="start")
        for name, role in theme.roles().items()
        if role.align == "justify"
    }
    return msgspec.structs.replace(theme, role=msgspec.structs.replace(theme.role, **ragged))


def _faults(theme: Theme) -> Iterator[tuple[tuple[str, ...], str]]:
    """(path of a token, what is wrong with it) for what doesn't fit together."""
    for name, role in theme.roles().items():
        if role.family not in theme.family:
            yield ("role", name, "family"), f"role.{name}: there is no [family.{role.family}]"
        if role.colour not in theme.colour:
            yield ("role", name, "colour"), f"role.{name}: there is no [colour.{role.colour}]"
        elif (ratio := contrast(theme.colour[role.colour].rgb)) < CONTRAST:
            fault = f"colour.{role.colour} has contrast {ratio:.1f} : 1 on white, text needs {CONTRAST}"
            yield ("role", name, "colour"), f"role.{name}: {fault}"
    for name, family in theme.family.items():
        for face in FACES:
            file = getattr(family, face)
            if file and not font_path(file).is_file() and not Path(file).is_absolute():
                yield ("family", name, face), f"family.{name}: there is no font file “{file}”"
    yield from _off_grid(theme)
    yield from too_narrow(theme.page)


def _off_grid(theme: Theme) -> Iterator[tuple[tuple[str, ...], str]]:
    """Leading must be a whole or half number of grid lines, or columns won't hold the grid."""
    line = theme.page.baseline
    off = [name for name, role in theme.roles().items() if (role.leading * 2) % line > 1e-6]
    grid = f"no whole or half number of {line:g} pt grid lines"
    if len(off) > MANY:
        yield ("page", "baseline"), f"page.baseline: the leading of {', '.join(off)} is {grid}"
        return
    for name in off:
        leading = theme.roles()[name].leading
        yield ("role", name, "leading"), f"role.{name}: leading {leading:g} is {grid}"


def too_narrow(page: Page) -> Iterator[tuple[tuple[str, ...], str]]:
    """Margins that leave no room for text."""
    if (column := page.column) < NARROWEST:
        fault = f"margins and gaps leave columns of {column:.0f} mm; they need {NARROWEST:.0f}"
        yield ("page", "margin_inside"), f"page: {fault}"
    if (height := page.height - page.margin_top - page.margin_bottom) < LOWEST:
        yield ("page", "margin_top"), f"page: margins leave {height:.0f} mm for text; a page needs {LOWEST:.0f}"


def contrast(rgb: str, ground: str = "#ffffff") -> float:
    """Contrast ratio of two colours, ``#rrggbb`` (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(rgb), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(rgb: str) -> float:
    values = (int(rgb[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def with_accent(theme: Theme, accent: Colour) -> Theme:
    """The theme with another accent colour; its contrast is checked like the theme's own."""
    if (ratio := contrast(accent.rgb)) < CONTRAST:
        raise ConfigurationError(
            f"bulletin.toml: brand.accent {accent.rgb} has contrast {ratio:.1f} : 1 on white",
            f"text in the accent colour needs {CONTRAST} : 1; take a darker one",
        )
    return msgspec.structs.replace(theme, colour={**theme.colour, "accent": accent})
