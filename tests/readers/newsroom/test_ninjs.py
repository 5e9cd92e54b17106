"""ninjs in its three versions, packages, and what `-t ninjs` writes read again."""

import json
from pathlib import Path

import pytest

from publisher.errors import SourceError
from publisher.media import Media
from publisher.model import Article, Figure
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.walk import article_text, plain_text
from publisher.writers.ninjs import write_ninjs
from tests import samples
from tests.pictures import jpeg
from tests.readers.newsroom.copy import LEDE, SECOND, body
from tests.readers.pandoc.desk import Reading

FIRST: dict[str, object] = {
    "uri": "urn:valley:1",
    "type": "text",
    "version": "2",
    "versioncreated": "2026-11-24T08:30:00+00:00",
    "pubstatus": "usable",
    "urgency": 3,
    "language": "en-GB",
    "headline": "A bridge before the ice",
    "byline": "By Ilse Sample and Jan Sample",
    "slugline": "BRIDGE",
    "located": "Riverton",
    "ednote": "Call first",
    "copyrightholder": "Valley Wire",
    "usageterms": "Not in Lakeside.",
    "subject": [{"code": "04000000", "name": "economy"}],
    "description_text": "The council votes at last.",
    "body_html": f"<p>{LEDE}</p><p>He said: {SECOND}</p>",
}
SECOND_VERSION = {
    "uri": "urn:valley:1",
    "pubstatus": "usable",
    "headlines": [{"value": "A bridge before the ice"}],
    "by": "Ilse Sample",
    "descriptions": [{"role": "summary", "value": "The council votes at last."}],
    "bodies": [
        {"contenttype": "text/plain", "value": "Other"},
        {"contenttype": "text/html", "value": f"<p>{LEDE}</p>"},
    ],
    "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000002", "name": "arts"}],
}
THIRD = {
    "standard": {"name": "ninjs", "version": "3.1"},
    "uri": "urn:valley:1",
    "pubStatus": "withheld",
    "embargoedUntil": "2026-11-30T06:00:00+01:00",
    "headlines": [{"role": "kicker", "value": "Towns"}, {"role": "main", "value": "A bridge before the ice"}],
    "people": [{"rel": "author", "name": "Ilse Sample"}],
    "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": f"<p>{LEDE}</p>"}],
    "edNote": "Call first",
}


def reading(item: object, folder: Path | None = None) -> Reading:
    return Reading("a.json", json.dumps(item), folder)


def test_version_1() -> None:
    article = reading(FIRST).article
    known = article.metadata
    assert (known.headline, known.standfirst) == (FIRST["headline"], FIRST["description_text"])
    assert known.by == ("Ilse Sample", "Jan Sample")
    assert (known.slugline, known.urgency, known.version, known.ed_note) == ("BRIDGE", 3, "2", "Call first")
    assert (known.copyright_notice, known.usage_terms) == ("Valley Wire", "Not in Lakeside.")
    assert known.subjects == ("subj:04000000",)
    assert known.dateline is not None
    assert (known.dateline.raw, known.dateline.place) == ("", "Riverton")
    assert body(article) == [LEDE, f"He said: {SECOND}"]


def test_version_2() -> None:
    article = reading(SECOND_VERSION).article
    assert article.metadata.headline == "A bridge before the ice"
    assert article.metadata.standfirst == "The council votes at last."
    assert article.metadata.subjects == ("medtop:20000002",)
    assert body(article) == [LEDE]


def test_version_3() -> None:
    known = reading(THIRD).article.metadata
    assert (known.headline, known.kicker, known.by) == ("A bridge before the ice", "Towns", ("Ilse Sample",))
    assert (known.pub_status, known.embargoed_until) == ("withheld", "2026-11-30T06:00:00+01:00")


@pytest.mark.parametrize("held", [[FIRST, THIRD | {"uri": "urn:valley:2"}], {"a": FIRST, "b": THIRD}])
def test_a_package_is_several_articles(held: object) -> None:
    found = reading({"uri": "urn:valley:0", "type": "composite", "headline": "Issue", "associations": held})
    assert [body(article)[0] for article in found.articles] == [LEDE, LEDE]


def test_items_of_a_newsroom_system() -> None:
    assert len(reading({"_items": [FIRST, SECOND_VERSION]}).articles) == 2
    assert len(reading([FIRST, SECOND_VERSION]).articles) == 2


def test_a_description_that_only_repeats_the_lede_is_none() -> None:
    assert reading(FIRST | {"description_text": LEDE[:70] + " […]"}).article.metadata.standfirst is None


def test_a_plain_body_is_read_as_copy() -> None:
    item = {key: value for key, value in FIRST.items() if key != "body_html"} | {
        "body_text": f"{LEDE}\n\n{LEDE[:-1]}, too."
    }
    assert body(reading(item).article) == [LEDE, f"{LEDE[:-1]}, too."]


def test_a_picture_is_a_figure(tmp_path: Path) -> None:
    (tmp_path / "b.jpg").write_bytes(jpeg())
    picture = {
        "type": "picture",
        "uri": "urn:p",
        "renditions": {"small": {"href": "s.jpg", "width": 10}, "original": {"href": "b.jpg", "width": 40}},
        "description_text": "The old bridge.",
        "body_text": "A bridge",
        "byline": "Jan Sample",
    }
    found = reading(FIRST | {"associations": {"featuremedia": picture}}, tmp_path)
    (figure,) = [block for block in found.article.body if isinstance(block, Figure)]
    assert (figure.image.alt, plain_text(figure.caption), figure.credit) == (
        "A bridge",
        "The old bridge.",
        "Jan Sample",
    )


def test_of_several_bodies_the_one_with_markup_is_taken_and_what_others_say_is_told() -> None:
    plain, rich = {"role": "main", "value": f"{LEDE} {SECOND}"}, {"role": "richtext", "contentType": "text/html"}
    bodies = [{"role": "teaser", "contentType": "text/html", "value": "<p>Soon.</p>"}, plain]
    found = reading(THIRD | {"bodies": [*bodies, rich | {"value": f"<p>{LEDE}</p><p>{SECOND}</p>"}]})
    assert body(found.article) == [LEDE, SECOND]
    assert "another body of the item was left out: Soon." in found.finding("newsroom.dropped").message


def test_nothing_in_it_is_taken_on_trust() -> None:
    odd = {"uri": 7, "headline": ["x"], "urgency": "soon", "associations": {"a": 1}, "bodies": [3], "body_html": LEDE}
    found = reading(odd | {"pubstatus": None, "subject": "x", "versioncreated": "yesterday"})
    assert body(found.article) == [LEDE]
    assert found.codes.count("newsroom.value") == 2


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.json"):
        reading(3)


def test_reads_what_is_written() -> None:
    written = write_ninjs(samples.bulletin(2), load_theme("gazette", None), Media(), None, Report())
    found = Reading("a.json", written)
    assert len(found.articles) == 2
    for before, after in zip(samples.bulletin(2).articles, found.articles, strict=True):
        kept = ("headline", "kicker", "standfirst", "by", "language")
        assert _picked(after, kept) == _picked(before, kept)
        assert body(after) == body(before)


def _picked(article: Article, names: tuple[str, ...]) -> list[object]:
    return [getattr(article.metadata, name) for name in names]


def test_the_note_to_editors_is_in_no_block() -> None:
    assert "Call first" not in article_text(reading(FIRST).article)
