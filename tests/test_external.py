"""Outside programs: limits that hold, nothing left running, failures in words."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from publisher.errors import ExitCode, LimitError, MissingError
from publisher.external import Companion, EndedError, Limits, Outcome, run

PYTHON = Path(sys.executable)
SHELL = Path("/bin/sh")


USUAL = Limits(seconds=20)


def shell(script: str, data: bytes = b"", limits: Limits = USUAL) -> Outcome:
    return run(SHELL, ["-c", script], data, "a.md: reading it", "make it smaller", limits)


def test_input_goes_in_and_output_comes_out() -> None:
    data = b"x" * 3_000_000
    assert shell("cat", data) == Outcome(data, "", 0)


def test_a_program_that_wants_no_input_is_no_fault() -> None:
    assert shell("echo done", b"x" * 3_000_000).output == b"done\n"


def test_failures_have_their_reason() -> None:
    assert shell("echo first >&2; echo last >&2; exit 3").reason == "last"
    assert shell("exit 3").reason == "it ended with code 3 and said nothing"
    assert shell("kill -9 $$").reason == "it was ended by SIGKILL"


def test_its_environment_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_OURS", "1")
    names = {line.partition(b"=")[0] for line in shell("env").output.splitlines()}
    assert names <= {b"PATH", b"LC_ALL", b"PWD", b"SHLVL", b"_", b"OLDPWD"}


def gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody waits for any more may stay as a zombie."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{pid}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_time_ends_it_and_all_that_it_started(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=r"^a\.md: reading it takes more than 0\.5 seconds") as caught:
        shell(f"sleep 60 & echo $! > {tmp_path}/pid; sleep 60", limits=Limits(seconds=0.5))
    assert caught.value.code is ExitCode.SOURCE
    assert caught.value.hint == "make it smaller"
    assert gone(int((tmp_path / "pid").read_text()))


def test_time_ends_one_that_has_closed_its_output() -> None:
    with pytest.raises(LimitError, match="takes more than"):
        shell("exec >&- 2>&- <&-; sleep 60", limits=Limits(seconds=0.5))


def test_time_ends_one_that_never_falls_silent() -> None:
    with pytest.raises(LimitError, match="takes more than"):
        shell("while :; do echo x; sleep 0.02; done", limits=Limits(seconds=0.5))


def test_output_is_bounded() -> None:
    with pytest.raises(LimitError, match="gives more than 1 MB"):
        shell("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done", limits=Limits(output=1 << 20))


def test_what_it_says_is_bounded_without_a_fault() -> None:
    outcome = shell("head -c 5000000 /dev/zero | tr '\\0' x >&2")
    assert outcome.code == 0
    assert len(outcome.said) == 4 << 20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems don't bound the address space")
def test_memory_is_bounded() -> None:
    script = "import sys; x = bytearray(600 << 20); print(len(x))"
    arguments = ["-c", script]
    assert run(PYTHON, arguments, b"", "t", "h", Limits(memory=2 << 30)).code == 0
    outcome = run(PYTHON, arguments, b"", "t", "h", Limits(memory=300 << 20))
    assert outcome.code != 0
    assert "MemoryError" in outcome.said


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="can't be run"):
        run(tmp_path / "nothing", [], b"", "t", "h")


def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    # The signal goes to the main thread, as a terminal's would; the child has a session of its own.
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        shell(f"echo $$ > {tmp_path}/pid; sleep 60", limits=Limits(seconds=30))
    timer.join()
    assert gone(int((tmp_path / "pid").read_text()))


def test_threads_do_not_disturb_each_other() -> None:
    found: dict[int, bytes] = {}

    def work(number: int) -> None:
        found[number] = shell("cat", str(number).encode() * 100_000).output

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: str(number).encode() * 100_000 for number in range(4)}


#: Answers each line with its length and itself; “die” ends it, “sleep” keeps it busy.
ECHO = """while read -r word; do
  case $word in die) echo gone >&2; exit 3;; sleep) sleep 60;; esac
  printf '%s\\n%s' ${#word} "$word"
done"""


def companion() -> Companion:
    return Companion(SHELL, ["-c", ECHO], USUAL.memory)


def test_a_companion_answers_one_request_after_the_other() -> None:
    made = companion()
    assert [made.ask(word + b"\n", "a.md: reading it", "") for word in (b"one", b"three", b"x" * 400_000)] == [
        b"one",
        b"three",
        b"x" * 400_000,
    ]
    made.end()


def test_a_companion_that_ends_leaves_its_last_words() -> None:
    with pytest.raises(EndedError) as caught:
        companion().ask(b"die\n", "a.md: reading it", "")
    assert (caught.value.outcome.code, caught.value.outcome.reason) == (3, "gone")


def test_a_companion_that_takes_too_long_is_ended() -> None:
    made = companion()
    with pytest.raises(LimitError, match=r"^a\.md: reading it takes more than 0\.5 seconds"):
        made.ask(b"sleep\n", "a.md: reading it", "", Limits(seconds=0.5))
