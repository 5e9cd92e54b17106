"""The test issue finished: every kind of drawing in the right inks, read back by another parser."""

import pikepdf
import pytest

from publisher.report import Report
from tests.writers.press import reading, specimen

WHOLE = specimen.draw()
DEVICES = {"/DeviceCMYK", "/DeviceGray", "/Separation", "/Indexed", "/All", "/PressAll"}
#: Operators that set a colour in RGB or grey, or by a space that is none of inks.
FOREIGN = {"rg", "RG", "g", "G", "sc", "SC", "ri"}


@pytest.fixture(scope="module")
def report() -> Report:
    return Report()


@pytest.fixture(scope="module")
def press(report: Report) -> bytes:
    return specimen.finished(WHOLE, report)


@pytest.fixture
def pdf(press: bytes) -> pikepdf.Pdf:
    return reading.opened(press)


def fills(pdf: pikepdf.Pdf, page: int) -> set[tuple[float, ...]]:
    return {
        tuple(float(value) for value in item.operands) for item in reading.on_page(pdf, page) if item.operator == "k"
    }


def test_the_unfinished_file_is_in_rgb_everywhere() -> None:
    with reading.opened(WHOLE) as pdf:
        assert {"/DeviceRGB", "/Lab"} <= reading.spaces(pdf)
        assert {"rg", "RG", "cs"} <= {item.operator for item in reading.painted(pdf)}


def test_nothing_is_in_rgb_or_lab_any_more(pdf: pikepdf.Pdf) -> None:
    assert reading.spaces(pdf) <= DEVICES
    for item in reading.painted(pdf):
        masked = item.operator == "g" and not item.stream.startswith("page")
        assert item.operator not in FOREIGN or masked, item
        if item.operator in ("cs", "CS"):
            assert str(item.operands[0]) in ("/Pattern", "/PressAll")


def test_text_is_black_alone_and_the_theme_speaks_in_its_own_inks(pdf: pikepdf.Pdf) -> None:
    found = fills(pdf, 2)
    assert {(0, 0, 0, 1), (0, 0, 0, 0), (0, 0.9, 0.7, 0.3)} <= found
    assert not any(sum(part > 0 for part in inks) == 4 for inks in found - {(0, 0.9, 0.7, 0.3)} if inks[3] > 0.9)


def test_black_text_overprints_by_mode_one_and_states_of_the_source_are_gone(pdf: pikepdf.Pdf) -> None:
    states = pdf.pages[1].Resources.ExtGState
    assert (bool(states.PressOver.op), int(states.PressOver.OPM)) == (True, 1)
    assert not bool(states.PressKnock.op)
    over, white = False, 0
    for item in reading.on_page(pdf, 2):
        if item.operator == "gs" and "Press" in str(item.operands[0]):
            over = str(item.operands[0]) == "/PressOver"
        if item.operator == "k" and [float(part) for part in item.operands] == [0, 0, 0, 0]:
            white += 1
        if item.operator in ("f", "f*", "S", "B", "Do"):
            assert not over
    assert white


def test_small_text_and_hairlines_have_one_ink_or_the_themes(pdf: pikepdf.Pdf) -> None:
    green = {inks for inks in fills(pdf, 2) if sum(part > 0 for part in inks) > 1}
    # The large green word has its inks; the small one and the hairline in the same colour have black alone.
    assert any(inks[0] > 0.7 and inks[2] > 0.7 for inks in green)
    singles = {inks for inks in fills(pdf, 2) if inks[:3] == (0, 0, 0) and 0.5 < inks[3] < 0.9}
    assert len(singles) >= 2


def test_groups_blend_in_inks_and_masks_in_greys(pdf: pikepdf.Pdf) -> None:
    masks = {
        state.SMask.G.objgen
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary)
        for state in item.get("/ExtGState", {}).values()
        if isinstance(state.get("/SMask"), pikepdf.Dictionary)
    }
    groups = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream) and "/Group" in o]
    assert masks
    assert len(groups) > len(masks)
    for item in groups:
        assert str(item.Group.CS) == ("/DeviceGray" if item.objgen in masks else "/DeviceCMYK")


def test_gradients_are_tables_of_inks_within_the_limit(pdf: pikepdf.Pdf) -> None:
    tables = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/FunctionType") == 0]
    assert tables
    for table in tables:
        data, parts = table.read_bytes(), len(table.Range) // 2
        assert len(data) == int(table.Size[0]) * parts
        assert all(sum(data[at : at + parts]) <= 300 * 2.55 + 2 for at in range(0, len(data), parts))


def test_the_cover_runs_to_the_bleed_and_nothing_beyond(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    first = next(item for item in reading.on_page(pdf, 1) if item.operator == "re")
    left, bottom, width, height = (float(value) for value in first.operands)
    assert [left, bottom, left + width, bottom + height] == pytest.approx([float(e) for e in page.bleedbox], abs=0.01)
    operators = [item.operator for item in reading.on_page(pdf, 1)]
    assert operators[:5] == ["q", "re", "W", "n", "cm"]


def test_patterns_move_with_the_page(pdf: pikepdf.Pdf) -> None:
    with reading.opened(WHOLE) as source:
        before = {name: [float(v) for v in p.Matrix] for name, p in source.pages[1].Resources.Pattern.items()}
    after = {name: [float(v) for v in p.Matrix] for name, p in pdf.pages[1].Resources.Pattern.items()}
    assert after
    origin = 13 * 72 / 25.4
    for name, matrix in after.items():
        assert matrix[4:] == pytest.approx([part + origin for part in before[name][4:]], abs=0.01)


def test_what_was_noticed_names_the_page(press: bytes, report: Report) -> None:
    told = {(finding.code, finding.where.page) for finding in report.findings}
    assert told == {("print.picture-untagged", 3), ("print.picture-ink", 3)}


def test_the_same_issue_gives_the_same_bytes(press: bytes) -> None:
    assert specimen.finished(WHOLE) == press
