"""The works that are measured, ours and others' side by side."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import write_issue
from benchmarks.measuring import median_seconds, peak_memory
from benchmarks.peers import run_all, typst_commands, weasyprint_commands

OURS = (sys.executable, "-m", "publisher")
ROOT = Path(__file__).parent.parent


class Row(NamedTuple):
    """One line of the table: a work, how long it took, against what, and how it may compare at most."""

    work: str
    ours: str
    against: str
    theirs: str
    ratio: float
    bar: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the bar is reached; nothing where there is none."""
        if self.bar is None:
            return ""
        return f"{'reaches' if self.ratio <= self.bar else 'MISSES'} ≤ {self.bar:g} ×"


def ours(*arguments: str, folder: Path = ROOT) -> None:
    """Runs our command; *folder* holds its cache."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    subprocess.run([*OURS, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - ours


def build(folder: Path, cold: bool = True) -> None:
    """Builds the issue in *folder*, its cache emptied first unless the cache is what is measured."""
    if cold:
        shutil.rmtree(folder / "cache", ignore_errors=True)
    ours("build", str(folder / "copy"), "-o", str(folder / "out"), "-q", folder=folder)


def issues(folder: Path, number: int, runs: int) -> list[Row]:
    """*number* articles, against pandoc with WeasyPrint and against pandoc with Typst."""
    issue = write_issue(folder / f"issue-{number}", number)
    works: list[Callable[[], object]] = [
        partial(build, issue),
        partial(run_all, weasyprint_commands(issue), issue),
        partial(run_all, typst_commands(issue), issue),
    ]
    own, weasyprint, typst = median_seconds(works, runs)
    name = "1 article" if number == 1 else f"{number} articles, two columns"
    bar = 2.5 if number == 1 else 1.0
    return [
        Row(name, f"{own:.2f} s", "pandoc + WeasyPrint", f"{weasyprint:.2f} s", own / weasyprint, bar),
        Row(name, f"{own:.2f} s", "pandoc + Typst", f"{typst:.2f} s", own / typst),
    ]


def again(folder: Path, number: int, runs: int) -> list[Row]:
    """An issue of *number* articles built again: after one of them has changed, and after nothing has."""
    issue = write_issue(folder / f"again-{number}", number)
    (whole,) = median_seconds([partial(build, issue)], 1)
    one, nothing = median_seconds([_changing(issue, number // 2), partial(build, issue, cold=False)], runs)
    return [
        Row(f"one of {number} changed", f"{one:.2f} s", "our own full build", f"{whole:.2f} s", one / whole, 0.5),
        Row(f"nothing of {number} changed", f"{nothing:.2f} s", "the bar", "0.40 s", nothing / 0.4, 1.0),
    ]


def warm(folder: Path, runs: int) -> Row:
    """One article that has changed, with what was kept from the build before, against pandoc with WeasyPrint."""
    issue = write_issue(folder / "warm", 1)
    changing = _changing(issue, 0)
    changing()
    own, theirs = median_seconds([changing, partial(run_all, weasyprint_commands(issue), issue)], runs)
    against = "pandoc + WeasyPrint"
    return Row("1 article, warm cache", f"{own:.2f} s", against, f"{theirs:.2f} s", own / theirs, 1.5)


def _changing(issue: Path, place: int) -> Callable[[], None]:
    """A work that changes one article of *issue*, each time otherwise, and builds it with the cache as it is."""
    text, numbers = issue / "copy" / f"{place:04}.txt", count(1)
    words = text.read_text("utf-8")

    def change() -> None:
        text.write_text(f"{words}\nThe council meets again on day {next(numbers)}.\n", "utf-8")
        build(issue, cold=False)

    return change


def archive(folder: Path, number: int, runs: int) -> Row:
    """*number* bulletins of two articles by our batch, against two chains of pandoc with WeasyPrint at once."""
    issues = [write_issue(folder / "archive" / f"{place:03}", 2, 2 * place) for place in range(number)]

    def batch() -> None:
        for name in ("cache", "out"):
            shutil.rmtree(folder / name, ignore_errors=True)
        ours("batch", *(str(issue / "copy") for issue in issues), "-o", str(folder / "out"), "-q", folder=folder)

    def chains() -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda issue: run_all(weasyprint_commands(issue), issue), issues))

    own, theirs = median_seconds([batch, chains], runs)
    against = "two chains of pandoc + WeasyPrint"
    return Row(f"{number} bulletins of 2 articles", f"{own:.2f} s", against, f"{theirs:.2f} s", own / theirs, 0.4)


def start(runs: int) -> Row:
    """What the command takes to say what it can do."""
    click = partial(subprocess.run, [sys.executable, "-c", "import click"], check=True)
    own, theirs = median_seconds([partial(ours, "--help"), click], 5 * runs)
    return Row("--help", f"{own:.3f} s", "import click", f"{theirs:.3f} s", own / theirs, 2.0)


def growth(folder: Path, runs: int, sizes: tuple[int, int, int] = (10, 100, 1000)) -> list[Row]:
    """Seconds for each further article from the middle size to the large one against small to middle; peak memory."""
    small, middle, large = (write_issue(folder / f"grow-{size}", size) for size in sizes)
    a, b = median_seconds([partial(build, small), partial(build, middle)], runs)
    (c,) = median_seconds([partial(build, large)], 1)
    first, further = (b - a) / (sizes[1] - sizes[0]), (c - b) / (sizes[2] - sizes[1])
    command = [*OURS, "build", str(large / "copy"), "-o", str(large / "out"), "-q"]
    peak = peak_memory(command, ROOT) / 1e6
    step = f"each further article, {sizes[1]} → {sizes[2]}"
    return [
        Row(step, f"{further:.3f} s", f"{sizes[0]} → {sizes[1]}", f"{first:.3f} s", further / first, 1.2),
        Row(f"peak memory, {sizes[2]} articles", f"{peak:.0f} MB", "800 MB", "", peak / 800, 1.0),
    ]
