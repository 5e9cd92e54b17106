"""A file of JSON lines for one run at a time."""

import stat
from pathlib import Path

import msgspec
import pytest

from publisher.ledger import Ledger


class Done(msgspec.Struct, frozen=True):
    """What was done."""

    name: str


def opened(path: Path) -> tuple[Ledger[Done], list[Done]]:
    ledger = Ledger(path, Done)
    return ledger, ledger.open()


def test_entries_are_there_for_the_next_run(tmp_path: Path) -> None:
    ledger, entries = opened(tmp_path / "new" / "done.jsonl")
    assert entries == []
    ledger.add([Done("a"), Done("b")])
    ledger.close()
    assert opened(tmp_path / "new" / "done.jsonl")[1] == [Done("a"), Done("b")]


def test_a_line_left_half_written_costs_none_that_comes_after_it(tmp_path: Path) -> None:
    path = tmp_path / "done.jsonl"
    path.write_bytes(b'{"name":"a"}\n{"name":"b')
    ledger, entries = opened(path)
    assert entries == [Done("a")]
    ledger.add([Done("c")])
    ledger.close()
    assert opened(path)[1] == [Done("a"), Done("c")]


def test_one_run_at_a_time_has_it(tmp_path: Path) -> None:
    first, _ = opened(tmp_path / "done.jsonl")
    with pytest.raises(BlockingIOError):
        opened(tmp_path / "done.jsonl")
    first.close()
    second, _ = opened(tmp_path / "done.jsonl")
    second.close()


def test_a_private_one_is_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "mail" / "done.jsonl"
    ledger = Ledger(path, Done, private=True)
    ledger.open()
    ledger.close()
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
