"""pandoc, the program."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from publisher.errors import LimitError, MissingError, SourceError
from publisher.external import run
from publisher.limits import Limits
from publisher.readers.pandoc import program
from publisher.readers.pandoc.document import Document, Remark
from publisher.readers.pandoc.program import pandoc_path, parse
from tests import pictures
from tests.readers.pandoc.desk import Reading, markdown


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


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("markdown", b'# A\n\n*x* [y](z "t")[^1]\n\n[^1]: why\n\n[^2]: unused\n'),
        ("rst", b".. include:: /etc/hostname\n\nA\n=\n\n``x``\n"),
        ("latex", b"\\section{A}\\input{/etc/hostname} x\\footnote{y} $a^2$"),
        ("html", b"<h1>A</h1><p>x <b>y</b><img src=a.png>"),
    ],
)
def test_the_worker_gives_the_tree_that_a_process_of_its_own_gives(form: str, data: bytes) -> None:
    arguments = [f"--from={form}", "--to=json", "--sandbox", "--quiet", "--log=/dev/stderr"]
    alone = run(pandoc_path(), arguments, data, "a test", "")
    for _ in range(2):
        parsed = parse(data, form, "a")
        assert parsed.document == msgspec.json.decode(alone.output, type=Document)
        assert parsed.remarks == msgspec.json.decode(alone.said or "[]", type=tuple[Remark, ...])


def test_files_inside_a_source_come_out_once(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(pictures.png())
    arguments = ["--from=markdown", "--to=odt", f"--resource-path={tmp_path}", "--output=-"]
    packed = run(pandoc_path(), arguments, b"![x](a.png)", "a test", "").output
    assert list(parse(packed, "odt", "a.odt").media.values()) == [pictures.png()]
    assert parse(b"x", "markdown", "a.md").media == {}


def test_a_worker_serves_one_thread_at_a_time() -> None:
    texts = [f"text {number}" for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        parsed = list(pool.map(lambda text: parse(text.encode(), "markdown", "a.md"), texts))
    assert [str(number) in str(one.document.blocks) for number, one in enumerate(parsed)] == [True] * 40


def test_after_a_trap_the_next_text_is_read() -> None:
    with pytest.raises(LimitError):
        markdown("[" * 50_000)
    assert len(markdown("# A\n\nText.").articles) == 1


def test_remarks_are_kept() -> None:
    (remark,) = parse(b"x\n\n[^1]: unused\n", "markdown", "a.md").remarks
    assert (remark.type, remark.verbosity, remark.line) == ("NoteDefinedButNotUsed", "WARNING", 3)


def test_another_version_of_the_tree_is_not_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "API", (9, 9))
    with pytest.raises(MissingError, match="speaks version"):
        parse(b"x", "markdown", "a.md")


def test_a_trap_for_time_is_stopped() -> None:
    with pytest.raises(LimitError, match=r"a\.md: reading it takes more than 0\.05 seconds"):
        Reading("a.md", "[" * 50_000, limits=Limits(seconds=0.05))


def test_a_trap_for_the_processor_is_stopped() -> None:
    with pytest.raises(LimitError, match=r"a\.md: reading it takes more than .* seconds of a processor"):
        Reading("a.md", ">" * 20_000 + "x", limits=Limits(processor_seconds=0.1))


def test_blanks_buy_a_trap_no_time() -> None:
    nested = "\n".join(f"{'  ' * depth}- x" for depth in range(1200))
    with pytest.raises(LimitError):
        Reading("a.md", nested, limits=Limits(processor_seconds=0.2))


def test_a_trap_for_memory_is_stopped() -> None:
    with pytest.raises(LimitError, match=r"needs more memory than 300 MB"):
        Reading("a.md", "![[" * 20_000, limits=Limits(memory=300))


def test_a_long_text_may_take_what_the_settings_say() -> None:
    share = program._share(Limits(memory=900), 4 << 20)
    assert (share.memory >> 20, share.processor) == (900, 41.5)
    assert program._share(Limits(memory=900), 1000).memory >> 20 == program.SMALL_MEMORY


def test_fifty_thousand_openers_end_in_time() -> None:
    assert len(markdown("*a " * 50_000).articles) == 1


def test_notes_that_hold_each_other_are_not_multiplied() -> None:
    notes = "\n\n".join(f"[^{n}]: " + f"[^{n + 1}]" * 10 for n in range(1, 9))
    assert len(markdown(f"# A\n\nText.[^1]\n\n{notes}\n\n[^9]: end\n").articles) == 1


def test_a_fault_is_told_in_its_own_words() -> None:
    with pytest.raises(SourceError, match=r"a\.docx: can't be read: .+"):
        parse(b"no package", "docx", "a.docx")
