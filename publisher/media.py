"""Pictures by content hash: the model holds the hash, the store the bytes."""

import hashlib
from collections.abc import Iterator

import msgspec

from publisher.cleaning.cleaned import Cleaned, Said, UnfitError
from publisher.limits import USUAL, Limits
from publisher.report import Report, Where

#: Media type → the ending of its files.
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/svg+xml": ".svg"}
KINDS = "JPEG, PNG, TIFF, WebP, HEIC and SVG"


class Picture(msgspec.Struct, frozen=True):
    """One picture, cleaned; *width* and *height* are in px, those of a drawing by its own size at 96 dpi.

    *said* is what its file said of it: caption, credit, alternative text, copyright, terms of use.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    said: Said = Said()

    @property
    def suffix(self) -> str:
        """The ending of a file with these bytes."""
        return SUFFIXES[self.media_type]


class Media:
    """The pictures of a bulletin; each is known by the SHA-256 (hex) of its cleaned bytes."""

    def __init__(self, limits: Limits = USUAL) -> None:
        self._limits = limits
        self._pictures: dict[str, Picture] = {}
        self._names: dict[bytes, str] = {}

    def add(self, data: bytes, name: str, report: Report, where: Where) -> str | None:
        """The name that the picture in *data* now has here; None, with a finding, if it can't be taken.

        *name* is what findings call it. The same bytes are cleaned, and told of, once.
        """
        digest = hashlib.sha256(data).digest()
        if digest in self._names:
            return self._names[digest]
        try:
            cleaned = _cleaned(data, self._limits)
        except UnfitError as error:
            report.add("media.unreadable", f"{name} can't be taken: {error}", where, error.hint)
            return None
        _tell(cleaned, name, report, where)
        found = hashlib.sha256(cleaned.data).hexdigest()
        self._pictures[found] = Picture(cleaned.data, cleaned.media_type, cleaned.width, cleaned.height, cleaned.said)
        self._names[digest] = found
        return found

    def merge(self, other: "Media") -> None:
        """Takes the pictures of *other* in, too."""
        self._pictures |= other._pictures
        self._names |= other._names

    def __getitem__(self, name: str) -> Picture:
        return self._pictures[name]

    def __contains__(self, name: object) -> bool:
        return name in self._pictures

    def __iter__(self) -> Iterator[str]:
        return iter(self._pictures)

    def __len__(self) -> int:
        return len(self._pictures)


def _cleaned(data: bytes, limits: Limits) -> Cleaned:
    # Loaded with the first picture: most bulletins' texts have none.
    from publisher.cleaning.raster import clean_raster
    from publisher.cleaning.svg import clean_svg, is_svg

    if len(data) > limits.picture_bytes:
        raise UnfitError(f"it has more than {limits.picture_bytes >> 20} MB", "make it smaller")
    cleaned = clean_svg(data) if is_svg(data) else clean_raster(data, limits.picture_pixels)
    if cleaned is None:
        raise UnfitError(f"it is no picture of a kind that is taken ({KINDS})", "save it as PNG or JPEG")
    return cleaned


def _tell(cleaned: Cleaned, name: str, report: Report, where: Where) -> None:
    if terms := cleaned.said.terms:
        report.add("media.terms", f"{name} may be used on these terms: {terms[:300]}", where, "see that you keep them")
    if cleaned.done:
        report.add("media.cleaned", f"{name}: {'; '.join(cleaned.done)}", where)
    if cleaned.frames > 1:
        report.add(
            "media.animated",
            f"{name} holds {cleaned.frames} pictures; the first is printed",
            where,
            "give the picture that you want as a file of its own",
        )
