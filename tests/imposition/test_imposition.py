"""Sheets: where pages stand, what is kept, and what is told."""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from publisher.codes import CODES
from publisher.errors import SourceError
from publisher.imposition import Demand, Imposed, impose_pages
from publisher.imposition.sheet import MARK_OFF, SHEETS, marks, place, plan
from publisher.preflight.pdf import is_for_press
from publisher.preflight.press.content.geometry import MM, Box, Frame, placed, product
from tests.preflight.press import sound
from tests.preflight.press.sound import CONTENT, HEIGHT, TRIM, WIDTH, codes, spoilt

READABLE = "<pdfuaid:part xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/'>1</pdfuaid:part>"
A4 = Frame(1, Box(0, 0, 210 / MM, 297 / MM))


def numbered(pages: int, ground: str = "0.1 0 0.05 0 k", **root: Any) -> bytes:
    """The sound file with so many pages, the first on *ground*; squares of 5 % of black, 10 % … tell them apart."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        named = pdf.pages[0].obj.Resources
        del pdf.pages[:]
        for number in range(1, pages + 1):
            painted = CONTENT["background"].replace("0.1 0 0.05 0 k", ground if number == 1 else "0.1 0 0.05 0 k")
            square = f"0 0 0 {number / 20} k {TRIM[0] + 10} {TRIM[1] + 10} 40 40 re f"
            pdf.pages.append(sound.page(pdf, f"{painted} {square}", named))
        for key, value in root.items():
            pdf.Root[f"/{key}"] = value

    return spoilt(spoil)


def imposed(data: bytes, **demand: Any) -> Imposed:
    return impose_pages(data, "x.pdf", Demand(**({"arrangement": "booklet", "sheet": "A4"} | demand)))


def rendered(data: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=1).to_pil().convert("L") for page in document]
    finally:
        document.close()


def grey(image: Image.Image, x: float, y: float) -> int:
    """The lightness at a point of a sheet, pt from its lower left."""
    value = image.getpixel((round(x), round(image.height - y)))
    assert isinstance(value, int)
    return value


def test_pages_stand_side_by_side_at_the_spine_in_folding_order() -> None:
    sheets = rendered(imposed(numbered(8)).data)
    width, height = (297 / MM, 210 / MM)
    spine, bottom = width / 2, (height - HEIGHT) / 2
    found = [(grey(s, spine - WIDTH + 20, bottom + 20), grey(s, spine + 20, bottom + 20)) for s in sheets]
    tints = {value: page for page, value in enumerate(sorted({v for pair in found for v in pair}, reverse=True), 1)}
    assert [(tints[left], tints[right]) for left, right in found] == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_the_bleed_stays_where_there_is_room_and_ends_at_the_spine() -> None:
    (sheet, *_) = rendered(imposed(numbered(4)).data)
    spine, bottom = 297 / MM / 2, (210 / MM - HEIGHT) / 2
    paper = grey(sheet, 5, 5)
    outside, inside = spine - WIDTH - 2 / MM, spine - WIDTH + 60
    assert grey(sheet, outside, bottom + 200) == grey(sheet, inside, bottom + 200) < paper
    assert grey(sheet, spine - WIDTH - 5 / MM, bottom + 200) == paper
    assert grey(sheet, inside, bottom - 2 / MM) < paper
    # Page 4 begins where page 1 ends: neither's bleed goes over the fold.
    darker = numbered(4, ground="0 0 0 0.5 k")
    (sheet, *_) = rendered(imposed(darker).data)
    assert grey(sheet, spine - 2, bottom + 200) > 220
    assert grey(sheet, spine + 2, bottom + 200) < 160


def test_creep_moves_inner_pages_to_the_spine_and_their_marks_with_them() -> None:
    with pikepdf.open(io.BytesIO(imposed(numbered(12), creep=4.0).data)) as pdf:
        cuts = [[float(edge) for edge in page.trimbox] for page in pdf.pages]
    spine = 297 / MM / 2
    for side, cut in enumerate(cuts):
        shift = 4 / MM * (side // 2) / 2
        assert cut[0] == pytest.approx(spine - WIDTH + shift, abs=0.01)
        assert cut[2] == pytest.approx(spine + WIDTH - shift, abs=0.01)


def test_creep_moves_the_left_page_right_and_the_right_one_left() -> None:
    sheet = plan("A3", [A4])
    for on_the_right, direction in ((False, 1), (True, -1)):
        still, moved = (place(A4, sheet, on_the_right, shift) for shift in (0.0, 5.0))
        assert moved.matrix[4] - still.matrix[4] == pytest.approx(5 * direction)
        window = moved.window
        assert (window.left if on_the_right else window.right) == sheet.spine  # nothing crosses the fold


@pytest.mark.parametrize(
    ("name", "scale"), [("A3", 1.0), ("A4", 0.7071), ("Letter", 279.4 / 420), ("Tabloid", 279.4 / 297)]
)
def test_pages_are_never_larger_than_they_were_and_fill_a_smaller_sheet(name: Any, scale: float) -> None:
    sheet = plan(name, [A4])
    assert sheet.scale == pytest.approx(scale, abs=0.002)
    assert sheet.width == max(SHEETS[name]) / MM


def test_marks_stand_outside_the_bleed_and_only_where_there_is_room() -> None:
    small = Frame(1, Box(0, 0, 400, 500), trim=Box(20, 20, 320, 420), bleed=Box(11, 11, 329, 429))
    sheet = plan("A3", [small])
    lines = marks(sheet, 0.0, folds=True)
    assert len(lines) == 10
    assert sum(line.folds for line in lines) == 2
    for line in lines:
        box = Box(min(line.x1, line.x2), min(line.y1, line.y2), max(line.x1, line.x2), max(line.y1, line.y2))
        assert not sheet.bleed().grown(MARK_OFF - 0.1).meets(box.grown(0.01))
    assert marks(plan("A3", [A4]), 0.0, folds=True) == []
    assert not any(line.folds for line in marks(sheet, 0.0, folds=False))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_stands_upright(rotation: int) -> None:
    frame = Frame(1, Box(0, 0, 300, 400), trim=Box(10, 20, 210, 320), rotation=rotation, unit=1.0)
    sheet = plan("A3", [frame])
    found = placed(Box(10, 20, 210, 320), place(frame, sheet, True, 0.0).matrix)
    wide, high = (300, 200) if rotation in (90, 270) else (200, 300)
    bottom = (sheet.height - high) / 2
    assert found == pytest.approx((sheet.spine, bottom, sheet.spine + wide, bottom + high), abs=0.01)
    # Its upper left corner as it is read is the sheet's upper left one too.
    corner = {0: (10, 320), 90: (10, 20), 180: (210, 20), 270: (210, 320)}[rotation]
    at = product((1.0, 0.0, 0.0, 1.0, *corner), place(frame, sheet, True, 0.0).matrix)[4:]
    assert at == pytest.approx((sheet.spine, bottom + high), abs=0.01)


def test_a_print_file_on_sheets_is_still_one() -> None:
    data = imposed(numbered(8), creep=1.0).data
    assert is_for_press(data)
    assert codes(data) == []


def test_title_profile_and_claims_are_kept_and_what_speaks_of_old_pages_is_not() -> None:
    def screen(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(sound.XMP.replace("<pdf:Trapped>", READABLE + "<pdf:Trapped>").encode())
        pdf.Root.Lang = String("en-GB")
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = Dictionary(), Dictionary(Marked=True)
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("One", 0))

    data = imposed(spoilt(screen)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "The river"
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.OutputIntents[0].OutputConditionIdentifier == "FOGRA39"
        assert not {"/StructTreeRoot", "/MarkInfo", "/OpenAction", "/Outlines", "/Names"} & set(pdf.Root.keys())
        with pdf.open_metadata() as claims:
            assert "pdfuaid:part" not in claims
            assert claims["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert pdf.Root.ViewerPreferences.Duplex == Name.DuplexFlipShortEdge
    assert b"StructTreeRoot" not in data


def test_the_same_pages_give_the_same_bytes() -> None:
    data = numbered(6)
    assert imposed(data, creep=1.0).data == imposed(data, creep=1.0).data


def test_what_was_filled_up_or_made_smaller_is_told() -> None:
    found = imposed(numbered(6), sheet="Letter").findings
    assert [f.code for f in found] == ["sheets.padded"]
    assert "6 pages" in found[0].message
    assert [f.code for f in imposed(numbered(4)).findings] == []
    assert imposed(numbered(3), arrangement="2up").findings == ()
    large = spoilt(lambda pdf: list(map(_enlarge, pdf.pages)))
    assert [f.code for f in imposed(large).findings] == ["sheets.padded", "sheets.scaled"]
    odd = spoilt(lambda pdf: _enlarge(pdf.pages[1]))
    assert "sheets.sizes" in [f.code for f in imposed(odd).findings]
    assert {code for code in CODES if code.startswith("sheets.")} == {"sheets.padded", "sheets.scaled", "sheets.sizes"}


def _enlarge(page: pikepdf.Page) -> pikepdf.Page:
    page.obj.UserUnit = 2
    return page


def test_a_script_from_the_right_is_bound_on_the_right() -> None:
    data = numbered(4, Lang=String("ar"))
    (first, *_) = rendered(imposed(data).data)
    spine, bottom = 297 / MM / 2, (210 / MM - HEIGHT) / 2
    assert grey(first, spine - WIDTH + 20, bottom + 20) > grey(
        first, spine + 20, bottom + 20
    )  # page 1 is left of page 4
    with pikepdf.open(io.BytesIO(imposed(data).data)) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == Name.R2L


def test_a_page_without_boxes_is_taken_as_it_is() -> None:
    def plain(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for key in ("/TrimBox", "/BleedBox"):
                del page.obj[key]
        del pdf.Root["/OutputIntents"]

    data = imposed(spoilt(plain)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2
        assert list(pdf.pages[0].trimbox) == list(pdf.pages[0].bleedbox)


@pytest.mark.parametrize("data", [b"no PDF", sound.sound()[:3000]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        imposed(data)


def test_damaged_content_is_refused() -> None:
    def damaged(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = Stream(pdf, b"no flate", {"/Filter": Name.FlateDecode})

    with pytest.raises(SourceError):
        imposed(spoilt(damaged))


def test_an_older_version_gets_no_object_streams() -> None:
    data = imposed(spoilt(lambda _: None, "1.4", object_stream_mode=pikepdf.ObjectStreamMode.disable)).data
    assert data.startswith(b"%PDF-1.4")
    assert b"/ObjStm" not in data
