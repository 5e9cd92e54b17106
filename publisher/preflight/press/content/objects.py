"""Objects of a PDF read without trust: what has another type than it should counts as absent."""

import zlib
from contextlib import suppress
from typing import Any

import pikepdf

#: Bytes that one stream may unpack to; a kilobyte can claim a megabyte, and do so many times over.
LARGEST_STREAM = 64 << 20
#: The same for what the PDF library unpacks by itself (cross-reference and object streams).
LARGEST_INSIDE = 256 << 20
_HOLDERS = (pikepdf.Dictionary, pikepdf.Stream)
_PLAIN_FLATE = ("/FlateDecode", "/Fl")


def limit_unpacking() -> None:
    """Keeps the PDF library from unpacking more than `LARGEST_INSIDE` at once, for the whole process."""
    with suppress(AttributeError):  # older versions of the library know no such limit
        pikepdf.settings.set_qpdf_limits(
            flate_max_memory=LARGEST_INSIDE, png_max_memory=LARGEST_INSIDE, run_length_max_memory=LARGEST_INSIDE
        )


def entry(holder: Any, key: str) -> Any:
    """The value at *key* (``/Name``) of a dictionary or a stream's dictionary, else None."""
    return holder.get(key) if isinstance(holder, _HOLDERS) else None


def is_dictionary(value: Any) -> bool:
    """Whether *value* is a dictionary, bare or a stream's."""
    return isinstance(value, _HOLDERS)


def name(value: Any) -> str:
    """A name object as ``/Name``; nothing for any other object."""
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:  # older fonts have names in Latin-1
        return value.unparse().decode("latin-1")


def text(value: Any) -> str:
    """A text string; nothing for any other object."""
    try:
        return str(value).strip() if isinstance(value, pikepdf.String) else ""
    except UnicodeDecodeError:
        return ""


def items(value: Any) -> list[Any]:
    """The members of an array; a value that is no array is an array of one, None is empty."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def number(value: Any, default: float = 0.0) -> float:
    """A finite number, or *default* for any other object."""
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return default
    return found if abs(found) < 1e12 else default


def numbers(value: Any, count: int) -> tuple[float, ...] | None:
    """The *count* numbers of an array, or None where they aren't all there."""
    found = items(value)
    if len(found) != count or any(isinstance(item, pikepdf.Object) for item in found):
        return None
    return tuple(number(item) for item in found)


def identity(value: Any) -> tuple[int, int]:
    """Number and generation of an indirect object; ``(0, 0)`` for one that stands where it is used."""
    return value.objgen if isinstance(value, pikepdf.Object) else (0, 0)


def filters(stream: Any) -> list[str]:
    """The names of a stream's filters in the order they are undone."""
    return [name(item) for item in items(entry(stream, "/Filter"))]


def unpacked(stream: Any, limit: int = LARGEST_STREAM) -> bytes | None:
    """The bytes of a stream; None where they can't be had or come to more than *limit*."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        packing = filters(stream)
        if len(packing) == 1 and packing[0] in _PLAIN_FLATE and entry(stream, "/DecodeParms") is None:
            return _inflated(stream.read_raw_bytes(), limit)
        data = stream.read_bytes() if packing else stream.read_raw_bytes()
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, ValueError, NotImplementedError):
        return None
    return data if len(data) <= limit else None


def _inflated(data: bytes, limit: int) -> bytes | None:
    """*data* inflated; None where it is damaged, cut off or too large."""
    machine = zlib.decompressobj()
    try:
        found = machine.decompress(data, limit + 1)
    except zlib.error:
        return None
    return found if len(found) <= limit and machine.eof else None
