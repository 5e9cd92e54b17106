"""Pictures on the pages: their addresses for the engine, and a size that keeps the grid."""

import math
from html import escape

from publisher.media import Media
from publisher.model import Image
from publisher.theme.tokens import Theme

#: The address of the brand's logo.
LOGO_URL = "publisher:logo"
_MM = 72 / 25.4
#: A picture is never shown larger than at this resolution, px in an inch.
COARSEST = 150


def picture_url(name: str) -> str:
    """The address under which the engine asks for a picture of the store."""
    return f"publisher:picture/{name}"


def shown(image: Image, in_figure: bool, theme: Theme, media: Media) -> str:
    """The ``img`` of *image*: in a figure as wide as its column, on whole grid lines; in a line no taller than it."""
    if image.media not in media:
        return ""
    alt = "" if image.decorative else escape(image.alt or "")
    role = ' role="presentation"' if image.decorative else ""
    style = f' style="{_size(image, theme, media)}"' if in_figure else ' class="in-line"'
    return f'<img src="{picture_url(image.media)}" alt="{alt}"{role}{style}/>'


def _size(image: Image, theme: Theme, media: Media) -> str:
    picture, line = media[image.media], theme.page.baseline
    column = theme.page.column * _MM
    tallest = (theme.page.height - theme.page.margin_top - theme.page.margin_bottom) * _MM * 0.7
    is_drawing = picture.media_type == "image/svg+xml"
    width = column if is_drawing else min(column, picture.width * 72 / COARSEST)
    height = width * picture.height / max(picture.width, 1)
    if height > tallest:
        width, height = width * tallest / height, tallest
    return f"width: {width:.2f}pt; height: {line * math.ceil(height / line - 0.01):g}pt"
