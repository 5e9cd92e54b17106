"""The document drawn by LibreOffice has the pages that the PDF of the same build has."""

import io
from pathlib import Path

import msgspec
import pypdfium2
import pytest

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
    """So many articles of several lengths, which end with whom to ask.

    They have no other heading: where two short passages under headings that are kept with them follow each other at an
    article's end, LibreOffice fills one column alone and begins the next article on a new page.
    """
    articles = [article(n, 5 + 3 * n % 11) for n in range(1, number + 1)]
    ended = (msgspec.structs.replace(a, body=(*a.body[:-2], Heading((Text("Contact"),)), CONTACT)) for a in articles)
    return Bulletin(metadata(subtitle="News of the quay"), (Section(tuple(ended)),))


@needs_office
@pytest.mark.parametrize(("theme", "articles"), [("gazette", 14), ("letter", 4), ("journal", 4)])
def test_it_has_as_many_pages_in_word_as_in_print_but_for_one(theme: str, articles: int, tmp_path: Path) -> None:
    formats = [Format.SCREEN, Format.DOCX]
    made = render(press_releases(articles), load_theme(theme), Media(), formats, Report(), lambda _: None)
    files = {artifact.format: artifact.data for artifact in made}
    printed = pages(files[Format.SCREEN])
    shown = pages(drawn(files[Format.DOCX], tmp_path).read_bytes())
    assert abs(len(printed) - len(shown)) <= 1
    headline = "A bridge before the ice, part"
    assert shown[0].count(headline) == printed[0].count(headline)
    if articles >= load_theme(theme).form.cover_from:
        assert shown[1].count(headline) == printed[1].count(headline) == articles
