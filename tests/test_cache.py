"""What is kept is whole or not there, stays within its limit, and is never needed."""

import os
import stat
import threading
from pathlib import Path

import pytest

from publisher import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "publisher"


def test_what_was_kept_is_recalled_and_is_its_owners_alone(folder: Path) -> None:
    cache.keep("a", b"words")
    assert cache.recall("a") == b"words"
    assert cache.recall("b") is None
    assert stat.S_IMODE((folder / "a").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_entry_that_was_cut_or_changed_is_not_recalled(folder: Path) -> None:
    cache.keep("a", b"words")
    whole = (folder / "a").read_bytes()
    (folder / "a").write_bytes(whole[:-1])
    assert cache.recall("a") is None
    (folder / "a").write_bytes(whole[:-1] + b"z")
    assert cache.recall("a") is None


def test_an_entry_in_the_place_of_another_is_not_recalled(folder: Path) -> None:
    cache.keep("a", b"words")
    (folder / "a").rename(folder / "b")
    assert cache.recall("b") is None


@pytest.mark.parametrize("mode", [0o770, 0o702])
def test_a_folder_that_others_may_write_into_is_not_used(folder: Path, mode: int) -> None:
    cache.keep("a", b"words")
    folder.chmod(mode)
    cache.keep("b", b"words")
    assert [cache.recall(key) for key in "ab"] == [None, None]
    assert not (folder / "b").exists()


def test_what_was_used_longest_ago_goes_first(folder: Path) -> None:
    for time, key in enumerate("abc"):
        cache.keep(key, b"x" * 200)
        os.utime(folder / key, (time, time))
    assert cache.recall("a") is not None
    cache.keep("d", b"x" * 200, limit=900)
    assert [cache.recall(key) is not None for key in "abcd"] == [True, False, True, True]


def test_what_alone_would_fill_the_limit_is_not_kept(folder: Path) -> None:
    cache.keep("a", b"x" * 300, limit=1000)
    assert cache.recall("a") is None


def test_without_a_folder_nothing_is_kept_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    cache.keep("a", b"words")
    assert cache.recall("a") is None
    assert cache.held() == cache.clear() == (0, 0)


def test_clearing_tells_what_is_gone(folder: Path) -> None:
    cache.keep("a", b"words")
    (folder / ".left-by-a-killed-program").write_bytes(b"half")
    assert cache.clear() == (2, 32 + 5 + 4)
    assert list(folder.iterdir()) == []


def test_many_at_once_leave_whole_entries(folder: Path) -> None:
    def work(letter: bytes) -> None:
        for _ in range(40):
            cache.keep("one", letter * 20_000, limit=200_000)
            assert cache.recall("one") in (None, *(each * 20_000 for each in (b"p", b"q", b"r")))

    threads = [threading.Thread(target=work, args=(letter,)) for letter in (b"p", b"q", b"r")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.name for path in folder.iterdir()] == ["one"]


def test_parts_are_kept_only_while_the_command_builds(folder: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"font")
        return b"font"

    assert cache.reused("a", make) == b"font"
    assert not folder.exists()
    with cache.keeping_parts():
        assert cache.reused("a", make) == cache.reused("a", make) == b"font"
    assert cache.reused("a", make) == b"font"
    assert len(made) == 3
