"""Whether a PDF that claims PDF/UA-1 earns it, as far as a program can tell (ISO 14289-1, Matterhorn Protocol 1.1)."""

from collections import Counter
from collections.abc import Iterator

import pikepdf

from publisher.preflight.press.content.objects import entry, items, name, text, unpacked
from publisher.preflight.tagged import Element, attribute, content, pieces
from publisher.report import Finding, Where, finding

_UA = b"http://www.aiim.org/pdfua/ns/id/"
_HINT = "make the file again; if it is one of ours, the program is at fault: please report it"


def claims_access(pdf: pikepdf.Pdf) -> bool:
    """Whether the file says of itself that it keeps PDF/UA."""
    return _UA in (unpacked(entry(pdf.Root, "/Metadata"), 4 << 20) or b"")


def check_access(pdf: pikepdf.Pdf, file: str) -> Iterator[Finding]:
    """What speaks against the claim: content outside the tree, and elements that don't say what they must."""
    found = list(pieces(pdf))
    owned = Counter(piece.mark for piece in found if piece.mark is not None)
    for place, page in enumerate(pdf.pages):
        where = Where(file=file, page=place + 1)
        drawn = content(page)
        if drawn.loose:
            message = f"{file}: {drawn.loose} pieces of content are neither tagged nor artifacts"
            yield finding("pdf.ua-content", message, where, _HINT)
        marks = Counter(drawn.marks)
        known = Counter({mark.number: times for mark, times in owned.items() if mark.page == place})
        odd = sorted(number for number in marks | known if marks[number] != 1 or known[number] != 1)
        if odd:
            message = f"{file}: {len(odd)} marks aren't once on the page and once in the tree (the first is {odd[0]})"
            yield finding("pdf.ua-content", message, where, _HINT)
        for fault in _links(page):
            yield finding("pdf.ua-structure", f"{file}: {fault}", where, _HINT)
    for fault in _faults([piece.element for piece in found if piece.mark is None]):
        yield finding("pdf.ua-structure", f"{file}: {fault}", Where(file=file), _HINT)


def _links(page: pikepdf.Page) -> Iterator[str]:
    for area in items(page.obj.get("/Annots")):
        if name(entry(area, "/Subtype")) == "/Link":
            if not text(entry(area, "/Contents")):
                yield "a link doesn't say where it leads (Contents)"
            if entry(area, "/StructParent") is None:
                yield "a link isn't in the structure tree"
    if name(page.obj.get("/Tabs")) != "/S":
        yield "the tab key doesn't follow the structure (Tabs)"


def _faults(elements: list[Element]) -> Iterator[str]:
    """What elements lack (checkpoints 13, 14, 15, 16, 19)."""
    ids = Counter(text(entry(e.object, "/ID")) for e in elements if e.kind == "Note")
    level = 0
    for element in elements:
        match element.kind:
            case "Figure" if not text(entry(element.object, "/Alt")) and not text(entry(element.object, "/ActualText")):
                yield "a picture has no alternative text"
            case "Note" if ids[text(entry(element.object, "/ID"))] != 1 or not text(entry(element.object, "/ID")):
                yield "a note has no name of its own (ID)"
            case "TH" if not attribute(element.object, "/Scope"):
                yield "a table's head doesn't say of which cells (Scope)"
            case "LI" if element.around[-1] != "L":
                yield "an item stands in no list"
            case "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
                if int(element.kind[1]) > level + 1:
                    yield (
                        f"a heading of level {element.kind[1]} follows one of level {level}"
                        if level
                        else (f"the first heading is of level {element.kind[1]}")
                    )
                level = int(element.kind[1])
            case _:
                pass
