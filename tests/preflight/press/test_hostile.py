"""Files that mean harm: they are told as damaged or too much, and cost little."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream

from publisher.formats import Artifact, Format
from publisher.preflight import recognised
from publisher.preflight.pdf import examine_pdf
from publisher.preflight.press import examination
from publisher.preflight.press.content import interpreter, objects
from tests.preflight.press import sound
from tests.preflight.press.sound import called, codes, form, spoilt

Spoil = Callable[[pikepdf.Pdf], object]


def calls_itself(pdf: pikepdf.Pdf) -> None:
    inner = called(pdf, "/XObject", "/Form")
    inner.Resources = Dictionary(XObject=Dictionary(Form=inner))
    inner.write(b"/Form Do")


def call_each_other(pdf: pikepdf.Pdf) -> None:
    inner = called(pdf, "/XObject", "/Form")
    other = pdf.make_indirect(form(pdf, b"/Form Do", Resources=Dictionary(XObject=Dictionary(Form=inner))))
    inner.Resources = Dictionary(XObject=Dictionary(Other=other))
    inner.write(b"/Other Do")


def ten_times_ten(pdf: pikepdf.Pdf) -> None:
    """Forms that call the next one ten times, a dozen deep: 10¹² areas in a kilobyte."""
    inner = form(pdf, b"0 0 1 1 re f")
    for _ in range(12):
        inner = form(pdf, b"/A Do " * 10, Resources=Dictionary(XObject=Dictionary(A=pdf.make_indirect(inner))))
    pdf.pages[0].Resources.XObject.Form = pdf.make_indirect(inner)


def deep(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, b"0 0 1 1 re f")
    for _ in range(100):
        inner = form(pdf, b"/A Do", Resources=Dictionary(XObject=Dictionary(A=pdf.make_indirect(inner))))
    pdf.pages[0].Resources.XObject.Form = pdf.make_indirect(inner)


def pattern_of_itself(pdf: pikepdf.Pdf) -> None:
    tiles = called(pdf, "/Pattern", "/Tiles")
    tiles.Resources = Dictionary(XObject=Dictionary(Form=called(pdf, "/XObject", "/Form")))
    called(pdf, "/XObject", "/Form").Resources = pdf.pages[0].Resources
    called(pdf, "/XObject", "/Form").write(b"/Form Do")
    tiles.write(b"/Form Do")


def unpacks_to_much(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = Stream(pdf, zlib.compress(b"q " * (1 << 26), 9), {"/Filter": Name.FlateDecode})


def unpacks_twice(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(zlib.compress(b"\0" * (1 << 27), 9), 9)
    pdf.pages[0].Contents = Stream(pdf, packed, {"/Filter": Array([Name.FlateDecode] * 2)})


@pytest.mark.parametrize(
    "spoil", [calls_itself, call_each_other, ten_times_ten, deep, pattern_of_itself, unpacks_to_much, unpacks_twice]
)
def test_too_much_is_told_and_costs_little(spoil: Spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "PAGE_OPERATIONS", 20_000)
    monkeypatch.setattr(examination, "find_renderer", lambda: None)
    data = spoilt(spoil)
    assert codes(data) == ["pdf.partly"]


def test_a_page_may_ask_for_more_operations_than_any_map_has() -> None:
    assert interpreter.PAGE_OPERATIONS >= 1_000_000
    assert examination.FILE_OPERATIONS >= 4 * interpreter.PAGE_OPERATIONS


def test_what_one_page_uses_up_the_others_go_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "FILE_OPERATIONS", 30)
    found = [spot.finding for spot in sound.spots(sound.sound())]
    assert [(f.code, f.where.page) for f in found if f.code == "pdf.partly"] == [("pdf.partly", 1), ("pdf.partly", 2)]


def test_the_library_itself_unpacks_no_gigabytes() -> None:
    codes(sound.sound())
    assert pikepdf.settings.get_qpdf_limits()["flate_max_memory"] == objects.LARGEST_INSIDE < 1 << 30


def small() -> bytes:
    """The sound file without its profile and uncompressed: more of its bytes mean something."""
    with pikepdf.open(io.BytesIO(sound.sound())) as pdf:
        pdf.Root.OutputIntents[0].DestOutputProfile = Stream(pdf, b"none", {"/N": 4})
        streams = pikepdf.ObjectStreamMode.disable
        return sound.saved(pdf, object_stream_mode=streams, compress_streams=False)


SMALL = small()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.integers(0, 40), st.binary(max_size=12))
def test_damaged_bytes_are_told_not_raised(at: int, number: int, new: bytes) -> None:
    data = SMALL[:at] + new + SMALL[at + number :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examination, "find_renderer", lambda: None)
        for format_ in (Format.PRINT, Format.SCREEN):
            examine_pdf(Artifact(format_, "x.pdf", data))
        if data.startswith(b"%PDF-"):
            recognised("x.pdf", data)
