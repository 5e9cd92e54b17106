"""The documents: what is generated is up to date, and what README and reference name is there."""

import importlib.util
import re
from pathlib import Path

import pytest

from publisher.cli import commands
from publisher.codes import CODES
from publisher.errors import ExitCode

ROOT = Path(__file__).parent.parent


def test_generated_documents_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    stale = [path.name for path, text in module.generated().items() if path.read_text("utf-8") != text]
    assert stale == [], "run `make docs`"


def test_every_code_that_is_reported_stands_in_the_catalogue_and_the_other_way_round() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "publisher").rglob("*.py"))
    catalogue, _, rest = source.partition("CODES: dict[str, Code] = {")
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"', catalogue + rest.partition("\n}")[2]))
    prefixes = {code.split(".")[0] for code in CODES}
    assert {
        code for code in used if code.split(".")[0] in prefixes and not code.endswith((".toml", ".css", ".json"))
    } == set(CODES)


@pytest.mark.parametrize("file", ["README.md", "docs/reference.md"])
def test_commands_and_exit_codes_are_those_there_are(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert set(re.findall(r"^\| `publisher (\w+)", text, re.MULTILINE)) == set(commands.commands)
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    assert told <= {int(code) for code in ExitCode}


def test_links_inside_the_repository_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", re.sub(r"`[^`]*`", "", page.read_text("utf-8"))):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []
