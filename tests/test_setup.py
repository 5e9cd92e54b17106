"""The set-up script, played through with a Python that only pretends; and the lock files it installs from."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "cat", "cksum", "cp", "env", "grep", "head", "mkdir", "rm", "rmdir", "tail", "tr")

# Answers the questions of the script from files in its state folder: "lacking" lists missing libraries, "refusal"
# is what pip dies of; "installed" gets a line each time pip is called.
PYTHON = """#!/bin/sh
case "$*" in
*base_executable*) echo "$0" ;;
*%d.%d-venv*) echo python3.12-venv ;;
-V) echo "Python 3.12.0" ;;
"-I - "*) if [ -f "$STATE/lacking" ]; then cat "$STATE/lacking"; fi ;;
"-I -m venv "*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && : >"$4/pyvenv.cfg" ;;
"-I -m pip install "*) echo "$*" >>"$STATE/installed"; ! cat "$STATE/refusal" 2>/dev/null ;;
esac
"""


# Knows its packages only after an update, as a fresh Debian does.
APT_GET = """#!/bin/sh
if [ "$1" = update ]; then : >"$STATE/lists"; fi
if [ -f "$STATE/lists" ]; then rm -f "$STATE/lacking"; else exit 100; fi
"""


class Machine:
    """A project folder and a PATH on which only our own programs stand."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.state, self.programs = folder, folder / "state", folder / "programs"
        self.state.mkdir()
        self.programs.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or "")
        for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt"):
            (folder / name).write_text(f"{name}, as it was\n")
        self.provide("id", "#!/bin/sh\necho 1000\n")

    def provide(self, name: str, text: str) -> None:
        """Puts a program on the PATH."""
        program = self.programs / name
        program.write_text(text)
        program.chmod(0o755)

    def set_up(self, lock: str = "requirements.txt", *python: str) -> subprocess.CompletedProcess[str]:
        """What the script did and said."""
        return subprocess.run(
            ["sh", ROOT / "scripts/setup.sh", ".venv", lock, *python],
            cwd=self.folder,
            env={"PATH": str(self.programs), "STATE": str(self.state), "LC_ALL": "C"},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    @property
    def installations(self) -> int:
        """How often pip was called."""
        record = self.state / "installed"
        return len(record.read_text().splitlines()) if record.exists() else 0


@pytest.fixture
def bare(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def machine(bare: Machine) -> Machine:
    bare.provide("python3.12", PYTHON)
    return bare


def test_says_how_to_get_a_python(bare: Machine) -> None:
    done = bare.set_up()
    assert done.returncode == 6
    assert done.stderr.startswith("error: There is no Python 3.11 or newer on this machine.\nhint: ")
    assert all(word in done.stderr for word in ("apt-get", "dnf", "apk", "brew"))
    assert not (bare.folder / ".venv").exists()


def test_names_the_python_that_was_asked_for(machine: Machine) -> None:
    done = machine.set_up("requirements.txt", "python2")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        6,
        "error: python2 is no Python 3.11 or newer on this machine.",
    )


def test_a_second_run_does_and_says_nothing(machine: Machine) -> None:
    first, second = machine.set_up(), machine.set_up()
    assert (first.returncode, first.stderr) == (0, "")
    assert "Making .venv with Python 3.12.0" in first.stdout
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert machine.installations == 2


def test_what_the_tests_need_includes_what_the_command_needs(machine: Machine) -> None:
    machine.set_up("requirements-dev.txt")
    assert machine.set_up("requirements.txt").stdout == ""
    assert machine.installations == 2


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_changed_file_is_installed_anew(machine: Machine, name: str) -> None:
    machine.set_up()
    (machine.folder / name).write_text("otherwise\n")
    assert "Installing" in machine.set_up().stdout
    assert machine.installations == 4


def test_a_moved_folder_gets_a_new_environment(machine: Machine, tmp_path: Path) -> None:
    machine.set_up()
    ready = machine.folder / ".venv/.ready-requirements.txt"
    ready.write_text(ready.read_text().replace(str(tmp_path.resolve()), "/somewhere/else"))
    assert "Making .venv" in machine.set_up().stdout


def test_an_interrupted_set_up_starts_again(machine: Machine) -> None:
    (machine.state / "refusal").write_text("killed\n")
    assert machine.set_up().returncode == 1
    (machine.state / "refusal").unlink()
    (machine.folder / ".venv/half").write_text("half a package")
    again = machine.set_up()
    assert again.returncode == 0
    assert "Making .venv" in again.stdout
    assert not (machine.folder / ".venv/half").exists()


def test_a_set_up_killed_at_its_very_end_starts_again(machine: Machine) -> None:
    machine.set_up()
    (machine.folder / ".venv/.unfinished").write_text("no process\n")
    assert "Making .venv" in machine.set_up().stdout


def test_a_failed_download_spoils_nothing(machine: Machine) -> None:
    machine.set_up()
    (machine.folder / "requirements.txt").write_text("moved on\n")
    (machine.state / "refusal").write_text("HTTPSConnectionPool: Max retries exceeded\n")
    assert machine.set_up().returncode == 1
    (machine.state / "refusal").unlink()
    again = machine.set_up()
    assert again.returncode == 0
    assert "Making .venv" not in again.stdout


def test_leaves_an_environment_alone_that_another_make_is_filling(machine: Machine) -> None:
    (machine.folder / ".venv").mkdir()
    (machine.folder / ".venv/.unfinished").write_text(f"{os.getpid()}\n")
    done = machine.set_up()
    assert done.returncode == 1
    assert f"process {os.getpid()}" in done.stderr
    assert (machine.folder / ".venv/.unfinished").exists()


def test_never_removes_a_folder_that_is_no_environment(machine: Machine) -> None:
    (machine.folder / ".venv").mkdir()
    (machine.folder / ".venv/novel.txt").write_text("chapter one")
    assert machine.set_up().returncode == 2
    assert (machine.folder / ".venv/novel.txt").exists()


@pytest.mark.parametrize(
    ("refusal", "error"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "its hash differs"),
        ("after connection broken by 'NewConnectionError'\nNo matching distribution", "can't be reached"),
        ("ERROR: No matching distribution found for lxml", "has no ready-made build for Python 3.12.0"),
        ("ERROR: No space left on device", "stands above"),
    ],
)
def test_says_why_pip_gave_up(machine: Machine, refusal: str, error: str) -> None:
    (machine.state / "refusal").write_text(refusal + "\n")
    done = machine.set_up()
    assert done.returncode == 1
    assert refusal in done.stderr
    assert error in done.stderr.partition("error: ")[2]


