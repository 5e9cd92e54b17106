"""The themes that come along, in every format: each keeps the copy, and each follows its own tokens."""

import io
import re
import zipfile
from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import Any

import msgspec
import pypdfium2
import pytest
from lxml import etree
from PIL import Image

from publisher.api import build
from publisher.codes import CODES
from publisher.formats import USUAL, Format
from publisher.media import Media
from publisher.metadata import Sender
from publisher.model import Article, Bulletin, Section
from publisher.preflight import prove
from publisher.preflight.extraction import docx_streams, epub_streams, pdf_pages
from publisher.preflight.typesetting.figures import measured
from publisher.preflight.typesetting.lines import read_sheet
from publisher.report import Report
from publisher.theme.files import Marks
from publisher.theme.loading import load_theme, theme_names
from publisher.theme.tokens import Theme
from publisher.words import words_for
from publisher.writers import Proof, render
from tests.samples import article, bulletin

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = 72 / 25.4
NAMES = {"kk": "Өзен ауданының әкімдігі", "ru": "Акимат Озенского района"}
ADDRESSES = {"kk": ("Абай көшесі, 1", "press@ozen.example"), "ru": ("улица Абая, 1", "press@ozen.example")}
LONG = (
    "The council of the valley votes for a bridge of two spans over the river, for a road to it from either bank, "
    "and for a ferry that runs until both are there"
)

Files = Mapping[Format, bytes]


def mark() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 300), "#0b4a7a").save(buffer, "PNG", dpi=(300, 300))
    return buffer.getvalue()


def with_form(theme: Theme, **form: Any) -> Theme:
    return msgspec.structs.replace(theme, form=msgspec.structs.replace(theme.form, **form))


def made(issue: Bulletin, theme: Theme) -> Files:
    """The four files, of which the proof finds nothing to say."""
    report, proof = Report(), Proof(partial(prove, bulletin=issue, theme=theme), Report(), [])
    artifacts = render(issue, theme, Media(), USUAL, report, lambda _: None, proof)
    # What a machine lacks for the checks is said of the machine.
    found = [f for f in (*report.findings, *proof.report.findings) if not CODES[f.code].local]
    assert [f.message for f in found if f.code != "layout.last-page"] == []
    return {artifact.format: artifact.data for artifact in artifacts}


def release(*tags: str, **changes: Any) -> Bulletin:
    """One release in each of the languages *tags*, sent by one body that speaks two."""
    senders = tuple(Sender(NAMES[tag], tag, ADDRESSES[tag]) for tag in ("kk", "ru"))
    texts = tuple(
        msgspec.structs.replace(text, metadata=msgspec.structs.replace(text.metadata, language=tag))
        for text, tag in zip((article(1, 3), article(2, 3)), tags, strict=False)
    )
    one = bulletin(1, title="Баспасөз хабары", language="kk", senders=senders, **changes)
    return msgspec.structs.replace(one, sections=(Section(texts),))


@pytest.fixture(scope="module")
def letter() -> Files:
    return made(release("kk", "ru"), msgspec.structs.replace(load_theme("letter"), marks=Marks(logo=mark())))


@pytest.fixture(scope="module")
def journal() -> Files:
    second = article(2, 28, LONG)
    texts: tuple[Article, ...] = (article(1, 6), second, article(3, 2, None))
    issue = msgspec.structs.replace(bulletin(1), sections=(Section(texts),))
    return made(issue, load_theme("journal"))


