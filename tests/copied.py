"""A PDF's words as whoever marks and copies a page gets them."""

import pypdfium2


def copied_pages(data: bytes) -> tuple[str, ...]:
    """The text of each page within its bleed, lines ended by line feeds."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [(page.get_textpage(), page.get_bleedbox()) for page in document]
        return tuple(text.get_text_bounded(*box).replace("\r\n", "\n") for text, box in pages)
