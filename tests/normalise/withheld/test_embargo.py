import datetime

import pytest

from publisher.codes import Severity
from publisher.metadata import Metadata
from publisher.model import Article, Paragraph, Text
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.withheld.embargo import LONGEST_NOTE, noted, part_embargo
from publisher.report import Finding, Report
from publisher.walk import plain_text

NEAR = Rules(date=datetime.date(2026, 11, 24))


def parted(*texts: str, rules: Rules = NEAR) -> tuple[Article, list[Finding]]:
    report = Report()
    body = tuple(Paragraph((Text(text),)) for text in texts)
    return part_embargo(Article(Metadata(), body), rules, report), report.findings


def words(article: Article) -> list[str]:
    return [plain_text(block.inlines) for block in article.body if isinstance(block, Paragraph)]


NOTICES = [
    ("EMBARGOED UNTIL 8:30 a.m. (ET) Friday, September 11, 2026", "2026-09-11T08:30:00-04:00"),
    ("*** STRICTLY EMBARGOED UNTIL 00:01 GMT, 12 March 2026 ***", "2026-03-12T00:01:00+00:00"),
    ("Under embargo until 10:00 CET on 3 May 2026.", "2026-05-03T10:00:00+01:00"),
    ("NOT FOR RELEASE BEFORE 1800 CET 3 May 2026", "2026-05-03T18:00:00+01:00"),
    ("Not for publication or broadcast before noon GMT, 3 May 2026", "2026-05-03T12:00:00+00:00"),
    ("Do not publish before 10 a.m. ET, Nov. 30", "2026-11-30T10:00:00-05:00"),
    ("FOR RELEASE: 10 a.m. ET, Nov. 30", "2026-11-30T10:00:00-05:00"),
    ("Embargo: 3 May 2026, 10:00 CET", "2026-05-03T10:00:00+01:00"),
    ("Sperrfrist: 3. Mai 2026, 18 Uhr MESZ", "2026-05-03T18:00:00+02:00"),
    ("Frei ab 3. Mai 2026, 18 Uhr MESZ", "2026-05-03T18:00:00+02:00"),
    ("СТРОГО ДО 10:00 по времени Астаны 3 мая 2026 года", "2026-05-03T10:00:00+05:00"),
    ("Эмбарго до 18.00 МСК 3 мая 2026 г.", "2026-05-03T18:00:00+03:00"),
    ("Не публиковать ранее 18.00 МСК 3 мая 2026 г.", "2026-05-03T18:00:00+03:00"),
    ("ЕМБАРГО ДО 10:00 за київським часом 3 травня 2026", "2026-05-03T10:00:00+03:00"),
    ("3 мамыр 2026, сағат 10:00-ге (Астана уақыты) дейін жариялауға болмайды", "2026-05-03T10:00:00+05:00"),
    ("SOUS EMBARGO JUSQU'AU 3 mai 2026 à 18h30, heure de Paris", "2026-05-03T18:30:00+02:00"),
    ("EMBARGADO HASTA las 10.00 horas (hora de Madrid) del 3 de mayo de 2026", "2026-05-03T10:00:00+02:00"),
    ("EMBARGO TOT 3 mei 2026, 10.00 uur (CET)", "2026-05-03T10:00:00+01:00"),
    ("2026年9月11日18時解禁（日本時間）", "2026-09-11T18:00:00+09:00"),
]


@pytest.mark.parametrize(("notice", "until"), NOTICES, ids=[case[0] for case in NOTICES])
def test_takes_a_notice_out_of_the_text(notice: str, until: str) -> None:
    article, findings = parted("A bridge before the ice", notice, "The council met.")
    assert words(article) == ["A bridge before the ice", "The council met."]
    assert (article.metadata.embargoed_until, article.metadata.ed_note) == (until, notice)
    assert [(finding.code, finding.before, finding.after) for finding in findings] == [("embargo.found", notice, "")]
    assert notice not in findings[0].message
    assert part_embargo(article, NEAR, Report()) == article


