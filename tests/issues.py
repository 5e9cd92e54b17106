"""Issues of one text, for the tests of the command."""

from pathlib import Path

import pytest


def write_issue(around: Path, copy: str, settings: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder ``seeds`` in *around* with ``a.txt`` and its settings; *around* is the current folder then."""
    folder = around / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(copy, "utf-8")
    (folder / "bulletin.toml").write_text(settings, "utf-8")
    monkeypatch.chdir(around)
    return folder
