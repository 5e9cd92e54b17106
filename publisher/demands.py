"""What is asked of paper and files: ``paper``, a preset and ``[print]``, ``[docx]``, ``[screen]``, ``[epub]``."""

from pathlib import Path

import msgspec

from publisher.configuration import read_toml
from publisher.errors import ConfigurationError
from publisher.profiles import check_profile, condition_of
from publisher.settings import FILE, Docx, Print, Screen, Settings, file_inside
from publisher.theme.files import Book, Press
from publisher.theme.loading import too_narrow
from publisher.theme.tokens import PageSize, Theme


def asked(theme: Theme, settings: Settings, folder: Path | None) -> Theme:
    """The theme with what *settings* ask of each file; files that they name are looked for in *folder* alone."""
    if settings.paper:
        theme = _on_paper(theme, settings.paper)
    return msgspec.structs.replace(
        demanded(theme, settings.print, folder),
        docx=msgspec.structs.replace(theme.docx, **_said(settings.docx)),
        screen=msgspec.structs.replace(theme.screen, **_said(settings.screen)),
        book=Book(settings.epub.conforms_to, settings.epub.certified_by, settings.epub.ncx),
    )


def _on_paper(theme: Theme, size: PageSize) -> Theme:
    """The theme on another sheet; a ConfigurationError where its margins leave no room for text there."""
    page = msgspec.structs.replace(theme.page, size=size)
    for _, fault in too_narrow(page):
        raise ConfigurationError(
            f"{FILE}: paper {size} is too small for the theme {theme.name}: {fault}", "take a larger sheet"
        )
    return msgspec.structs.replace(theme, page=page)


def demanded(theme: Theme, settings: Print, folder: Path | None) -> Theme:
    """The theme with the press and the bleed that *settings* ask for; files are looked for in *folder* alone."""
    said = _with_preset(settings, folder)
    bleed = theme.page.bleed if said.bleed is None else said.bleed
    return msgspec.structs.replace(
        theme, page=msgspec.structs.replace(theme.page, bleed=bleed), press=_press(said, theme.press, folder)
    )


def _said(table: Docx | Print | Screen) -> dict[str, object]:
    """The keys of *table* that say something."""
    return {key: value for key, value in msgspec.structs.asdict(table).items() if value is not None}


def _with_preset(settings: Print, folder: Path | None) -> Print:
    """*settings* over those of their preset."""
    if settings.preset is None:
        return settings
    preset = _preset(settings.preset, file_inside(folder, settings.preset, "[print] preset"))
    return msgspec.structs.replace(preset, **_said(settings))


def _preset(name: str, path: Path) -> Print:
    """A print shop's demands; they travel with their profile, whose path starts where the preset stands."""
    try:
        preset = read_toml(path.read_text("utf-8-sig"), name, Print)
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{name}: is not UTF-8 (byte {error.start + 1})", "save it as UTF-8") from None
    if preset.preset is not None:
        raise ConfigurationError(f"{name}: names a preset itself ({preset.preset})", "put all demands into one file")
    if preset.profile is not None:
        preset = msgspec.structs.replace(preset, profile=str(Path(name).parent / preset.profile))
    return preset


def _press(asked: Print, standing: Press, folder: Path | None) -> Press:
    """What is asked for over what stands already."""
    said = {
        key: value
        for key in ("standard", "condition", "marks", "overprint", "max_ink", "bookmarks", "binding")
        if (value := getattr(asked, key)) is not None
    }
    if asked.profile is not None:
        said |= _own_profile(asked, file_inside(folder, asked.profile, "[print] profile"))
    return msgspec.structs.replace(standing, **said)


def _own_profile(asked: Print, path: Path) -> dict[str, object]:
    data = path.read_bytes()
    check_profile(data, f"{FILE}: [print] profile: {asked.profile}")
    condition = asked.condition or condition_of(data)
    if condition is None:
        raise ConfigurationError(
            f"{FILE}: [print] profile: {asked.profile} doesn't say which printing condition it was made for",
            'say condition = "…" under [print]: the name that the print shop gives, such as FOGRA51',
        )
    return {"profile": data, "condition": condition}
