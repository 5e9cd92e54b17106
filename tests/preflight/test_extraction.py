"""Words as they are read back from finished bytes."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.preflight.extraction import pdf_pages
from tests.copied import copied_pages


def page(*drawn: tuple[int, int, str]) -> bytes:
    """A page that shows words at (x, y), in this order."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    content = "\n".join(f"BT /F 10 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in drawn)
    pdf.add_blank_page(page_size=(400, 200))
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F=font))
    pdf.pages[0].Contents = pdf.make_stream(content.encode())
    pdf.pages[0].BleedBox = Array([10, 10, 390, 190])
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def test_words_come_as_they_were_drawn_though_a_bullet_of_the_other_column_stands_on_their_line() -> None:
    data = page((220, 100, "cases:"), (220, 88, "from desktops"), (20, 88, "*"))
    assert copied_pages(data)[0].split() == ["cases:", "*", "from", "desktops"]
    assert pdf_pages(data)[0].split() == ["cases:", "from", "desktops", "*"]


def test_what_stands_outside_the_bleed_is_not_the_page_s() -> None:
    assert pdf_pages(page((20, 100, "inside"), (20, 2, "slug")))[0].split() == ["inside"]
