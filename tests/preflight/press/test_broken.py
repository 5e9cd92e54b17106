"""A sound file spoilt in one place gives the code of that fault, and no other."""

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream, String

from publisher.codes import CODES
from publisher.preflight.press.content.geometry import MM as PT
from tests.preflight.press import broken_content, broken_documents, sound
from tests.preflight.press.sound import CONTENT, TRIM, called, changed, codes, form, spoilt, spots
from tests.preflight.press.spoils import link

BROKEN = broken_documents.BROKEN | broken_content.BROKEN


def test_the_sound_file_is_sound() -> None:
    assert codes(sound.sound()) == []


@pytest.mark.parametrize("fault", sorted(BROKEN))
def test_one_fault_gives_its_code_alone(fault: str) -> None:
    code, spoil = BROKEN[fault]
    assert set(codes(spoilt(spoil))) == {code}


def test_encryption_and_a_newer_version() -> None:
    nothing = lambda _: None  # noqa: E731 - a spoil that leaves the contents alone
    assert codes(spoilt(nothing, version="2.0", encryption=pikepdf.Encryption(owner="x"))) == ["press.encryption"]
    assert codes(spoilt(nothing, version="2.0", encryption=pikepdf.Encryption(owner="x", user="x"))) == ["pdf.locked"]
    assert codes(spoilt(nothing, version="1.7")) == ["press.version"]


def test_streams_are_not_packed_by_lzw() -> None:
    packed = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Data = pdf.make_indirect(Stream(pdf, packed, {"/Filter": Name.LZWDecode}))

    as_it_is = pikepdf.StreamDecodeLevel.none
    assert codes(spoilt(spoil, stream_decode_level=as_it_is, compress_streams=False)) == ["press.packing"]


def test_a_file_without_xmp_or_information() -> None:
    def no_xmp(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Metadata

    def no_xmp_but_a_claim(pdf: pikepdf.Pdf) -> None:
        no_xmp(pdf)
        pdf.trailer.Info.GTS_PDFXVersion = String("PDF/X-4")

    assert codes(spoilt(no_xmp)) == ["press.version"]
    assert codes(spoilt(no_xmp_but_a_claim)) == ["press.metadata"]
    assert codes(spoilt(lambda pdf: pdf.trailer.__delitem__("/Info"))) == ["pdf.title"]


def test_a_missing_intent_is_told_once() -> None:
    assert codes(spoilt(BROKEN["no intent"][1])) == ["press.intent"]


def test_every_code_for_the_press_has_a_broken_file() -> None:
    told = {code for code, _ in BROKEN.values()} | {"press.encryption", "press.packing", "press.transparency"}
    assert {code for code in CODES if code.startswith("press.")} - {"press.ink-unchecked"} <= told


@pytest.mark.parametrize(
    ("fault", "at", "top"),
    [
        ("RGB area", 60.0, 300.0),
        ("few pixels", 60.0, 232.0),
        ("RGB text", 60.0, 390.0),
        ("artwork to the cut", TRIM[0], TRIM[3]),
        ("a link", 60.0, 390.0),
        ("few dots", 150.0, 232.0),
    ],
)
def test_a_finding_says_page_and_place(fault: str, at: float, top: float) -> None:
    (spot,) = spots(spoilt(BROKEN[fault][1]))
    across, down = (at - TRIM[0]) * PT, (TRIM[3] - top) * PT
    assert spot.finding.where.page == 1
    assert spot.finding.where.part == f"{across:.1f} mm across, {down:.1f} mm down"


def test_equal_faults_of_a_page_are_told_once_with_their_number() -> None:
    (spot,) = spots(spoilt(changed("tint", "1 0 0 rg " + "60 280 9 9 re f " * 30)))
    assert "and 29 more like it on this page" in spot.finding.message


def test_unlike_faults_of_a_page_are_counted_from_a_number_on() -> None:
    lines = " ".join(f"{number / 1000:.3f} w 60 320 m 200 320 l S" for number in range(0, 240, 10))
    found = spots(spoilt(changed("rule", "0 0 0 1 K " + lines)))
    assert len(found) == 13
    assert "more places" in found[-1].finding.message


def test_what_is_only_text_in_black_or_beside_the_page_is_no_fault() -> None:
    assert CONTENT["text"].count("/Over gs") == 1  # black text overprints
    assert codes(spoilt(changed("marks", "/All cs 1 scn 2 2 9 9 re f"))) == []
    assert codes(spoilt(link([0, 0, 5, 5]))) == []
    assert codes(spoilt(changed("tint", "0 0 0 0 k 0 0 900 900 re f"))) == []  # white may end anywhere


def older(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.GTS_PDFXVersion = String("PDF/X-1:2001")
    pdf.trailer.Info.GTS_PDFXConformance = String("PDF/X-1a:2003")
    pdf.trailer.Info.Producer = String("by hand")
    del pdf.Root.Metadata


def test_an_older_part_of_the_standard_has_no_transparency() -> None:
    def flat(pdf: pikepdf.Pdf) -> None:
        older(pdf)
        for each in pdf.pages:
            del each.obj.Group
        changed("masked", "")(pdf)
        del called(pdf, "/XObject", "/Form")["/Group"]
        del called(pdf, "/XObject", "/Picture")["/SMask"]

    assert set(codes(spoilt(older, "1.4"))) == {"press.transparency"}
    assert codes(spoilt(flat, "1.4")) == []


def test_layers_that_are_seen_are_no_fault() -> None:
    def seen(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OCProperties = Dictionary(OCGs=broken_documents.layers(pdf), D=Dictionary())

    assert codes(spoilt(seen)) == []
    (spot,) = spots(spoilt(broken_documents.layer_off))
    assert "a layer that is switched off: “Proof”" in spot.finding.message


def test_an_older_part_of_the_standard_has_older_packing_alone() -> None:
    def jpeg_2000(pdf: pikepdf.Pdf) -> None:
        older(pdf)
        called(pdf, "/XObject", "/Picture").write(b"", filter=Name.JPXDecode)

    told = [spot.finding.message for spot in spots(spoilt(jpeg_2000, "1.4")) if spot.finding.code == "press.packing"]
    assert [message.split(",")[0] for message in told] == ["1 of its streams is packed by JPEG 2000"]
    generated = pikepdf.ObjectStreamMode.generate
    told = [spot.finding.message for spot in spots(spoilt(older, "1.5", object_stream_mode=generated))]
    assert any("object streams, which PDF/X-1a:2003 is too old for" in message for message in told)
    assert "press.packing" not in codes(spoilt(lambda _: None, object_stream_mode=generated))


def test_a_form_is_read_where_it_is_placed() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_indirect(form(pdf, b"1 0 0 rg 0 0 40 40 re f"))
        called(pdf, "/XObject", "/Form").Resources = Dictionary(XObject=Dictionary(Inner=inner))
        called(pdf, "/XObject", "/Form").write(b"q 0.5 0 0 0.5 10 10 cm /Inner Do Q")

    (spot,) = spots(spoilt(spoil))
    assert spot.box == (230.0, 170.0, 250.0, 190.0)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_the_place_is_counted_as_the_page_is_read(rotation: int) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = rotation
        changed("tint", f"1 0 0 rg {TRIM[0] + 20} {TRIM[1] + 10} 50 5 re f")(pdf)

    (spot,) = spots(spoilt(spoil))
    right, top = sound.WIDTH - 70, sound.HEIGHT - 15
    across, down = {90: (10.0, 20.0), 180: (right, 10.0), 270: (top, right)}[rotation]
    assert spot.finding.where.part == f"{across * PT:.1f} mm across, {down * PT:.1f} mm down"
