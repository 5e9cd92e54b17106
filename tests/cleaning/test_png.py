"""PNG: chunks that draw are kept, the others cut."""

import struct
import zlib

import pytest
from PIL.PngImagePlugin import PngInfo

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.png import SIGNATURE, strip_png
from tests import pictures


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def with_chunk(kind: bytes, content: bytes) -> bytes:
    data = pictures.png()
    end = len(SIGNATURE) + 25  # behind IHDR
    return data[:end] + chunk(kind, content) + data[end:]


def test_words_and_camera_data_are_cut_and_named() -> None:
    info = PngInfo()
    info.add_text("Author", "a friend")
    info.add_itxt("XML:com.adobe.xmp", "<x/>")
    data = pictures.png(pnginfo=info, exif=pictures.camera(with_position=True))
    stripped = strip_png(data)
    assert b"friend" in data
    assert stripped.data == pictures.png()
    assert stripped.cut == ("comments", "camera data", "its position on earth")


@pytest.mark.parametrize("kind", [b"tIME", b"prVt"])
def test_other_chunks_are_cut(kind: bytes) -> None:
    assert strip_png(with_chunk(kind, b"1234567")).data == pictures.png()


@pytest.mark.parametrize("kind", [b"gAMA", b"pHYs", b"iCCP"])
def test_what_colour_and_size_need_is_kept(kind: bytes) -> None:
    data = with_chunk(kind, b"1234")
    assert strip_png(data).data == data


def test_what_follows_the_end_is_cut() -> None:
    stripped = strip_png(pictures.png() + b"a secret")
    assert (stripped.data, stripped.cut) == (pictures.png(), ("data after its end",))


def test_a_wrong_checksum_is_damage() -> None:
    data = bytearray(pictures.png())
    data[40] ^= 1
    with pytest.raises(UnfitError, match="checksum"):
        strip_png(bytes(data))


@pytest.mark.parametrize("length", [8, 20, -5])
def test_a_file_cut_short_is_refused(length: int) -> None:
    with pytest.raises(UnfitError, match="cut short"):
        strip_png(pictures.png()[:length])
