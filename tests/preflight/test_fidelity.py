"""Nothing lost, nothing invented: whole outputs pass, spoilt ones don't."""

import pytest
from msgspec.structs import replace

from publisher.formats import Format
from publisher.model import Article, Bulletin, Section
from publisher.preflight.fidelity import compare
from tests.mutations import THEME, caught, noted, spoilt, written
from tests.samples import bulletin

ONE = noted(bulletin(articles=1, paragraphs=9))
MANY = bulletin(articles=13, paragraphs=2)


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize("whole", [ONE, MANY], ids=["one article", "cover and contents"])
def test_a_whole_output_holds_every_word_and_no_other(whole: object, format_: Format) -> None:
    made = ONE if whole is ONE else MANY
    assert [finding.message for finding in compare(written(made, format_), made, THEME)] == []


# Pages take half a second to lay out: fewer of them here, fifty by `python -m tests.mutations 50`.
@pytest.mark.parametrize(
    ("format_", "seed"),
    [
        (format_, seed)
        for format_, number in ((Format.SCREEN, 4), (Format.DOCX, 24), (Format.EPUB, 24))
        for seed in range(number)
    ],
)
def test_a_spoilt_output_is_caught(format_: Format, seed: int) -> None:
    assert caught(ONE, written(spoilt(ONE, seed), format_))


@pytest.mark.parametrize("format_", [Format.SCREEN, Format.DOCX, Format.EPUB])
def test_a_headline_that_is_lost_is_not_hidden_by_the_contents(format_: Format) -> None:
    from msgspec.structs import replace

    from publisher.model import Bulletin

    second = MANY.articles[1]
    blank = Article(replace(second.metadata, headline=None), second.body)
    other = Bulletin(MANY.metadata, (Section((MANY.articles[0], blank, *MANY.articles[2:])),))
    codes = [finding.code for finding in compare(written(other, format_), MANY, THEME)]
    assert "fidelity.lost" in codes


@pytest.mark.parametrize("format_", [Format.SCREEN, Format.DOCX, Format.EPUB])
@pytest.mark.parametrize("key", ["rights", "contact", "subtitle"])
def test_furniture_that_is_lost_is_seen(format_: Format, key: str) -> None:
    whole = bulletin(subtitle="News of the valley")
    lacking = Bulletin(replace(whole.metadata, **{key: None}), whole.sections)
    assert "fidelity.lost" in [finding.code for finding in compare(written(lacking, format_), whole, THEME)]
