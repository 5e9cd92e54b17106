"""The issue on disk: which texts there are, in which order, under which settings."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from publisher.appearance import brand_files
from publisher.configuration import read_file
from publisher.errors import ConfigurationError, SourceError
from publisher.formats import Source
from publisher.report import Report, Where
from publisher.settings import FILE, Settings, read_settings
from publisher.sidecars import is_sidecar, with_sidecar

#: The record of an approval, beside the sources.
APPROVAL = "approval.json"
#: What `publisher build` and `show` call standard input.
STANDARD_INPUT = "-"
#: Endings of pictures, which belong to texts.
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".heif", ".svg"))


class Issue(NamedTuple):
    """Settings and texts of one issue; *folder* is where pictures, fonts and themes are looked for.

    *approval* is the record that ``publisher approve`` left there.
    """

    settings: Settings
    sources: tuple[Source, ...]
    folder: Path | None
    approval: bytes | None = None


def gather(
    names: Sequence[str],
    configuration: Path | None,
    standard_input: bytes,
    suffixes: Collection[str],
    report: Report,
) -> Issue:
    """The issue that *names* (files, folders, ``-``) stand for.

    A folder gives its ``bulletin.toml`` and its texts: those the settings list, in that order, then the
    others by name; subfolders are sections. *suffixes* are the endings that are texts.
    """
    folders = [Path(name) for name in names if name != STANDARD_INPUT and Path(name).is_dir()]
    settings, folder = _settings(configuration, folders, report)
    sources: list[Source] = []
    for name in names:
        if name == STANDARD_INPUT:
            sources.append(Source("standard-input.txt", standard_input))
        elif Path(name).is_dir():
            sources += _folder(Path(name), settings, suffixes, report)
        else:
            sources.append(_file(Path(name), Path(name).parent, settings))
    if not sources:
        raise SourceError(
            f"there are no texts in {', '.join(names)}",
            f"put one there (a file ending in {', '.join(s for s in sorted(suffixes) if s)}), then run again",
        )
    return Issue(_with_sidecars(settings, sources), tuple(sources), folder, _approval(folder))


def _with_sidecars(settings: Settings, sources: Sequence[Source]) -> Settings:
    for source in sources:
        path = source.folder / source.name if source.folder else None
        settings = with_sidecar(settings, source.name, path)
    return settings


def _settings(configuration: Path | None, folders: list[Path], report: Report) -> tuple[Settings, Path | None]:
    file = configuration or next((f / FILE for f in folders if (f / FILE).is_file()), None)
    if file is None:
        report.add(
            "bulletin.no-settings",
            f"there is no {FILE}; title, number and date are left open",
            hint="`publisher init` writes one",
        )
        return Settings(), folders[0] if folders else None
    return read_settings(read_file(file, "check the path after -c"), str(file)), file.parent


def _approval(folder: Path | None) -> bytes | None:
    try:
        return (folder / APPROVAL).read_bytes() if folder else None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigurationError(f"{folder}/{APPROVAL}: can't be read: {error.strerror}", "check your rights") from None


def settings_beside(path: Path | None) -> Settings:
    """What is said of the text at *path* beside it: by its sidecar, and by the ``bulletin.toml`` there."""
    if path is None:
        return Settings()
    file = path.parent / FILE
    settings = _settings(file, [], Report())[0] if file.is_file() else Settings()
    return with_sidecar(settings, path.name, path)


def _folder(folder: Path, settings: Settings, suffixes: Collection[str], report: Report) -> Iterator[Source]:
    found = {readable(path, folder): path for path in _texts(folder, settings, suffixes, report)}
    listed = [*settings.sources, *(name for section in settings.section for name in section.sources)]
    for name in (*listed, *settings.source):
        if name not in found:
            report.add(
                "source.unknown",
                f"{FILE} names “{name}”, but there is no such text in {folder}",
                Where(file=str(folder / FILE)),
                f"the texts there are: {', '.join(sorted(found)) or 'none'}",
            )
    titles = {name: section.title for section in settings.section for name in section.sources}
    order = [name for name in dict.fromkeys(listed) if name in found]
    for name in (*order, *(name for name in sorted(found, key=_by_section) if name not in order)):
        parts = Path(name).parts
        section = titles.get(name) or (parts[0] if len(parts) > 1 else None)
        yield _file(found[name], folder, settings, section)


def _by_section(name: str) -> tuple[int, str]:
    """Texts of the folder itself stand before those of its subfolders."""
    return (len(Path(name).parts) > 1, name)


def _texts(folder: Path, settings: Settings, suffixes: Collection[str], report: Report) -> Iterator[Path]:
    inside = folder.resolve()
    known = {FILE, APPROVAL, *brand_files(settings.brand)}
    for path in sorted(_paths(folder)):
        name = readable(path, folder)
        if path.is_dir() or name in known or any(part.startswith(".") for part in Path(name).parts):
            continue
        if not path.resolve().is_relative_to(inside):
            report.add(
                "source.skipped",
                f"{name} leads out of the folder and is left out",
                Where(file=name),
                "copy the text itself into the folder",
            )
        elif path.suffix.lower() in PICTURES or is_sidecar(path, path.parent.iterdir(), suffixes):
            continue  # the texts say which pictures they want; a sidecar says something of its text
        elif path.suffix.lower() not in suffixes:
            report.add("source.skipped", f"{name} is no text that is read; it is left out", Where(file=name))
        else:
            yield path


def _paths(folder: Path) -> Iterator[Path]:
    """What stands in the folder and in its subfolders; a link to a folder elsewhere is not entered."""
    try:
        for path in folder.iterdir():
            yield path
            if path.is_dir() and not path.name.startswith(".") and path.resolve().is_relative_to(folder.resolve()):
                yield from path.iterdir()
    except OSError as error:
        raise SourceError(
            f"{error.filename or folder}: can't be read: {error.strerror}", "check that you may read it"
        ) from None


def _file(path: Path, folder: Path, settings: Settings, section: str | None = None) -> Source:
    limit = settings.limits.source_bytes
    try:
        size = path.stat().st_size
        if size > limit:
            raise SourceError(
                f"{path}: has {size:,} bytes, more than the limit of {limit:,}",
                "split the text, or raise source_bytes under [limits] in bulletin.toml",
            )
        return Source(readable(path, folder), path.read_bytes(), folder, section)
    except OSError as error:
        raise SourceError(
            f"{path}: can't be read: {error.strerror}", "check the name, and that you may read it"
        ) from None


def readable(path: Path, folder: Path) -> str:
    """The path below *folder* with forward slashes; bytes that are no UTF-8 show as U+FFFD."""
    below = path.relative_to(folder).as_posix()
    return os.fsencode(below).decode("utf-8", "replace")