def test_reads_a_notice_in_two_lines() -> None:
    article, _ = parted("EMBARGOED", "10 a.m. ET, Nov. 30", "The council met.")
    assert words(article) == ["The council met."]
    assert article.metadata.embargoed_until == "2026-11-30T10:00:00-05:00"
    assert article.metadata.ed_note == "EMBARGOED\n10 a.m. ET, Nov. 30"


def test_the_last_of_several_notices_counts() -> None:
    article, findings = parted("EMBARGOED UNTIL noon GMT, 3 May 2026", "Text.", "EMBARGOED UNTIL noon GMT, 2 May 2026")
    assert article.metadata.embargoed_until == "2026-05-03T12:00:00+00:00"
    assert words(article) == ["Text."]
    assert len(findings) == 2


def test_leaves_the_story_that_goes_on_behind_a_notice() -> None:
    story = "RIVERTON – The council met. " * (LONGEST_NOTE // 20)
    article, findings = parted(f"EMBARGOED UNTIL 10 a.m. ET, Nov. 30 – {story}", "The end.")
    assert words(article) == [story, "The end."]
    assert findings[0].before == "EMBARGOED UNTIL 10 a.m. ET, Nov. 30 –"


UNCLEAR = [
    ("EMBARGOED UNTIL 10:00, 3 May 2026", "embargo.no-zone"),
    ("Sperrfrist: Freitag, 10 Uhr", "embargo.unreadable"),
    ("EMBARGOED UNTIL FURTHER NOTICE", "embargo.unreadable"),
    ("EMBARGOED", "embargo.unreadable"),
    ("HOLD FOR RELEASE", "embargo.unreadable"),
    ("EMBARGOED UNTIL 3 May 2026 (CET)", "embargo.unreadable"),
]


@pytest.mark.parametrize(("notice", "code"), UNCLEAR, ids=[case[0] for case in UNCLEAR])
def test_what_names_no_certain_hour_stands_in_the_way(notice: str, code: str) -> None:
    article, (finding,) = parted(
        notice, "The council met in the hall, and nobody left before the vote was taken on Monday."
    )
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert article.metadata.embargoed_until is None
    assert article.metadata.ed_note == notice
    assert "embargoed_until" in (finding.hint or "")


def test_the_settings_hour_clears_what_the_copy_does_not_say() -> None:
    _, (finding,) = parted("EMBARGOED UNTIL FURTHER NOTICE", "Text.", rules=Rules(embargo_said=True))
    assert finding.code == "embargo.found"


STORIES = [
    "Embargo on oil: ministers agree",
    "Embargo: ministers agree on 3 May 2026",
    "Embargoes have failed before, the mayor said.",
    "The report, embargoed until Friday, was leaked on Monday.",
    "FOR IMMEDIATE RELEASE",
    "For release from prison he had to wait until 3 May.",
    "Frei ab 18 Jahren",
    "Строго до 18 лет",
    "KILLED: 12 IN BRIDGE COLLAPSE",
    "Эмбарго на нефть вступило в силу",
]


@pytest.mark.parametrize("text", STORIES)
def test_takes_no_story_for_a_notice(text: str) -> None:
    article, findings = parted(text, "The council met.")
    assert words(article) == [text, "The council met."]
    assert findings == []


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("MANDATORY KILL", "canceled"),
        ("BULLETIN KILL: the story slugged BRIDGE", "canceled"),
        ("АННУЛИРУЕТСЯ", "canceled"),
        ("PUBLICATION WITHHELD", "withheld"),
        ("HOLD", "withheld"),
    ],
)
def test_sees_that_copy_is_taken_back(line: str, status: str) -> None:
    article, (finding,) = parted("A bridge before the ice", line, "The council met.", rules=ALL)
    assert (article.metadata.pub_status, finding.code) == (status, "embargo.status")
    assert words(article) == ["A bridge before the ice", "The council met."]


def test_notes_add_up() -> None:
    assert noted(noted(Metadata(), "a"), "b").ed_note == "a\nb"
