"""Pictures: as large as in print, no finer than Word wants, described, and held once."""

import msgspec
import pytest

from publisher.model import Cell, Figure, Image, Note, Row, Table, Text
from publisher.report import Report
from publisher.writers.docx import write_docx
from tests.writers.docx.noted import annotated
from tests.writers.docx.pictures import GONE, encoded, store
from tests.writers.docx.samples import (
    W,
    article_lines,
    body,
    gazette,
    parts,
    say,
    single,
    style_of,
    words_of,
    written,
)
from tests.writers.docx.sights import (
    ADEC,
    COLUMN,
    WP,
    A,
    drawings,
    media_of,
    shown,
    size,
)


def test_a_figure_is_a_picture_over_its_caption_and_credit() -> None:
    lines = list(article_lines(single(Figure(Image(store().photo, "The quay"), (Text("Night."),), "B. Clerk"))))
    assert lines == [("Figure", ""), ("Caption", "Night. B. Clerk")]


def test_the_credit_has_a_style_of_its_own_name() -> None:
    data = written(single(Figure(Image(store().photo, "The quay"), (Text("Night."),), "B. Clerk")))
    caption = next(p for p in body(data).iter(f"{W}p") if style_of(p) == "Caption")
    styled = [(words_of(run), run.find(f"{W}rPr/{W}rStyle") is not None) for run in caption.iter(f"{W}r")]
    assert styled == [("Night.", False), (" B. Clerk", True)]


def test_a_figure_without_a_caption_stands_alone() -> None:
    assert list(article_lines(single(Figure(Image(store().dot, "a dot"))))) == [("FigureAlone", "")]


def test_a_picture_that_is_not_there_leaves_its_caption() -> None:
    made = single(
        Figure(Image(GONE, "gone"), (Text("Said."),)), Figure(Image(GONE, "gone")), say(Image(GONE, "x"), "y")
    )
    assert list(article_lines(made)) == [("Caption", "Said."), ("BodyText", "y")]
    assert not drawings(written(made))


def test_lines_of_figures_are_as_high_as_their_pictures() -> None:
    styles = {
        style.get(f"{W}styleId"): style for style in parts(written(single()))["word/styles.xml"].iter(f"{W}style")
    }
    for name in ("Figure", "FigureAlone"):
        assert styles[name].find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == "auto"
    assert styles["Figure"].find(f"{W}pPr/{W}keepNext") is not None
    assert styles["Figure"].find(f"{W}next").get(f"{W}val") == "Caption"


def test_a_fine_picture_is_as_wide_as_its_column() -> None:
    width, height = shown(Figure(Image(store().photo, "The quay")))
    assert width == pytest.approx(COLUMN, abs=0.1)
    assert height == pytest.approx(width * 2 / 3, abs=0.1)


def test_a_coarse_picture_is_no_larger_than_at_150_to_the_inch() -> None:
    assert shown(Figure(Image(store().dot, "a dot"))) == pytest.approx((80 * 72 / 150, 60 * 72 / 150))


def test_a_drawing_is_as_wide_as_its_column_whatever_its_own_size() -> None:
    assert shown(Figure(Image(store().drawing, "tides"))) == pytest.approx((COLUMN, COLUMN / 2), abs=0.1)


def test_a_tall_picture_is_seven_tenths_of_the_type_area_high() -> None:
    media, (tall,) = media_of(encoded("RGB", (800, 4000), "PNG"))
    data = write_docx(single(Figure(Image(tall, "tall"))), gazette(), media, None, Report())
    (drawing,) = drawings(data)
    assert size(drawing) == pytest.approx((size(drawing)[1] / 5, (297 - 40) * 72 / 25.4 * 0.7), abs=0.1)


def test_a_picture_in_a_cell_is_no_wider_than_the_cell() -> None:
    figure = Figure(Image(store().photo, "The quay"))
    width, _ = shown(Table((), body=(Row((Cell((figure,)), Cell((say("x"),)))),)))
    assert width == pytest.approx(COLUMN / 2 - 6, abs=0.2)
    wide = Table((), body=(Row((Cell((figure,)), *(Cell(()) for _ in range(62)))),))
    assert shown(wide)[0] > 0


def test_a_picture_in_the_line_is_no_taller_than_the_line_has_room_above_its_foot() -> None:
    width, height = shown(say("See ", Image(store().dot, "a dot"), "."))
    assert height == pytest.approx(gazette().role.body.leading * 0.8)
    assert width == pytest.approx(height * 80 / 60)


def test_pictures_are_described_and_numbered_apart() -> None:
    data = written(annotated())
    found = [d.find(f"{WP}docPr") for part in ("word/document.xml", "word/footnotes.xml") for d in drawings(data, part)]
    numbers = [picture.get("id") for picture in found]
    assert len(set(numbers)) == len(numbers)
    in_text = ["A dot", "of a dot", "of tides", "The quay at night", "Tides & “more”", "", "Printed"]
    assert [picture.get("descr") for picture in found] == [*in_text, "a dot in a note", "again"]


def test_the_number_of_a_logo_is_its_own() -> None:
    theme = gazette()
    marks = msgspec.structs.replace(theme.marks, logo=encoded("RGB", (60, 20), "PNG"))
    image = Image(store().dot, "a dot")
    made = single(say(image, Note((say(image),))))
    data = written(made, msgspec.structs.replace(theme, marks=marks))
    numbers = [
        d.find(f"{WP}docPr").get("id")
        for part in ("word/document.xml", "word/footnotes.xml")
        for d in drawings(data, part)
    ]
    assert len(set(numbers)) == len(numbers) == 3


def test_only_a_decorative_picture_is_marked_as_one() -> None:
    data = written(single(Figure(Image(store().dot, decorative=True)), Figure(Image(store().dot, "a dot"))))
    marks = [drawing.find(f"{WP}docPr/{A}extLst/{A}ext/{ADEC}decorative") for drawing in drawings(data)]
    assert [mark is not None for mark in marks] == [True, False]
    assert marks[0].get("val") == "1"
    assert marks[0].getparent().get("uri") == "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
