"""The seed before every judge of EPUB and PDF: none of them has anything to say."""

from pathlib import Path

import pytest

from publisher.api import build
from publisher.formats import Format
from tests.judges.asking import ace, epubcheck, outloud, pdfbox
from tests.test_seed import COPY, NAME, SEEDS
from tests.writers.screen.siblings import sibling


@pytest.fixture(scope="module")
def seed() -> dict[Format, bytes]:
    """The seed's screen PDF and EPUB."""
    settings = (SEEDS / "bulletin.toml").read_text("utf-8")
    made = build({NAME: COPY.encode()}, settings, [Format.SCREEN, Format.EPUB])
    return {artifact.format: artifact.data for artifact in made.files}


def test_epubcheck_has_nothing_to_say(seed: dict[Format, bytes], tmp_path: Path) -> None:
    assert epubcheck(seed[Format.EPUB], tmp_path) == ((0, 0, 0), [])


def test_ace_has_nothing_to_say(seed: dict[Format, bytes], tmp_path: Path) -> None:
    assert ace(seed[Format.EPUB], tmp_path) == []


def test_outloud_has_nothing_to_say(seed: dict[Format, bytes], tmp_path: Path) -> None:
    assert [finding["message"] for finding in outloud(seed[Format.SCREEN], tmp_path)] == []


def test_pdfbox_calls_its_sibling_valid(seed: dict[Format, bytes], tmp_path: Path) -> None:
    assert pdfbox(sibling(seed[Format.SCREEN]), tmp_path) == []
