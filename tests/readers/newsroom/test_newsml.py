"""NewsML-G2: items, messages, packages, and the formats that stand inside."""

import base64

from publisher.model import Figure
from publisher.walk import article_text
from tests.readers.newsroom.copy import LEDE, body
from tests.readers.newsroom.test_nitf import STORY
from tests.readers.pandoc.desk import Reading

_NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def item(
    content: str, guid: str = "urn:valley:1", kind: str = "text", more: str = "", headline: str = "A bridge"
) -> str:
    return f"""<newsItem {_NS} guid="{guid}" version="4" xml:lang="en-GB"><rightsInfo>
<copyrightHolder><name>Valley Wire</name></copyrightHolder><usageTerms>Not in Lakeside.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:{kind}"/><versionCreated>2026-11-24T08:30:00Z</versionCreated>
<pubStatus qcode="stat:usable"/><edNote>Call first</edNote>{more}</itemMeta>
<contentMeta><urgency>3</urgency><headline>{headline}</headline><headline role="hlr:sub">The council votes</headline>
<by>By Ilse Sample</by><dateline>RIVERTON</dateline><creditline>Valley Wire</creditline><slugline>BRIDGE</slugline>
<subject qcode="medtop:20000002"/><keyword>winter</keyword><language tag="en-GB"/></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


HTML = f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{LEDE}</p></body></html></inlineXML>'


def message(*items: str) -> str:
    return (
        f"<newsMessage {_NS}><header><priority>3</priority></header><itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


def test_an_item() -> None:
    article = Reading("a.xml", item(HTML)).article
    known = article.metadata
    assert (known.headline, known.standfirst, known.by) == ("A bridge", "The council votes", ("Ilse Sample",))
    assert (known.uri, known.version, known.urgency, known.slugline) == ("urn:valley:1", "4", 3, "BRIDGE")
    assert (known.copyright_notice, known.usage_terms) == ("Valley Wire", "Not in Lakeside.")
    assert (known.subjects, known.keywords, known.ed_note) == (("medtop:20000002",), ("winter",), "Call first")
    assert body(article) == [LEDE]
    assert "Call first" not in article_text(article)


def test_a_package_gives_the_order_and_names_what_it_lacks() -> None:
    package = (
        f'<packageItem {_NS} guid="urn:p"><groupSet><group><itemRef residref="urn:2"/><itemRef residref="urn:1"/>'
        '<itemRef residref="urn:3"/></group></groupSet></packageItem>'
    )
    found = Reading("a.xml", message(item(HTML, "urn:1", headline="One"), item(HTML, "urn:2", headline="Two"), package))
    assert [article.metadata.headline for article in found.articles] == ["Two", "One"]
    assert "urn:3" in found.finding("newsroom.absent").message


def test_data_plain_escaped_and_in_base64() -> None:
    for data in (
        f'<inlineData contenttype="text/plain">{LEDE}</inlineData>',
        f'<inlineData contenttype="text/html">&lt;p&gt;{LEDE}&lt;/p&gt;</inlineData>',
        f'<inlineData encoding="dummy:base64">{base64.b64encode(LEDE.encode()).decode()}</inlineData>',
    ):
        assert body(Reading("a.xml", item(data)).article) == [LEDE]


def test_a_story_in_nitf_inside() -> None:
    nitf = STORY[STORY.index("<nitf") :].replace("<nitf ", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" ')
    article = Reading("a.xml", item(f"<inlineXML>{nitf}</inlineXML>", headline="Another headline")).article
    assert article.metadata.headline == "Another headline"
    assert body(article)[0] == LEDE
    assert article.metadata.keywords == ("winter",)


def test_a_picture_belongs_to_the_text_that_names_it() -> None:
    picture = item('<remoteContent href="https://example.org/b.jpg"/>', "urn:p", "picture", headline="The old bridge")
    linked = message(item(HTML, more='<link residref="urn:p"/>'), picture)
    found = Reading("a.xml", linked)
    assert found.finding("media.remote")
    assert "The old bridge" in article_text(found.article)
    assert not any(isinstance(block, Figure) for block in found.article.body)
    assert "old bridge" in Reading("a.xml", message(item(HTML), picture)).finding("newsroom.dropped").message


def test_the_caption_of_a_picture_without_a_file_is_set_as_it_is_written() -> None:
    picture = item("", "urn:p", "picture", headline="Ice &amp; snow, “&lt;no way&gt;”")
    words = article_text(Reading("a.xml", message(item(HTML, more='<link residref="urn:p"/>'), picture)).article)
    assert "Ice & snow" in words
    assert "&amp;" not in words
    assert "&lt;" not in words
