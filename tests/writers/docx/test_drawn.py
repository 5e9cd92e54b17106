"""The document drawn by LibreOffice has the pages that the PDF of the same build has."""

import io
from pathlib import Path

import msgspec
import pypdfium2

from publisher.formats import Format
from publisher.media import Media
from publisher.model import Bulletin, Heading, Paragraph, Role, Section, Text
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers import render
from tests.samples import article, metadata
from tests.writers.docx.office import drawn, needs_office

CONTACT = Paragraph(
    (Text("For more, write to desk@example.org, or ring the council's desk on any working day from eight to five."),),
    role=Role.CONTACT,
)


def pages(pdf: bytes) -> list[str]:
    """The words of each page."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    words = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return words


def press_releases(number: int) -> Bulletin:
    """So many articles of several lengths, which end with whom to ask."""
    articles = [article(n, 5 + 3 * n % 11) for n in range(1, number + 1)]
    ended = (msgspec.structs.replace(a, body=(*a.body, Heading((Text("Contact"),)), CONTACT)) for a in articles)
    return Bulletin(metadata(subtitle="News of the quay"), (Section(tuple(ended)),))


@needs_office
def test_a_long_issue_has_as_many_pages_in_word_as_in_print_but_for_one(tmp_path: Path) -> None:
    formats = [Format.SCREEN, Format.DOCX]
    made = render(press_releases(14), load_theme("gazette"), Media(), formats, Report(), lambda _: None)
    files = {artifact.format: artifact.data for artifact in made}
    printed = pages(files[Format.SCREEN])
    shown = pages(drawn(files[Format.DOCX], tmp_path).read_bytes())
    assert abs(len(printed) - len(shown)) <= 1
    headline = "A bridge before the ice, part"
    assert [page.count(headline) for page in (printed[0], printed[1])] == [4, 14]
    assert [page.count(headline) for page in (shown[0], shown[1])] == [4, 14]
