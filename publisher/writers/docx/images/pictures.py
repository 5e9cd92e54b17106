"""The pictures of the document: how large each is shown, and the parts that hold them."""

from collections.abc import Iterator

from publisher.media import SUFFIXES, Media, Picture
from publisher.model import Image
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.docx.elements import Element
from publisher.writers.docx.images.drawings import Drawing
from publisher.writers.docx.parts.package import Part
from publisher.writers.docx.parts.relations import Relations
from publisher.writers.pages.pictures import COARSEST

SVG, PNG = "image/svg+xml", "image/png"
#: A figure is at most this share of the type area high.
TALLEST = 0.7
#: The share of a line of fixed height that Word has above the baseline; what stands higher is cut off.
ABOVE = 0.8
#: The number of the masthead's logo; pictures of articles have the next ones.
LOGO = 1
_MM = 72 / 25.4


class Pictures:
    """The pictures that a document shows, each held once and as fine as the largest place it is shown at needs."""

    def __init__(self, media: Media, theme: Theme, report: Report) -> None:
        self._media = media
        self._theme = theme
        self._report = report
        self._number = LOGO
        self._widths: dict[str, float] = {}

    def figure(self, image: Image, room: float, relations: Relations) -> Element | None:
        """The run that shows *image* as in print: as wide as the *room* (pt) it has, if it is fine enough for that.

        None if the store has no such picture.
        """
        if image.media not in self._media:
            return None
        picture, page = self._media[image.media], self._theme.page
        tallest = (page.height - page.margin_top - page.margin_bottom) * _MM * TALLEST
        width = room if picture.media_type == SVG else min(room, picture.width * 72 / COARSEST)
        return self._shown(image, min(width, tallest / _ratio(picture)), relations)

    def in_line(self, image: Image, leading: float, room: float, relations: Relations) -> Element | None:
        """The run that shows *image* as high as a line of so much *leading* (pt) can hold; None if it isn't there."""
        if image.media not in self._media:
            return None
        width = min(leading * ABOVE / _ratio(self._media[image.media]), room)
        return self._shown(image, width, relations)

    def parts(self) -> Iterator[Part]:
        """The parts that hold them."""
        if not self._widths:
            return
        # Loaded with the first picture: most bulletins have none.
        from publisher.writers.docx.images.bitmaps import fitted
        from publisher.writers.docx.images.vectors import drawn

        for name, width in self._widths.items():
            picture = self._media[name]
            if picture.media_type == SVG:
                yield Part(_part(name, SVG), "image", picture.data)
                bitmap = drawn(picture.data, width, width * _ratio(picture), self._theme, self._report)
                yield Part(_part(name, PNG), "image", bitmap)
            else:
                yield Part(_part(name, picture.media_type), "image", fitted(picture, width))

    def _shown(self, image: Image, width: float, relations: Relations) -> Element:
        picture = self._media[image.media]
        self._number += 1
        self._widths[image.media] = max(width, self._widths.get(image.media, 0))
        is_drawing = picture.media_type == SVG
        drawing = Drawing(
            self._number,
            width,
            width * _ratio(picture),
            None if image.decorative else image.alt or "",
            relations.picture(_part(image.media, PNG if is_drawing else picture.media_type)),
            relations.picture(_part(image.media, SVG)) if is_drawing else None,
        )
        return drawing.run()


def _ratio(picture: Picture) -> float:
    """Height by width."""
    return max(picture.height, 1) / max(picture.width, 1)


def _part(name: str, media_type: str) -> str:
    return f"word/media/{name[:16]}{SUFFIXES[media_type]}"
