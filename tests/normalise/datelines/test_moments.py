import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.normalise.datelines.moments import CLOCKS, PLACES, read_moment

NEAR = datetime.date(2026, 11, 24)

READ = [
    ("EMBARGOED UNTIL 8:30 a.m. (ET) Friday, September 11, 2026", "2026-09-11T08:30:00-04:00"),
    ("until 8:30am ET on Friday, November 13, 2026", "2026-11-13T08:30:00-05:00"),
    ("00:01 GMT, Thursday 12 March 2026", "2026-03-12T00:01:00+00:00"),
    ("0830 GMT 11 Sept 2026", "2026-09-11T08:30:00+00:00"),
    ("2030 GMT 11 Sept 2026", "2026-09-11T20:30:00+00:00"),
    ("1800 CET 3 May 2026", "2026-05-03T18:00:00+01:00"),
    ("12:01 a.m. EDT, Wed., Nov. 25", "2026-11-25T00:01:00-04:00"),
    ("12:30 p.m. ET, Nov. 25", "2026-11-25T12:30:00-05:00"),
    ("noon GMT Sept. 11, 2026", "2026-09-11T12:00:00+00:00"),
    ("midnight GMT Sept. 11, 2026", "2026-09-12T00:00:00+00:00"),
    ("16:00 London time (11:00 New York time) on 24 June 2026", "2026-06-24T16:00:00+01:00"),
    ("3. Mai 2026, 18 Uhr MESZ", "2026-05-03T18:00:00+02:00"),
    ("3. Mai 2026, 18.30 Uhr (Ortszeit Berlin)", "2026-05-03T18:30:00+02:00"),
    ("24 Uhr MEZ, 3. Mai 2026", "2026-05-04T00:00:00+01:00"),
    ("10:00 по времени Астаны 3 мая 2026 года", "2026-05-03T10:00:00+05:00"),
    ("18.00 МСК 03.05.2026", "2026-05-03T18:00:00+03:00"),
    ("2026 жылғы 3 мамыр, сағат 10:00, Астана уақыты", "2026-05-03T10:00:00+05:00"),
    ("3 mai 2026 à 18h30 (heure de Paris)", "2026-05-03T18:30:00+02:00"),
    ("las 10.00 horas (hora de Madrid) del 3 de mayo de 2026", "2026-05-03T10:00:00+02:00"),
    ("kl. 10.30 CET 3 maj 2026", "2026-05-03T10:30:00+01:00"),
    ("2026年9月11日18時 日本時間", "2026-09-11T18:00:00+09:00"),
    ("2026-09-11T08:30:00-04:00", "2026-09-11T08:30:00-04:00"),
    ("2026-09-11 08:30 UTC", "2026-09-11T08:30:00+00:00"),
    ("10:00 UTC+5, 13 қараша 2026", "2026-11-13T10:00:00+05:00"),
    ("10:00+0530 13 November 2026", "2026-11-13T10:00:00+05:30"),
    ("10 a.m. ET 09/21/2026", "2026-09-21T10:00:00-04:00"),
]


@pytest.mark.parametrize(("text", "iso"), READ, ids=[case[0] for case in READ])
def test_reads_day_hour_and_zone(text: str, iso: str) -> None:
    reading = read_moment(text, NEAR)
    assert (reading.moment and reading.moment.isoformat(), reading.lacking) == (iso, "")


LACKING = [
    ("10 a.m. ET Friday", "day"),
    ("10 a.m. ET, 3/4/2026", "day"),
    ("10 a.m. ET, February 30, 2026", "day"),
    ("tomorrow", "day"),
    ("", "day"),
    ("September 11, 2026", "hour"),
    ("September 11, 2026 (ET)", "hour"),
    ("25:00 GMT, 3 May 2026", "hour"),
    ("10:00, 11 September 2026", "zone"),
    ("10 Uhr, 3. Mai 2026", "zone"),
    ("le 3 mai 2026 à 10h et demie", "zone"),
    ("2026-09-11T08:30:00", "zone"),
]


@pytest.mark.parametrize(("text", "lacking"), LACKING, ids=[case[0] or "-" for case in LACKING])
def test_says_what_is_lacking(text: str, lacking: str) -> None:
    reading = read_moment(text, NEAR)
    assert (reading.moment, reading.lacking) == (None, lacking)


def test_takes_a_year_from_the_issue_and_never_from_the_clock() -> None:
    text = "10 a.m. GMT, January 3"
    assert read_moment(text).lacking == "day"
    assert str(read_moment(text, datetime.date(2031, 12, 24)).moment) == "2032-01-03 10:00:00+00:00"
    assert str(read_moment(text, datetime.date(2031, 2, 1)).moment) == "2031-01-03 10:00:00+00:00"


def test_takes_the_later_hour_where_one_could_be_two() -> None:
    # The clocks go back at 2 a.m. on this day: 1:30 comes twice.
    twice = read_moment("1:30 a.m. ET, November 1, 2026").moment
    assert twice is not None
    assert twice.astimezone(datetime.UTC).hour == 6
    # India, Ireland and Israel call theirs alike; the Irish hour comes last.
    assert str(read_moment("10:00 IST 3 May 2026").moment) == "2026-05-03 10:00:00+01:00"


def test_takes_no_word_for_a_zone() -> None:
    assert read_moment("3 mai 2026, 10h30, et c'est tout").lacking == "zone"


def test_every_zone_has_clocks() -> None:
    for names in PLACES.values():
        for name in names.split("|"):
            assert read_moment(f"10:00 {name}, 3 May 2026").moment is not None, name
    assert {zone for zone in CLOCKS if zone not in PLACES} <= {"Australia/Sydney", "Europe/Istanbul"}


@given(st.text(alphabet="0123456789:.-/ aphmET GMTMay月日年Uhr", max_size=60))
def test_reads_any_text_without_a_fault(text: str) -> None:
    reading = read_moment(text, NEAR)
    assert (reading.moment is None) == bool(reading.lacking)
    assert 0 <= reading.end <= len(text)
