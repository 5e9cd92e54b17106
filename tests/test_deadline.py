"""17:00, an hour before the press: thirty Word files by ten authors, three of them with a fault, in one run."""

import io
import json
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.shared import Mm
from PIL import Image

from publisher.cli import run
from tests import pictures
from tests.cleaning.test_description import PACKET

AUTHORS = ("Ilse", "Jan", "Mara", "Timo", "Vera", "Karl", "Rosa", "Emil", "Nora", "Otto")
STORIES, CORRUPT, COARSE, SILENT = 30, 7, 12, 21
WITH_PHOTO = (3, COARSE, SILENT, 28)
SETTINGS = 'title = "The Valley Bulletin"\nnumber = 7\ndate = 2026-11-24\nlanguage = "en-US"\n'
ACCEPT = """
[[accept]]
code = "source.unreadable"
where = "story-07.docx"
reason = "The desk prints it tomorrow."

[[accept]]
code = "media.coarse"
where = "story-12.docx"
reason = "There is no better photograph of the flood."

[[accept]]
code = "media.no-alt"
where = "story-21.docx"
reason = "Its author can't be reached."
"""


def photo(number: int) -> bytes:
    """A photograph that says whose it is; one of them has few pixels."""
    width = 452 if number == COARSE else 1200
    shown = Image.linear_gradient("L").resize((width, width * 2 // 3)).convert("RGB")
    packet = PACKET.replace("The old bridge.", f"Bridge number {number}.").replace("A bridge of stone", "")
    return pictures.saved(shown, "JPEG", xmp=packet.encode(), quality=80)


def story(number: int) -> bytes:
    """A Word document as an author sends it."""
    author = AUTHORS[number % len(AUTHORS)]
    document = docx.Document()
    document.core_properties.title = ""
    document.core_properties.author = f"{author} Sample"
    document.add_heading(f"{author} reports on bridge number {number}", 1)
    for part in range(2):
        document.add_paragraph(
            f"The council met on day {number} and heard {author} on bridge {number}, part {part + 1}."
        )
    if number in WITH_PHOTO:
        shape = document.add_picture(io.BytesIO(photo(number)), width=Mm(82))
        if number != SILENT:
            shape._inline.docPr.set("descr", f"A bridge over the river, {number}")
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    return data[: len(data) // 2] if number == CORRUPT else data


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seventeen")
    for number in range(1, STORIES + 1):
        (folder / f"story-{number:02}.docx").write_bytes(story(number))
    return folder


def test_one_run_names_all_three_and_publishes_nothing(issue: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (issue / "bulletin.toml").write_text(SETTINGS)
    code = run(["build", str(issue), "-o", str(issue / "out")])
    said = [line for line in capfd.readouterr().err.splitlines() if line.startswith(("error: ", "warning: story"))]
    assert code == 3
    assert len(said) == 4, said
    assert "2 findings stand in the way" in said[-1]
    assert not (issue / "out").exists() or not list((issue / "out").iterdir())
    for words in (
        "error: story-07.docx: it is a damaged",
        "error: story-21.docx: media",
        "warning: story-12.docx: media",
    ):
        assert any(words in line for line in said), words


def test_accepted_the_others_are_published_and_no_broken_claim_is_made(issue: Path) -> None:
    (issue / "bulletin.toml").write_text(SETTINGS + ACCEPT)
    assert run(["build", str(issue), "-o", str(issue / "out"), "-q"]) == 0
    files = {path.name: path for path in (issue / "out").iterdir()}
    (manifest,) = [json.loads(path.read_bytes()) for name, path in files.items() if name.endswith(".manifest.json")]
    assert len(manifest["articles"]) == STORIES - 1
    assert {one["reason"] for one in manifest["accepted"]} == {
        line.partition(" = ")[2].strip('"') for line in ACCEPT.splitlines() if line.startswith("reason")
    }
    assert {one["code"] for one in manifest["accepted"]} == {"source.unreadable", "media.coarse", "media.no-alt"}
    screen = next(path for name, path in files.items() if name.endswith(".pdf") and "print" not in name)
    with pikepdf.open(screen) as pdf:
        assert b"pdfuaid" not in pdf.Root.Metadata.read_bytes()
