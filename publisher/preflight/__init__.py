"""Checks of finished files: conformance for any file, fidelity for ours."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from publisher.errors import SourceError
from publisher.formats import Artifact, Format
from publisher.model import Bulletin, Image
from publisher.report import Finding, Verdict
from publisher.theme.tokens import Theme
from publisher.walk import nodes

if TYPE_CHECKING:
    from publisher.preflight.press.examination import Examination


def prove(artifact: Artifact, bulletin: Bulletin, theme: Theme) -> Verdict:
    """What speaks against publishing *artifact*: faults of form, words and parts lost or invented."""
    from publisher.preflight.binding import check_binding
    from publisher.preflight.fidelity import compare
    from publisher.preflight.parity.comparison import check_parity

    faults = [*_untold(artifact, bulletin), *check_binding(artifact, theme.press), *compare(artifact, bulletin, theme)]
    parity = check_parity(artifact, bulletin, theme)
    return Verdict((*faults, *parity.findings), parity.holdings)


def _untold(artifact: Artifact, bulletin: Bulletin) -> Iterator[Finding]:
    """The faults of form; which pictures nobody describes was told with their place in the copy."""
    found = (node for article in bulletin.articles for node in nodes(article))
    is_told = any(isinstance(node, Image) and not (node.alt or node.decorative) for node in found)
    yield from (fault for fault in check(artifact) if not (is_told and fault.code == "docx.alt"))


def check(artifact: Artifact) -> Iterator[Finding]:
    """The faults of form of one file, ours or not."""
    match artifact.format:
        case Format.PRINT | Format.SCREEN:
            from publisher.preflight.pdf import check_pdf

            return check_pdf(artifact)
        case Format.DOCX:
            from publisher.preflight.docx import check_docx

            return check_docx(artifact)
        case Format.EPUB:
            from publisher.preflight.books.form import check_epub

            return check_epub(artifact)
        case Format.NINJS:
            from publisher.preflight.ninjs import check_ninjs

            return check_ninjs(artifact)


def examine(artifact: Artifact) -> "Examination":
    """The faults of form of one file with the places they stand at, and the facts of a print PDF.

    A book is shown to the judges from outside as well, and of a PDF of ours it is told how it is set.
    """
    from publisher.preflight.pdf import examine_pdf
    from publisher.preflight.press.examination import Examination
    from publisher.preflight.press.facts import Facts
    from publisher.preflight.press.faults import Spot
    from publisher.preflight.typesetting.faults import faults
    from publisher.preflight.typesetting.reading import read_figures

    if artifact.format in (Format.PRINT, Format.SCREEN):
        examination, figures = examine_pdf(artifact), read_figures(artifact)
        set_wrong = map(Spot, faults(figures, artifact.name)) if figures else ()
        return examination._replace(spots=(*examination.spots, *set_wrong), typesetting=figures)
    found = [*check(artifact)]
    if artifact.format is Format.EPUB:
        from publisher.preflight.books.judges import judge_epub

        found += judge_epub(artifact)
    return Examination(tuple(map(Spot, found)), Facts())


def recognised(name: str, data: bytes) -> Artifact:
    """The file as what its first bytes say it is; a PDF that says PDF/X or has a bleed is a print PDF."""
    if data.startswith(b"%PDF-"):
        from publisher.preflight.pdf import is_for_press

        return Artifact(Format.PRINT if is_for_press(data) else Format.SCREEN, name, data)
    if data.startswith(b"PK\x03\x04"):
        return Artifact(Format.EPUB if b"application/epub+zip" in data[:100] else Format.DOCX, name, data)
    raise SourceError(f"{name}: is no PDF, DOCX or EPUB", "give the path of a finished file")
