"""Boxes, marks and slug line: what stands where around a page."""

from typing import Any

import pikepdf
import pypdfium2
import pytest

from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers.press import finish
from tests.samples import bulletin
from tests.writers.press import reading, specimen

MM = 72 / 25.4
DRAWN = specimen.draw(
    '<h1 id="a">First</h1><p><a href="https://example.org/">out</a> <a href="#a">in</a></p>'
    '<h1 style="break-before: page">Second</h1>'
)
PLAIN = specimen.finished(DRAWN)


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    return reading.opened(PLAIN)


def box(values: Any) -> list[float]:
    return [float(value) for value in values]


def text(data: bytes, number: int, *, outside: bool) -> str:
    """The words inside the bleed of a page, or all of them."""
    document = pypdfium2.PdfDocument(data)
    page = document[number]
    words = page.get_textpage()
    found: str = words.get_text_range() if outside else words.get_text_bounded(*page.get_bleedbox())
    words.close()
    page.close()
    document.close()
    return found


@pytest.mark.parametrize(("marks", "slug"), [(True, 10), (False, 0)])
def test_the_boxes_say_trim_bleed_and_sheet(marks: bool, slug: float) -> None:
    with reading.opened(specimen.finished(DRAWN, marks=marks)) as pdf:
        for page in pdf.pages:
            outside = slug + 3
            assert box(page.mediabox) == pytest.approx(
                [0, 0, (148 + 2 * outside) * MM, (210 + 2 * outside) * MM], abs=0.01
            )
            assert box(page.bleedbox) == pytest.approx(
                [slug * MM, slug * MM, (slug + 154) * MM, (slug + 216) * MM], abs=0.01
            )
            assert box(page.trimbox) == pytest.approx(
                [outside * MM, outside * MM, (outside + 148) * MM, (outside + 210) * MM], abs=0.01
            )
            assert not {"/CropBox", "/ArtBox", "/Annots", "/Tabs", "/AA"} & set(page.obj.keys())


def test_another_bleed_is_the_bleed() -> None:
    import msgspec

    theme = load_theme("gazette")
    theme = msgspec.structs.replace(theme, page=msgspec.structs.replace(theme.page, bleed=5.0))
    drawn = specimen.draw("<p>x</p>", "@page { bleed: 5mm }")
    with reading.opened(finish(drawn, bulletin(), theme, Report())) as pdf:
        trim, bleed = box(pdf.pages[0].trimbox), box(pdf.pages[0].bleedbox)
        assert [trim[0] - bleed[0], bleed[3] - trim[3]] == pytest.approx([5 * MM, 5 * MM], abs=0.01)


def test_actions_forms_names_and_links_are_gone(pdf: pikepdf.Pdf) -> None:
    assert not {"/Names", "/Dests", "/AcroForm", "/OpenAction", "/AA", "/URI"} & set(pdf.Root.keys())
    assert not any("/A" in o or o.get("/Type") == "/Annot" for o in pdf.objects if isinstance(o, pikepdf.Dictionary))


def places(pdf: pikepdf.Pdf) -> list[tuple[str, int, float, float]]:
    """(title, page from 1, x, y) of the outline's entries."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = []
    item = pdf.Root.Outlines.get("/First")
    while item is not None:
        target: Any = item.Dest
        found.append((str(item.Title), numbers[target[0].objgen], float(target[2]), float(target[3])))
        item = item.get("/Next")
    return found


def test_the_outline_stays_and_leads_to_where_the_words_are_now(pdf: pikepdf.Pdf) -> None:
    with reading.opened(DRAWN) as source:
        before = places(source)
    after = places(pdf)
    assert [entry[:2] for entry in after] == [("First", 1), ("Second", 2)] == [entry[:2] for entry in before]
    for old, new in zip(before, after, strict=True):
        assert new[2:] == pytest.approx([old[2] + 13 * MM, old[3] + 13 * MM], abs=0.01)
    with reading.opened(specimen.finished(DRAWN, bookmarks=False)) as bare:
        assert "/Outlines" not in bare.Root


def test_marks_are_on_every_plate_and_outside_the_bleed(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    space = page.Resources.ColorSpace.PressAll
    assert [str(part) for part in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    assert box(space[3].C1) == [1, 1, 1, 1]
    marks = page.Resources.XObject.PressMarks0
    left, bottom, right, top = box(page.bleedbox)
    points = []
    for instruction in pikepdf.parse_content_stream(marks):
        values = [float(v) for v in instruction.operands] if str(instruction.operator) in "mlcre" else []
        if str(instruction.operator) == "re":
            x, y, width, height = values
            points += [(x, y), (x + width, y + height)]
        else:
            points += list(zip(values[::2], values[1::2], strict=True))
    assert len(points) > 60
    assert all(x <= left or x >= right or y <= bottom or y >= top for x, y in points)
    width, height = box(page.mediabox)[2:]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in points)
    trim = box(page.trimbox)
    for x in (trim[0], trim[2]):
        assert sum(abs(point[0] - x) < 0.01 for point in points) >= 4


def test_the_slug_line_names_page_title_number_date_and_press() -> None:
    for number in (0, 1):
        inside, all_ = text(PLAIN, number, outside=False), text(PLAIN, number, outside=True)
        assert f"{number + 1}/2" in all_
        for words in ("The Valley Bulletin", "No. 7", "2026-11-24", "FOGRA39", "PDF/X-4"):
            assert words in all_
            assert words not in inside
        assert "0123456789" not in all_
    assert "FOGRA39" not in text(specimen.finished(DRAWN, marks=False), 0, outside=True)


def test_the_slug_line_stands_outside_the_bleed_in_an_embedded_font(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    fonts = [page.Resources.Font.PressFont, *page.Resources.XObject.PressSlug.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font
    document = pypdfium2.PdfDocument(PLAIN)
    words = document[1].get_textpage()
    bottom = document[1].get_bleedbox()[1]
    seen = words.get_text_range()
    at = seen.index("2/2")
    places = [words.get_charbox(place) for place in range(at, len(seen)) if seen[place].strip()]
    assert all(place[1] > 0 and place[3] < bottom for place in places)
    words.close()
    document.close()


def test_a_title_in_any_script_stands_in_the_slug_line() -> None:
    made = bulletin(title="Қала хабары – עיתון")
    data = finish(DRAWN, made, specimen.THEME, Report())
    assert "Қала хабары" in text(data, 0, outside=True)


def test_a_long_title_does_not_run_into_the_target() -> None:
    report = Report()
    data = finish(DRAWN, bulletin(title="A very long title " * 9), specimen.THEME, report)
    assert report.findings == []
    assert "A very long title A very" in text(data, 0, outside=True)
    assert text(data, 0, outside=True).strip().endswith("…")
    document = pypdfium2.PdfDocument(data)
    words = document[0].get_textpage()
    right = max(words.get_charbox(at)[2] for at in range(words.count_chars()))
    middle = document[0].get_width() / 2
    assert right < middle
    words.close()
    document.close()
