"""The form of a PDF: what a print shop would call about in a print PDF, what readers need in one for screens."""

import io
from collections.abc import Iterator

import pikepdf

from publisher.formats import Artifact, Format
from publisher.preflight.accessible import check_access, claims_access
from publisher.preflight.archival import check_archive, claimed_part
from publisher.preflight.press.content.objects import entry, is_dictionary, limit_unpacking, text
from publisher.preflight.press.content.objects import name as name_of
from publisher.preflight.press.examination import Examination, examine
from publisher.preflight.press.facts import Facts
from publisher.preflight.press.faults import Spot
from publisher.preflight.press.file.claims import read_claims
from publisher.preflight.press.file.intent import read_intent
from publisher.report import Finding, Where, finding

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_CUT_OFF = "ask for the file again; it may be cut off"


def check_pdf(artifact: Artifact) -> Iterator[Finding]:
    """Faults of form of a print or screen PDF."""
    return (spot.finding for spot in examine_pdf(artifact).spots)


def examine_pdf(artifact: Artifact) -> Examination:
    """Faults of form of a print or screen PDF with the places they stand at, and the facts of the file."""
    limit_unpacking()
    name = artifact.name
    try:
        with pikepdf.open(io.BytesIO(artifact.data)) as pdf:
            if artifact.format is Format.PRINT:
                title = (Spot(found) for found in _title(pdf, name))
                examination = examine(pdf, artifact.data, name)
                return examination._replace(spots=(*title, *examination.spots))
            return Examination(tuple(Spot(found) for found in _screen(pdf, name)), Facts())
    except pikepdf.PasswordError:
        message = f"{name} can't be opened without its password; nothing in it was checked"
        found = finding("pdf.locked", message, Where(file=name), "ask for the file without a password")
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError) as error:
        found = finding("pdf.unreadable", f"{name} can't be read as PDF: {error}", Where(file=name), _CUT_OFF)
    return Examination((Spot(found),), Facts())


def is_for_press(data: bytes) -> bool:
    """Whether a PDF is meant for a print shop: it says PDF/X, or has artwork beyond its trim."""
    limit_unpacking()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if read_claims(pdf).standard.startswith("PDF/X") or read_intent(pdf).number:
                return True
            page = pdf.pages[0] if len(pdf.pages) else None
            return page is not None and list(page.bleedbox) != list(page.trimbox)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        return False


def _screen(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    yield from _fonts(pdf, name)
    yield from _title(pdf, name)
    yield from _tags(pdf, name)
    if claims_access(pdf) and is_dictionary(entry(pdf.Root, "/StructTreeRoot")):
        yield from check_access(pdf, name)
    if (part := claimed_part(pdf)) is not None:
        yield from check_archive(pdf, name, part)


def _fonts(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    for item in pdf.objects:
        if name_of(entry(item, "/Type")) == "/FontDescriptor" and not any(key in item for key in _FILES):
            font = name_of(entry(item, "/FontName"))[1:] or "?"
            yield finding(
                "pdf.font",
                f"{name}: the font {font} isn't embedded",
                Where(file=name),
                "make the file again with its fonts embedded",
            )


def _title(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    if not text(entry(entry(pdf.trailer, "/Info"), "/Title")):
        yield finding("pdf.title", f"{name} has no title", Where(file=name), 'say title = "…" in bulletin.toml')


def _tags(pdf: pikepdf.Pdf, name: str) -> Iterator[Finding]:
    where = Where(file=name)
    root = pdf.Root
    if not is_dictionary(entry(root, "/StructTreeRoot")) or entry(entry(root, "/MarkInfo"), "/Marked") is not True:
        yield finding("pdf.tags", f"{name} isn't tagged; screen readers can't follow it", where)
    if not text(entry(root, "/Lang")):
        yield finding("pdf.tags", f"{name} names no language; screen readers guess how to speak it", where)
    if entry(entry(root, "/ViewerPreferences"), "/DisplayDocTitle") is not True:
        yield finding("pdf.title", f"{name} shows its file name instead of its title in a window's head", where)
