"""Times of a print PDF of 400 pages of text with 40 photographs: layout, drawing, finish, preflight.

python -m benchmarks.press [--articles N] [--pictures N]
"""

import argparse
import io
import random
import resource
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from PIL import Image, ImageFilter

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.metadata import BulletinMetadata, Metadata
from publisher.model import Article, Block, Bulletin, Figure, Paragraph, Section, Text
from publisher.model import Image as Shown
from publisher.preflight.pdf import examine_pdf
from publisher.preflight.press.facts import Facts
from publisher.report import Finding, Report, Where
from publisher.theme.loading import load_theme
from publisher.writers.layout import lay_out
from publisher.writers.pages.engine import LOCK
from publisher.writers.press import finish

#: What a camera or a telephone gives, dots.
PHOTOGRAPH = (3000, 2000)
#: Paragraphs of an article: two pages of A4 in two columns.
PARAGRAPHS = 34
WORDS = (
    *("the", "of", "to", "and", "in", "that", "it", "was", "for", "on", "is", "with", "as", "by", "at", "from"),
    *("bridge", "river", "council", "winter", "harbour", "engineer", "morning", "question", "county", "ferry"),
    *("budget", "railway", "session", "promise", "stone", "timber", "flood", "season", "village", "market"),
    *("teacher", "doctor", "captain", "letter", "window", "weather", "station", "measure", "expectation"),
)
Made = TypeVar("Made")
#: Step → seconds by the clock.
TIMES: dict[str, float] = {}


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="articles of two pages each")
    parser.add_argument("--pictures", type=int, default=40, help="photographs of 6 million dots")
    asked = parser.parse_args()
    theme, report, media = load_theme("gazette"), Report(), Media()
    issue = bulletin(asked.articles, asked.pictures, media)
    layout = measured("layout", lambda: lay_out(issue, theme, media, report))
    pages = len(layout.document.pages)
    with LOCK:
        drawn = measured("drawing", lambda: layout.document.copy().write_pdf(uncompressed_pdf=True))
    data = measured("finish", lambda: finish(drawn, issue, theme, report))
    facts, findings = measured("preflight", lambda: preflight(data))
    inked = f"ink of {len(facts.coverage)} pages by {facts.renderer}" if facts.renderer else "ink not measured"
    told(f"{pages} pages, {asked.pictures} pictures, {len(data) / 1e6:.1f} MB; {inked}")
    for name, seconds in TIMES.items():
        told(f"{name:10} {pages / seconds:7.1f} pages/s, {TIMES['layout'] / seconds:5.1f} × as fast as the layout")
    for finding in (*report.findings, *findings):
        told(f"{finding.severity}: {finding.message} ({finding.where})")


def measured(name: str, work: Callable[[], Made]) -> Made:
    """What *work* makes; its time, the processors' time and the most memory so far are printed."""
    began, before = time.perf_counter(), _processors()
    made = work()
    TIMES[name] = time.perf_counter() - began
    own, theirs = (resource.getrusage(who).ru_maxrss >> 10 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told(
        f"{name:10} {TIMES[name]:7.2f} s by the clock, {_processors() - before:7.2f} s of processors; "
        f"at most {own} MB so far, {theirs} MB in a renderer"
    )
    return made


def _processors() -> float:
    """Seconds of processors that this process and those it ran have taken."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def told(words: str) -> None:
    """Prints a line at once."""
    print(words, flush=True, file=sys.stdout)  # noqa: T201 - what a benchmark is for


def preflight(data: bytes) -> tuple[Facts, tuple[Finding, ...]]:
    """What the preflight says of the file."""
    examined = examine_pdf(Artifact(Format.PRINT, "print.pdf", data))
    return examined.facts, tuple(spot.finding for spot in examined.spots)


def bulletin(articles: int, pictures: int, media: Media) -> Bulletin:
    """An issue of made-up words, the same each time; pictures are spread evenly over its articles."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    every = max(1, articles // max(pictures, 1))
    texts = []
    for number in range(articles):
        body: list[Block] = [Paragraph((Text(sentence(chance)),)) for _ in range(PARAGRAPHS)]
        if number % every == 0 and number // every < pictures:
            body.insert(3, figure(number // every, media))
        headline = f"{sentence(chance, 5)} {number + 1}"
        texts.append(Article(Metadata(headline=headline, language="en-US"), tuple(body)))
    metadata = BulletinMetadata(
        title="The Valley Bulletin", language="en-US", identifier="urn:uuid:2f1c1f2e-5c3f-5d1e-9a49-1f0d6d3f6f00",
        slug="valley", number="7", publisher="the Valley Council",
    )  # fmt: skip
    return Bulletin(metadata, (Section(tuple(texts)),))


def sentence(chance: random.Random, length: int = 45) -> str:
    """So many made-up words."""
    return " ".join(chance.choice(WORDS) for _ in range(length)).capitalize() + ("." if length > 9 else "")


def figure(seed: int, media: Media) -> Figure:
    """A photograph with fine and coarse detail, as large a JPEG as a camera makes of it."""
    buffer = io.BytesIO()
    photograph(seed).save(buffer, "JPEG", quality=90)
    name = media.add(buffer.getvalue(), f"photograph-{seed}.jpg", Report(), Where())
    return Figure(Shown(name or "", "A photograph"), (Text(f"Photograph {seed + 1}"),))


def photograph(seed: int) -> Image.Image:
    """Noise of four sizes over a slow ramp, other in each channel."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    channels = []
    for _ in range(3):
        channel = Image.linear_gradient("L").rotate(chance.randrange(360)).resize(PHOTOGRAPH)
        for size in (6, 40, 300, 1500):
            shape = (max(2, size * 3 // 2), size)
            noise = Image.frombytes("L", shape, chance.randbytes(shape[0] * shape[1]))
            channel = Image.blend(channel, noise.resize(PHOTOGRAPH, Image.Resampling.BICUBIC), 0.25)
        channels.append(channel.filter(ImageFilter.GaussianBlur(1)))
    return Image.merge("RGB", channels)


if __name__ == "__main__":
    main()
