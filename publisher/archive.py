"""Zip archives: ours, whose bytes depend on nothing but their contents, and what reading others may raise."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable

#: The earliest date a zip can hold (MS-DOS time starts in 1980); every entry bears it.
EPOCH = (1980, 1, 1, 0, 0, 0)
#: What Python's zip reader raises over a broken, encrypted or strangely packed archive.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip


def zip_bytes(entries: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """The archive of *entries* in the order given; names in *stored* are not compressed.

    Every entry has the same date, mode (0644) and origin (Unix), so equal contents give equal bytes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return buffer.getvalue()
