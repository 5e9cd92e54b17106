"""The form of PDFs: sound ones pass, spoilt ones are named."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.preflight import recognised
from publisher.preflight.pdf import check_pdf
from publisher.report import Report
from publisher.writers import render
from tests.mutations import THEME
from tests.samples import bulletin

FILES = {
    a.format: a for a in render(bulletin(), THEME, Media(), [Format.PRINT, Format.SCREEN], Report(), lambda _: None)
}


def codes(artifact: Artifact) -> list[str]:
    found = [finding.code for finding in check_pdf(artifact)]
    return [code for code in found if code != "press.ink-unchecked"]  # where there is no renderer


def spoilt(format_: Format, spoil: Callable[[pikepdf.Pdf], object]) -> Artifact:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(FILES[format_].data)) as pdf:
        spoil(pdf)
        pdf.save(buffer)
    return Artifact(format_, "spoilt.pdf", buffer.getvalue())


def _no_fonts(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


@pytest.mark.parametrize("format_", list(FILES))
def test_our_own_files_are_sound_and_recognised(format_: Format) -> None:
    assert codes(FILES[format_]) == []
    assert recognised("x.pdf", FILES[format_].data).format is format_


@pytest.mark.parametrize(
    ("format_", "spoil", "code"),
    [
        (Format.PRINT, _no_fonts, "pdf.font"),
        (Format.PRINT, lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox"), "pdf.box"),
        (Format.PRINT, lambda pdf: setattr(pdf.pages[0], "trimbox", [-20, -20, 700, 900]), "pdf.box"),
        (Format.PRINT, lambda pdf: pdf.docinfo.__delitem__("/Title"), "pdf.title"),
        (Format.SCREEN, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "pdf.tags"),
        (Format.SCREEN, lambda pdf: pdf.Root.__delitem__("/Lang"), "pdf.tags"),
        (Format.SCREEN, lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), "pdf.title"),
    ],
)
def test_one_fault_gives_its_code(format_: Format, spoil: Callable[[pikepdf.Pdf], object], code: str) -> None:
    assert set(codes(spoilt(format_, spoil))) == {code}


def test_what_says_pdf_x_or_has_a_bleed_is_for_the_press() -> None:
    def no_bleed(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.BleedBox = page.obj.TrimBox

    def no_claim(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.OutputIntents, pdf.Root.Metadata
        del pdf.trailer.Info

    def neither(pdf: pikepdf.Pdf) -> None:
        no_bleed(pdf)
        no_claim(pdf)

    found = [recognised("x.pdf", spoilt(Format.PRINT, spoil).data).format for spoil in (no_bleed, no_claim, neither)]
    assert found == [Format.PRINT, Format.PRINT, Format.SCREEN]


def test_a_broken_file_is_told_not_raised() -> None:
    assert codes(Artifact(Format.PRINT, "x.pdf", FILES[Format.PRINT].data[:400])) == ["pdf.unreadable"]
