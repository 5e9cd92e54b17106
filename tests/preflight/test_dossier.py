"""The page for a print shop: everything found is in it, and nothing outside it."""

import re

import pikepdf
import pytest
from lxml import html
from pikepdf import String

from publisher.formats import Artifact, Format
from publisher.preflight import examine, recognised
from publisher.preflight.dossier import MOST_SHOWN, dossier
from publisher.preflight.press import examination
from publisher.preflight.press.facts import Facts
from tests.preflight.press import sound
from tests.preflight.press.broken_content import BROKEN


def page(data: bytes, name: str = "x.pdf") -> str:
    artifact = recognised(name, data)
    return dossier([(artifact, examine(artifact))])


def words(made: str) -> str:
    """What a reader sees of a page."""
    return "".join(map(str, html.fromstring(made).itertext()))


def test_every_finding_stands_on_its_page_with_its_place() -> None:
    data = sound.spoilt(BROKEN["RGB area"][1])
    (spot,) = sound.spots(data)
    text = words(page(data))
    assert spot.finding.message in text
    assert str(spot.finding.where.part) in text
    assert spot.finding.code in text
    assert str(spot.finding.hint) in text
    assert "Page 1" in text


def test_the_facts_of_the_file_are_there() -> None:
    text = words(page(sound.sound()))
    for fact in (
        "PDF/X-4", "FOGRA39", "The river", "100.0 × 140.0 mm", "3.0 mm of bleed", "300 %", "CMYK", "Signal",
        "ABCDEF+Serif", "300 × 300", "1 bit", "600",
    ):  # fmt: skip
        assert fact in text, fact


def test_nothing_in_it_is_remote_and_nothing_runs() -> None:
    made = page(sound.spoilt(BROKEN["RGB area"][1]))
    assert not re.search(r"https?://(?!www\.color\.org)|<script|<link|@import|\bsrc=\"(?!data:)|url\(", made)
    assert "default-src 'none'" in made


def test_it_promises_nothing() -> None:
    assert not re.search("certif|guarant|conform", page(sound.sound()), re.IGNORECASE)


def test_names_in_the_file_are_no_markup() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.Title = String("<b onload=x>")

    assert "<b onload" not in page(sound.spoilt(spoil), "<i>.pdf")
    assert "<i>.pdf" not in page(sound.sound(), "<i>.pdf")


def test_a_page_of_many_shows_those_with_findings_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "find_renderer", lambda: None)

    def many(pdf: pikepdf.Pdf) -> None:
        pdf.pages.extend(list(pdf.pages) * (MOST_SHOWN // 2))
        last = sound.page(pdf, "1 0 0 rg 60 280 40 40 re f", pdf.pages[0].obj.Resources)
        pdf.pages.append(last)

    made = page(sound.spoilt(many))
    shown = [image.get("alt") for image in html.fromstring(made).iter("img")]
    assert shown[0] == f"page {MOST_SHOWN + 3}"
    assert len(shown) == MOST_SHOWN
    assert "3 more pages without findings" in words(made)


def test_a_finding_is_framed_where_it_is() -> None:
    made = page(sound.spoilt(BROKEN["RGB area"][1]))
    found = re.search(r'class="error" style="left:([\d.]+)%;top:([\d.]+)%', made)
    assert found is not None
    assert float(found[1]) == pytest.approx(100 * 59 / sound.MEDIA[2], abs=0.1)
    assert float(found[2]) == pytest.approx(100 * (sound.MEDIA[3] - 301) / sound.MEDIA[3], abs=0.1)


def test_other_formats_have_their_findings_alone() -> None:
    artifact = Artifact(Format.DOCX, "x.docx", b"PK\x03\x04 no more")
    examined = examine(artifact)
    assert examined.facts == Facts()
    assert "docx.unreadable" in dossier([(artifact, examined)])


def test_the_same_file_gives_the_same_page() -> None:
    assert page(sound.sound()) == page(sound.sound())
