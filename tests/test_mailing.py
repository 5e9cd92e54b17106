"""``publisher mail``: drafts by default, nothing at all in a dry run, the contract's exit codes."""

import email
from email import policy
from pathlib import Path

import pytest

from publisher.cli import run
from tests.message.bulletins import SETTINGS, build

FROM = ["--from", "Press Office <press@example.org>"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(tmp_path / "build")
    return tmp_path / "build"


def test_a_draft_is_saved_beside_the_bulletin(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mail", str(folder), *FROM, "--to", "a@example.org", "--cc", "b@example.org"]) == 0
    path = folder / "the-valley-bulletin-7-en-us.eml"
    assert capsys.readouterr().out.startswith(str(path))
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (message["To"], message["Cc"], message["X-Unsent"]) == ("a@example.org", "b@example.org", "1")


def test_each_reader_on_a_list_has_a_draft_of_their_own(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("address,name\na@example.org,Ilse\nb@example.org,Otto\nnobody,None\n", "utf-8")
    draft = tmp_path / "drafts" / "note.eml"
    assert run(["mail", str(folder), *FROM, "--recipients", str(listed), "--save", str(draft)]) == 0
    assert sorted(path.name for path in draft.parent.iterdir()) == ["note-1.eml", "note-2.eml"]


def test_a_dry_run_says_what_would_go_where_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.iterdir())
    assert run(["mail", str(folder), *FROM, "--to", "a@example.org", "--bcc", "b@example.org", "--dry-run"]) == 0
    said = capsys.readouterr().out
    for piece in (
        "The Valley Bulletin · No. 7",
        "a@example.org",
        "b@example.org",
        ".docx",
        "1 message; nothing was sent",
    ):
        assert piece in said
    assert sorted(folder.iterdir()) == before


def test_a_dry_run_tells_who_reads_another_language_and_which_line_holds_no_address(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readers = tmp_path / "list.csv"
    readers.write_text("address,language\na@example.org,de\nb@example.org,en\nnobody,\n", "utf-8")
    assert run(["mail", str(folder), *FROM, "--recipients", str(readers), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "a@example.org (en-US: there is no edition in de)\n" in said.out
    assert "b@example.org\n" in said.out
    assert "2 messages" in said.out
    assert "list.csv:4: “nobody”: it is no mail address; nothing goes there" in said.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--to", "nobody"], 9),
        (["--to", "a@example.org", "--subject", "One\nBcc: all@example.org"], 9),
        (["--to", "a@example.org\nBcc: all@example.org"], 9),
        (["--to", "a@example.org", "--test", "a@example.org, b@example.org"], 2),
        (["--to", "a@example.org", "--attach", "epub"], 3),
        ([], 3),
    ],
)
def test_what_can_not_be_done_has_its_exit_code_and_saves_nothing(
    folder: Path, arguments: list[str], code: int
) -> None:
    assert run(["mail", str(folder), *FROM, *arguments]) == code
    assert not list(folder.glob("*.eml"))


def test_an_unapproved_bulletin_is_exit_code_7(tmp_path: Path) -> None:
    build(tmp_path, f"{SETTINGS}\n[approval]\nrequired = true\n")
    assert run(["mail", str(tmp_path), *FROM, "--to", "a@example.org", "--under-embargo"]) == 7
    assert not list(tmp_path.glob("*.eml"))


def test_an_embargoed_bulletin_needs_the_word_of_its_sender(tmp_path: Path) -> None:
    build(tmp_path, SETTINGS.replace("[source", "embargoed_until = 2199-01-01T06:00:00+05:00\n[source"))
    assert run(["mail", str(tmp_path), *FROM, "--to", "a@example.org"]) == 7
    assert run(["mail", str(tmp_path), *FROM, "--to", "a@example.org", "--under-embargo"]) == 0
