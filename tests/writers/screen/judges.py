"""Independent judges of the screen PDF: outloud (PDF/UA-1, WCAG 2.2) and PDFBox's preflight (PDF/A-1b)."""

import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

#: Where `make judges` puts them.
HERE = Path(os.environ.get("PUBLISHER_JUDGES", Path(__file__).parents[3] / ".judges"))
#: What PDFBox's preflight needs, as Debian calls it.
JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")


def missing(name: str) -> None:
    """Skips the test where a judge isn't there: `make judges` has told that it can't be had."""
    pytest.skip(f"{name} isn't installed: make judges")


def outloud(data: bytes, folder: Path) -> list[dict[str, Any]]:
    """What outloud finds in a PDF: its errors and warnings."""
    program = HERE / "python/bin/outloud"
    if not program.exists():
        missing("outloud")
    (folder / "file.pdf").write_bytes(data)
    done = subprocess.run(
        [program, "--json", "-", "--no-info", folder / "file.pdf"], capture_output=True, text=True, check=False
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return [finding for found in report["results"] for finding in found["findings"]]


def pdfbox(data: bytes, folder: Path) -> str:
    """What PDFBox's preflight says of a PDF/A-1b file."""
    jars = [jar for name in JARS if (jar := _jar(name)) is not None]
    if len(jars) < len(JARS) or shutil.which("java") is None:
        missing("PDFBox's preflight")
    (folder / "a-1.pdf").write_bytes(data)
    done = subprocess.run(
        ["java", "-cp", ":".join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b", folder / "a-1.pdf"],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def _jar(name: str) -> Path | None:
    found = (folder / f"{name}.jar" for folder in (HERE / "usr/share/java", Path("/usr/share/java")))
    return next((path for path in found if path.exists()), None)


def sibling(data: bytes) -> bytes:
    """The same file as PDF/A-1a, which knows less: no attachments, transparency, compressed objects, second author."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/AF" in pdf.Root:
            del pdf.Root["/AF"]
        if "/Names" in pdf.Root and "/EmbeddedFiles" in pdf.Root.Names:
            del pdf.Root.Names["/EmbeddedFiles"]
        for item in list(pdf.objects):
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
                item.CIDSet = pdf.make_stream(_glyphs(item.FontFile2.read_bytes()))
            elif isinstance(item, pikepdf.Stream) and "/SMask" in item:
                del item["/SMask"]
        if ", " in str(pdf.docinfo.get("/Author", "")):
            del pdf.docinfo["/Author"]
        said = pdf.Root.Metadata.read_bytes()
        claimed = re.sub(rb"<pdfaid:part>\d<", b"<pdfaid:part>1<", said)
        pdf.Root.Metadata.write(claimed)
        buffer = io.BytesIO()
        pdf.save(
            buffer,
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            fix_metadata_version=False,
        )
        return buffer.getvalue()


def _glyphs(font: bytes) -> bytes:
    """A bit for each glyph that a font holds, as part 1 alone wants it (ISO 19005-1, 6.3.5)."""
    number: int = TTFont(io.BytesIO(font))["maxp"].numGlyphs
    return bytes([0xFF]) * (number // 8) + bytes([0xFF << (8 - number % 8) & 0xFF])


def lines(said: str) -> Iterator[str]:
    """The faults that PDFBox names."""
    yield from (line for line in said.splitlines() if re.match(r"\d+\.\d", line))
