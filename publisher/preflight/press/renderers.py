"""Programs that turn pages into plates: poppler or Ghostscript, whichever is there, run within limits."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

# The shell sets the limit and becomes the program: what Python could do between fork and exec isn't safe
# where other threads run. Some systems know no limit of memory; the one of time still holds.
_LIMITED = 'ulimit -c 0; ulimit -v "$1" 2>/dev/null; shift; exec "$@"'
_MEMORY = 2 << 30
#: Seconds that a run of pages may take.
SECONDS = 120


class Pages(NamedTuple):
    """A run of pages of a file to be rendered into a folder, in dots an inch."""

    file: Path
    folder: Path
    first: int
    last: int
    resolution: int


class Renderer(NamedTuple):
    """A program, and its arguments for a run of pages; it leaves files in the folder that sort by page."""

    name: str
    program: str
    arguments: Callable[[Pages], Sequence[str]]

    def render(self, pages: Pages) -> list[Path]:
        """The CMYK pictures of *pages*; fewer than there are pages where the program failed."""
        pages.folder.mkdir(parents=True, exist_ok=True)
        command = ["/bin/sh", "-c", _LIMITED, "sh", str(_MEMORY >> 10), self.program, *self.arguments(pages)]
        try:
            subprocess.run(  # noqa: S603 - a list, no shell line; the program is one of two that we know
                command, cwd=pages.folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return []
        return sorted(pages.folder.iterdir())


def find_renderer() -> Renderer | None:
    """The renderer to use: poppler before Ghostscript; None where neither is there."""
    for name, program, arguments in (("poppler", "pdftoppm", _poppler), ("Ghostscript", "gs", _ghostscript)):
        found = shutil.which(program)
        if found:
            return Renderer(name, found, arguments)
    return None


def _poppler(pages: Pages) -> Sequence[str]:
    return (
        "-jpegcmyk", "-jpegopt", "quality=100", "-overprint", "-q",
        "-r", str(pages.resolution), "-f", str(pages.first), "-l", str(pages.last),
        str(pages.file), str(pages.folder / "page"),
    )  # fmt: skip


def _ghostscript(pages: Pages) -> Sequence[str]:
    return (
        "-dSAFER", "-dBATCH", "-dNOPAUSE", "-q", "-sDEVICE=tiff32nc", "-dSimulateOverprint=true",
        f"-r{pages.resolution}", f"-dFirstPage={pages.first}", f"-dLastPage={pages.last}",
        f"-sOutputFile={pages.folder}/page%06d.tif", str(pages.file),
    )  # fmt: skip
