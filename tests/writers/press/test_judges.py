"""Independent judges of the print PDF: qpdf, poppler and Ghostscript, plate by plate, where they are installed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.writers.press import specimen

MM = 72 / 25.4
#: Dots an inch that plates are drawn with.
RESOLUTION = 72


def judge(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} isn't installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("press")
    opaque = specimen.draw(specimen.COVER + specimen.OPAQUE)
    (made / "x-4.pdf").write_bytes(specimen.finished(specimen.draw()))
    (made / "x-1a.pdf").write_bytes(specimen.finished(opaque, standard="PDF/X-1a:2003"))
    text = "<p>Words in black, a few lines of them, and nothing else.</p>" * 20
    (made / "text.pdf").write_bytes(specimen.finished(specimen.draw(text)))
    (made / "on-colour.pdf").write_bytes(specimen.finished(specimen.draw(ON_COLOUR), marks=False))
    return made


#: Black letters on the theme's accent.
ON_COLOUR = (
    """<div style="background: #9b1c2c; width: 100mm; height: 60mm; font-size: 60pt; line-height: 60mm">H</div>"""
)


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plates(pdf: Path, page: int, folder: Path) -> dict[str, Image.Image]:
    """The four plates of a page's trim, 255 where all of the ink is."""
    run(
        "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-dUseTrimBox", f"-r{RESOLUTION}",
        f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={folder}/plate.tif", pdf,
    )  # fmt: skip
    found = {}
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(folder / f"plate({ink}).tif") as plate:
            found[ink] = plate.convert("L").point([255 - value for value in range(256)])
    return found


def at(found: dict[str, Image.Image], across: float, down: float) -> list[float]:
    """The four inks, percent, at a place in mm from the trim's upper left corner."""
    dot = (round(across / 25.4 * RESOLUTION), round(down / 25.4 * RESOLUTION))
    return [float(plate.getpixel(dot)) / 2.55 for plate in found.values()]  # type: ignore[arg-type]


@judge("qpdf")
@pytest.mark.parametrize("name", ["x-4", "x-1a", "text"])
def test_the_files_are_sound(folder: Path, name: str) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", folder / f"{name}.pdf")


@judge("pdfinfo")
@pytest.mark.parametrize(("name", "standard"), [("x-4", "PDF/X-4"), ("x-1a", "PDF/X-1a:2003")])
def test_poppler_calls_them_by_their_standard(folder: Path, name: str, standard: str) -> None:
    assert f"PDF subtype:    {standard}\n" in run("pdfinfo", folder / f"{name}.pdf")


@judge("gs")
def test_a_page_of_text_takes_black_ink_alone(folder: Path) -> None:
    told = run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dUseTrimBox", "-sDEVICE=inkcov", "-o", "-", folder / "text.pdf")
    for line in told.splitlines():
        cyan, magenta, yellow, black = (float(part) for part in line.split()[:4])
        assert (cyan, magenta, yellow) == (0, 0, 0)
        assert black > 0


@judge("pdftoppm")
def test_poppler_sees_no_other_ink_on_it_either(folder: Path, tmp_path: Path) -> None:
    # Inside the trim, at a whole resolution: 148 mm are 420 dots.
    crop = ("-r", "72", "-x", "50", "-y", "50", "-W", "380", "-H", "560")
    run("pdftoppm", "-jpegcmyk", "-jpegopt", "quality=100", *crop, folder / "text.pdf", tmp_path / "page")
    (page,) = tmp_path.glob("page*.jpg")
    with Image.open(page) as image:
        most = [max(plate.tobytes()) for plate in image.split()]
    assert most[:3] == [0, 0, 0]
    assert most[3] > 200


@judge("gs")
def test_tints_and_colours_are_on_their_plates(folder: Path, tmp_path: Path) -> None:
    found = plates(folder / "x-4.pdf", 2, tmp_path)
    grey, accent = at(found, 20, 31), at(found, 45, 31)
    assert grey[:3] == [0, 0, 0]
    assert 7 < grey[3] < 12
    assert accent == pytest.approx([0, 90, 70, 30], abs=1)


@judge("gs")
def test_the_cover_is_inked_to_the_trim_and_in_colour(folder: Path, tmp_path: Path) -> None:
    found = plates(folder / "x-4.pdf", 1, tmp_path)
    corners = [at(found, across, down) for across in (0.5, 147) for down in (0.5, 209)]
    assert all(corner[0] > 80 for corner in corners)
    assert max(max(corner[part] for corner in corners) - min(c[part] for c in corners) for part in range(4)) < 2


@judge("gs")
def test_black_text_leaves_the_colour_under_it_whole(folder: Path, tmp_path: Path) -> None:
    found = plates(folder / "on-colour.pdf", 1, tmp_path)
    black = found["Black"].point([255 * (value > 230) for value in range(256)])
    box = black.getbbox()
    assert box is not None
    magenta = found["Magenta"].crop(box)
    assert magenta.getextrema() == pytest.approx((229, 231), abs=3)
