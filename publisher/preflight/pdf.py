"""The form of a PDF: readable, fonts embedded, boxes right, and for the screen titled, tagged, in a language."""

import io
from collections.abc import Iterator

import pikepdf

from publisher.formats import Artifact, Format
from publisher.report import Finding, Where, finding

#: Boxes may differ by this much, pt: files give three decimals.
TOLERANCE = 0.01
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def check_pdf(artifact: Artifact) -> Iterator[Finding]:
    """Faults of form of a print or screen PDF."""
    try:
        pdf = pikepdf.open(io.BytesIO(artifact.data))
    except pikepdf.PdfError as error:
        yield finding(
            "pdf.unreadable",
            f"{artifact.name} can't be read as PDF: {error}",
            Where(file=artifact.name),
            "ask for the file again; it may be cut off",
        )
        return
    with pdf:
        yield from _fonts(pdf, artifact.name)
        yield from _title(pdf, artifact.name)
        if artifact.format is Format.PRINT:
            yield from _boxes(pdf, artifact.name)
        else:
            yield from _tags(pdf, artifact.name)


def has_bleed(data: bytes) -> bool:
    """Whether a PDF's first page has artwork beyond its trim: then it is meant for a print shop."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return len(pdf.pages) > 0 and list(pdf.pages[0].bleedbox) != list(pdf.pages[0].trimbox)
    except pikepdf.PdfError:
        return False


def _fonts(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != pikepdf.Name.FontDescriptor:
            continue
        if not any(key in item for key in _FILES):
            font = str(item.get("/FontName", "?")).lstrip("/")
            yield finding(
                "pdf.font",
                f"{name}: the font {font} isn't embedded",
                Where(file=name),
                "make the file again with its fonts embedded",
            )


def _title(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield finding("pdf.title", f"{name} has no title", Where(file=name), 'say title = "…" in bulletin.toml')


def _boxes(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    """TrimBox inside BleedBox inside MediaBox on every page (ISO 32000-1, 14.11.2)."""
    for number, page in enumerate(pdf.pages, 1):
        where = Where(file=name, page=number)
        if "/TrimBox" not in page.obj or "/BleedBox" not in page.obj:
            yield finding("pdf.box", f"{name}: page {number} has no TrimBox or no BleedBox", where)
            continue
        media, bleed, trim = ([float(e) for e in box] for box in (page.mediabox, page.bleedbox, page.trimbox))
        if not (_within(trim, bleed) and _within(bleed, media)):
            yield finding(
                "pdf.box",
                f"{name}: page {number}: trim {trim} must lie in bleed {bleed}, bleed in media {media}",
                where,
            )


def _within(inner: list[float], outer: list[float]) -> bool:
    return all(i >= o - TOLERANCE for i, o in zip(inner[:2], outer[:2], strict=True)) and all(
        i <= o + TOLERANCE for i, o in zip(inner[2:], outer[2:], strict=True)
    )


def _tags(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    where = Where(file=name)
    marked = pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    if "/StructTreeRoot" not in pdf.Root or not marked:
        yield finding("pdf.tags", f"{name} isn't tagged; screen readers can't follow it", where)
    if not str(pdf.Root.get("/Lang", "")):
        yield finding("pdf.tags", f"{name} names no language; screen readers guess how to speak it", where)
    if not pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield finding("pdf.title", f"{name} shows its file name instead of its title in a window's head", where)