def text_of(files: Files, format_: Format) -> str:
    match format_:
        case Format.DOCX:
            streams = docx_streams(files[format_])
            return "\n".join((*streams.text, *streams.around))
        case Format.EPUB:
            streams = epub_streams(files[format_])
            return "\n".join((*streams.text, *streams.around))
        case _:
            return "\n".join(pdf_pages(files[format_]))


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def style_sheet(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("EPUB/style.css").decode()


def test_three_themes_come_along_and_say_what_they_are_for() -> None:
    themes = [load_theme(name) for name in theme_names()]
    assert [theme.name for theme in themes] == ["gazette", "journal", "letter"]
    assert all(theme.about for theme in themes)
    assert len({theme.page for theme in themes}) == 3
    for one, other in pairwise(themes):
        assert one.role.headline != other.role.headline
        assert one.family[one.role.body.family] != other.family[other.role.body.family]


@pytest.mark.parametrize("format_", USUAL)
def test_a_letterhead_names_its_sender_in_both_languages_once(letter: Files, format_: Format) -> None:
    text = text_of(letter, format_)
    for tag in ("kk", "ru"):
        assert len(re.findall(r"\s+".join(NAMES[tag].split()), text)) == 1
        assert len(re.findall(r"\s+".join(ADDRESSES[tag][0].split()), text)) == 1
        said = words_for(tag).release
        shown = said.upper() if format_ in (Format.PRINT, Format.SCREEN) else said
        assert len(re.findall(r"\s+".join(shown.split()), text)) == 1


def test_a_letter_without_senders_is_the_publishers_own() -> None:
    theme = load_theme("letter")
    for release_line in (True, False):
        issue = bulletin(1, release_line=release_line)
        files = made(issue, theme)
        for format_ in USUAL:
            text = text_of(files, format_)
            assert "the Valley Council" in text
            assert ("for immediate release" in text.lower()) is release_line


def test_under_an_embargo_its_hour_stands_where_the_release_line_stands() -> None:
    held: dict[str, Any] = {
        "embargoed_until": "2026-11-25T08:30:00+05:00",
        "proof": ("EMBARGOED",),
        "release_line": False,
    }
    files = made(release("kk", **held), load_theme("letter"))
    for format_ in USUAL:
        text = text_of(files, format_)
        assert "08:30" in text
        assert "ЖАРИЯЛАУҒА БОЛМАЙДЫ" in text
        assert "ЭМБАРГО ДО" in text
        assert words_for("ru").release.upper() not in text.upper()


def test_the_mark_stands_between_the_two_senders(letter: Files) -> None:
    with pypdfium2.PdfDocument(letter[Format.SCREEN]) as document:
        page = document[0]
        pictures = [obj for obj in page.get_objects() if obj.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        (left, _, right, _) = pictures[0].get_bounds()
        assert (left + right) / 2 == pytest.approx(page.get_width() / 2, abs=1)
    columns = [cols.get(f"{W}num") for cols in part(letter[Format.DOCX], "word/document.xml").iter(f"{W}cols")]
    assert "3" in columns


@pytest.mark.parametrize(("name", "facing"), [("letter", False), ("journal", True)])
def test_sheets_and_margins_are_the_themes(name: str, facing: bool, request: pytest.FixtureRequest) -> None:
    files, page = request.getfixturevalue(name), load_theme(name).page
    with pypdfium2.PdfDocument(files[Format.SCREEN]) as document:
        assert (document[0].get_width(), document[0].get_height()) == pytest.approx(
            (page.width * MM, page.height * MM), abs=0.01
        )
    body = part(files[Format.DOCX], "word/document.xml")
    size, margins = next(body.iter(f"{W}pgSz")), next(body.iter(f"{W}pgMar"))
    assert int(size.get(f"{W}w")) == pytest.approx(page.width * MM * 20, abs=1)
    assert int(margins.get(f"{W}left")) == pytest.approx(page.margin_inside * MM * 20, abs=1)
    assert int(margins.get(f"{W}right")) == pytest.approx(page.margin_outside * MM * 20, abs=1)
    mirrored = part(files[Format.DOCX], "word/settings.xml").find(f"{W}mirrorMargins")
    assert (mirrored is not None) is facing


def test_text_of_facing_pages_keeps_the_inner_margin_at_the_spine(journal: Files) -> None:
    page = load_theme("journal").page
    with pypdfium2.PdfDocument(journal[Format.SCREEN]) as document:
        for number in (4, 5):
            words = document[number - 1].get_textpage()
            left = min(words.get_rect(n)[0] for n in range(words.count_rects()))
            margin = page.margin_outside if number % 2 == 0 else page.margin_inside
            assert left == pytest.approx(margin * MM, abs=1.5)
            words.close()


def test_a_sections_title_starts_the_page_of_its_first_article() -> None:
    issue = bulletin(1)
    issue = msgspec.structs.replace(issue, sections=(Section((article(1, 2),)), Section((article(2, 2),), "Abroad")))
    pages = pdf_pages(made(issue, load_theme("journal"))[Format.SCREEN])
    (opening,) = (page for page in pages if "ABROAD" in page and "Contents" not in page)
    assert "part 2" in " ".join(opening.split())


def test_a_kicker_may_say_what_the_masthead_says() -> None:
    (only,) = release("kk").articles
    titled = msgspec.structs.replace(only.metadata, kicker="Хабары", headline="Баспасөз")
    issue = msgspec.structs.replace(
        release("kk"), sections=(Section((msgspec.structs.replace(only, metadata=titled),)),)
    )
    made(issue, load_theme("letter"))


def test_running_heads_name_the_article_but_not_over_its_beginning(journal: Files) -> None:
    pages = [" ".join(page.split()) for page in pdf_pages(journal[Format.SCREEN])]
    starts = [number for number, page in enumerate(pages, 1) if "RIVERTON" in page or "Riverton" in page]
    name, cut = "The Valley Bulletin · No. 7", "The council of the valley votes for a bridge of two spans over the"
    going_on = [number for number in range(3, len(pages) + 1) if number not in starts]
    assert {number % 2 for number in going_on} == {0, 1}
    for number in going_on:
        assert pages[number - 1].count(name) == (number + 1) % 2
        assert (f"{cut}…" in pages[number - 1] or "part 1" in pages[number - 1]) is bool(number % 2)
    for number in starts:
        assert name not in pages[number - 1]


def test_contents_are_led_to_their_pages(journal: Files) -> None:
    contents = next(page for page in pdf_pages(journal[Format.SCREEN]) if "Contents" in page)
    assert len(re.findall(r"(?:\.\s*){4,}\d+", contents)) == 3


@pytest.mark.parametrize("name", ["letter", "journal"])
def test_books_are_set_in_the_themes_own_type(name: str, request: pytest.FixtureRequest) -> None:
    theme, sheet = load_theme(name), style_sheet(request.getfixturevalue(name)[Format.EPUB])
    assert f'"{theme.family["text"].name}"' in sheet
    relative = theme.role.headline.size / theme.role.body.size
    assert f"font-size: {relative:.4g}em" in sheet


def test_a_run_of_running_heads_is_left_to_the_stamp_of_a_proof() -> None:
    theme = load_theme("journal")
    issue = bulletin(2, proof=("DRAFT",))
    pages = pdf_pages(made(issue, with_form(theme, cover_from=9, contents_from=9))[Format.PRINT])
    assert all("DRAFT" in page for page in pages)


@pytest.mark.parametrize(("theme", "told"), [("gazette", 1), ("letter", 0)])
def test_senders_that_no_page_shows_are_told(theme: str, told: int) -> None:
    settings = 'language = "en-US"\n[[letterhead.sender]]\nname = "The Valley Council"'
    found = build({"a.txt": b"A bridge\n\nThe council met on Monday."}, settings, [Format.DOCX], theme).findings
    assert sum(finding.code == "bulletin.letterhead" for finding in found) == told


@pytest.mark.parametrize("name", ["letter", "journal"])
def test_lines_of_a_single_column_are_planned_and_keep_the_grid(name: str, request: pytest.FixtureRequest) -> None:
    sheet = read_sheet(request.getfixturevalue(name)[Format.SCREEN])
    assert sheet is not None
    figures = measured(sheet)
    assert figures.on_grid >= 0.99
    assert figures.worst_edge < 0.2
    assert figures.share(figures.very_loose) <= 0.03
