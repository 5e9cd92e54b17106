"""The pictures a source names: found beside it or inside it, never on the network, never outside its folder."""

import math
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from publisher.archive import BROKEN
from publisher.cleaning.cleaned import Said
from publisher.cleaning.embedded import read_data_url
from publisher.formats import Source
from publisher.media import Media
from publisher.report import Report, Where

#: The bytes behind a path; None, with a finding, if there are none to be had.
Load = Callable[[str, Where], bytes | None]

_REMOTE = re.compile(r"(?:https?|ftps?):|//|\\\\", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SHORT = 80
#: Pixels an inch below which a picture is too coarse for print.
COARSEST = 150
#: A picture of fewer inches is an icon.
SMALLEST = 1.2
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(in|cm|mm|pt)")
_UNITS = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72}


class Pictures:
    """The pictures of one source, put into the bulletin's store as they are asked for."""

    def __init__(self, media: Media, report: Report, load: Load) -> None:
        self._media = media
        self._report = report
        self._load = load

    def take(self, url: str, where: Where) -> str | None:
        """The name of the picture at *url* in the store; None, with a finding, if it can't be had."""
        bare = url.strip()
        if bare.lower().startswith("data:"):
            return self._written_out(bare, where)
        if _REMOTE.match(bare):
            hint = "save it beside the text, and name that file"
            self._report.add("media.remote", f"{bare[:_SHORT]}: pictures are never fetched", where, hint)
            return None
        if _SCHEME.match(bare) and not bare.lower().startswith("cid:"):
            tell_outside(bare, self._report, where)
            return None
        data = self._load(bare, where)
        return None if data is None else self._media.add(data, bare, self._report, where)

    def said(self, name: str) -> Said:
        """What the picture called *name* in the store says of itself."""
        return self._media[name].said if name in self._media else Said()

    def check_size(self, name: str, given: str | None, url: str, where: Where) -> None:
        """Reports the picture called *name* if the width that its text has *given* it asks for more pixels than it has.

        It is never printed coarser than COARSEST all the same, but smaller.
        """
        inches = _inches(given) or 0
        if inches < SMALLEST or (picture := self._media[name]).media_type == "image/svg+xml":
            return
        found = picture.width / inches
        if found < COARSEST:
            message = f"{url[:_SHORT]} has {found:.0f} pixels an inch at {inches * 25.4:.0f} mm; it is printed smaller"
            hint = f"insert a larger picture: {math.ceil(inches * COARSEST)} pixels wide at least"
            self._report.add("media.coarse", message, where, hint)

    def is_photograph(self, name: str) -> bool:
        """Whether it was taken, not drawn: somebody's work, who is to be named."""
        return name in self._media and self._media[name].media_type == "image/jpeg"

    def _written_out(self, url: str, where: Where) -> str | None:
        data = read_data_url(url)
        if not data:
            message = "a picture written into the text is no JPEG, PNG, TIFF or WebP"
            self._report.add("media.unreadable", message, where, "save it beside the text, and name that file")
            return None
        return self._media.add(data, "a picture written into the text", self._report, where)


def _inches(length: str | None) -> float | None:
    """A length such as ``8.2cm`` in inches; None if it is none, or none on paper."""
    found = _LENGTH.fullmatch((length or "").strip())
    return float(found[1]) * _UNITS[found[2]] if found else None


def tell_outside(name: str, report: Report, where: Where) -> None:
    """Reports a picture that lies outside."""
    hint = "put the picture into the folder of the texts, and name it from there"
    report.add("media.outside", f"{name[:_SHORT]} lies outside the folder of the texts", where, hint)


def from_folder(source: Source, report: Report) -> Load:
    """Loads what lies in the folder of *source*: paths start at the source itself, links may stay inside."""

    def load(path: str, where: Where) -> bytes | None:
        if source.folder is None:
            report.add(
                "media.missing",
                f"{path[:_SHORT]} can't be looked for: the text has no folder",
                where,
                "give the text as a file, with its pictures beside it",
            )
            return None
        folder = source.folder.resolve()
        beside = PurePosixPath(source.name).parent
        candidates = [_resolved(folder / beside / name) for name in _spellings(path)]
        found = next((file for file in candidates if file and file.is_relative_to(folder) and file.is_file()), None)
        if found is not None:
            return _read(found, path, source.limits.picture_bytes, report, where)
        if any(file and not file.is_relative_to(folder) for file in candidates):
            tell_outside(path, report, where)
        else:
            report.add("media.missing", f"{path[:_SHORT]} isn't there", where, "check the name; capitals count")
        return None

    return load


def _spellings(path: str) -> list[str]:
    """The path as a URL and as it stands, its letters as they are, composed, and in parts."""
    names = (unquote(path), path)
    forms = [
        name if form is None else unicodedata.normalize(form, name) for name in names for form in (None, "NFC", "NFD")
    ]
    return list(dict.fromkeys(forms))


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return None  # a name that no file can have, or links that go round in a circle


def _read(file: Path, name: str, most: int, report: Report, where: Where) -> bytes | None:
    try:
        if file.stat().st_size > most:
            message = f"{name[:_SHORT]} has more than {most >> 20} MB"
            report.add("media.unreadable", message, where, "make it smaller")
            return None
        return file.read_bytes()
    except OSError as error:
        message = f"{name[:_SHORT]} can't be read: {error.strerror}"
        report.add("media.unreadable", message, where, "check that you may read it")
        return None


def from_media(files: Mapping[str, bytes], report: Report) -> Load:
    """Loads what pandoc found inside the source, by the names that it gave."""

    def load(path: str, where: Where) -> bytes | None:
        data = files.get(path, files.get(unquote(path)))
        if data is None:
            report.add("media.missing", f"{path[:_SHORT]} isn't in the document", where, "insert the picture anew")
        return data

    return load


def from_package(archive: zipfile.ZipFile, folder: str, most: int, report: Report) -> Load:
    """Loads what lies in *folder* of a zip package, its topmost one if that is empty, and has *most* bytes at most."""
    sizes = {entry.filename: entry.file_size for entry in archive.infolist()}

    def load(path: str, where: Where) -> bytes | None:
        inside = f"{folder}/{path}" if folder else path.removeprefix("./")
        name = inside if inside in sizes else path.lstrip("/")
        if name not in sizes or sizes[name] > most:
            message = f"{path[:_SHORT]} isn't in the document, or has more than {most >> 20} MB"
            report.add("media.missing", message, where, "insert the picture anew")
            return None
        try:
            return archive.read(name)
        except BROKEN as error:
            report.add("media.unreadable", f"{path[:_SHORT]} can't be unpacked: {error}", where, "insert it anew")
            return None

    return load
