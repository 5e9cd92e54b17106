"""HEIC, as phones take pictures."""

import importlib.util
import io

import pytest
from PIL import Image

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.raster import clean_raster
from tests import pictures


def heic(image: Image.Image, **options: object) -> bytes:
    heif = pytest.importorskip("pillow_heif", reason="the decoder for HEIC isn't installed")
    buffer = io.BytesIO()
    heif.from_pillow(image).save(buffer, quality=95, **options)
    return buffer.getvalue()


def test_it_becomes_a_jpeg_the_right_way_up_and_keeps_nothing_of_the_camera() -> None:
    data = heic(pictures.drawn(64, 48), exif=pictures.camera(6, with_position=True).tobytes())
    cleaned = clean_raster(data)
    assert cleaned is not None
    assert (cleaned.media_type, cleaned.done) == ("image/jpeg", ("HEIC became JPEG",))
    shown = pictures.opened(cleaned.data)
    # The camera was held upright, so the blue quarter is at the top right.
    assert shown.size == (48, 64)
    blue = shown.convert("RGB").getpixel((40, 8))
    assert isinstance(blue, tuple)
    assert blue[2] > blue[0]
    assert b"Exif" not in cleaned.data


def test_too_many_pixels_are_refused_before_they_are_drawn() -> None:
    with pytest.raises(UnfitError, match="megapixels"):
        clean_raster(heic(pictures.drawn(64, 48)), most=1000)


def test_damage_is_refused() -> None:
    data = heic(pictures.drawn(64, 48))
    with pytest.raises(UnfitError, match="can't be read"):
        clean_raster(data[: len(data) // 3])


def test_without_the_decoder_one_is_told_how_to_come_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UnfitError) as caught:
        clean_raster(b"\0\0\0\x18ftypheic" + b"\0" * 20)
    assert "bulletin-publisher[heic]" in caught.value.hint
