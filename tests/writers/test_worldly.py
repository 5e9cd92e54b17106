"""An issue in Japanese, with words in more scripts and an emoji: set in the fonts of the extras, in all formats."""

import io
import zipfile

import pikepdf
import pytest

from publisher.api import Artifacts, build
from publisher.formats import Format
from publisher.theme.loading import font_path, script_families

COPY = """国会、来年度予算案を可決

東京、11月24日 – 国会は24日、来年度予算案を可決した。首相は「責任ある予算だ」と述べ、回復に“全力を尽くす”考えを示した。

記者会見にはジョージア（საქართველო）とアルメニア（Հայաստան）の代表も出席した 😀。
"""
SETTINGS = 'title = "首都通信"\nlanguage = "ja"\nnumber = 47\ndate = 2026-11-24\npublisher = "編集部"\n'
NEEDED = ("japanese", "japanese_sans", "georgian", "armenian", "emoji")


@pytest.fixture(scope="module")
def made() -> Artifacts:
    for key in NEEDED:
        if not font_path(script_families()[key].regular).is_file():
            pytest.skip('fonts are missing: pip install "bulletin-publisher[japanese,scripts]"')
    return build({"1.txt": COPY.encode()}, settings=SETTINGS)


def data(made: Artifacts, format_: Format) -> bytes:
    return next(artifact.data for artifact in made.files if artifact.format is format_)


def test_nothing_is_said_against_it(made: Artifacts) -> None:
    assert [f.message for f in made.findings if f.severity != "info"] == []


@pytest.mark.parametrize("format_", [Format.PRINT, Format.SCREEN])
def test_pages_are_set_in_the_fonts_of_the_language_alone(made: Artifacts, format_: Format) -> None:
    with pikepdf.open(io.BytesIO(data(made, format_))) as pdf:
        fonts = {
            str(font.BaseFont).partition("+publisher-")[2]
            for page in pdf.pages
            for font in (page.obj.Resources.get("/Font") or {}).values()
        }
    # Marks of the print shop are in its own script.
    assert {name.removesuffix("-Bold") for name in fonts if name} - {"sans"} <= set(NEEDED)
    assert {"japanese", "japanese-Bold", "georgian", "emoji"} <= fonts


def test_the_book_holds_one_weight_of_each_face_and_names_the_family_first(made: Artifacts) -> None:
    with zipfile.ZipFile(io.BytesIO(data(made, Format.EPUB))) as book:
        fonts = {name.rpartition("/")[2] for name in book.namelist() if name.endswith(".woff2")}
        sheet = book.read("EPUB/style.css").decode()
    assert {"NotoSerifJP-Regular.woff2", "NotoSansJP-Bold.woff2", "NotoSansGeorgian-Normal.woff2"} <= fonts
    assert "p:lang(ja)" in sheet
    assert ":lang(ja) { line-break: strict }" in sheet
    assert 'body:lang(ja), span:lang(ja) { font-family: "Noto Serif JP"' in sheet


def test_word_is_told_the_family_for_east_asia(made: Artifacts) -> None:
    with zipfile.ZipFile(io.BytesIO(data(made, Format.DOCX))) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert 'w:eastAsia="Noto Serif JP"' in styles


def test_fonts_of_a_kind_that_word_does_not_take_are_named_and_left_out(made: Artifacts) -> None:
    told = build({"1.txt": COPY.encode()}, SETTINGS + "[docx]\nembed_fonts = true\n", [Format.DOCX]).findings
    names = [finding.message.partition(" is of a kind")[0] for finding in told if finding.code == "docx.font"]
    assert {"Noto Serif JP", "Noto Sans JP", "Noto Emoji"} <= set(names)
    assert "Source Serif 4" not in names
