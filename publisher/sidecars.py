"""Sidecars: what the editor says of one text in a TOML file beside it, by the keys of ``[source."FILE"]``."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import asdict, replace

from publisher.configuration import read_file, read_toml
from publisher.settings import FILE, Settings, SourceSettings

SUFFIX = ".toml"


def sidecar_of(path: Path) -> Path | None:
    """The sidecar of the text at *path*: ``story.docx.toml``, or else ``story.toml``; None if there is none."""
    names = (f"{path.name}{SUFFIX}", f"{path.stem}{SUFFIX}")
    found = (path.with_name(name) for name in names if name not in (FILE, path.name))
    return next((file for file in found if file.is_file()), None)


def is_sidecar(path: Path, beside: Iterable[Path], suffixes: Iterable[str]) -> bool:
    """Whether *path* is the sidecar of one of the files *beside* it whose ending, among *suffixes*, makes it a text."""
    texts = [other for other in beside if other != path and other.suffix.lower() in suffixes]
    return path.suffix == SUFFIX and any(path.stem in (text.name, text.stem) for text in texts)


def with_sidecar(settings: Settings, name: str, path: Path | None) -> Settings:
    """*settings* with what the sidecar of the text *name* at *path* says; what they say themselves goes before it.

    A ConfigurationError names every fault in the sidecar with its line.
    """
    file = sidecar_of(path) if path else None
    if file is None:
        return settings
    said = read_toml(read_file(file, "check your rights"), str(file), SourceSettings)
    nearer = {key: value for key, value in asdict(settings.source.get(name, SourceSettings())).items() if value}
    return replace(settings, source=settings.source | {name: replace(said, **nearer)})
