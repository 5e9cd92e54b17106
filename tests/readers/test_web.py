"""Saved web pages: the article, and nothing of the site around it."""

import socket
from pathlib import Path

import pytest

from publisher import model as m
from publisher.readers.web import article_of
from publisher.walk import article_text
from tests import pictures
from tests.readers.pandoc.desk import html

HEAD = (
    '<html lang="en-GB"><head><title>A bridge before the ice - The Valley News</title><meta property="og:title" '
    'content="A bridge before the ice"><meta name="author" content="Ilse Beispiel"><meta '
    'property="article:published_time" content="2026-11-24T08:30:00+05:00"><script src="a.js"></script></head><body>'
)
COOKIES = '<div class="cookie-consent"><p>We use cookies on this site. <button>Accept all</button></p></div>'
NAVIGATION = '<header><a href="/">The Valley News</a><nav><ul><li><a href="/s">Sport</a></li></ul></nav></header>'
FOOTER = '<footer><p>© 2026 The Valley News. <a href="/privacy">Privacy policy</a></p></footer></body></html>'
TEASER = '<aside class="related"><h3>Related</h3><ul><li><a href="/x">Another story about a dam</a></li></ul></aside>'
STORY = (
    "<h1>A bridge before the ice</h1><p>The committee met on <em>Monday</em> and heard four speakers, three of whom "
    'had travelled from the <a href="https://example.org/coast">coast</a> to be there in person.</p>'
    '<figure><img src="site.png" alt="A crane"><figcaption>The site in June.</figcaption></figure>'
    "<p>Nobody could say on the day what the work will cost. A figure was promised for the spring session.</p>"
    "<h2>What it costs</h2><p>The engineers expect the first span to stand before the river freezes again.</p>"
    "<ul><li>The first point is the span that stands in the river.</li><li>Short.</li></ul>"
    '<div class="share"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>'
    "<blockquote><p>“We have waited for eleven years,” the mayor said, “and can wait one winter more.”</p></blockquote>"
)
PAGE = f"{HEAD}{COOKIES}{NAVIGATION}<main><article>{STORY}{TEASER}</article></main>{FOOTER}"
AROUND = ("cookies", "Accept", "Sport", "Privacy", "Facebook", "Tweet", "Related", "dam")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site.png").write_bytes(pictures.png())
    return tmp_path


def test_the_article_is_read_and_nothing_around_it(folder: Path) -> None:
    reading = html(PAGE, folder)
    known = reading.article.metadata
    assert (known.headline, known.by, known.version_created) == (
        "A bridge before the ice",
        ("Ilse Beispiel",),
        "2026-11-24",
    )
    assert [type(block) for block in reading.article.body] == [
        m.Paragraph,
        m.Figure,
        m.Paragraph,
        m.Heading,
        m.Paragraph,
        m.ItemList,
        m.Quotation,
    ]
    text = article_text(reading.article)
    assert not [word for word in AROUND if word in text]
    assert reading.codes == ["web.article"]
    assert "of" in reading.finding("web.article").message


def test_the_markup_inside_it_stays(folder: Path) -> None:
    first = html(PAGE, folder).article.body[0]
    assert isinstance(first, m.Paragraph)
    assert {type(inline) for inline in first.inlines} == {m.Text, m.Emphasis, m.Link}


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{STORY}</body></html>",
        f"<h1>A bridge</h1>{STORY}<footer><p>Press office</p></footer>",
        f'<html><head><script src="math.js"></script></head><body><nav><a href="#a">On</a></nav>{STORY}</body></html>',
    ],
)
def test_plain_copy_in_html_is_read_whole(page: str, folder: Path) -> None:
    assert article_of(page) is None
    assert "web.article" not in html(page, folder).codes


def test_a_page_without_an_article_is_read_whole() -> None:
    page = f"{HEAD}{NAVIGATION}<p>Short.</p>{FOOTER}"
    assert article_of(page) is None
    assert "Short." in article_text(html(page).article)


def test_nothing_is_fetched(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        there = f"http://127.0.0.1:{listener.getsockname()[1]}"
        html(PAGE.replace("https://example.org", there).replace("a.js", f"{there}/a.js"), folder)
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize("page", ["", "<", f"{HEAD}{FOOTER}", "<nav><a href=x>" * 300 + "<form><input>", PAGE[:700]])
def test_what_is_no_page_does_no_harm(page: str) -> None:
    article_of(page)


def test_a_page_of_too_many_elements_is_left_whole() -> None:
    assert article_of(PAGE.replace("<h2>", "<i></i>" * 20_001 + "<h2>")) is None
