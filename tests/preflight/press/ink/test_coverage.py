"""Total ink: measured on plates, and told as not measured where there is no renderer."""

import shutil
import tempfile
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from publisher.formats import Artifact, Format
from publisher.preflight.pdf import examine_pdf
from publisher.preflight.press import examination
from publisher.preflight.press.content.geometry import Box, Frame
from publisher.preflight.press.file.intent import USUAL_LIMIT, ink_limit
from publisher.preflight.press.ink import renderers
from publisher.preflight.press.ink.coverage import RESOLUTION, heaviest
from publisher.profiles import coated_profile
from tests.preflight.press import sound
from tests.preflight.press.sound import changed, spoilt
from tests.preflight.press.spoils import with_picture

needs_renderer = pytest.mark.skipif(
    renderers.find_renderer() is None, reason="neither poppler (pdftoppm) nor Ghostscript (gs) is here"
)
MEDIA = Box(0.0, 0.0, 720.0, 360.0)
SIDE = RESOLUTION * 10  # dots of 720 pt


def plates(inks: tuple[int, int, int, int], box: tuple[int, int, int, int], rotation: int = 0) -> Image.Image:
    size = (SIDE // 2, SIDE) if rotation in (90, 270) else (SIDE, SIDE // 2)
    made = Image.new("CMYK", size)
    made.paste(inks, box)
    return made


def test_the_heaviest_ink_is_that_of_an_area_that_counts() -> None:
    frame = Frame(1, MEDIA)
    found = heaviest(plates((255, 255, 255, 51), (100, 50, 120, 70)), frame, 300)
    assert found.total == pytest.approx(320, abs=3)
    assert found.box is not None
    assert found.box == pytest.approx((144, 259.2, 172.8, 288), abs=1)
    assert heaviest(plates((255, 255, 255, 51), (100, 50, 103, 53)), frame, 300).total < 300  # some dots are no area
    assert heaviest(plates((255, 255, 255, 5), (100, 50, 120, 70)), frame, 300).box is None


def test_what_lies_outside_the_bleed_is_not_measured() -> None:
    frame = Frame(1, MEDIA, trim=Box(100, 100, 200, 200), bleed=Box(90, 90, 210, 210))
    assert heaviest(plates((255,) * 4, (0, 0, 50, 50)), frame, 300).total == 0


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_place_of_too_much_ink_is_the_pages_own(rotation: int) -> None:
    frame = Frame(1, MEDIA, rotation=rotation)
    over = Box(72.0, 36.0, 144.0, 72.0)
    across, down, width, height = (edge * RESOLUTION / 72 for edge in frame.as_read(over, MEDIA))
    dots = (round(across), round(down), round(across + width), round(down + height))
    found = heaviest(plates((255,) * 4, dots, rotation), frame, 300)
    assert found.box is not None
    assert found.box == pytest.approx(over, abs=1)


def test_the_limit_is_what_the_profile_makes() -> None:
    assert ink_limit(coated_profile()) == 300
    assert ink_limit(b"no profile") == USUAL_LIMIT


def test_without_a_renderer_it_is_said_that_ink_was_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "find_renderer", lambda: None)
    (spot,) = examine_pdf(Artifact(Format.PRINT, "x.pdf", sound.sound())).spots
    assert spot.finding.code == "press.ink-unchecked"
    assert spot.finding.severity == "info"
    assert "no renderer" in spot.finding.message


def test_a_renderer_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = renderers.Renderer("poppler", shutil.which("false") or "false", renderers._poppler)
    monkeypatch.setattr(examination, "find_renderer", lambda: broken)
    (spot,) = examine_pdf(Artifact(Format.PRINT, "x.pdf", sound.sound())).spots
    assert spot.finding.code == "press.ink-unchecked"
    assert "could not render" in spot.finding.message


@needs_renderer
def test_without_room_for_files_no_page_is_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    (spot,) = examine_pdf(Artifact(Format.PRINT, "x.pdf", sound.sound())).spots
    assert spot.finding.code == "press.ink-unchecked"


@needs_renderer
def test_no_file_of_the_renderer_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert sound.codes(sound.sound()) == []
    assert list(tmp_path.iterdir()) == []


def test_a_renderer_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(renderers, "SECONDS", 0.2)
    slow = renderers.Renderer("slow", shutil.which("sleep") or "sleep", lambda _: ("60",))
    assert slow.render(renderers.Pages(tmp_path, tmp_path / "out", 1, 1, 50)) == []


@needs_renderer
@pytest.mark.parametrize("program", ["pdftoppm", "gs"])
def test_pictures_and_things_laid_over_one_another_are_measured(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not here")
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: which(name) if name == program else None)

    def heavy(pdf: pikepdf.Pdf) -> None:
        with_picture(300, lambda _: Name.DeviceCMYK, 4)(pdf)
        picture = sound.called(pdf, "/XObject", "/Picture")
        picture.write(b"\xf0" * 300 * 300 * 4)

    overprinted = "/Over gs 1 0 0 0 k 60 280 140 20 re f 0 1 1 0 k 60 280 140 20 re f 0 0 0 1 k 60 280 140 20 re f"
    for spoil in (heavy, changed("tint", overprinted)):
        (spot,) = sound.spots(spoilt(spoil))
        assert spot.finding.code == "press.ink"
        assert spot.finding.where.page == 1
        assert spot.box is not None
        assert spot.box.left == pytest.approx(60, abs=2)
