"""Words that pandoc leaves out without a word."""

from publisher.readers.pandoc import tree as p
from publisher.readers.pandoc.audit import tell_lost
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.readers.pandoc.document import Document, MetaInlines
from tests.readers.pandoc.desk import codes, scene

DOCUMENT = Document(
    (1, 23),
    {"title": MetaInlines((p.Str("A"), p.Space(), p.Str("title")))},
    (
        p.Para((p.Str("One,"), p.Space(), p.Emph((p.Str("two"),)), p.Note((p.Para((p.Str("aside"),)),)))),
        p.CodeBlock((Attr(), "three four")),
        p.BulletList(((p.Plain((p.Str("five"),)),),)),
    ),
)


def lost(*pieces: str) -> str | None:
    of = scene()
    tell_lost(pieces, DOCUMENT, of)
    assert codes(of) in ([], ["pandoc.dropped"])
    return of.report.findings[0].before if of.report.findings else None


def test_words_that_are_there_in_any_dress_and_order() -> None:
    assert lost("A title", "One, two", "aside", "three", "four", "fi", "ve", "one", "five") == "one"
    assert lost("five", "a title", "One") == "a title"
    assert lost("five", "One —  two…") is None


def test_words_that_are_not_are_quoted() -> None:
    assert lost("six", "One", "seven") == "six\nseven"


def test_marks_and_single_letters_are_drawn_anew() -> None:
    assert lost("↩", "9", "—", "", "xy") is None
