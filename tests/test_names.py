"""Any file name is processed or refused, nothing is written beside the output folder, and no terminal is steered."""

import json
import os
from pathlib import Path

import pytest

from publisher.cli import run
from tests.corpus.score import corpus

STORY = "A bridge before the ice\n\nThe council met on Monday and heard four speakers from the coast.\n"
ESCAPE = "\x1b]0;owned\x07\x1b[31m"
NAMES = (
    "-rf.txt",
    "--help.txt",
    "aux.md",
    "a\nb.txt",
    "a\rb.txt",
    f"red{ESCAPE}.txt",
    "bell\x07.txt",
    "bidi\u202etxt.md",
    "%2e%2e%2fevil.txt",
    "$(touch pwned).txt",
    "`touch pwned`.txt",
    "a;b&c|d.txt",
    "trailing. .txt",
    "no_extension",
    "\\windows\\path.txt",
    "<b>.txt",
    "'quoted\".txt",
    "{braces} %s.txt",
    "[bold red]x[/].txt",
    "n" * 200 + ".txt",
    "נתונים.txt",
    "😀.txt",
)


def written(folder: Path, names: tuple[str | bytes, ...]) -> list[str]:
    """The names that this file system takes, each with a story in it."""
    taken = []
    for number, name in enumerate(names):
        path = os.path.join(os.fsencode(folder), os.fsencode(name))  # noqa: PTH118 - a name of bytes
        try:
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(STORY.replace("four", f"{number + 2}").encode())
        except OSError:
            continue
        taken.append(os.fsdecode(name))
    return taken


def from_corpus() -> tuple[str, ...]:
    """The corpus's own awkward names, where it is there."""
    folder = corpus()
    return tuple(json.loads((folder / "hostile/awkward-names.json").read_text("utf-8"))) if folder else ()


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "inner" / "seeds"
    folder.mkdir(parents=True)
    (folder / "bulletin.toml").write_text('title = "The Valley Bulletin"\nnumber = 7\nlanguage = "en-US"\n')
    monkeypatch.chdir(folder.parent)
    return folder


def is_plain(said: str) -> bool:
    """Whether no character of *said* steers a terminal."""
    return not any(
        (ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160 or char in "\u202e\u2066" for char in said
    )


def test_a_folder_of_awkward_names_is_built_inside_its_output(issue: Path, capfd: pytest.CaptureFixture[str]) -> None:
    taken = written(issue, (*NAMES, *from_corpus(), b"\xff\xfe.txt"))
    visible = {name for name in taken if not name.startswith(".")}
    before = set(issue.parent.parent.rglob("*"))
    assert run(["build", "seeds", "-v", "-t", "docx", "-t", "ninjs"]) == 0
    said = capfd.readouterr()
    assert is_plain(said.out + said.err)
    made = set(issue.parent.parent.rglob("*")) - before
    assert all(path.is_relative_to(issue.parent / "build") for path in made)
    (manifest,) = [path for path in made if path.name.endswith(".manifest.json")]
    assert len(json.loads(manifest.read_bytes())["sources"]) == len(visible)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_shown_or_refused_without_steering_the_terminal(
    issue: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    if not written(issue, (name,)):
        pytest.skip("this file system doesn't take the name")
    assert run(["show", f"seeds/{name}"]) == 0
    said = capfd.readouterr()
    assert is_plain(said.out + said.err)
    assert run(["show", f"seeds/gone-{name}"]) == 3
    assert is_plain(capfd.readouterr().err)


def test_escapes_in_a_text_or_its_settings_never_reach_the_terminal(
    issue: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (issue / "a.md").write_text(f"---\ntitle: x\n{ESCAPE}y: 1\n---\n\n# A {ESCAPE}\n\n![x]({ESCAPE}.png)\n\n{STORY}")
    (issue / "b.nitf").write_text(f"<nitf {ESCAPE}><body")
    (issue / "c.rss").write_text(
        f"<rss><channel><item><title>x{ESCAPE}</title><enclosure url='{ESCAPE}'/></item></channel>"
    )
    (issue / "d.eml").write_text(f"MIME-Version: 1.0\nSubject: x{ESCAPE}\nDate: {ESCAPE}\n\n{STORY}")
    (issue / "e.json").write_text(json.dumps({"uri": "x", "headline": ESCAPE, "urgency": ESCAPE, "body_text": STORY}))
    run(["build", "seeds", "-v", "-t", "docx"])
    for path in sorted(issue.iterdir()):
        run(["show", str(path)])
    said = capfd.readouterr()
    assert is_plain(said.out + said.err)
