"""Walking and rebuilding the tree."""

from hypothesis import given

from publisher.metadata import Metadata, Value
from publisher.model import Article, Emphasis, Paragraph, Text
from publisher.walk import rebuild
from tests.strategies import articles


@given(articles)
def test_what_stays_the_same_is_the_same_object(article: Article) -> None:
    assert rebuild(article, lambda value: value) is article


def test_values_are_changed_inside_out_and_none_takes_out() -> None:
    article = Article(Metadata(headline="A"), (Paragraph((Text("one"), Emphasis((Text("two"),)), Text("three"))),))
    met: list[str] = []

    def change(value: Value) -> Value | None:
        met.append(type(value).__name__)
        match value:
            case Text(text="one"):
                return None
            case Text(text=words):
                return Text(words.upper())
            case _:
                return value

    assert rebuild(article, change) == Article(
        Metadata(headline="A"), (Paragraph((Emphasis((Text("TWO"),)), Text("THREE"))),)
    )
    assert met == ["Metadata", "Text", "Text", "Emphasis", "Text", "Paragraph", "Article"]
