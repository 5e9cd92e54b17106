"""E-mail: the letter, what is attached to it, and what it must not give away."""

from email.message import EmailMessage

from publisher.model import Figure, Table
from publisher.walk import article_text
from tests import pictures
from tests.readers.newsroom.copy import LEDE, SECOND, body
from tests.readers.pandoc.desk import Reading
from tests.readers.test_detection import word

MORE = f"{LEDE} {LEDE[:-1]}, as everybody knows: {SECOND}"


def letter(
    text: str = f"{MORE}\n\n{LEDE}\n\n{MORE}\n", subject: str = "Fwd: RE: A bridge before the ice"
) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "Ilse Sample <ilse@example.org>", "desk@example.org"
    message["Date"], message["Message-ID"] = "Tue, 24 Nov 2026 08:30:00 +0000", "<1@example.org>"
    message.set_content(text)
    return message


def read(message: EmailMessage, name: str = "a.eml") -> Reading:
    return Reading(name, message.as_bytes())


def test_a_plain_letter() -> None:
    article = read(letter()).article
    known = article.metadata
    assert (known.headline, known.uri) == ("A bridge before the ice", "mid:1@example.org")
    assert known.version_created == "2026-11-24T08:30:00+00:00"
    assert body(article) == [MORE, LEDE, MORE]
    assert "example.org" not in article_text(article)


def test_of_two_forms_the_one_with_markup_is_taken_and_its_layout_is_none() -> None:
    message = letter()
    cell = "<table><tr><td>2026</td><td>12</td></tr></table>"
    message.add_alternative(
        f"<html><head><style>p{{}}</style></head><body><table><tr><td><p>{LEDE}</p></td><td>{cell}</td></tr></table>"
        f"<table><tr><td><p>{MORE}</p></td></tr></table><script>alert(1)</script></body></html>",
        subtype="html",
    )
    article = read(message).article
    assert body(article) == [LEDE, MORE]
    (table,) = [block for block in article.body if isinstance(block, Table)]
    assert len(table.columns) == 2
    assert "alert" not in article_text(article)


def test_pictures_that_came_along() -> None:
    message = letter()
    message.add_alternative(f'<p>{LEDE}</p><p><img src="cid:b@x" alt="A bridge"></p><p>{MORE}</p>', subtype="html")
    list(message.iter_parts())[1].add_related(pictures.jpeg(), "image", "jpeg", cid="<b@x>")
    message.add_attachment(pictures.png(), "image", "png", filename="plan.png")
    reading = read(message)
    shown = [block.image.alt for block in reading.article.body if isinstance(block, Figure)]
    assert shown == ["A bridge", None]
    assert "plan.png" in reading.finding("media.no-alt").message


def test_attached_texts_are_articles_and_a_short_letter_a_note() -> None:
    message = letter("Dear desk,\n\nplease use this today, but not before I call.\n\nIlse\n")
    message.add_attachment(word(), "application", "octet-stream", filename="../../bridge.docx")
    message.add_attachment(LEDE.encode(), "text", "plain", filename="more.txt")
    message.add_attachment(b"MZ", "application", "octet-stream", filename="a.exe")
    reading = read(message)
    assert [article.metadata.headline for article in reading.articles] == ["A bridge", None]
    assert all("not before I call" in (article.metadata.ed_note or "") for article in reading.articles)
    assert not any("I call" in article_text(article) for article in reading.articles)
    assert "a.exe" in reading.finding("newsroom.dropped").message
    assert "mail.note" in reading.codes


def test_a_long_letter_with_attached_texts_is_an_article_too() -> None:
    message = letter(f"{MORE}\n\n{MORE}\n\n{MORE}\n")
    message.add_attachment(LEDE.encode(), "text", "plain", filename="more.txt")
    assert len(read(message).articles) == 2


def test_a_letter_in_a_letter() -> None:
    outer = letter("See below.\n", "Fw: news")
    outer.add_attachment(letter())
    assert read(outer).articles[-1].metadata.headline == "A bridge before the ice"
    for _ in range(40):
        outer, inner = letter("See below.\n", "Fw: news"), outer
        outer.add_attachment(inner)
    assert "newsroom.dropped" in read(outer).codes


def test_what_headers_do_wrong_is_looked_past() -> None:
    data = b"Subject: =?utf-8?Q?Br=C3=BCcke_=?=\r\nDate: soon\r\nMIME-Version: 1.0\r\nMessage-ID: <>\r\n"
    data += b"Content-Type: text/plain; charset=no-such\r\n\r\n" + LEDE.encode()
    reading = Reading("a.eml", data)
    assert (reading.article.metadata.headline or "").startswith("Brücke")
    assert "newsroom.value" in reading.codes
