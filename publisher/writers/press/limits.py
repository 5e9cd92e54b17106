"""Pictures held to the total ink that a press allows, a strip at a time."""

from collections.abc import Iterator
from typing import Any, cast

from PIL import Image, ImageMath

#: Rows in a strip: the sums of a whole page's picture would fill the memory.
ROWS = 256


def most_ink(image: Image.Image) -> float:
    """The most ink that any dot of a CMYK picture has, percent."""
    totals = (_total(_bands(strip)).getextrema() for _, strip in _strips(image))
    return max(cast("tuple[int, int]", extrema)[1] for extrema in totals) / 2.55


def held(image: Image.Image, limit: float) -> Image.Image:
    """The CMYK picture with no dot above *limit* percent: black stays, the colours give way alike."""
    made = Image.new("CMYK", image.size)
    for top, strip in _strips(image):
        made.paste(_held_strip(strip, int(limit * 2.55)), (0, top))
    return made


def _strips(image: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    for top in range(0, image.height, ROWS):
        yield top, image.crop((0, top, image.width, min(top + ROWS, image.height)))


def _bands(image: Image.Image) -> dict[str, Image.Image]:
    return dict(zip("cmyk", image.split(), strict=True))


def _total(bands: dict[str, Image.Image]) -> Image.Image:
    def summed(b: dict[str, Any]) -> Any:
        return b["c"] + b["m"] + b["y"] + b["k"]

    return cast("Image.Image", ImageMath.lambda_eval(summed, **bands))


def _held_strip(image: Image.Image, most: int) -> Image.Image:
    bands = _bands(image)
    less = [_less(bands, own, most) for own in "cmy"]
    return Image.merge("CMYK", (*less, bands["k"]))


def _less(bands: dict[str, Image.Image], own: str, most: int) -> Image.Image:
    """One of the colours, as much less as the dot has too much of all three."""

    def shared(b: dict[str, Any]) -> Any:
        room = b["max"](most - b["k"], 0)
        coloured = b["max"](b["c"] + b["m"] + b["y"], 1)
        return b["convert"](b["min"](b[own], b[own] * room / coloured), "L")

    return cast("Image.Image", ImageMath.lambda_eval(shared, **bands))
