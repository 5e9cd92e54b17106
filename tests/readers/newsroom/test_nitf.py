"""NITF: the story and all that its head says of it; what editors tell editors stays apart."""

from publisher.model import Figure, Heading, ItemList, Table
from publisher.walk import article_text, plain_text
from tests.readers.newsroom.copy import LEDE, SECOND, body
from tests.readers.pandoc.desk import Reading

STORY = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
<nitf baselang="en-GB"><head><title>bridge-vote</title>
<tobject tobject.type="news"><tobject.subject tobject.subject.refnum="04000000"/></tobject>
<docdata management-status="usable"><doc-id id-string="urn:valley:1" regsrc="VW"/><urgency ed-urg="4"/>
<date.issue norm="20261124T083000Z"/><du-key key="BRIDGE-VOTE" version="3"/>
<doc.copyright year="2026" holder="Valley Wire"/><ed-msg info="Call the desk before use"/>
<key-list><keyword key="bridge"/><keyword key="winter"/></key-list></docdata></head>
<body><body.head><hedline><hl1>A bridge before the ice</hl1><hl2>The council votes at last</hl2></hedline>
<note noteclass="editorsnote"><body.content><p>Not for readers</p></body.content></note>
<byline>By <person>Ilse Sample</person><byttl>Staff writer</byttl></byline>
<distributor><org>Valley Wire</org></distributor>
<dateline><location><city>RIVERTON</city></location> (AP)</dateline></body.head>
<body.content><p lede="true">{LEDE}</p><hl2>What comes next</hl2>
<p><person>Jan Sample</person> said &quot;yes&quot;; {SECOND}</p>
<ul><li>one span</li><li>two spans</li></ul>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2026</td><td>12</td></tr></table>
<media media-type="image"><media-reference source="https://example.org/b.jpg" alternate-text="A bridge"/>
<media-producer>Jan Sample</media-producer><media-caption>The old bridge.</media-caption></media>
<media media-type="video"><media-reference source="b.mp4"/>
<media-caption>The vote in moving pictures.</media-caption></media>
</body.content><body.end><tagline>Ilse Sample covers the river.</tagline></body.end></body></nitf>"""


def test_fields_are_where_the_standard_has_them() -> None:
    known = Reading("a.xml", STORY).article.metadata
    assert (known.headline, known.standfirst) == ("A bridge before the ice", "The council votes at last")
    assert known.by == ("Ilse Sample",)
    assert known.creditline is not None
    assert known.creditline.name == "Valley Wire"
    assert (known.uri, known.version, known.slugline, known.urgency) == ("urn:valley:1", "3", "BRIDGE-VOTE", 4)
    assert (known.version_created, known.language) == ("2026-11-24T08:30:00+00:00", "en-GB")
    assert (known.copyright_notice, known.subjects) == ("© 2026 Valley Wire", ("subj:04000000",))
    assert known.keywords == ("bridge", "winter")
    assert known.ed_note == "Call the desk before use\nNot for readers"
    assert known.dateline is not None
    assert known.dateline.place == "RIVERTON"


def test_the_body_keeps_its_structure() -> None:
    reading = Reading("a.xml", STORY)
    article = reading.article
    assert body(article)[0] == LEDE
    assert [plain_text(block.inlines) for block in article.body if isinstance(block, Heading)] == ["What comes next"]
    assert {type(block) for block in article.body} >= {ItemList, Table}
    assert "Jan Sample said “yes”" in article_text(article)
    assert "Ilse Sample covers the river." in article_text(article)
    assert "The old bridge." in article_text(article)
    assert not any(isinstance(block, Figure) for block in article.body)
    assert reading.finding("media.remote")
    assert "moving pictures" in reading.finding("newsroom.dropped").message


def test_notes_to_editors_are_in_no_block() -> None:
    assert "Not for readers" not in article_text(Reading("a.xml", STORY).article)


def test_a_picture_beside_the_story_is_a_figure(tmp_path: object) -> None:
    from pathlib import Path

    from tests.pictures import jpeg

    folder = Path(str(tmp_path))
    (folder / "b.jpg").write_bytes(jpeg())
    reading = Reading("a.nitf", STORY.replace("https://example.org/", ""), folder)
    (figure,) = [block for block in reading.article.body if isinstance(block, Figure)]
    assert figure.image.alt == "A bridge"
    assert (plain_text(figure.caption), figure.credit) == ("The old bridge.", "Jan Sample")


def test_an_embargo_holds_it_back() -> None:
    held = STORY.replace('"usable">', '"embargoed"><date.release norm="20261130T060000+0100"/>')
    assert Reading("a.xml", held).article.metadata.embargoed_until == "2026-11-30T06:00:00+01:00"
    unsure = held.replace("20261130T060000+0100", "next week")
    assert "embargo.unreadable" in Reading("a.xml", unsure).codes
    assert "embargo.no-zone" in Reading("a.xml", held.replace("+0100", "")).codes
    assert "embargo.unreadable" in Reading("a.xml", STORY.replace('"usable"', '"embargoed"')).codes


def test_what_is_taken_back_says_so() -> None:
    assert Reading("a.xml", STORY.replace('"usable"', '"canceled"')).article.metadata.pub_status == "canceled"
    strange = Reading("a.xml", STORY.replace('"usable"', '"curious"'))
    assert "“curious”" in strange.finding("newsroom.value").message
