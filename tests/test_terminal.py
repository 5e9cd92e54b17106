"""The command line starts without what only some commands need."""

import subprocess
import sys

import pytest

HEAVY = ("rich", "msgspec", "lxml", "weasyprint", "pikepdf", "docx", "regex", "publisher.pipeline")


@pytest.mark.parametrize("module", HEAVY)
def test_help_does_not_load(module: str) -> None:
    code = f"import sys; from publisher.cli import run; run(['--help']); sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
