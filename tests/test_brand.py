"""A brand over a theme: accent, logo, masthead, fonts, and no file from outside the folder."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from publisher.brand import branded
from publisher.errors import ConfigurationError
from publisher.formats import Format
from publisher.pipeline import produce
from publisher.report import Report
from publisher.settings import read_settings
from publisher.sources import gather
from publisher.theme.loading import fonts_folder, load_theme

GAZETTE = load_theme("gazette")
BRAND = """title = "The Valley Bulletin"
date = 2026-11-24
language = "en"
[source."a.txt"]
headline = "A bridge before the ice"
kicker = "Towns"
[brand]
accent = "#00538a"
accent_cmyk = [100, 40, 0, 20]
logo = "logo.png"
masthead = "The Gazette"
[brand.fonts.text]
name = "House"
regular = "house.ttf"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house.ttf").write_bytes((fonts_folder() / "SourceSans3-Regular.ttf").read_bytes())
    Image.new("RGB", (1200, 400), "#00538a").save(tmp_path / "logo.png")
    (tmp_path / "a.txt").write_text("The council met on Monday.\n\nNobody left before midnight.\n")
    (tmp_path / "bulletin.toml").write_text(BRAND)
    return tmp_path


def test_colours_and_fonts_are_the_brands(folder: Path) -> None:
    theme = branded(GAZETTE, read_settings(BRAND), folder)
    assert theme.colour["accent"].rgb == "#00538a"
    assert theme.colour["accent"].cmyk == (100, 40, 0, 20)
    assert theme.family["text"].name == "House"
    assert theme.family["sans"] == GAZETTE.family["sans"]
    assert (theme.marks.masthead, theme.marks.logo) == ("The Gazette", (folder / "logo.png").read_bytes())


def test_a_branded_bulletin_passes_its_own_proof_in_all_formats(folder: Path) -> None:
    report = Report()
    issue = gather((str(folder),), None, b"", {".txt"}, report)
    edition = produce(issue, list(Format), None, report, lambda _: None)
    assert "source.skipped" not in [finding.code for finding in report.findings]
    with pikepdf.open(io.BytesIO(edition.artifacts[0].data)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1
        fonts = {str(o.FontName) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/FontFile2" in o}
    assert any(name.endswith("publisher-text") for name in fonts)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("logo.png", "../logo.png", "lies outside the issue's folder"),
        ("logo.png", "gone.png", "there is no file gone.png"),
        ("logo.png", "a.txt", "neither PNG nor JPEG"),
        ("house.ttf", "/etc/passwd", "lies outside the issue's folder"),
        ("#00538a", "#aaccff", "has contrast"),
    ],
)
def test_what_a_brand_cannot_have_is_told(folder: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        branded(GAZETTE, read_settings(BRAND.replace(old, new)), folder)
