"""Pictures inside a PDF: taken out, made smaller where they have more dots than paper or screen can show."""

import io
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple, TypeVar

import pikepdf
from PIL import Image, ImageChops, ImageCms

from publisher.profiles import coated_profile
from publisher.writers.placement import Placed, find_placements
from publisher.writers.samples import INVERTED, Samples, in_full, in_jpeg, put

Size = tuple[int, int]
In = TypeVar("In")
Out = TypeVar("Out")


class Resolution(NamedTuple):
    """Above *limit* ppi a picture is resampled to *target* ppi."""

    limit: float
    target: float


SCREEN = Resolution(225, 150)
#: JPEG quality of what is resampled for screens.
SCREEN_QUALITY = 85
#: Pictures are worked on side by side, by this many threads at most.
THREADS = 4
#: For making pictures smaller as sharp as a cubic filter, in half of its time.
SHRINKING = Image.Resampling.HAMMING
_MODES = ("1", "L", "RGB", "CMYK")


class Taken(NamedTuple):
    """A picture out of its file: a *jpeg* or an *image*, its opacity, the size it should have, and its page.

    *turned* tells that a JPEG's CMYK numbers are the lack of ink.
    """

    jpeg: bytes | None
    image: Image.Image | None
    turned: bool
    alpha: Image.Image | None
    size: Size | None
    page: int | None


def pictures_in(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    """Every picture but soft masks, which belong to theirs, and stencils, which have no colours."""
    streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    pictures = [stream for stream in streams if stream.get("/Subtype") == pikepdf.Name.Image]
    masks = {picture.SMask.objgen for picture in pictures if "/SMask" in picture}
    return [p for p in pictures if p.objgen not in masks and not bool(p.get("/ImageMask", False))]


def fit_screen(pdf: pikepdf.Pdf) -> None:
    """Resamples pictures that have more dots than screens show, and makes RGB of those in inks."""
    if not (pictures := pictures_in(pdf)):
        return
    placed = find_placements(pdf).pictures
    large = [
        picture
        for picture in pictures
        if wanted_size(picture, placed.get(picture.objgen), SCREEN) or picture.get("/ColorSpace") == "/DeviceCMYK"
    ]
    taken = (take(picture, placed.get(picture.objgen), SCREEN) for picture in large)
    for picture, (samples, alpha) in zip(large, in_order(_fitted, taken), strict=True):
        put(picture, samples)
        if alpha:
            put(picture.SMask, alpha)


def _fitted(taken: Taken) -> tuple[Samples, Samples | None]:
    image, alpha = resized(in_light(read(taken)), taken.alpha, taken.size)
    samples = in_jpeg(image, SCREEN_QUALITY) if taken.jpeg else in_full(image)
    return samples, in_full(alpha) if alpha else None


def in_light(image: Image.Image) -> Image.Image:
    """A picture in inks as it looks on a screen: by its own profile, or by that of the press; any other as it is."""
    if image.mode != "CMYK":
        return image
    profile = io.BytesIO(image.info.get("icc_profile") or coated_profile())
    seen = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return seen or image.convert("RGB")


def in_order(work: Callable[[In], Out], things: Iterable[In]) -> Iterator[Out]:
    """What *work* makes of each thing, in their order; a few at a time, so that memory holds no more than these."""
    threads = min(THREADS, os.cpu_count() or 1)
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[Out]] = deque()
        for thing in things:
            waiting.append(pool.submit(work, thing))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def wanted_size(picture: pikepdf.Stream, placed: Placed | None, resolution: Resolution) -> Size | None:
    """The size in dots that a picture is to be resampled to; None where it may stay as it is."""
    if placed is None or placed.width <= 0 or placed.height <= 0:
        return None
    width, height = int(picture.Width), int(picture.Height)
    density = min(width / placed.width, height / placed.height) * 72
    if density <= resolution.limit:
        return None
    share = resolution.target / density
    return max(1, round(width * share)), max(1, round(height * share))


def take(picture: pikepdf.Stream, placed: Placed | None, resolution: Resolution) -> Taken:
    """The picture out of its file."""
    jpeg = image = alpha = None
    if picture.get("/Filter") == pikepdf.Name.DCTDecode:
        jpeg = picture.read_raw_bytes()
    else:
        image = pikepdf.PdfImage(picture).as_pil_image()
    mask = picture.get("/SMask")
    if isinstance(mask, pikepdf.Stream):
        alpha = pikepdf.PdfImage(mask).as_pil_image().convert("L")
    turned = tuple(int(value) for value in picture.get("/Decode", ())) == INVERTED
    size, page = wanted_size(picture, placed, resolution), placed.page if placed else None
    return Taken(jpeg, image, turned, alpha, size, page)


def read(taken: Taken) -> Image.Image:
    """The picture in mode 1, L, RGB or CMYK (ink, not its lack); a JPEG at once near its size, never below it.

    ``info["icc_profile"]`` is the profile that a JPEG brings along.
    """
    if taken.jpeg is None:
        image = taken.image or Image.new("L", (1, 1))
        return image if image.mode in _MODES else image.convert("RGB")
    jpeg = Image.open(io.BytesIO(taken.jpeg))
    if taken.size:
        jpeg.draft(jpeg.mode, taken.size)
    jpeg.load()
    if jpeg.mode != "CMYK":
        return jpeg if jpeg.mode in _MODES else jpeg.convert("RGB")
    # Pillow turns every CMYK JPEG round, as Adobe's are.
    inks = jpeg if taken.turned else ImageChops.invert(jpeg)
    inks.info = jpeg.info
    return inks


def resized(image: Image.Image, alpha: Image.Image | None, size: Size | None) -> tuple[Image.Image, Image.Image | None]:
    """Picture and opacity in another size, unless it is None; what can't be seen doesn't tinge what can."""
    if size is None:
        return image, None
    if alpha is None or image.mode not in ("L", "RGB") or alpha.size != image.size:
        small = image.resize(size, SHRINKING, reducing_gap=3)
        small.info = image.info
        return small, alpha.resize(size, SHRINKING) if alpha else None
    both = Image.merge(image.mode + "A", (*image.split(), alpha)).resize(size, SHRINKING)
    return both.convert(image.mode), both.getchannel("A")
