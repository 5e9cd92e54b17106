"""Programs that turn pages into plates: poppler or Ghostscript, whichever is there, run within limits."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from publisher.errors import PublisherError
from publisher.external import Limits, run

#: Seconds that a run of pages may take.
SECONDS = 60


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
        """The CMYK pictures of *pages*; fewer than there are pages where the program failed or was stopped."""
        pages.folder.mkdir(parents=True, exist_ok=True)
        task = f"rendering pages {pages.first} to {pages.last}"
        try:
            run(Path(self.program), self.arguments(pages), b"", task, "look at the file yourself", Limits(SECONDS))
        except PublisherError:
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
