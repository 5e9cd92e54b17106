"""Places in a source."""

from publisher.readers.origin import Origin
from publisher.report import Where

TEXT = 'title: One\n"by": x\n\n![](a.png) and\n![](a.png)\n'


def test_words_asked_for_again_are_found_further_on_and_then_from_the_top() -> None:
    origin = Origin("a.md", TEXT)
    assert origin.where("a.png") == Where("a.md", 4, 5)
    assert origin.where("a.png") == Where("a.md", 5, 5)
    assert origin.where("a.png") == Where("a.md", 4, 5)


def test_what_is_not_there_or_stands_anywhere_has_no_line() -> None:
    origin = Origin("a.md", TEXT)
    for words in (None, "", "nowhere", "a"):
        assert origin.where(words) == Where("a.md")
    assert Origin("a.docx").where("words") == Where("a.docx")


def test_keys_are_found_at_the_beginning_of_their_line() -> None:
    origin = Origin("a.md", TEXT)
    assert origin.key("title") == Where("a.md", 1, 1)
    assert origin.key("by") == Where("a.md", 2, 1)
    assert origin.key("One") == Where("a.md")
