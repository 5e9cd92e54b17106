"""What a build stands on beside its texts, and how it is proved: model, theme, libraries, checks."""

import hashlib
from collections.abc import Collection, Iterator
from importlib.metadata import version
from typing import NamedTuple

import msgspec

from publisher.fonts import faces
from publisher.formats import Format
from publisher.preflight.proofs import PROOFS, UNASKED
from publisher.theme.tokens import Family, Theme
from publisher.writers import PAGED

#: Packages of others that shape what is written, beside the layout engine and what it brings.
PACKAGES = (
    "babel", "brotli", "chardet", "fonttools", "ftfy", "lxml", "msgspec", "pikepdf", "pillow", "py3langid",
    "pypandoc-binary", "python-docx", "regex", "uharfbuzz",
)  # fmt: skip
#: What pages are laid out and drawn with.
ENGINE = ("pydyf", "pyphen", "tinycss2", "weasyprint")


class Look(msgspec.Struct, frozen=True):
    """The theme: its name, and the SHA-256 of its tokens and fonts with the brand in them."""

    name: str
    sha256: str


class Library(msgspec.Struct, frozen=True):
    """A library of others that shaped the files."""

    name: str
    version: str


class CheckEntry(msgspec.Struct, frozen=True):
    """What the files of some formats were checked for, or were not, and why not."""

    name: str
    formats: tuple[Format, ...]
    run: bool
    reason: str | None = None


class Basis(NamedTuple):
    """What a build was made from beside its texts, and how it was proved."""

    model: str
    theme: Look
    libraries: tuple[Library, ...]
    checks: tuple[CheckEntry, ...]


def basis(model: str, theme: Theme, formats: Collection[Format]) -> Basis:
    """What a build of *formats* stands on; *model* is the hash of its bulletin."""
    used = libraries(not PAGED.isdisjoint(formats))
    return Basis(model, Look(theme.name, theme_digest(theme)), used, checks(formats))


def checks(formats: Collection[Format]) -> tuple[CheckEntry, ...]:
    """What files of *formats* are checked for, and which judges no build asks."""
    entries = [CheckEntry(proof.name, _those(formats, proof.formats), True) for proof in PROOFS]
    entries += [CheckEntry(judge.name, _those(formats, judge.formats), False, judge.reason) for judge in UNASKED]
    return tuple(entry for entry in entries if entry.formats)


def _those(made: Collection[Format], checked: frozenset[Format]) -> tuple[Format, ...]:
    return tuple(format_ for format_ in Format if format_ in made and format_ in checked)


def libraries(has_pages: bool) -> tuple[Library, ...]:
    """The libraries that shape a build, Pango among them where it *has_pages*."""
    found = [Library(name, version(name)) for name in (*PACKAGES, *(ENGINE if has_pages else ()))]
    return (*found, Library("pango", _pango())) if has_pages else tuple(found)


def theme_digest(theme: Theme) -> str:
    """The SHA-256 of a theme: of its tokens, and of its font files wherever they stand."""
    told = hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(theme, family={})))
    for key, family in theme.family.items():
        for part in (key, *_family(family)):
            told.update(f"{part}\n".encode())
    return told.hexdigest()


def _family(family: Family) -> Iterator[str]:
    yield msgspec.json.encode((family.name, family.generic, family.alternative, family.scripts)).decode()
    for face in faces(family):
        yield f"{face.weight} {face.style} {hashlib.sha256(face.path.read_bytes()).hexdigest()}"


def _pango() -> str:
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
