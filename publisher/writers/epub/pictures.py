"""The pictures of a book: its files, and how the articles show them."""

import io
from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from PIL import Image as Raster

from publisher.media import Media, Picture
from publisher.model import Bulletin, Image
from publisher.walk import nodes
from publisher.writers.epub.accessibility import Sights
from publisher.writers.epub.package import Item

#: Longest side of a picture for reading, px; larger ones are scaled down (they are whole in print).
LONGEST = 1600


class Shown(NamedTuple):
    """A picture's file in the book, and its size there in px."""

    item: Item
    width: int
    height: int

    def markup(self, image: Image) -> str:
        """The ``img`` of *image*; a decorative one has an empty alternative text (HTML, 4.8.4.4)."""
        alt = "" if image.decorative else escape(image.alt or "")
        role = ' role="presentation"' if image.decorative else ""
        size = f'width="{self.width}" height="{self.height}"'
        return f'<img src="{self.item.name}" alt="{alt}"{role} {size}/>'


def picture_items(bulletin: Bulletin, media: Media) -> dict[str, Shown]:
    """Picture's name in the store → its file in the book, for all that the articles show."""
    used = (node.media for article in bulletin.articles for node in nodes(article) if isinstance(node, Image))
    return {name: _shown(name, media[name]) for name in dict.fromkeys(used) if name in media}


def sights(bulletin: Bulletin, pictures: Mapping[str, Shown], marks: int) -> Sights:
    """What the book shows: the articles' pictures, and *marks* of the publisher, which have his name."""
    images = [n for a in bulletin.articles for n in nodes(a) if isinstance(n, Image) and n.media in pictures]
    decorative = sum(image.decorative for image in images)
    described = sum(bool(image.alt) and not image.decorative for image in images)
    return Sights(described + marks, decorative, len(images) - described - decorative)


def shown_in(pictures: Mapping[str, Shown], image: Image) -> str:
    """The markup of *image* in an article."""
    return pictures[image.media].markup(image) if image.media in pictures else ""


def _shown(name: str, picture: Picture) -> Shown:
    file = f"pictures/{name[:16]}{picture.suffix}"
    if picture.media_type == "image/svg+xml" or max(picture.width, picture.height) <= LONGEST:
        return Shown(Item(file, picture.data), picture.width, picture.height)
    with Raster.open(io.BytesIO(picture.data)) as raster:
        kind, profile = raster.format or "PNG", raster.info.get("icc_profile")
        smaller = raster.convert("RGB") if raster.mode == "CMYK" else raster.copy()
    smaller.thumbnail((LONGEST, LONGEST), Raster.Resampling.LANCZOS)
    buffer = io.BytesIO()
    smaller.save(buffer, kind, quality=85, icc_profile=profile if smaller.mode != "CMYK" else None)
    return Shown(Item(file, buffer.getvalue()), smaller.width, smaller.height)
