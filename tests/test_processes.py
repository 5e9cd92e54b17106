"""Work beside the program: done in another process where that can be, and the same in any case."""

import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import pytest

from publisher import processes
from publisher.api import build
from publisher.errors import ConfigurationError, UnreadFindingsError
from publisher.formats import Format
from publisher.media import Media
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers import render
from tests.samples import bulletin

Told = Callable[[], Any]


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two processors."""
    monkeypatch.setattr(processes, "processors", lambda: 2)


def own_number(_told: Told) -> int:
    return os.getpid()


def failing(_told: Told) -> None:
    raise ConfigurationError("the theme is broken", "mend it")


@pytest.mark.usefixtures("two")
@pytest.mark.skipif(not processes.can_fork(), reason="this system has no copies of a process that work on")
def test_the_work_is_done_in_a_process_of_its_own() -> None:
    with processes.helpers() as beside:
        assert beside(own_number).outcome() != os.getpid()


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_told_comes_back_and_so_does_what_is_raised(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(processes, "processors", lambda: number)
    with processes.helpers() as beside:
        doubled, broken = beside(lambda told: told() * 2), beside(failing)
        doubled.tell("na" * 100_000)
        assert doubled.outcome() == "na" * 200_000
        with pytest.raises(ConfigurationError, match="the theme is broken") as caught:
            broken.outcome()
    assert caught.value.hint == "mend it"


def test_with_one_processor_or_beside_threads_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 1)
    with processes.helpers() as beside:
        assert beside(own_number).outcome() == os.getpid()
    monkeypatch.setattr(processes, "processors", lambda: 2)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with processes.helpers() as beside:
            assert beside(own_number).outcome() == os.getpid()
    finally:
        done.set()
        thread.join()


@pytest.mark.usefixtures("two")
def test_the_work_of_a_helper_that_was_killed_is_done_here() -> None:
    here = os.getpid()

    def work(_told: Told) -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    with processes.helpers() as beside:
        assert beside(work).outcome() == "done"


@pytest.mark.usefixtures("two")
def test_a_helper_that_nobody_waits_for_is_ended() -> None:
    with processes.helpers() as beside:
        helper = beside(lambda told: told())
        number = getattr(helper, "pid", 0)
    if number:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_the_files_are_the_same_with_one_processor_and_with_two(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for number in (1, 2):
        monkeypatch.setattr(processes, "processors", lambda number=number: number)
        made.append(render(bulletin(), load_theme("gazette"), Media(), list(Format), Report(), lambda _: None))
    assert made[0] == made[1]
    assert [artifact.format for artifact in made[0]] == list(Format)


def test_many_sources_read_by_two_are_told_of_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = {f"{n}.txt": f'A "bridge" no. {n}\n\nThe span  stands since {n} o\'clock.\n'.encode() for n in range(11)}
    made = []
    for number in (1, 2):
        monkeypatch.setattr(processes, "processors", lambda number=number: number)
        made.append(build(sources, 'title = "The Bulletin"\n', [Format.DOCX]))
    assert made[0] == made[1]
    order = [finding.where.file for finding in made[0].findings if finding.code == "structure.headline"]
    assert order == list(sources)


def test_what_pandoc_cannot_read_is_told_by_another_process_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    texts = {f"{n}.txt": b"Words.\n" for n in range(9)}
    with pytest.raises(UnreadFindingsError):
        build({"0.adoc": b"include::gone.adoc[]\n"} | texts, "", [Format.DOCX])


def test_sources_that_two_could_not_read_are_told_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    broken = {f"{n}.docx": b"PK\x03\x04 no archive" for n in (1, 9)}
    texts = {f"{n}.txt": b"Words.\n" for n in range(9)}
    with pytest.raises(UnreadFindingsError) as caught:
        build({"1.docx": b"PK\x03\x04 no archive"} | texts | broken, "", [Format.DOCX])
    unread = [found for found in caught.value.findings if "source.unreadable" in str(found)]
    assert ["1.docx" in str(found) for found in unread] == [True, False]
    assert "9.docx" in str(unread[1])
