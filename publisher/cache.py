"""What was made before, by the hash of what it was made from: under the user's cache folder, within a limit.

Nothing here is ever needed: what is missing, broken, or can't be written is made anew. Two programs may use it at
once: an entry appears whole, and is checked when it is read.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

#: Bytes that are kept at most; what was used longest ago goes first.
LIMIT = 512 << 20
_DIGEST = hashlib.sha256().digest_size


#: Whether parts of a build are kept for the next one; whoever calls the program from Python leaves no trace of it.
_parts: ContextVar[bool] = ContextVar("parts", default=False)


class Size(NamedTuple):
    """How much is kept."""

    entries: int
    bytes: int


def cache_folder() -> Path:
    """The folder of this program's cache (XDG Base Directory Specification 0.8; on macOS ``~/Library/Caches``)."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if named:
        return Path(named) / "publisher"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "publisher"


def recall(key: str) -> bytes | None:
    """What is kept under *key*, None where nothing is, or nothing whole."""
    folder = cache_folder()
    path = folder / key
    try:
        if not _is_own(folder):
            return None
        kept = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    data = kept[_DIGEST:]
    return data if _digest(key, data) == kept[:_DIGEST] else None


def keep(key: str, data: bytes, limit: int = LIMIT) -> None:
    """Keeps *data* under *key*, readable to its owner alone; not where it can't be, nor if it alone fills the limit."""
    folder = cache_folder()
    if len(data) > limit // 4:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(folder):
            return
        _put(folder, key, data)
        _trim(folder, limit)


def _put(folder: Path, key: str, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_digest(key, data) + data)
        Path(name).replace(folder / key)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def keeping_parts() -> Iterator[None]:
    """Parts of what is built meanwhile are kept, and taken from what was kept before."""
    before = _parts.set(True)
    try:
        yield
    finally:
        _parts.reset(before)


def reused(key: str, make: Callable[[], bytes]) -> bytes:
    """What *make* makes, or has made before under *key*; the key is the hash of all that it depends on."""
    if not _parts.get():
        return make()
    data = recall(key)
    if data is None:
        data = make()
        keep(key, data)
    return data


def clear() -> Size:
    """Empties the cache; returns what it held."""
    found = _files(cache_folder())
    for _, _, path in found:
        with suppress(OSError):
            path.unlink()
    return Size(len(found), sum(size for _, size, _ in found))


def held() -> Size:
    """What the cache holds."""
    found = _files(cache_folder())
    return Size(len(found), sum(size for _, size, _ in found))


def _digest(key: str, data: bytes) -> bytes:
    """The hash of an entry under its name: one that was put in another's place is not taken for it."""
    return hashlib.sha256(key.encode() + data).digest()


def _is_own(folder: Path) -> bool:
    """Whether nobody but this user may have put anything there."""
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def _trim(folder: Path, limit: int) -> None:
    found = _files(folder)
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= limit:
            return
        with suppress(OSError):
            path.unlink()
        total -= size


def _files(folder: Path) -> list[tuple[float, int, Path]]:
    """(last used, bytes, path) of each entry, those left by killed programs among them."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                state = path.stat()
                found.append((state.st_mtime, state.st_size, path))
    return found
