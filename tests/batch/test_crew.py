"""A crew: all pieces are done by processes that stay, and one that is killed takes down no more than its piece."""

import os
import signal

import pytest

from publisher.batch import crew
from publisher.batch.crew import Crew


def doubled(piece: bytes) -> bytes:
    if piece == b"kill":
        os.kill(os.getpid(), signal.SIGKILL)
    return piece * 2


def own_number(_piece: bytes) -> bytes:
    return str(os.getpid()).encode()


def test_every_piece_is_done_whichever_worker_is_killed() -> None:
    pieces = [b"a", b"kill", b"b", b"kill", b"c"]
    with Crew(doubled, 2) as workers:
        made = sorted(workers.results(pieces), key=lambda pair: pair[0])
    assert made == [(b"a", b"aa"), (b"b", b"bb"), (b"c", b"cc"), (b"kill", None), (b"kill", None)]


def test_workers_stay_from_piece_to_piece_and_are_replaced_after_many(monkeypatch: pytest.MonkeyPatch) -> None:
    with Crew(own_number, 1) as workers:
        assert len({answer for _, answer in workers.results([b""] * 6)}) == 1
    monkeypatch.setattr(crew, "RETIRES", 2)
    with Crew(own_number, 1) as workers:
        assert len({answer for _, answer in workers.results([b""] * 6)}) == 3


def test_no_worker_is_left_when_the_crew_is_left() -> None:
    with Crew(own_number, 2) as workers:
        numbers = {int(answer or 0) for _, answer in workers.results([b""] * 4)}
    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
