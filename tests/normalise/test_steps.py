import datetime

import msgspec
import pytest
from hypothesis import given

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Emphasis, Paragraph, Text
from publisher.normalise.rules import ALL, Rules, rules_for
from publisher.normalise.steps import FINISHING, STRUCTURED, Steps, carried_out, normalise, unruled
from publisher.report import Report
from publisher.settings import Normalise, read_settings
from publisher.walk import plain_text
from tests import strategies


def article(*texts: str) -> Article:
    return Article(Metadata(headline="A bridge"), tuple(Paragraph((Text(text),)) for text in texts))


def test_rules_come_from_the_settings_and_from_those_of_the_text() -> None:
    settings = read_settings(
        'language = "ru"\ndate = 2026-11-24\n[normalise]\nquotes = false\n'
        '[source."a.txt"]\nlanguage = "kk"\nembargoed_until = 2026-11-24T10:00:00+05:00\n'
    )
    rules = rules_for(settings, "a.txt")
    assert rules == Rules(Normalise(quotes=False), "kk", "ru", datetime.date(2026, 11, 24), embargo_said=True)
    assert rules_for(settings, "b.txt") == Rules(Normalise(quotes=False), None, "ru", datetime.date(2026, 11, 24))
    assert (rules.has("quotes"), rules.has("dashes")) == (False, True)


@pytest.mark.parametrize("step", [*STRUCTURED, *FINISHING])
def test_every_step_has_a_switch_that_there_is(step: tuple[str | None, object]) -> None:
    assert step[0] is None or step[0] in Normalise.__struct_fields__


def test_a_rule_that_is_off_leaves_its_step_out() -> None:
    def mark(copy: Article, report: Report) -> Article:
        return msgspec.structs.replace(copy, metadata=Metadata(kicker="seen"))

    steps: Steps = (("acronyms", unruled(mark)),)
    assert carried_out(steps, article("x"), ALL, Report()).metadata.kicker == "seen"
    assert carried_out(steps, article("x"), Rules(Normalise(acronyms=False)), Report()).metadata.kicker is None


def test_serves_articles_that_come_with_a_structure() -> None:
    copy = Article(
        Metadata(headline="A bridge", language="en-US"),
        (
            Paragraph(
                (
                    Text("RIVERTON (AP) -- The council of the Valley Wire "),
                    Emphasis((Text("Service"),)),
                    Text(" (VWS) met."),
                )
            ),
            Paragraph((Text('"It\'s late," he said.'),)),
        ),
    )
    report = Report()
    done = normalise(copy, ALL, report)
    assert done.metadata.dateline == Dateline("RIVERTON (AP) -- ", "RIVERTON")
    assert done.metadata.acronyms == {"VWS": "Valley Wire Service"}
    assert [plain_text(block.inlines) for block in done.body if isinstance(block, Paragraph)] == [
        "The council of the Valley Wire Service (VWS) met.",
        "“It’s late,” he said.",
    ]
    assert {"structure.dateline", "typography.quotes"} <= {finding.code for finding in report.findings}
    again = Report()
    assert normalise(done, ALL, again) == done
    assert again.findings == []


@given(strategies.articles)
def test_normalising_twice_changes_nothing(copy: Article) -> None:
    once = normalise(copy, ALL, Report())
    again = Report()
    assert normalise(once, ALL, again) == once
    assert not any(finding.is_change for finding in again.findings)
