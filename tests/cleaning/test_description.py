"""What pictures say of themselves: the five fields that print has a use for, and nothing else."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from publisher.cleaning.cleaned import Said
from publisher.cleaning.description import read_description
from publisher.cleaning.raster import clean_raster
from tests import pictures

PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="43,38N" photoshop:Credit="Valley Wire">
<dc:description><rdf:Alt><rdf:li xml:lang="de">Die alte Brücke.</rdf:li>
<rdf:li xml:lang="x-default">The old bridge.</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Ilse Sample</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Valley Wire</rdf:li></rdf:Alt></dc:rights>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Not in Lakeside.</rdf:li></rdf:Alt></xmpRights:UsageTerms>
<core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A bridge of stone</rdf:li></rdf:Alt>
</core:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
ALL = Said("The old bridge.", "Valley Wire", "A bridge of stone", "© Valley Wire", "Not in Lakeside.")


def with_xmp(packet: str = PACKET) -> bytes:
    return pictures.jpeg(xmp=packet.encode())


def with_iim(*fields: tuple[int, int, bytes], utf8: bool = True) -> bytes:
    """A JPEG with fields of the older kind: record, number, value."""
    all_fields = ((1, 90, b"\x1b%G"), *fields) if utf8 else fields
    data = b"".join(bytes((0x1C, *key)) + len(value).to_bytes(2, "big") + value for *key, value in all_fields)
    resource = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(data).to_bytes(4, "big") + data
    jpeg = pictures.jpeg()
    return jpeg[:2] + b"\xff\xed" + (len(resource) + 2).to_bytes(2, "big") + resource + jpeg[2:]


def test_xmp() -> None:
    assert read_description(with_xmp()) == ALL
    assert read_description(with_xmp(PACKET.replace(' photoshop:Credit="Valley Wire"', ""))).credit == "Ilse Sample"


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "HEIF"])
def test_in_every_kind_of_file(kind: str) -> None:
    if kind == "HEIF":
        heif = pytest.importorskip("pillow_heif")
        buffer = io.BytesIO()
        heif.from_pillow(pictures.drawn(64, 64)).save(buffer, quality=90, xmp=PACKET.encode())
        data = buffer.getvalue()
    elif kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", PACKET)
        data = pictures.png(pnginfo=info)
    elif kind == "TIFF":
        data = pictures.saved(pictures.drawn(), kind, tiffinfo={700: PACKET.encode()})
    else:
        data = pictures.saved(pictures.drawn(), kind, xmp=PACKET.encode())
    cleaned = clean_raster(data)
    assert cleaned is not None
    assert cleaned.said == ALL
    assert b"GPSLatitude" not in cleaned.data
    assert b"Lakeside" not in cleaned.data


def test_iim_where_there_is_no_xmp() -> None:
    fields = ((2, 120, "Die alte Brücke.".encode()), (2, 80, b"Ilse Sample"), (2, 116, b"(c) Valley"))
    assert read_description(with_iim(*fields)) == Said("Die alte Brücke.", "Ilse Sample", None, "(c) Valley", None)
    latin = with_iim((2, 120, "Brücke".encode("cp1252")), (2, 110, b"Wire"), utf8=False)
    assert read_description(latin) == Said("Brücke", "Wire")


def test_what_a_camera_writes_is_no_caption() -> None:
    assert read_description(with_iim((2, 120, b"OLYMPUS DIGITAL CAMERA"))).caption is None


def test_entities_stand_for_nothing() -> None:
    trap = PACKET.replace("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><x:xmpmeta').replace("The old", "&a;")
    assert "aaaa" not in str(read_description(with_xmp(trap)))


@given(st.binary(max_size=300), st.integers(0, 400))
def test_damage_says_nothing_or_something(junk: bytes, at: int) -> None:
    data = with_iim((2, 120, b"x" * 60))
    for damaged in (data[:at] + junk, b"<rdf:RDF" + junk + b"</rdf:RDF>", b"8BIM\x04\x04" + junk):
        assert isinstance(read_description(damaged), Said)


def test_a_picture_without_any() -> None:
    assert read_description(pictures.jpeg()) == Said()
    assert isinstance(Image.open(io.BytesIO(with_xmp())).size, tuple)