def test_tells_a_user_the_one_command_for_missing_libraries(machine: Machine) -> None:
    (machine.state / "lacking").write_text("venv\nlibpango-1.0\n")
    machine.provide("apt-get", "#!/bin/sh\nexit 1\n")
    done = machine.set_up()
    assert done.returncode == 6
    assert done.stdout == ""
    assert "This machine lacks: venv libpango-1.0\n" in done.stderr
    assert "sudo apt-get install -y --no-install-recommends python3.12-venv libpango-1.0-0" in done.stderr
    assert not (machine.folder / ".venv").exists()


def test_asks_an_unknown_system_for_the_libraries(machine: Machine) -> None:
    (machine.state / "lacking").write_text("libpango-1.0\n")
    done = machine.set_up()
    assert done.returncode == 6
    assert all(word in done.stderr for word in ("apt-get", "dnf", "apk", "brew"))


def test_an_administrator_gets_the_libraries(machine: Machine) -> None:
    (machine.state / "lacking").write_text("libpango-1.0\n")
    machine.provide("id", "#!/bin/sh\necho 0\n")
    machine.provide("apt-get", APT_GET)
    done = machine.set_up()
    assert (done.returncode, done.stderr) == (0, "")
    assert "Installing: apt-get install" in done.stdout
    assert "-venv" not in done.stdout.splitlines()[0]


def test_libraries_that_stay_away_stop_the_set_up(machine: Machine) -> None:
    (machine.state / "lacking").write_text("libpango-1.0\n")
    machine.provide("id", "#!/bin/sh\necho 0\n")
    machine.provide("apt-get", "#!/bin/sh\n")
    assert machine.set_up().returncode == 6
    assert machine.installations == 0


def read_pins(name: str) -> dict[str, str]:
    """Package → the version and hashes that a lock file names for it."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", "")
    lines = (line for line in text.splitlines() if line and not line.lstrip().startswith("#"))
    return {name: rest for name, _, rest in (line.partition("==") for line in lines)}


def test_both_locks_name_the_same_packages() -> None:
    command, tools = read_pins("requirements.txt"), read_pins("requirements-dev.txt")
    assert command
    assert {name: tools.get(name) for name in command} == command
    assert all("--hash=sha256:" in pin for pin in tools.values())


def test_the_locks_satisfy_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [Requirement(line) for line in project["project"]["dependencies"]]
    pins = read_pins("requirements.txt")
    assert [str(r) for r in wanted if not r.specifier.contains(pins[r.name].split()[0])] == []


def test_the_notice_names_every_package() -> None:
    words = set(re.split(r"[^\w-]+", (ROOT / "NOTICE.md").read_text("utf-8").lower()))
    assert set(read_pins("requirements.txt")) - words == set()
