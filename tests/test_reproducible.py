"""The same input gives the same bytes, whatever the machine says of time, place and person."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
#: Builds with a clock that stands elsewhere; what asks the time of Python gets this one.
ELSEWHERE = (
    "import os, sys, time; real = time.time; time.time = lambda: real() - 40_000_000; os.umask(0o077); "
    "from publisher.cli import run; sys.exit(run(sys.argv[1:]))"
)
#: The first place has no programs of others, so nothing that renders pages for the preflight.
PLACES = [
    {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PATH": "/nonexistent"},
    {"TZ": "America/Anchorage", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"},
]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("here")
    subprocess.run([sys.executable, "-m", "publisher", "build", SEEDS, "-o", folder, "-q"], check=True)
    return folder


@pytest.mark.parametrize("place", PLACES, ids=["east", "west"])
def test_the_seed_gives_the_same_bytes_elsewhere(here: Path, place: dict[str, str], tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", ELSEWHERE, "build", SEEDS, "-o", tmp_path / "out", "-q"],
        check=True,
        cwd=tmp_path,
        env={**os.environ, **place, "HOME": str(tmp_path), "PYTHONHASHSEED": "7"},
    )
    names = sorted(path.name for path in here.iterdir())
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert [name for name in names if (here / name).read_bytes() != (tmp_path / "out" / name).read_bytes()] == []
