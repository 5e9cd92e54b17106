"""A Java machine that stays: EPUBCheck, and PDFBox's preflight of PDF/A-1b. `python machine.py JAR…`, see `companion`.

Most of what either costs by itself is Java's start: 5 seconds of a processor a book instead of a fifth of one.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jpype

OPTIONS = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def epubcheck(file: str) -> Any:
    """EPUBCheck's report of a book."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")().run(["--json", str(report), "-q", file])
        return json.loads(report.read_text("utf-8"))


def pdfbox(file: str) -> list[str]:
    """The faults that PDFBox's preflight finds in a PDF/A-1b file."""
    parser = jpype.JClass("org.apache.pdfbox.preflight.parser.PreflightParser")(file)
    parser.parse()
    document = parser.getPreflightDocument()
    try:
        document.validate()
        faults = document.getResult().getErrorsList()
        return [f"{fault.getErrorCode()}: {fault.getDetails()}" for fault in faults]
    finally:
        document.close()


JUDGES: dict[str, Callable[[str], Any]] = {"epubcheck": epubcheck, "pdfbox": pdfbox}


def main() -> None:
    """Answers until nobody asks any more; what the judges print themselves goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    jpype.startJVM(*OPTIONS, classpath=sys.argv[1:])
    for line in sys.stdin:
        question = json.loads(line)
        answers.write(json.dumps(JUDGES[question["judge"]](question["file"])) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
