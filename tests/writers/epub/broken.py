"""Books broken on purpose."""

import io
import zipfile

from publisher.archive import zip_bytes


def spoiled(data: bytes, file: str, old: str, new: str) -> bytes:
    """A book in one *file* of which *old* is replaced by *new*."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    changed = [
        (name, body.replace(old.encode(), new.encode()) if name == f"EPUB/{file}" else body) for name, body in files
    ]
    assert changed != files
    return zip_bytes(changed, frozenset({"mimetype"}))
