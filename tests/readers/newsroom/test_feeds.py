"""RSS, Atom, JSON Feed and WordPress exports: every entry is an article."""

import json

import pytest

from publisher.errors import SourceError
from publisher.model import Emphasis
from publisher.walk import article_text, nodes
from tests.readers.newsroom.copy import LEDE, body
from tests.readers.pandoc.desk import Reading

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Valley</title><language>en-GB</language>
<copyright>Valley Wire</copyright>
<item><title>A bridge &amp;amp; the ice</title><dc:creator>Ilse Sample</dc:creator><guid>urn:1</guid>
<pubDate>Tue, 24 Nov 2026 08:30:00 GMT</pubDate><category>winter</category>
<description>{LEDE[:60]} [&#8230;]</description>
<content:encoded><![CDATA[<p>The <em>council</em>{LEDE[11:]}</p>]]></content:encoded>
<enclosure url="https://example.org/a.mp3" type="audio/mpeg"/></item>
<item><title>Another</title><author>desk@example.org (Jan Sample)</author><description>{LEDE}&nbsp;</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Valley</title>
<entry><title type="html">A &lt;em&gt;bridge&lt;/em&gt;</title><id>urn:1</id><updated>2026-11-24T08:30:00Z</updated>
<author><name>Ilse Sample</name></author><category term="winter"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEDE}</p></div></content></entry>
<entry><title>Another</title><summary>{LEDE}</summary></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "language": "en-GB",
    "items": [
        {"id": "urn:1", "title": "A bridge", "content_html": f"<p>{LEDE}</p>", "authors": [{"name": "Ilse Sample"}]},
        {"id": "2", "content_text": LEDE, "title": "Another", "tags": ["winter"]},
    ],
}


def test_rss() -> None:
    found = Reading("a.rss", RSS)
    first, second = found.articles
    known = first.metadata
    assert (known.headline, known.by, known.uri) == ("A bridge & the ice", ("Ilse Sample",), "urn:1")
    assert (known.version_created, known.keywords) == ("2026-11-24T08:30:00+00:00", ("winter",))
    assert (known.language, known.copyright_notice, known.standfirst) == ("en-GB", "Valley Wire", None)
    assert any(isinstance(node, Emphasis) for node in nodes(first))
    assert (body(first), body(second)) == ([LEDE], [LEDE])
    assert second.metadata.by == ("Jan Sample",)
    assert "a.mp3" in found.finding("newsroom.dropped").message


def test_rss_of_the_first_version_and_in_a_plain_file() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>'
        f"<item><title>A bridge</title><description>{LEDE}</description></item></rdf:RDF>"
    )
    assert body(Reading("a.txt", rdf).article) == [LEDE]


def test_atom() -> None:
    first, second = Reading("a.atom", ATOM).articles
    assert (first.metadata.headline, first.metadata.by, first.metadata.language) == (
        "A bridge",
        ("Ilse Sample",),
        "en-GB",
    )
    assert (body(first), body(second)) == ([LEDE], [LEDE])


def test_json_feed() -> None:
    first, second = Reading("a.json", json.dumps(JSON_FEED)).articles
    assert (first.metadata.headline, first.metadata.by) == ("A bridge", ("Ilse Sample",))
    assert (body(first), body(second), second.metadata.keywords) == ([LEDE], [LEDE], ("winter",))


def test_an_entry_that_is_only_a_headline() -> None:
    (article,) = Reading("a.rss", "<rss><channel><item><title>A bridge</title></item><item/></channel></rss>").articles
    assert (article.metadata.headline, article.body) == ("A bridge", ())


def test_a_feed_without_entries_holds_no_text() -> None:
    assert Reading("a.rss", "<rss><channel/></rss>").codes == ["structure.empty"]


def test_what_feeds_do_wrong_is_looked_past() -> None:
    assert "& ice" in article_text(Reading("a.rss", RSS.replace("<title>Another", "<title>Bridge & ice")).articles[1])
    assert len(Reading("a.rss", RSS.replace("<guid>", "<x:y>1</x:y><guid>")).articles) == 2
    mended = Reading("a.rss", RSS.replace("</channel>", ""))
    assert mended.codes.count("newsroom.mended") == 1
    assert len(mended.articles) == 2


def test_a_feed_that_is_cut_short_is_refused_by_its_line() -> None:
    with pytest.raises(SourceError, match=r"a\.rss:\d+: is no well-formed XML"):
        Reading("a.rss", RSS[:420] + "<" + RSS[430:600])


EXPORT = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><language>en-GB</language>
<wp:author><wp:author_login>ilse</wp:author_login>
<wp:author_display_name>Ilse Sample</wp:author_display_name></wp:author>
%s</channel></rss>"""


def post(title: str, content: str, status: str = "publish", kind: str = "post") -> str:
    return (
        f"<item><title>{title}</title><dc:creator>ilse</dc:creator><description/>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[The council votes.]]>"
        f"</excerpt:encoded><wp:post_date_gmt>2026-11-24 08:30:00</wp:post_date_gmt><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type></item>"
    )


def test_wordpress() -> None:
    caption = (
        '[caption id="x" width="3"]<img src="https://example.org/b.jpg" alt="A bridge"/> The old bridge.[/caption]'
    )
    found = Reading(
        "a.xml",
        EXPORT
        % (
            post("A bridge", f"<!-- wp:paragraph -->\n{LEDE}\n\n{LEDE[:-1]}, too.\n\n{caption}\n\n[gallery ids='1']")
            + post("Later", LEDE, "future")
            + post("Not yet", LEDE, "draft")
            + post("A picture", LEDE, kind="attachment")
        ),
    )
    first, second = found.articles
    assert (first.metadata.headline, first.metadata.by) == ("A bridge", ("Ilse Sample",))
    assert (first.metadata.standfirst, first.metadata.version_created) == (
        "The council votes.",
        "2026-11-24T08:30:00+00:00",
    )
    assert body(first) == [LEDE, f"{LEDE[:-1]}, too.", "The old bridge."]
    assert second.metadata.embargoed_until == "2026-11-24T08:30:00+00:00"
    assert "Not yet" in found.finding("newsroom.draft").message
    assert "gallery" in found.finding("newsroom.dropped").message
