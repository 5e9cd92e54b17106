"""Themes found, loaded and checked; a brand laid over them."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from publisher.configuration import read_toml
from publisher.errors import ConfigurationError
from publisher.theme.tokens import Colour, Role, Theme

#: WCAG 2.2, 1.4.3: contrast of text at least 4.5 : 1.
CONTRAST = 4.5


def styles_folder() -> Path:
    """``styles/``: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "styles"
    return inside if inside.is_dir() else package.parent / "styles"


def fonts_folder() -> Path:
    """Where the vendored font files are."""
    return styles_folder() / "fonts"


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
    """A ``theme.toml``'s text as a Theme; a ConfigurationError names all that doesn't fit together."""
    theme = msgspec.structs.replace(read_toml(text, file, Theme), name=name)
    if faults := list(_faults(theme)):
        raise ConfigurationError(
            "\n".join(f"{file}: {fault}" for fault in faults), "see docs/reference.md for every token"
        )
    return theme


def _faults(theme: Theme) -> Iterator[str]:
    for name, role in theme.roles().items():
        if role.family not in theme.family:
            yield f"role.{name}: there is no [family.{role.family}]"
        if role.colour not in theme.colour:
            yield f"role.{name}: there is no [colour.{role.colour}]"
        elif (ratio := contrast(theme.colour[role.colour].rgb)) < CONTRAST:
            yield f"role.{name}: colour.{role.colour} has contrast {ratio:.1f} : 1 on white, text needs {CONTRAST}"
    for name, family in theme.family.items():
        for file in (family.regular, family.italic, family.bold, family.bold_italic):
            if file and not (fonts_folder() / file).is_file() and not Path(file).is_absolute():
                yield f"family.{name}: there is no font file “{file}”"
    yield from (f"role.{name}: {fault}" for name, role in theme.roles().items() for fault in _off_grid(role, theme))


def _off_grid(role: Role, theme: Theme) -> Iterator[str]:
    """Leading must be a whole or half number of grid lines, or columns won't hold the grid."""
    if (role.leading * 2) % theme.page.baseline > 1e-6:
        yield f"leading {role.leading:g} is no whole or half number of {theme.page.baseline:g} pt grid lines"


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
