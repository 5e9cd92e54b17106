"""Builds that are killed, that find no room, or that meet another in the same folder leave nothing half."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from publisher.errors import ExitCode
from publisher.publish import STAGE, recover

SETTINGS = 'title = "The Bulletin"\nnumber = 4\ndate = 2026-05-04\nlanguage = "en-GB"\n'


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue" / "bulletin.toml").write_text(SETTINGS)
    return told(tmp_path / "issue", 0)


def told(issue: Path, day: int) -> Path:
    (issue / "a.txt").write_text(f"A bridge before the ice\n\nThe council met on day {day}, and nobody left.\n")
    return issue


def command(issue: Path) -> list[str]:
    out = str(issue.parent / "out")
    return [sys.executable, "-m", "publisher", "build", str(issue), "-o", out, "-t", "docx", "-t", "ninjs", "-q"]


def is_whole(out: Path) -> bool:
    """Whether the folder holds one bulletin, all of it from the same build, and nothing else."""
    (sums,) = out.glob("*.sha256")
    lines = [line.split("  ") for line in sums.read_text("utf-8").splitlines()]
    names = {path.name for path in out.iterdir()}
    return names == {sums.name, *(name for _, name in lines)} and all(
        hashlib.sha256((out / name).read_bytes()).hexdigest() == digest for digest, name in lines
    )


@pytest.mark.parametrize("moment", [0.0, 0.004, 0.02])
def test_a_build_killed_while_it_publishes_leaves_the_old_bulletin_or_the_new(issue: Path, moment: float) -> None:
    out = issue.parent / "out"
    subprocess.run(command(issue), check=True)
    with subprocess.Popen(command(told(issue, 1))) as process:
        while process.poll() is None and not (out / STAGE).exists():
            time.sleep(0.0005)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
    recover(out)
    assert is_whole(out)


def test_two_builds_into_one_folder_leave_one_of_both_whole(issue: Path) -> None:
    both = [subprocess.Popen(command(told(issue, day))) for day in (1, 2)]
    assert [process.wait() for process in both] == [0, 0]
    assert is_whole(issue.parent / "out")


def test_where_there_is_no_room_the_old_bulletin_stays(issue: Path) -> None:
    subprocess.run(command(issue), check=True)
    before = (issue.parent / "out" / "the-bulletin-4-en-gb.sha256").read_bytes()
    # What the shell allows a file, in blocks of 512 or 1024 bytes: less than a DOCX takes, or the model of languages.
    limited = ["/bin/sh", "-c", 'ulimit -f 4; exec "$@"', "sh", *command(told(issue, 1))]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(limited, check=False, capture_output=True, text=True, env=environment)
    assert done.returncode == ExitCode.OUTPUT
    assert "can't be written: File too large" in done.stderr
    assert "hint: " in done.stderr
    assert is_whole(issue.parent / "out")
    assert (issue.parent / "out" / "the-bulletin-4-en-gb.sha256").read_bytes() == before


def test_a_source_that_vanishes_is_told(issue: Path) -> None:
    (issue / "a.txt").unlink()
    (issue / "a.txt").symlink_to(issue / "gone.txt")
    done = subprocess.run(command(issue), check=False, capture_output=True, text=True)
    assert done.returncode == ExitCode.SOURCE
    assert "a.txt" in done.stderr
    assert "Traceback" not in done.stderr
