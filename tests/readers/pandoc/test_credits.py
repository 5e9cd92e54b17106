"""Pictures whose own metadata say what the copy doesn't: caption, credit, alternative text."""

from pathlib import Path

import pytest

from publisher import model as m
from publisher.walk import plain_text
from tests import pictures
from tests.cleaning.test_description import PACKET, with_xmp
from tests.readers.pandoc.desk import Reading, html, markdown


def only_figure(reading: Reading) -> m.Figure:
    (figure,) = [block for block in reading.article.body if isinstance(block, m.Figure)]
    return figure


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.jpg").write_bytes(with_xmp())
    (tmp_path / "bare.jpg").write_bytes(pictures.jpeg())
    return tmp_path


def test_the_pictures_own_words_serve_where_the_text_has_none(folder: Path) -> None:
    reading = html("<h1>A</h1><p>Words.</p><p><img src=a.jpg></p>", folder)
    figure = only_figure(reading)
    assert (figure.image.alt, plain_text(figure.caption)) == ("A bridge of stone", "The old bridge.")
    assert figure.credit == "Valley Wire"
    assert "Not in Lakeside." in reading.finding("media.terms").message
    assert reading.report.errors == []


def test_the_texts_words_go_before_them(folder: Path) -> None:
    reading = markdown('# A\n\n![The new one](a.jpg){alt="New" credit="Jan Sample"}\n', folder)
    figure = only_figure(reading)
    assert (figure.image.alt, plain_text(figure.caption), figure.credit) == ("New", "The new one", "Jan Sample")
    below = html("<h1>A</h1><p><img src=a.jpg></p><p class=caption>The new one</p>", folder)
    assert plain_text(only_figure(below).caption) == "The new one"


def test_a_copyright_notice_serves_as_credit(folder: Path) -> None:
    bare = PACKET.replace(' photoshop:Credit="Valley Wire"', "").replace("Ilse Sample", "")
    (folder / "b.jpg").write_bytes(with_xmp(bare))
    assert only_figure(html("<h1>A</h1><p><img src=b.jpg alt=x></p>", folder)).credit == "© Valley Wire"


def test_a_photograph_that_names_nobody_is_told(folder: Path) -> None:
    reading = html("<h1>A</h1><p><img src=bare.jpg alt=x></p>", folder)
    assert "bare.jpg" in reading.finding("media.no-credit").message
    assert html("<h1>A</h1><p><img src=bare.jpg alt=x data-credit='Jan Sample'></p>", folder).codes == []


def test_a_picture_too_coarse_for_its_place_is_told(folder: Path) -> None:
    found = markdown("# A\n\n![x](bare.jpg){width=8cm credit=J}", folder).finding("media.coarse")
    assert "13 pixels an inch at 80 mm" in found.message
    assert "473 pixels" in (found.hint or "")
    for width in ("5mm", "50%", "400px", "soon"):
        assert "media.coarse" not in markdown(f"# A\n\n![x](bare.jpg){{width={width}}}", folder).codes


def test_what_is_decorative_says_nothing(folder: Path) -> None:
    reading = html("<h1>A</h1><p>x</p><p><img src=a.jpg alt=''></p>", folder)
    assert only_figure(reading).caption == ()
    assert only_figure(reading).image.alt is None
