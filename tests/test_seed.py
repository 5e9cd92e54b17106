"""The seed, from end to end: every letter of the copy in each of the four files, and what each of them looks like."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pypdfium2
import pytest

from publisher.api import Artifacts, build
from publisher.codes import CODES
from publisher.formats import Format
from publisher.preflight.drawn import drawn
from publisher.preflight.extraction import docx_streams, epub_streams
from publisher.preflight.ninjs import ninjs_streams
from tests.copied import copied_pages
from tests.golden import golden

SEEDS = Path(__file__).parent.parent / "seeds"
NAME = "000_2a5f29469a24bf2c.txt"
COPY = (SEEDS / NAME).read_text("utf-8")
#: The one change that is made to the copy's letters: a Cyrillic look-alike.
LETTERS = [letter for letter in COPY.replace("\u0441", "c") if letter.isalnum()]


@pytest.fixture(scope="module")
def made() -> Artifacts:
    return build({NAME: COPY.encode()}, (SEEDS / "bulletin.toml").read_text("utf-8"), list(Format))


def file(made: Artifacts, format_: Format) -> bytes:
    return next(artifact.data for artifact in made.files if artifact.format is format_)


def text_of(made: Artifacts, format_: Format) -> str:
    data = file(made, format_)
    match format_:
        case Format.PRINT | Format.SCREEN:
            return "\n".join(copied_pages(data))
        case Format.DOCX:
            return "\n".join(docx_streams(data).text)
        case Format.EPUB:
            return "\n".join(epub_streams(data).text)
        case Format.NINJS:
            return "\n".join(ninjs_streams(data).text)


@pytest.mark.parametrize("format_", list(Format))
def test_every_letter_of_the_copy_is_there_in_order(made: Artifacts, format_: Format) -> None:
    # A subsequence: what else the file holds (masthead, feet) may stand between, but nothing may be missing.
    rest = iter(text_of(made, format_))
    assert all(any(letter == found for found in rest) for letter in LETTERS)


@pytest.mark.parametrize("format_", list(Format))
def test_copied_text_reads_as_the_copy_has_it(made: Artifacts, format_: Format) -> None:
    assert "ASTANA – The Kazakh delegation led by Aigul" in text_of(made, format_)
    assert "c\u0441hair" not in text_of(made, format_)
    assert "\u0441hairwoman" not in text_of(made, format_)


def test_the_bulletin_is_one_page_and_its_article_runs_in_two_columns(made: Artifacts) -> None:
    document = pypdfium2.PdfDocument(file(made, Format.SCREEN))
    assert len(document) == 1
    page = document[0].get_textpage()
    middle = document[0].get_width() / 2
    sides = Counter(page.get_charbox(n)[0] > middle for n in range(page.count_chars()))
    document.close()
    assert min(sides.values()) > 1000


def test_what_was_noticed_is_what_there_is_to_notice(made: Artifacts) -> None:
    # What a machine lacks for the checks is said of the machine.
    assert sorted(finding.code for finding in made.findings if not CODES[finding.code].local) == [
        "acronym.found",
        "acronym.found",
        "character.mixed-script",
        "structure.creditline",
        "structure.dateline",
    ]
    (repair,) = [finding for finding in made.findings if finding.code == "character.mixed-script"]
    assert (repair.where.file, repair.where.line, repair.where.column) == (NAME, 1, 53)
    assert (repair.before, repair.after) == ("\u0441hairwoman", "chairwoman")
    assert "U+0441" in repair.message
    assert "U+0063" in repair.message


def test_every_file_says_the_bulletins_metadata(made: Artifacts) -> None:
    document = docx.Document(io.BytesIO(file(made, Format.DOCX)))
    core = document.core_properties
    assert (core.title, core.language, core.author) == ("The Bulletin", "en-US", "Kazinform")
    with zipfile.ZipFile(io.BytesIO(file(made, Format.EPUB))) as archive:
        package = next(archive.read(name).decode() for name in archive.namelist() if name.endswith(".opf"))
    for words in (
        "The Bulletin",
        "en-US",
        "Kazinform",
        "the Press Office",
        "Reproduction permitted",
        made.manifest.bulletin.identifier,
    ):
        assert words in package


@pytest.mark.parametrize("format_", list(Format))
def test_the_words_of_each_file_are_those_last_reviewed(made: Artifacts, format_: Format) -> None:
    text = text_of(made, format_)
    if format_ in (Format.PRINT, Format.SCREEN):
        # Another version of Pango may break lines elsewhere: words and their order are what counts.
        text = re.sub(r"(?<=[.”])", "\n", drawn(text))
    assert text + "\n" == golden(f"seed-{format_}.txt", text + "\n")


def test_the_styles_of_the_word_file_are_those_last_reviewed(made: Artifacts) -> None:
    document = docx.Document(io.BytesIO(file(made, Format.DOCX)))
    lines = [f"{p.style.name}: {p.text[:40]}" for p in document.paragraphs if p.style is not None]
    text = "\n".join(lines) + "\n"
    assert text == golden("seed-docx-styles.txt", text)
