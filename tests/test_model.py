"""The model: JSON both ways, a closed set of nodes."""

import msgspec
import pytest
from hypothesis import given

from publisher.metadata import Metadata
from publisher.model import Article, Paragraph, Text
from publisher.walk import nodes, plain_text
from tests.strategies import articles


@given(articles)
def test_an_article_written_as_json_is_read_back_the_same(article: Article) -> None:
    assert msgspec.json.decode(msgspec.json.encode(article), type=Article) == article


def test_types_are_lower_case_and_absent_values_null() -> None:
    article = Article(Metadata(), (Paragraph((Text("Words"),)),))
    written = msgspec.json.decode(msgspec.json.encode(article))
    assert written["body"][0]["type"] == "paragraph"
    assert written["body"][0]["role"] == "body"
    assert written["metadata"]["pubStatus"] == "usable"
    assert written["metadata"]["edNote"] is None


@pytest.mark.parametrize(
    "text",
    [
        b'{"metadata":{},"body":[{"type":"blink","inlines":[]}]}',
        b'{"metadata":{"headlin":"x"},"body":[]}',
        b'{"metadata":{},"body":[{"type":"paragraph","inlines":[{"type":"text"}]}]}',
    ],
)
def test_what_the_model_has_no_word_for_cannot_be_decoded(text: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=Article)


@given(articles)
def test_walking_meets_every_node_once(article: Article) -> None:
    # The JSON names each node by its type; nothing else in it has that key.
    written = msgspec.json.encode(article).decode()
    assert sum(1 for _ in nodes(article)) == written.count('"type":"')


def test_plain_text_leaves_notes_out() -> None:
    from publisher.model import Emphasis, LineBreak, Note

    note = Note((Paragraph((Text("aside"),)),))
    assert plain_text((Text("a "), Emphasis((Text("b"), note)), LineBreak(), Text("c"))) == "a b c"
