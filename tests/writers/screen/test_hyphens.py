"""Break hyphens in the content: the last glyph of a run, and nothing else, is said to be a soft hyphen."""

import pytest

from publisher.writers.screen.hyphens import softened

SOFT = b"/Span <</ActualText <FEFF00AD>>> BDC"


@pytest.mark.parametrize(
    ("shown", "cut"),
    [
        (b"[<00110022>] TJ", b"[<0011>] TJ\n" + SOFT + b"\n[<0022>] TJ\nEMC"),
        (b"[<0011>-3<0022>0.5] TJ", b"[<0011>] TJ\n" + SOFT + b"\n[-3<0022>0.5] TJ\nEMC"),
        (b"[<0011>-3<>-.5<0022>] TJ", b"[<0011>] TJ\n" + SOFT + b"\n[-3 -.5<0022>] TJ\nEMC"),
        (b"[<0022>0.16] TJ", SOFT + b"\n[<0022>0.16] TJ\nEMC"),
    ],
)
def test_the_last_glyph_is_cut_off_and_marked(shown: bytes, cut: bytes) -> None:
    content = b"/Span <</MCID 4>> BDC BT " + shown + b" ET EMC"
    assert softened(content, {4}).split() == content.replace(shown, cut).split()


def test_other_runs_stay_as_they_are() -> None:
    content = b"/Span <</MCID 3>> BDC BT [<0011>] TJ ET EMC /Artifact BMC BT [<0022>] TJ ET EMC"
    assert softened(content, {4}) == content


def test_of_several_strings_the_last_one_counts() -> None:
    content = b"/Span <</MCID 4>> BDC BT [<0011>] TJ /F 3 Tf [<0022>] TJ ET EMC"
    assert softened(content, {4}).count(SOFT) == 1
    assert b"BT [<0011>] TJ" in softened(content, {4})
