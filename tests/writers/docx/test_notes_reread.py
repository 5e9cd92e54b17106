"""Notes as other programs read them: python-docx and pandoc."""

import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pypandoc

from tests.writers.docx.noted import annotated
from tests.writers.docx.samples import (
    written,
)


def test_python_docx_finds_the_part() -> None:
    document = docx.Document(io.BytesIO(written(annotated())))
    (part,) = (r.target_part for r in document.part.rels.values() if r.reltype.endswith("/footnotes"))
    assert b"A note in a heading." in part.blob
    assert {"footnote text", "footnote reference"} <= {style.name for style in document.styles}


def test_pandoc_reads_every_note(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.docx"
    path.write_bytes(written(annotated()))
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "docx", "-t", "json", str(path)]
    tree = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    read = ["".join(_words(note)) for note in _notes(tree["blocks"])]
    for words in (
        "A note with its source and a place.",
        "The outer note.Its second paragraph.A note inside a note.And one inside that.",
        "A note in a heading.",
        "a bulletanother",
        "In a table in a note.",
        "Quoted in a note.",
        "In a head cell.",
        "In a cell.",
        "In a caption.",
    ):
        assert words in read
    assert any("ملاحظة" in words for words in read)


def _notes(node: object) -> Iterator[object]:
    if isinstance(node, list):
        for child in node:
            yield from _notes(child)
    elif isinstance(node, dict):
        if node.get("t") == "Note":
            yield node["c"]
        else:
            yield from _notes(list(node.values()))


def _words(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _words(child)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield str(node["c"])
            case "Space" | "SoftBreak":
                yield " "
            case _:
                yield from _words(list(node.values()))
