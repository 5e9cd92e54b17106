"""The command line: exit codes, messages with a way out, and old output left whole."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from publisher.cli import run
from tests.issues import write_issue

COPY = "RIVERTON – The council met on Monday.\n\nNobody left before midnight, and the vote was nine to two.\n"
SETTINGS = """title = "The Valley Bulletin"
number = 7
date = 2026-11-24
language = "en-US"

[source."a.txt"]
headline = "A bridge before the ice"
"""


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return write_issue(tmp_path, COPY, SETTINGS, monkeypatch)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_build_makes_four_files_and_their_manifest(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build"]) == 0
    names = [
        f"the-valley-bulletin-7-en-us{end}"
        for end in ("-print.pdf", ".docx", ".epub", ".manifest.json", ".pdf", ".sha256")
    ]
    assert sorted(contents(Path("build"))) == sorted(names)
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 6
    assert all(line.split("  ")[0].startswith("build/") for line in out)


def test_a_second_text_dropped_in_stands_in_the_next_build(issue: Path) -> None:
    run(["build", "-t", "docx"])
    (issue / "b.txt").write_text("A second story\n\nIt begins here, and it ends here as well.\n", "utf-8")
    assert run(["build", "-t", "docx", "--json"]) == 0
    manifest = json.loads(Path("build/the-valley-bulletin-7-en-us.manifest.json").read_bytes())
    assert [source["name"] for source in manifest["sources"]] == ["a.txt", "b.txt"]
    import docx

    words = [p.text for p in docx.Document("build/the-valley-bulletin-7-en-us.docx").paragraphs]
    assert "A second story" in words


def test_json_is_one_document_on_standard_output_and_quotes_no_copy(
    issue: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (issue / "a.txt").write_text(COPY.replace("council", "сouncil"), "utf-8")
    assert run(["build", "--json", "-t", "epub"]) == 0
    captured = capfdbinary.readouterr()
    manifest = json.loads(captured.out)
    assert manifest["schemaVersion"] == 1
    found = next(f for f in manifest["findings"] if f["code"] == "character.mixed-script")
    assert found["where"]["file"] == "a.txt"
    assert found["where"]["line"] == 1
    assert (found["before"], found["after"]) == (None, None)


def test_show_has_the_shape_of_the_contract(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["show", "seeds/a.txt", "--json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert list(document) == ["schemaVersion", "source", "articles", "findings"]
    assert document["source"]["encoding"].lower() == "utf-8"
    article = document["articles"][0]
    assert article["metadata"]["dateline"] == {"raw": "RIVERTON – ", "place": "RIVERTON", "dateRaw": None, "date": None}
    assert article["body"][0]["type"] == "paragraph"
    assert {"code", "severity", "message", "hint", "where", "before", "after"} == set(document["findings"][0])


def test_show_for_reading_has_copy_and_changes(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "seeds/a.txt"]) == 0
    shown = capsys.readouterr().out
    assert "The council met on Monday." in shown
    assert "structure.dateline" in shown


FAULTS = [
    (["build", "gone"], 3, "gone: can't be read"),
    (["build", "--target", "pptx"], 2, "'pptx' is not one of"),
    (["biuld"], 2, "No such command 'biuld'"),
    (["build", "--theme", "nope"], 4, "there is no theme “nope”"),
    (["check", "seeds/a.txt"], 3, "is no PDF, DOCX or EPUB"),
    (["show", "nowhere.txt"], 3, "nowhere.txt: can't be read"),
    (["build", "-o", "seeds/a.txt"], 8, "seeds/a.txt: is a file"),
]


@pytest.mark.parametrize(("arguments", "code", "told"), FAULTS, ids=[" ".join(fault[0]) for fault in FAULTS])
def test_what_goes_wrong_is_told_with_its_code(
    issue: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str
) -> None:
    assert run(arguments) == code
    err = capsys.readouterr().err
    assert told in err
    assert "Traceback" not in err


def test_a_misspelt_key_leaves_the_old_output_whole(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", "-t", "docx"])
    before = contents(Path("build"))
    (issue / "bulletin.toml").write_text(SETTINGS.replace("headline", "headlin"), "utf-8")
    assert run(["build", "-t", "docx"]) == 4
    assert contents(Path("build")) == before
    err = capsys.readouterr().err
    assert "seeds/bulletin.toml:7: unknown key “source.a.txt.headlin”" in err
    assert "did you mean “headline”?" in err


def test_an_error_level_finding_publishes_nothing(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (issue / "a.txt").write_text("The ᚠᚢᚦ met on Monday.\n", "utf-8")
    assert run(["build", "-t", "screen"]) == 5
    assert not Path("build").exists()
    assert "font.missing" in capsys.readouterr().err


def test_a_waived_finding_publishes_and_the_manifest_says_why(issue: Path) -> None:
    (issue / "bulletin.toml").write_text(
        SETTINGS + '\n[[accept]]\ncode = "source.unknown"\nreason = "comes tomorrow"\n', "utf-8"
    )
    (issue / "a.txt").rename(issue / "b.txt")
    assert run(["build", "-t", "docx"]) == 0
    manifest = json.loads(Path("build/the-valley-bulletin-7-en-us.manifest.json").read_bytes())
    assert manifest["accepted"][0]["code"] == "source.unknown"
    assert manifest["accepted"][0]["reason"] == "comes tomorrow"


@pytest.mark.parametrize("code", ["fidelity.lost", "no.such"])
def test_some_findings_cannot_be_waived(issue: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    (issue / "bulletin.toml").write_text(SETTINGS + f'\n[[accept]]\ncode = "{code}"\nreason = "x"\n', "utf-8")
    assert run(["build", "-t", "docx"]) == 4
    assert code in capsys.readouterr().err


def test_standard_input_is_built(issue: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "publisher", "build", "-", "-c", "seeds/bulletin.toml", "-t", "epub", "-o", "out"],
        input=COPY.encode(),
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode()


def test_editions_and_numbers_stand_side_by_side(issue: Path) -> None:
    for language in ("en-US", "ru", "kk"):
        for number in (7, 8):
            text = SETTINGS.replace("en-US", language).replace("number = 7", f"number = {number}")
            (issue / "bulletin.toml").write_text(text, "utf-8")
            assert run(["build", "-t", "docx", "-t", "epub", "-q"]) == 0
    manifests = [json.loads(path.read_bytes()) for path in Path("build").glob("*.manifest.json")]
    assert len(manifests) == 6
    assert len({manifest["bulletin"]["identifier"] for manifest in manifests}) == 6
    assert len(list(Path("build").iterdir())) == 24


def test_an_interrupted_build_leaves_the_old_output_whole_and_no_debris(issue: Path) -> None:
    run(["build", "-t", "docx"])
    before = contents(Path("build"))
    (issue / "a.txt").write_text(COPY + "\n\nMore words for a longer story.\n" * 4000, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "publisher", "build"], stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stderr is not None
        next(line for line in process.stderr if b"laying out" in line)  # the long work has begun
        time.sleep(0.3)
        os.kill(process.pid, signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 130, rest
    assert b"Traceback" not in rest
    assert contents(Path("build")) == before


def test_a_fault_of_our_own_is_told_as_one(
    issue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("publisher.pipeline.produce", broken)
    assert run(["build"]) == 70
    err = capsys.readouterr().err
    assert "a fault of the program itself" in err
    assert "Traceback" not in err


def test_init_starts_an_issue_and_the_next_one(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "new"]) == 0
    assert 'title = "The Bulletin"' in Path("new/bulletin.toml").read_text()
    assert run(["init", "new"]) == 8
    assert run(["init", "next", "--from", "seeds"]) == 0
    text = Path("next/bulletin.toml").read_text()
    assert "number = 8" in text
    assert "The Valley Bulletin" in text
    assert "a.txt" not in text


def test_a_theme_is_copied_changed_and_used(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["themes"]) == 0
    listed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert set(listed) == {"gazette", "journal", "letter"}
    assert "press release" in listed["letter"]
    assert run(["themes", "--copy", "gazette", "seeds/mine"]) == 0
    theme = Path("seeds/mine/theme.toml")
    theme.write_text(theme.read_text().replace("columns = 2", "columns = 1"))
    assert run(["build", "--theme", "mine", "-t", "docx"]) == 0


def test_doctor_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("ok") and "Pango" in line for line in lines)
    assert any("theme gazette" in line for line in lines)
    assert any("fonts japanese" in line for line in lines)


def test_check_finds_our_own_files_sound(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(["build", "-q"])
    files = [str(path) for path in Path("build").iterdir() if not path.name.endswith((".json", ".sha256"))]
    assert run(["check", "--json", *files]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    codes = {finding["code"] for finding in told["findings"]}
    assert codes <= {"press.ink-unchecked", "epub.judge-absent"}  # where there is no renderer, or no judge
    assert sorted(setting["file"] for setting in told["typesetting"]) == [f for f in sorted(files) if f[-4:] == ".pdf"]


def test_what_this_machine_cannot_check_is_told_and_stands_in_no_file(
    issue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["build", "-t", "print"])
    before = contents(Path("build"))
    monkeypatch.setattr("publisher.preflight.press.examination.find_renderer", lambda: None)
    capsys.readouterr()
    assert run(["build", "-t", "print"]) == 0
    assert "there is no renderer here [press.ink-unchecked]" in capsys.readouterr().err
    assert contents(Path("build")) == before


def test_version_names_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import version

    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"publisher {version('bulletin-publisher')}"


def test_the_schema_in_docs_reads_what_show_prints(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from publisher.model import Article

    run(["show", "seeds/a.txt", "--json"])
    document = json.loads(capfdbinary.readouterr().out)
    assert msgspec.convert(document["articles"][0], Article).metadata.dateline is not None
