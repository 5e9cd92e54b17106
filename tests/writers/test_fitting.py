"""A last page of a few lines is saved within the theme's limits, or it is told how much to cut."""

import pytest
from msgspec.structs import replace

from publisher.formats import Format
from publisher.media import Media
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Fit, Theme
from publisher.writers import fitting, render
from publisher.writers import layout as layouts
from publisher.writers.fitting import difference, least, tightened
from publisher.writers.layout import Layout, lay_out
from tests.samples import bulletin

THEME = load_theme("gazette")
#: Paragraphs of the sample article, without a colophon, that leave a few lines for a second page.
LITTLE = 25


def laid_out(theme: Theme = THEME, paragraphs: int = LITTLE) -> tuple[Layout, list[str]]:
    report = Report()
    made = lay_out(bulletin(1, paragraphs, publisher=None, contact=None, rights=None), theme, Media(), report)
    return made, [str(found.hint or found.message) for found in report.findings if found.code.startswith("layout.")]


def test_no_step_goes_beyond_its_limit_and_roles_keep_their_proportions() -> None:
    whole = tightened(THEME, 1.0)
    body, headline = whole.role.body, whole.role.headline
    assert tightened(THEME, 0.0) == THEME
    assert body.size == pytest.approx(THEME.role.body.size * (1 - THEME.fit.size))
    assert body.tracking == pytest.approx(-THEME.fit.tracking)
    assert whole.page.margin_bottom == THEME.page.margin_bottom - THEME.fit.margin
    assert headline.size / body.size == pytest.approx(2.5 * (1 - THEME.fit.headline))
    for name, role in whole.roles().items():
        lines = THEME.roles()[name].leading / THEME.page.baseline
        assert role.leading / whole.page.baseline == pytest.approx(lines)


def test_what_harms_least_is_done_first() -> None:
    assert difference(THEME, tightened(THEME, 0.1)).startswith("headlines 25 → 23.5 pt")
    assert " lines " not in difference(THEME, tightened(THEME, 0.6))
    assert "lines 13.5 → 13.3 pt" in difference(THEME, tightened(THEME, 0.7))


def test_the_least_that_does_is_found_in_few_steps() -> None:
    asked: list[float] = []

    def does(tightness: float) -> float | None:
        asked.append(tightness)
        return tightness if tightness > 0.3 else None

    assert least(does) == 0.375
    assert len(asked) == 1 + fitting.HALVINGS
    assert least(lambda _: None) is None


def test_a_page_of_a_few_lines_is_saved_and_every_writer_gets_the_theme_as_fitted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loose, told = laid_out(replace(THEME, fit=Fit(pages=0)))
    assert len(loose.document.pages) == 2
    assert told == ["cut about 8 lines to save the page"]
    made, told = laid_out()
    assert len(made.document.pages) == 1
    assert made.theme != THEME
    assert told[0].startswith("page 2 with its 5 lines was saved by setting them all tighter: headlines 25 → ")

    given: list[Theme] = []

    def write(_bulletin: object, theme: Theme, *_: object) -> bytes:
        given.append(theme)
        return b""

    monkeypatch.setattr("publisher.writers.lay_out", lambda *_: made)
    monkeypatch.setattr("publisher.writers.writer", lambda _: write)
    monkeypatch.setattr("publisher.processes.can_fork", lambda: False)
    render(bulletin(), THEME, Media(), list(Format), Report(), lambda _: None)
    assert given == [made.theme] * len(Format)


def test_pages_that_no_limit_saves_stay_as_they_were() -> None:
    made, told = laid_out(paragraphs=LITTLE + 2)
    assert made.theme == THEME
    assert told == ["cut about 12 lines to save the page"]


def test_pages_that_end_well_are_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    monkeypatch.setattr(layouts, "tightened", lambda *given: tried.append(given))
    laid_out(paragraphs=4)
    assert not tried
