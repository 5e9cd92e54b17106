"""The message: parsed again it holds what it should, its attachment to the byte."""

import email
import io
from email import policy
from email.message import EmailMessage
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from publisher.errors import MailError, SourceError
from publisher.formats import Format
from publisher.message.addresses import Recipient
from publisher.message.composition import Delivery, compose, enclosed
from publisher.message.deliveries import Audience, Terms, plan
from publisher.message.editions import read_edition
from publisher.pipeline import produce
from publisher.publish import publish
from publisher.readers import SUFFIXES
from publisher.report import Report
from publisher.sources import gather
from tests.message.bulletins import NOW, RUSSIAN, SETTINGS, build, delivery, head
from tests.pictures import png


def parsed(made: Delivery, draft: bool = False) -> EmailMessage:
    data = compose(made, head(), NOW, draft).as_bytes()
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    message = email.message_from_bytes(data, policy=policy.default)
    assert [part.defects for part in message.walk()] == [[] for _ in message.walk()]
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_it_has_both_bodies_and_the_file_to_the_byte(tmp_path: Path) -> None:
    build(tmp_path)
    message = parsed(delivery(tmp_path, "a@example.org", "b@example.org"))
    assert message["From"] == "Press Office <press@example.org>"
    assert message["To"] == "a@example.org, b@example.org"
    assert message["Subject"] == "The Valley Bulletin · No. 7 · Tuesday, November 24, 2026"
    assert message["Date"].datetime == NOW
    assert message["Message-ID"].endswith("@example.org>")
    assert message["List-Unsubscribe"] is None
    assert message["X-Unsent"] is None
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        Format.DOCX.media_type,
    ]
    (file,) = message.iter_attachments()
    assert file.get_filename() == "the-valley-bulletin-7-en-us.docx"
    assert file.get_content() == (tmp_path / "the-valley-bulletin-7-en-us.docx").read_bytes()
    assert docx.Document(io.BytesIO(file.get_content())).core_properties.title == "The Valley Bulletin"


