"""The editions of a finished bulletin in an output folder, one a language, by their manifests."""

import hashlib
import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from publisher.errors import SourceError
from publisher.formats import Artifact, Format
from publisher.manifest import FileEntry, Manifest
from publisher.metadata import BulletinMetadata

#: Whether the hour of a bulletin is still to come.
Held = Callable[[BulletinMetadata], bool]
_ENDING = ".manifest.json"
_AGAIN = "build the bulletin again"


class Edition(NamedTuple):
    """One edition: its manifest, where that stands, and the folder of its files."""

    manifest: Manifest
    path: Path

    @property
    def language(self) -> str:
        """Its language (BCP 47)."""
        return self.manifest.bulletin.language

    def files(self, formats: Iterable[Format]) -> tuple[Artifact, ...]:
        """Its files in *formats*; a SourceError where one wasn't built, or isn't what was built."""
        return tuple(self._file(format_) for format_ in dict.fromkeys(formats))

    def _file(self, format_: Format) -> Artifact:
        entry = next((entry for entry in self.manifest.files if entry.format == format_), None)
        if entry is None:
            raise SourceError(f"{self.path}: there is no {format_} of this bulletin", f"build it with -t {format_}")
        return Artifact(format_, entry.name, self._checked(entry))

    def _checked(self, entry: FileEntry) -> bytes:
        path = self.path.parent / Path(entry.name).name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SourceError(f"{path}: can't be read: {error.strerror}", _AGAIN) from None
        if hashlib.sha256(data).hexdigest() != entry.sha256:
            raise SourceError(f"{path}: was changed after it had been built", _AGAIN)
        return data


class Editions(NamedTuple):
    """The editions of one number: the one that was named, None if none was, and all there are."""

    named: Edition | None
    all: tuple[Edition, ...]

    def for_language(self, language: str | None) -> Edition:
        """The edition in a reader's language, or else the one that was named, or the only one."""
        wanted = (language or "").lower()
        exact = [edition for edition in self.all if edition.language.lower() == wanted]
        near = [edition for edition in self.all if _tongue(edition.language) == _tongue(wanted)]
        if found := [*exact, *near]:
            return found[0]
        if self.named:
            return self.named
        if len(self.all) == 1:
            return self.all[0]
        languages = ", ".join(edition.language for edition in self.all)
        raise SourceError(
            f"there are editions in {languages}, and no word on which one to send",
            f"name one instead of the folder, such as {self.all[0].path}",
        )


def _tongue(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()


def find_editions(place: Path, held: Held) -> Editions:
    """The editions of the newest number in the folder *place*, or of the number whose manifest it is.

    Of an edition's proof and its clean files those count that may be sent now; *held* says whether its hour is to come.
    """
    if place.is_dir():
        found = [read_edition(path) for path in sorted(place.glob(f"*{_ENDING}"))]
        if not found:
            raise SourceError(
                f"{place}: there is no finished bulletin here (no file ending in {_ENDING})",
                f"build it first: `publisher build FOLDER -o {place}`",
            )
        newest = max(found, key=_number)
        return Editions(
            None, _one_a_language([edition for edition in found if _number(edition) == _number(newest)], held)
        )
    named = read_edition(place)
    beside = [read_edition(path) for path in sorted(place.parent.glob(f"*{_ENDING}")) if path.name != place.name]
    others = [
        edition
        for edition in beside
        if _number(edition) == _number(named) and edition.manifest.bulletin.slug != named.manifest.bulletin.slug
    ]
    return Editions(named, (named, *_one_a_language(others, held)))


def read_edition(path: Path) -> Edition:
    """The edition whose manifest stands at *path*; a SourceError where there is none."""
    try:
        return Edition(msgspec.json.decode(path.read_bytes(), type=Manifest), path)
    except OSError as error:
        raise SourceError(
            f"{path}: can't be read: {error.strerror}", "name a folder that `publisher build` filled"
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: is no manifest of a bulletin: {error}", _AGAIN) from None


def _number(edition: Edition) -> tuple[str, int, str]:
    """What tells one number of a bulletin from the next, the newest the greatest."""
    about = edition.manifest.bulletin
    number = about.number or ""
    return about.date.isoformat() if about.date else "", int(number) if number.isdecimal() else 0, number


def _one_a_language(editions: Sequence[Edition], held: Held) -> tuple[Edition, ...]:
    """Of each edition the files that may be sent now; a SourceError where two bulletins are in one language."""
    chosen = []
    by_slug = sorted(editions, key=lambda edition: edition.manifest.bulletin.slug)
    for _, same in itertools.groupby(by_slug, key=lambda edition: edition.manifest.bulletin.slug):
        states = sorted(same, key=lambda edition: _unfit(edition, held))
        chosen.append(states[0])
    languages = [edition.language for edition in chosen]
    if len(set(languages)) < len(languages):
        raise SourceError(
            f"there are several bulletins here: {', '.join(str(edition.path) for edition in chosen)}",
            "name one of them instead of the folder",
        )
    return tuple(chosen)


def _unfit(edition: Edition, held: Held) -> int:
    """How little the files of an edition are those to send: a proof where there is no need of it, or the other way."""
    proof = edition.manifest.bulletin.proof
    return 2 * ("DRAFT" in proof) + (("EMBARGOED" in proof) is not held(edition.manifest.bulletin))
