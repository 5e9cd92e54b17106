"""Seconds and bytes: a work is done several times, and the middle one counts."""

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def median_seconds(works: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """The median time of each of *works*, done in turn, so that a slow minute of the machine hits all of them."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, seconds in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - begun)
    return [statistics.median(seconds) for seconds in taken]


def peak_memory(command: Sequence[str], folder: Path) -> int:
    """Bytes that *command* and all its children hold together at most (PSS: shared pages count once); Linux only."""
    peak = 0
    done = threading.Event()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ours

        def wait() -> None:
            process.wait()
            done.set()

        waiting = threading.Thread(target=wait)
        waiting.start()
        while not done.wait(0.1):
            peak = max(peak, sum(_held(number) for number in _family(process.pid)))
        waiting.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return peak


def _family(root: int) -> list[int]:
    """The process *root* and all that descend from it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    family = [root]
    for number in family:
        family += [child for child, parent in parents.items() if parent == number]
    return family


def _held(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))


def machine() -> str:
    """What the figures were measured on, without naming it."""
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start"
