"""The bulletin as ninjs 3.1: IPTC's fields, every word of the model, and nothing that must stay inside."""

from typing import Any

import msgspec
import pytest

from publisher.formats import Artifact, Format
from publisher.media import Media
from publisher.metadata import Creditline, Metadata
from publisher.model import Article, Bulletin, Figure, Image, Link, Note, Paragraph, Section, Text
from publisher.preflight import check
from publisher.preflight.fidelity import compare
from publisher.report import Report, Where
from publisher.writers.ninjs import is_uri, moment, write_item, write_ninjs
from tests import pictures
from tests.mutations import THEME
from tests.samples import bulletin, metadata

KNOWN = Metadata(
    headline="A bridge",
    kicker="Towns",
    standfirst="Before the ice.",
    by=("Ilse Beispiel", "Peter Contoh"),
    creditline=Creditline("Valley Wire", "settings"),
    language="en-GB",
    slugline="bridge-ice",
    urgency=4,
    uri="urn:newsml:example.org:20261124:bridge",
    version="3",
    version_created="2026-11-24T08:30:00+05:00",
    first_created="2026-11-24",
    copyright_notice="© Valley Wire",
    usage_terms="Once.",
    subjects=("medtop:20000570", "Bridges"),
    keywords=("ice",),
)
WORDS = "The council met on Monday and heard four speakers."


def decoded(made: Bulletin, media: Media | None = None) -> dict[str, Any]:
    data = write_ninjs(made, THEME, media or Media(), None, Report())
    assert list(check(Artifact(Format.NINJS, "x.ninjs.json", data))) == []
    return msgspec.json.decode(data, type=dict[str, Any])


def one(known: Metadata, *blocks: Any, **changes: Any) -> Bulletin:
    return Bulletin(metadata(**changes), (Section((Article(known, blocks or (Paragraph((Text(WORDS),)),)),)),))


def test_says_what_is_known_under_the_names_of_the_schema() -> None:
    item = decoded(one(KNOWN))
    assert item["standard"] == {
        "name": "ninjs",
        "version": "3.1",
        "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
    }
    assert item["headlines"] == [{"value": "A bridge"}, {"value": "Towns", "role": "kicker"}]
    assert (item["by"], item["urgency"], item["version"]) == ("Ilse Beispiel, Peter Contoh", 4, "3")
    assert [person["name"] for person in item["people"]] == ["Ilse Beispiel", "Peter Contoh"]
    assert item["subjects"][0]["uri"] == "http://cv.iptc.org/newscodes/mediatopic/20000570"
    assert [subject.get("name") for subject in item["subjects"]] == [None, "Bridges", "ice"]
    assert item["infoSources"] == [{"name": "Valley Wire", "role": "creditline"}]
    assert item["versionCreated"] == "2026-11-24T08:30:00+05:00"
    # A bare day is no date-time of the schema.
    assert "firstCreated" not in item
    assert item["bodies"][0]["value"] == f"<p>{WORDS}</p>"
    assert item["bodies"][0]["wordCount"] == 9


def test_the_editors_note_stays_inside() -> None:
    data = write_ninjs(one(Metadata(headline="A", ed_note="zqxjcanary")), THEME, Media(), None, Report())
    assert b"zqxjcanary" not in data
    assert b"edNote" not in data


def test_several_articles_are_a_composite_of_items_with_names_of_their_own() -> None:
    made = bulletin(articles=3)
    whole = decoded(made)
    assert (whole["type"], whole["uri"]) == ("composite", made.metadata.identifier)
    uris = [item["uri"] for item in whole["associations"]]
    assert uris == [f"{made.metadata.identifier}#a{number}" for number in (1, 2, 3)]
    assert "standard" not in whole["associations"][0]
    alone = msgspec.json.decode(write_item(made, 2, Media(), Report()), type=dict[str, Any])
    assert alone["headlines"] == whole["associations"][1]["headlines"]
    assert alone["standard"]["version"] == "3.1"


def test_notes_stand_below_the_text_and_links_lead_there() -> None:
    words = (Text("So it is"), Note((Paragraph((Text("Why not."),)),)), Link("https://example.org/", (Text("there"),)))
    body = decoded(one(Metadata(headline="A"), Paragraph(words)))["bodies"][0]["value"]
    assert 'href="#a1.note-1">1</a>' in body
    assert body.endswith('<aside role="doc-footnote" id="a1.note-1"><p>Why not.</p></aside>')
    assert '<a href="https://example.org/">there</a>' in body
    assert "epub:" not in body


def test_pictures_are_items_by_their_hash() -> None:
    media = Media()
    name = media.add(pictures.png(), "a.png", Report(), Where())
    assert name
    figure = Figure(Image(name, alt="A crane"), (Text("The site."),), "Photo: Ilse Beispiel")
    item = decoded(one(Metadata(headline="A"), figure), media)
    (picture,) = item["associations"]
    assert picture["uri"].startswith("ni:///sha-256;")
    assert picture["descriptions"] == [
        {"value": "The site.", "role": "caption"},
        {"value": "A crane", "role": "alt"},
    ]
    assert picture["renditions"][0]["contentType"] == "image/png"
    assert f'<img src="{picture["uri"]}" alt="A crane"/>' in item["bodies"][0]["value"]


def test_what_may_not_be_published_yet_says_so() -> None:
    held = decoded(one(Metadata(headline="A"), proof=("DRAFT", "EMBARGOED"), embargoed_until="2026-11-30T10:00:00Z"))
    assert held["pubStatus"] == "withheld"
    assert held["embargoedUntil"] == "2026-11-30T10:00:00+00:00"
    assert decoded(one(Metadata(headline="A")))["pubStatus"] == "usable"


@pytest.mark.parametrize("articles", [1, 3])
def test_holds_every_word_and_no_other(articles: int) -> None:
    made = bulletin(articles=articles)
    artifact = Artifact(Format.NINJS, "x", write_ninjs(made, THEME, Media(), None, Report()))
    assert list(compare(artifact, made, THEME)) == []
    first = made.articles[0]
    other = Bulletin(made.metadata, (Section((Article(first.metadata, first.body[1:]), *made.articles[1:])),))
    assert "fidelity.lost" in {finding.code for finding in compare(_written(other), made, THEME)}
    assert "fidelity.invented" in {finding.code for finding in compare(artifact, other, THEME)}


def _written(made: Bulletin) -> Artifact:
    return Artifact(Format.NINJS, "x", write_ninjs(made, THEME, Media(), None, Report()))


@pytest.mark.parametrize(
    "change",
    [
        {"uri": ""},
        {"urgency": 10},
        {"versionCreated": "2026-11-24"},
        {"colour": "red"},
        {"headlines": [{"words": "x"}]},
    ],
)
def test_sees_what_the_schema_forbids(change: dict[str, Any]) -> None:
    item = msgspec.json.decode(_written(one(Metadata(headline="A"))).data, type=dict[str, Any]) | change
    (found,) = check(Artifact(Format.NINJS, "x", msgspec.json.encode(item)))
    assert found.code == "ninjs.form"


def test_sees_what_is_no_json() -> None:
    (found,) = check(Artifact(Format.NINJS, "x", b"{"))
    assert found.code == "ninjs.form"


def test_takes_for_a_uri_only_what_is_one() -> None:
    assert [is_uri(text) for text in ("urn:a:b", "https://example.org/a", "a b:c", "slug", "tag:ä")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert moment("no date") is None
