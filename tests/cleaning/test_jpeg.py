"""JPEG cut without touching a pixel."""

import pytest

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.jpeg import strip_jpeg
from tests import pictures

PRIVATE: dict[str, dict[str, object]] = {
    "camera data": {"exif": pictures.camera()},
    "comments": {"comment": b"taken by a friend"},
    "XMP": {"xmp": b"<x:xmpmeta/>"},
}


@pytest.mark.parametrize("name", PRIVATE)
def test_private_data_are_cut_and_named(name: str) -> None:
    stripped = strip_jpeg(pictures.jpeg(**PRIVATE[name]))
    assert stripped.data == pictures.jpeg()
    assert stripped.cut == (name,)


def test_what_was_cut_is_nowhere_in_the_bytes() -> None:
    data = pictures.jpeg(exif=pictures.camera(with_position=True), comment=b"by a friend", xmp=b"<x:xmpmeta/>")
    stripped = strip_jpeg(data)
    assert "its position on earth" in stripped.cut
    for secret in (b"Exif", b"Camera", b"friend", b"xmp"):
        assert secret in data
        assert secret not in stripped.data


def test_the_colour_profile_and_the_thumbless_jfif_head_stay() -> None:
    data = pictures.jpeg(icc_profile=b"a profile", dpi=(300, 300))
    assert strip_jpeg(data).data == data


def test_a_thumbnail_is_cut_out_of_the_head() -> None:
    plain = pictures.jpeg()
    head = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    assert head in plain
    with_thumbnail = plain.replace(head, b"\xff\xe0\x00\x13" + head[4:-2] + b"\x01\x01\xff\x00\x00", 1)
    assert strip_jpeg(with_thumbnail).data == plain


@pytest.mark.parametrize("tail", [b"a second picture", b"\xff\xd8\xff\xe1 more"])
def test_whatever_follows_the_end_is_cut(tail: bytes) -> None:
    stripped = strip_jpeg(pictures.jpeg() + tail)
    assert stripped.data == pictures.jpeg()
    assert stripped.cut == ("data after its end",)


def test_padding_after_the_end_is_cut_without_a_word() -> None:
    assert strip_jpeg(pictures.jpeg() + b"\0\0\0").cut == ()


@pytest.mark.parametrize("length", [3, 20, 200, -1])
def test_a_file_cut_short_is_refused(length: int) -> None:
    with pytest.raises(UnfitError, match="cut short"):
        strip_jpeg(pictures.jpeg()[:length])


def test_a_lost_marker_is_damage() -> None:
    data = pictures.jpeg()
    with pytest.raises(UnfitError, match="a marker is missing"):
        strip_jpeg(data[:20] + b"x" + data[20:])


def test_cmyk_and_progressive_keep_their_bytes() -> None:
    cmyk = pictures.saved(pictures.drawn(mode="CMYK"), "JPEG")
    assert strip_jpeg(cmyk).data == cmyk
    assert strip_jpeg(pictures.jpeg(progressive=True)).data == pictures.jpeg(progressive=True)
