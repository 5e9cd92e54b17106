"""pandoc, the program."""

import sys
from pathlib import Path

import pytest

from publisher.errors import LimitError, MissingError, SourceError
from publisher.external import Limits
from publisher.readers.pandoc import program
from publisher.readers.pandoc.program import pandoc_path, parse
from tests.readers.pandoc.desk import markdown


def test_it_is_found_whatever_lies_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pandoc").mkdir()
    monkeypatch.chdir(tmp_path)
    pandoc_path.cache_clear()
    assert pandoc_path().is_file()
    assert "pypandoc" not in sys.modules or not hasattr(sys.modules["pypandoc"], "_pandoc_path")


def test_without_it_one_is_told_how_to_come_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "find_spec", lambda name: None)
    pandoc_path.cache_clear()
    with pytest.raises(MissingError) as caught:
        pandoc_path()
    assert caught.value.hint == "pip install pypandoc-binary"


def test_it_reaches_no_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("confidential")
    data = f"Words.\n\n.. include:: {tmp_path}/a.txt\n".encode()
    assert "confidential" not in str(parse(data, "rst", "a.rst").document.blocks)


def test_remarks_are_kept() -> None:
    (remark,) = parse(b"x\n\n[^1]: unused\n", "markdown", "a.md").remarks
    assert (remark.type, remark.verbosity, remark.line) == ("NoteDefinedButNotUsed", "WARNING", 3)


def test_another_version_of_the_tree_is_not_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "API", (9, 9))
    with pytest.raises(MissingError, match="speaks version"):
        parse(b"x", "markdown", "a.md")


def test_a_trap_for_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "LIMITS", Limits(seconds=1))
    with pytest.raises(LimitError, match=r"a\.md: reading it takes more than 1 seconds"):
        markdown("[" * 50_000)


def test_a_trap_for_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "HEAP", 64 << 20)
    with pytest.raises(LimitError, match=r"needs more memory than 64 MB"):
        markdown("![[" * 20_000)


def test_fifty_thousand_openers_end_in_time() -> None:
    assert len(markdown("*a " * 50_000).articles) == 1


def test_notes_that_hold_each_other_are_not_multiplied() -> None:
    notes = "\n\n".join(f"[^{n}]: " + f"[^{n + 1}]" * 10 for n in range(1, 9))
    assert len(markdown(f"# A\n\nText.[^1]\n\n{notes}\n\n[^9]: end\n").articles) == 1


def test_a_fault_is_told_in_its_own_words() -> None:
    with pytest.raises(SourceError, match=r"a\.docx: can't be read: .+"):
        parse(b"no package", "docx", "a.docx")
