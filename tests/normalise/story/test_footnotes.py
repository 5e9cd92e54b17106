import pytest

from publisher.metadata import Metadata
from publisher.model import Article, Emphasis, Note, Paragraph, Text
from publisher.normalise.story.footnotes import set_footnotes
from publisher.report import Report


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


def note(text: str) -> Note:
    return Note((Paragraph((Text(text),)),))


def test_sets_footnotes_where_they_are_called() -> None:
    report = Report()
    done = set_footnotes(article("It stands [1] now [2].", "So it does.", "[1] Since May.", "[2] Or June."), report)
    first = Paragraph((Text("It stands"), note("Since May."), Text(" now"), note("Or June."), Text(".")))
    assert done.body == (first, *article("So it does.").body)
    assert [(found.before, found.after) for found in report.findings] == [
        ("[1] Since May.", "Since May."),
        ("[1]", ""),
        ("[2] Or June.", "Or June."),
        ("[2]", ""),
    ]
    assert set_footnotes(done, Report()) == done


@pytest.mark.parametrize(
    "texts",
    [
        ("It stands [1].", "[1] Since May.", "[2] Or June."),
        ("It stands [1] and [1].", "[1] Since May."),
        ("It stands.", "[1] Since May."),
        ("[1] Since May.",),
        ("It stands [1].", "[1] Since May.", "So it does."),
        (),
    ],
)
def test_leaves_notes_that_are_not_called_just_once(texts: tuple[str, ...]) -> None:
    assert set_footnotes(article(*texts), Report()) == article(*texts)


def test_leaves_marked_words_as_they_are() -> None:
    body = (Paragraph((Emphasis((Text("It stands [1]"),)),)), *article("[1] Since May.").body)
    assert set_footnotes(Article(Metadata(), body), Report()).body[0] == body[0]
