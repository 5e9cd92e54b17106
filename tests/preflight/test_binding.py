"""Pages to be folded: whether they come out even."""

import pytest

from publisher.formats import Artifact, Format
from publisher.preflight.binding import check_binding
from publisher.theme.files import Press
from tests.preflight.press import sound

SADDLE = Press(binding="saddle")


def test_pages_that_do_not_fill_their_sheets_are_told() -> None:
    (found,) = check_binding(Artifact(Format.PRINT, "x.pdf", sound.sound()), SADDLE)
    assert found.code == "print.binding"
    assert "2 pages" in found.message
    assert str(found.hint).startswith("add 2")


def test_a_longer_one_may_be_cut() -> None:
    six = sound.spoilt(lambda pdf: pdf.pages.extend(list(pdf.pages) * 2))
    (found,) = check_binding(Artifact(Format.PRINT, "x.pdf", six), SADDLE)
    assert str(found.hint).startswith("cut 2, add 2")


@pytest.mark.parametrize("press", [Press(), Press(binding="perfect")])
def test_other_bindings_take_any_number(press: Press) -> None:
    assert list(check_binding(Artifact(Format.PRINT, "x.pdf", sound.sound()), press)) == []


def test_only_the_print_file_is_bound() -> None:
    assert list(check_binding(Artifact(Format.SCREEN, "x.pdf", sound.sound()), SADDLE)) == []


def test_four_pages_come_out_even() -> None:
    four = sound.spoilt(lambda pdf: pdf.pages.extend(list(pdf.pages)))
    assert list(check_binding(Artifact(Format.PRINT, "x.pdf", four), SADDLE)) == []
