"""Styles are the interface: one style changed in the finished file changes every paragraph of its kind when drawn."""

import ctypes
import io
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.shared import RGBColor

from tests.samples import SENTENCES, bulletin
from tests.writers.docx.office import drawn, needs_office
from tests.writers.docx.samples import written

BLUE = (0, 0, 255)


def restyled(data: bytes, style: str) -> bytes:
    """The document with *style* in blue, changed as a user of Word would."""
    document = docx.Document(io.BytesIO(data))
    document.styles[style].font.color.rgb = RGBColor(*BLUE)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def blue_words(data: bytes, folder: Path) -> str:
    """All letters that LibreOffice draws in blue, in order."""
    pdf = pypdfium2.PdfDocument(drawn(data, folder))
    letters = [letter for page in pdf for letter in _blue(page.get_textpage())]
    pdf.close()
    return "".join(letters)


def _blue(page: pypdfium2.PdfTextPage) -> list[str]:
    text = page.get_text_range()
    found = []
    for place in range(page.count_chars()):
        colour = [ctypes.c_uint() for _ in range(4)]
        pypdfium2.raw.FPDFText_GetFillColor(page.raw, place, *map(ctypes.byref, colour))
        if tuple(part.value for part in colour[:3]) == BLUE and place < len(text):
            found.append(chr(pypdfium2.raw.FPDFText_GetUnicode(page.raw, place)))
    return found


def squeezed(words: str) -> str:
    return "".join(letter for letter in words if letter.isalpha())


@needs_office
@pytest.mark.parametrize("style", ["Heading 1", "Body Text", "Kicker"])
def test_a_changed_style_changes_all_of_its_kind_and_nothing_else(style: str, tmp_path: Path) -> None:
    blue = squeezed(blue_words(restyled(written(bulletin(3)), style), tmp_path))
    headlines = [squeezed(f"A bridge before the ice, part {number}") for number in (1, 2, 3)]
    match style:
        case "Heading 1":
            assert blue == "".join(headlines)
        case "Kicker":
            assert blue.upper() == "TOWNS" * 3
        case _:
            assert all(blue.count(squeezed(sentence)) == 3 for sentence in SENTENCES)
            assert not any(headline in blue for headline in headlines)
