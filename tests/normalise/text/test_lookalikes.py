import pytest

from publisher.normalise.text.lookalikes import point_out_lookalikes
from publisher.normalise.text.places import Places
from publisher.report import Report, Where


def found(text: str) -> list[Where]:
    report = Report()
    point_out_lookalikes(text, Places("copy.txt", text), report)
    assert {finding.code for finding in report.findings} <= {"character.look-alike"}
    assert not any(finding.is_change for finding in report.findings)
    return [finding.where for finding in report.findings]


def test_points_at_a_cyrillic_word_amid_latin_ones() -> None:
    # The first is Cyrillic.
    assert found("The \u0412\u0412\u0421 said so on Monday.") == [Where("copy.txt", 1, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "The BBC said so on Monday.",
        "Вчера BBC сообщила об этом.",
        "ВВС провели учения в понедельник.",
        "Plain words.",
        "",
        "Επίσης το Debian είναι εδώ.",
    ],
)
def test_leaves_words_alone_that_belong_where_they_stand(text: str) -> None:
    assert found(text) == []


def test_points_at_no_more_than_twenty() -> None:
    assert len(found("say \u0412\u0412\u0421 now " * 100)) == 20
