"""Small pictures of pages, as they stand in a report."""

import base64
import io
from collections.abc import Collection, Iterator

import pypdfium2

#: Width of a thumbnail, pixels; a page that is very tall is made narrower.
WIDTH = 220
_TALLEST = 660
_QUALITY = 72


def thumbnails(data: bytes, pages: Collection[int]) -> Iterator[tuple[int, str]]:
    """(page, ``data:`` address of a JPEG) for each of *pages*, numbered from 1, that can be drawn."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in sorted(pages):
            if 0 < number <= len(document) and (picture := _picture(document, number)):
                yield number, picture
    finally:
        document.close()


def _picture(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return ""
    width, height = page.get_size()
    if width > 0 and height > 0:
        image = page.render(scale=min(WIDTH / width, _TALLEST / height)).to_pil().convert("RGB")
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=_QUALITY)
        picture = "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode()
    else:
        picture = ""
    page.close()
    return picture