def test_the_summary_has_headline_standfirst_and_contact_in_both_bodies(tmp_path: Path) -> None:
    build(tmp_path)
    message = parsed(delivery(tmp_path))
    assert body(message, "plain") == (
        "No. 7 · Tuesday, November 24, 2026 · English edition\n\nThe Valley Bulletin\n\nA bridge before the ice\n\n"
        "The council wants the first span to stand before the river freezes.\n\n"
        "The Valley Bulletin is published by the Valley Council. desk@example.org\n"
    )
    page = body(message, "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-US" dir="ltr">')
    for piece in (
        ">The Valley Bulletin</h1>",
        ">A bridge before the ice</h2>",
        "The council wants",
        "desk@example.org",
    ):
        assert piece in page
    assert "Nobody left before midnight" not in page
    for remote in ("http", "src=", "url(", "<link", "<script", "@import"):
        assert remote not in page


def test_a_name_of_letters_from_anywhere_arrives_whole(tmp_path: Path) -> None:
    build(tmp_path, RUSSIAN)
    message = parsed(delivery(tmp_path))
    (file,) = message.iter_attachments()
    assert file.get_filename() == "вестник-долины-7-ru.docx"
    assert message["Subject"].startswith("Вестник долины · № 7")
    data = compose(delivery(tmp_path), head(), NOW).as_bytes()
    assert b"filename*" in data  # RFC 2231
    assert '<html lang="ru"' in body(message, "html")


WHOLE = """# A bridge before the ice

The council met on *Monday*, and [the minutes](https://example.org/minutes) tell it.[^1]

[^1]: They are long.

## What comes next

1. steel
2. stone

| Year | Boats |
| --- | --- |
| 2026 | 11 |

![A quay](quay.png){alt="Boats at a quay"}
"""


def test_the_whole_bulletin_stands_in_the_message_where_it_is_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.md").write_text(WHOLE, "utf-8")
    (source / "quay.png").write_bytes(png())
    (source / "bulletin.toml").write_text(f'{SETTINGS.split("[source")[0]}[mail]\nbody = "full"\n', "utf-8")
    report = Report()
    issue = gather((str(source),), None, b"", SUFFIXES, report)
    publish(produce(issue, [Format.DOCX, Format.EPUB], None, report, lambda _: None).files, tmp_path / "out")
    message = parsed(delivery(tmp_path / "out"))
    text = body(message, "plain")
    assert "The council met on Monday, and the minutes <https://example.org/minutes> tell it.1\n" in text
    assert "What comes next\n\n1. steel\n2. stone\n" in text
    assert "Year\tBoats\n2026\t11\n" in text
    assert "[Boats at a quay]" in text
    assert "1 They are long." in text
    page = body(message, "html")
    assert ">A bridge before the ice</h2>" in page
    assert ">What comes next</h3>" in page
    assert "<img" not in page
    ids = {element.get("id") for element in _tree(page).iter() if element.get("id")}
    inside = {link.get("href", "")[1:] for link in _tree(page).iter("a") if link.get("href", "").startswith("#")}
    assert inside
    assert inside <= ids


def _tree(page: str) -> ElementTree.Element:
    from lxml import etree, html

    return ElementTree.fromstring(etree.tostring(html.fromstring(page)))


def test_the_whole_bulletin_needs_the_epub_of_the_same_build(tmp_path: Path) -> None:
    build(tmp_path, f'{SETTINGS}\n[mail]\nbody = "full"\n')
    with pytest.raises(SourceError, match="no epub of this bulletin"):
        delivery(tmp_path)


def test_what_the_settings_say_of_lists_and_answers_stands_in_the_headers(tmp_path: Path) -> None:
    build(tmp_path, f'{SETTINGS}\n[mail]\nunsubscribe = "mailto:off@example.org"\nreply_to = "desk@example.org"\n')
    message = parsed(delivery(tmp_path))
    assert message["List-Unsubscribe"] == "<mailto:off@example.org>"
    assert message["Reply-To"] == "desk@example.org"


def test_only_a_draft_names_those_whom_nobody_else_may_see(tmp_path: Path) -> None:
    build(tmp_path)
    made = delivery(tmp_path)._replace(cc=(Recipient("c@example.org"),), bcc=(Recipient("secret@example.org"),))
    sent = compose(made, head(), NOW).as_bytes()
    assert b"secret" not in sent
    assert b"Cc: c@example.org" in sent
    draft = parsed(made, draft=True)
    assert (draft["Bcc"], draft["X-Unsent"]) == ("secret@example.org", "1")


def test_equal_messages_are_equal_to_the_byte_and_other_files_make_another(tmp_path: Path) -> None:
    build(tmp_path)
    first = compose(delivery(tmp_path), head(), NOW).as_bytes()
    assert compose(delivery(tmp_path), head(), NOW).as_bytes() == first
    build(tmp_path, story=STORY_CHANGED)
    assert compose(delivery(tmp_path), head(), NOW)["Message-ID"].encode() not in first


STORY_CHANGED = "RIVERTON – The council met on Tuesday.\n\nNobody left before midnight, and the vote was nine to two.\n"


def test_several_files_go_along_where_they_are_asked_for(tmp_path: Path) -> None:
    build(tmp_path, formats=(Format.DOCX, Format.EPUB))
    both = head(Format.DOCX, Format.EPUB)
    made = plan(tmp_path, Audience((Recipient("a@example.org"),)), both, Terms(now=NOW)).deliveries[0]
    message = compose(made, both, NOW)
    names = [part.get_content_type() for part in message.iter_attachments()]
    assert names == [Format.DOCX.media_type, Format.EPUB.media_type]


def test_a_subject_with_a_line_break_is_refused(tmp_path: Path) -> None:
    build(tmp_path, SETTINGS.replace("The Valley Bulletin", "The Valley\\nBcc: all@example.org"))
    (path,) = tmp_path.glob("*.manifest.json")
    with pytest.raises(MailError, match="the subject holds a line break"):
        enclosed(read_edition(path), head())
