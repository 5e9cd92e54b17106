"""A brand laid over a theme: accent, logo, masthead and fonts of one's own, without a line of CSS."""

from pathlib import Path

import msgspec

from publisher.appearance import Brand, BrandFamily
from publisher.errors import ConfigurationError
from publisher.settings import Settings, file_inside
from publisher.theme.files import Marks
from publisher.theme.loading import with_accent
from publisher.theme.tokens import Colour, Family, Theme

#: First bytes of the pictures a logo may be.
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def branded(theme: Theme, settings: Settings, folder: Path | None) -> Theme:
    """The theme in the brand's colours and fonts; files are looked for in *folder* alone."""
    brand = settings.brand
    if brand.accent:
        theme = with_accent(theme, Colour(brand.accent, brand.accent_cmyk or _inks(brand.accent)))
    families = {key: _family(key, family, theme, folder) for key, family in brand.fonts.items()}
    return msgspec.structs.replace(
        theme, family={**theme.family, **families}, marks=Marks(brand.masthead, _logo(brand, folder))
    )


def _inks(rgb: str) -> tuple[float, float, float, float]:
    """Inks for an accent given for screens alone: the plain complement, black taken out (ISO 32000-1, 10.3.4)."""
    red, green, blue = (int(rgb[i : i + 2], 16) / 255 for i in (1, 3, 5))
    black = 1 - max(red, green, blue)
    return (
        round((1 - red - black) * 100, 1),
        round((1 - green - black) * 100, 1),
        round((1 - blue - black) * 100, 1),
        round(black * 100, 1),
    )


def _family(key: str, family: BrandFamily, theme: Theme, folder: Path | None) -> Family:
    def path(face: str, file: str | None) -> str | None:
        return str(file_inside(folder, file, f"brand.fonts.{key}.{face}")) if file else None

    replaced = theme.family.get(key, theme.family[theme.role.body.family])
    return Family(
        family.name,
        str(file_inside(folder, family.regular, f"brand.fonts.{key}.regular")),
        path("italic", family.italic),
        path("bold", family.bold),
        path("bold_italic", family.bold_italic),
        replaced.generic,
        replaced.alternative,
        replaced.scripts,
    )


def _logo(brand: Brand, folder: Path | None) -> bytes | None:
    if not brand.logo:
        return None
    data = file_inside(folder, brand.logo, "brand.logo").read_bytes()
    if not data.startswith(PICTURES):
        raise ConfigurationError(
            f"bulletin.toml: brand.logo: {brand.logo} is neither PNG nor JPEG", "save the logo as PNG"
        )
    return data
