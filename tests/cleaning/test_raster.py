"""Pictures made of pixels: turned upright, changed in kind where they must, never larger than the limit."""

import pytest
from PIL import Image

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.raster import clean_raster
from tests import pictures


def is_blue(picture: Image.Image, x: int, y: int) -> bool:
    colour = picture.convert("RGB").getpixel((x, y))
    assert isinstance(colour, tuple)
    return colour[2] > colour[0]


#: Orientation → the corner that the blue quarter is in when the picture is upright (left?, top?).
CORNERS = {1: (1, 1), 2: (0, 1), 3: (0, 0), 4: (1, 0), 5: (1, 1), 6: (0, 1), 7: (0, 0), 8: (1, 0)}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", CORNERS)
def test_every_kind_is_turned_upright(kind: str, orientation: int) -> None:
    cleaned = clean_raster(pictures.saved(pictures.drawn(), kind, exif=pictures.camera(orientation)))
    assert cleaned is not None
    width, height = (40, 30) if orientation < 5 else (30, 40)
    assert (cleaned.width, cleaned.height) == (width, height)
    shown = pictures.opened(cleaned.data)
    assert shown.size == (width, height)
    left, top = CORNERS[orientation]
    assert is_blue(shown, 4 if left else width - 5, 4 if top else height - 5)
    assert not is_blue(shown, width - 5 if left else 4, height - 5 if top else 4)
    assert clean_raster(cleaned.data) == cleaned._replace(done=())


@pytest.mark.parametrize(
    ("kind", "mode", "options", "becomes"),
    [
        ("TIFF", "RGB", {}, "image/png"),
        ("TIFF", "L", {}, "image/png"),
        ("TIFF", "1", {"compression": "group4"}, "image/png"),
        ("TIFF", "RGBA", {"compression": "tiff_lzw"}, "image/png"),
        ("TIFF", "I;16", {}, "image/png"),
        ("TIFF", "RGB", {"compression": "jpeg"}, "image/jpeg"),
        ("TIFF", "CMYK", {}, "image/jpeg"),
        ("TIFF", "YCbCr", {}, "image/png"),
        ("WEBP", "RGB", {}, "image/jpeg"),
        ("WEBP", "RGB", {"lossless": True}, "image/png"),
    ],
)
def test_tiff_and_webp_become_png_or_jpeg_if_they_lost_already_or_are_for_the_press(
    kind: str, mode: str, options: dict[str, object], becomes: str
) -> None:
    picture = pictures.drawn(mode="L").convert("I;16") if mode == "I;16" else pictures.drawn(mode=mode)
    cleaned = clean_raster(pictures.saved(picture, kind, **options))
    assert cleaned is not None
    assert cleaned.media_type == becomes
    assert cleaned.done
    shown = pictures.opened(cleaned.data)
    assert shown.mode == {"YCbCr": "RGB", "I;16": "L"}.get(mode, mode)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_greys_of_16_bits_keep_their_tones_in_8(kind: str) -> None:
    deep = Image.new("I;16", (3, 1))
    for x, value in enumerate((0, 0x8000, 0xFFFF)):
        deep.putpixel((x, 0), value)
    cleaned = clean_raster(pictures.saved(deep, kind))
    assert cleaned is not None
    assert pictures.opened(cleaned.data).tobytes() == b"\x00\x80\xff"
    assert any("PNG" in done or "16 bits" in done for done in cleaned.done)


def test_an_animation_that_lost_already_becomes_jpeg() -> None:
    noise = Image.effect_noise((80, 60), 90).convert("RGB")
    cleaned = clean_raster(pictures.saved(noise, "WEBP", save_all=True, append_images=[noise.rotate(90)]))
    assert cleaned is not None
    assert (cleaned.media_type, cleaned.frames) == ("image/jpeg", 2)


def test_transparency_is_kept() -> None:
    picture = pictures.drawn(mode="RGBA")
    picture.putalpha(90)
    cleaned = clean_raster(pictures.saved(picture, "WEBP"))
    assert cleaned is not None
    assert cleaned.media_type == "image/png"
    assert pictures.opened(cleaned.data).getchannel("A").getextrema() == (90, 90)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "WEBP", "PNG"])
def test_the_colour_profile_is_kept(kind: str) -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    cleaned = clean_raster(pictures.saved(pictures.drawn(), kind, icc_profile=profile, exif=pictures.camera(3)))
    assert cleaned is not None
    assert pictures.opened(cleaned.data).info["icc_profile"] == profile


def test_a_trap_of_few_bytes_and_many_pixels_is_refused_before_it_is_unpacked() -> None:
    data = pictures.saved(Image.new("1", (20_000, 11_000)), "PNG")
    assert len(data) < 100_000
    with pytest.raises(UnfitError, match="220 megapixels"):
        clean_raster(data)


def test_more_pixels_than_the_decoder_warns_of_are_taken_in_silence() -> None:
    # Pillow's own limit, of 89 and 179 megapixels, would warn, and warnings are errors here.
    cleaned = clean_raster(pictures.saved(Image.new("1", (12_000, 8_000)), "PNG"))
    assert cleaned is not None
    assert cleaned.width == 12_000


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_damage_is_refused_with_words(kind: str) -> None:
    data = pictures.saved(pictures.drawn(), kind)
    with pytest.raises(UnfitError, match=r"it .+"):
        clean_raster(data[: len(data) // 2])


def test_damage_is_refused_after_pages_were_laid_out_too() -> None:
    from publisher.writers.pages.engine import weasyprint

    weasyprint()
    with pytest.raises(UnfitError):
        clean_raster(pictures.saved(pictures.drawn(), "TIFF")[:-400])


def test_pixels_that_are_no_colours_are_refused() -> None:
    with pytest.raises(UnfitError, match=r"isn't printed \(F\)"):
        clean_raster(pictures.saved(pictures.drawn(mode="F"), "TIFF"))


def test_other_bytes_are_none_of_these() -> None:
    assert clean_raster(b"RIFF\0\0\0\0WAVE") is None
    assert clean_raster(b"GIF89a") is None
