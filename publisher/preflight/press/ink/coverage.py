"""How much ink each page takes: its plates rendered, summed, and looked at where they are heaviest."""

import io
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple, Self

import pikepdf
from PIL import Image, ImageChops, UnidentifiedImageError

from publisher.preflight.press.content.geometry import Box, Frame
from publisher.preflight.press.ink.inking import LEAST_AREA, TOLERANCE
from publisher.preflight.press.ink.renderers import Pages, Renderer

#: Dots an inch: a heavy area of the least size that counts still has more than a dozen dots.
RESOLUTION = 50
#: Dots that a page's longer side may have: a poster is rendered more coarsely.
MOST_DOTS = 2000
#: Pages that one run of the renderer takes.
RUN = 24
#: Renderers that run at a time.
RENDERERS = 2
#: Runs that may fail before the others aren't tried.
MOST_FAILURES = 3
#: Pages that are rendered at all.
MOST_PAGES = 2000


class Heaviest(NamedTuple):
    """A page's heaviest ink, percent, over an area that counts; and the box around all that is above the limit."""

    total: float
    box: Box | None = None


class Coverage:
    """The ink of a file's pages, measured beside other work; use it as a context."""

    def __init__(self, data: bytes, frames: Sequence[Frame], renderer: Renderer | None, limit: float) -> None:
        self.frames = frames[:MOST_PAGES]
        self.renderer = renderer
        self.limit = limit
        self._data = data
        self._runs: list[Future[dict[int, Heaviest]]] = []
        self._failed = 0
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Starts the renderer, where there is one; without room for its files no page is measured."""
        if self.renderer is not None:
            with suppress(OSError):
                self._start(Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="preflight-"))))
        return self

    def _start(self, folder: Path) -> None:
        file = folder / "file.pdf"
        _write_pages(self._data, file)
        pool = ThreadPoolExecutor(RENDERERS)
        self._open.callback(pool.shutdown, cancel_futures=True)
        for at in range(0, len(self.frames), RUN):
            self._runs.append(pool.submit(self._measure, file, self.frames[at : at + RUN]))

    def __exit__(self, *_: object) -> None:
        """Ends the renderer and removes its files."""
        self._open.close()

    def pages(self) -> dict[int, Heaviest]:
        """Page number → its heaviest ink, for the pages that could be rendered."""
        return {number: heaviest for run in self._runs for number, heaviest in run.result().items()}

    def _measure(self, file: Path, frames: Sequence[Frame]) -> dict[int, Heaviest]:
        """What a run of pages takes; nothing where the renderer fails, or has failed too often."""
        if self.renderer is None or self._failed >= MOST_FAILURES:
            return {}
        longest = max(max(frame.media.width, frame.media.height) for frame in frames)
        resolution = max(1, min(RESOLUTION, int(MOST_DOTS * 72 / longest)))
        folder = file.parent / f"from-{frames[0].number}"
        try:
            pictures = self.renderer.render(Pages(file, folder, frames[0].number, frames[-1].number, resolution))
            if len(pictures) == len(frames):
                return dict(self._measured(pictures, frames))
        except OSError:
            pass  # the disk is full, or the renderer has gone
        self._failed += 1
        return {}

    def _measured(self, pictures: Sequence[Path], frames: Sequence[Frame]) -> Iterator[tuple[int, Heaviest]]:
        for picture, frame in zip(pictures, frames, strict=True):
            try:
                with Image.open(picture) as opened:
                    yield frame.number, heaviest(opened.convert("CMYK"), frame, self.limit)
            except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
                continue
            picture.unlink()


def _write_pages(data: bytes, file: Path) -> None:
    """Writes the same pages without their output intent, which poppler reads for each page and plates don't need."""
    try:
        # What the library would tell of a damaged file, checks tell themselves.
        with warnings.catch_warnings(action="ignore"), pikepdf.open(io.BytesIO(data)) as pdf:
            if "/OutputIntents" in pdf.Root:
                del pdf.Root.OutputIntents
            pdf.save(
                file,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            )
    except (pikepdf.PdfError, RuntimeError):
        file.write_bytes(data)


def heaviest(plates: Image.Image, frame: Frame, limit: float) -> Heaviest:
    """The heaviest ink in the printed part of a page's plates, which show its media as it is read."""
    inner = frame.printed.common(frame.media)
    across, down, width, height = frame.as_read(inner, frame.media)
    scale = plates.width / max(frame.as_read(frame.media, frame.media)[2], 1)
    window = tuple(round(edge * scale) for edge in (across, down, across + width, down + height))
    cyan, magenta, yellow, black = plates.crop((window[0], window[1], window[2], window[3])).split()
    # Halves of halves: a quarter of the total fits into a byte, and is exact to 2 % of an ink.
    quarter = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    counted = quarter.histogram()
    left = max(1, round(LEAST_AREA * (scale * 72 / 25.4) ** 2))
    level = 255
    while level > 0 and (left := left - counted[level]) > 0:
        level -= 1
    total = level * 400 / 255
    if total <= limit + TOLERANCE:
        return Heaviest(total)
    over = quarter.point(lambda value: 255 if value * 400 / 255 > limit + TOLERANCE else 0).getbbox()
    return Heaviest(total, _on_page(over, across, down, scale, frame) if over else None)


def _on_page(dots: tuple[int, int, int, int], across: float, down: float, scale: float, frame: Frame) -> Box:
    """The box on the page that a box of dots shows in a window *across* and *down* from the media's top left."""
    x1, y1, x2, y2 = (dot / scale for dot in dots)
    x1, x2, y1, y2 = x1 + across, x2 + across, y1 + down, y2 + down
    media = frame.media
    match frame.rotation:
        case 90:
            return Box(media.left + y1, media.bottom + x1, media.left + y2, media.bottom + x2)
        case 180:
            return Box(media.right - x2, media.bottom + y1, media.right - x1, media.bottom + y2)
        case 270:
            return Box(media.right - y2, media.top - x2, media.right - y1, media.top - x1)
        case _:
            return Box(media.left + x1, media.top - y2, media.left + x2, media.top - y1)
