"""Structure trees of screen PDFs as they stand in the file."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

from publisher.model import Bulletin
from publisher.report import Report
from publisher.writers.screen import write_screen
from tests.writers.built import THEME
from tests.writers.epub.samples import MEDIA

#: Those of `built` that the tests of tags look into.
SAMPLES = ("plain", "every node", "Arabic", "long paragraphs")


def finished(bulletin: Bulletin) -> bytes:
    """A bulletin as screen PDF."""
    return write_screen(bulletin, THEME, MEDIA, None, Report())


class Element(NamedTuple):
    """An element of a structure tree: its type, its dictionary, the elements and marks (page, MCID) in it."""

    kind: str
    object: Any
    kids: tuple[Any, ...]

    def all(self, kind: str = "") -> Iterator["Element"]:
        """This element and all it holds, or those of a type."""
        if kind in ("", self.kind):
            yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all(kind)

    def marks(self) -> Iterator[tuple[int, int]]:
        """(page, MCID) of all content in it, in order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            elif len(kid) == 2:
                yield kid


def tree(pdf: pikepdf.Pdf) -> Element:
    """The structure tree of an open file."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def read(element: Any) -> Element:
        kids: list[Any] = []
        for kid in element.K:
            if isinstance(kid, int):
                kids.append((pages[element.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                kids.append((pages[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                kids.append((kid.Obj,))
            else:
                assert kid.P.objgen == element.objgen
                kids.append(read(kid))
        return Element(str(element.S)[1:], element, tuple(kids))

    return read(pdf.Root.StructTreeRoot.K[0])


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, open."""
    return pikepdf.open(io.BytesIO(data))
