"""The lesson on letters: what is drawn in scripts of shared parts is read back as it was written."""

import io
import re

import pikepdf
import pytest

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Paragraph, Section, Text
from publisher.preflight.drawn import drawn
from publisher.preflight.extraction import pdf_pages
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers.layout import Layout, lay_out
from publisher.writers.press import write_print
from publisher.writers.screen import write_screen
from tests.samples import bulletin

THEME = load_theme("gazette")
#: Words whose glyphs stand for other letters in the word beside them.
COPY = {
    "hi": "दिल्ली की समिति ने जल नीति पर विशेषज्ञों की स्थिति सुनी। प्रतिशत और मंजूरी, पीढ़ियों के लिए शक्ति।",
    "th": "รัฐบาลทำงานสู่เป้าหมาย น้ำใจของทุกคนสำคัญ (ระยะที่ 2) คำว่า “ที่สุด” ย้ำทั้งปี",
    "kk-Latn": "Qazaqstannyń jańa ǵylymı ortalyǵy ashyldy, Ǵabıt pen Ǵalym keldi.",
}


def laid_out(language: str) -> tuple[Bulletin, Layout]:
    article = Article(Metadata(headline=COPY[language], language=language), (Paragraph((Text(COPY[language] * 3),)),))
    issue = Bulletin(bulletin().metadata, (Section((article,)),))
    return issue, lay_out(issue, THEME, Media(), Report())


@pytest.mark.parametrize("language", COPY)
def test_every_word_is_read_back_from_both_pdfs(language: str) -> None:
    issue, layout = laid_out(language)
    for write in (write_print, write_screen):
        read = drawn("".join(pdf_pages(write(issue, THEME, Media(), layout, Report()))))
        assert drawn(COPY[language]) in read
        assert drawn(COPY[language] * 3) in read


def spans(data: bytes) -> list[str]:
    """What is said beside glyphs, in order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    said = re.findall(rb"/ActualText\s*<feff([0-9a-f]*)>", content)
    return [bytes.fromhex(text.decode()).decode("utf-16-be") for text in said]


def test_only_glyphs_that_would_be_misread_are_spoken_for() -> None:
    issue, layout = laid_out("hi")
    data = write_print(issue, THEME, Media(), layout, Report())
    assert "ति" in spans(data)
    plain = Bulletin(issue.metadata, (Section((Article(Metadata(headline="A day — “ours”"), ()),)),))
    assert spans(write_print(plain, THEME, Media(), lay_out(plain, THEME, Media(), Report()), Report())) == []
