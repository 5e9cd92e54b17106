import pytest

from publisher.normalise.datelines.dates import Date, read_date
from publisher.normalise.words.months import MONTHS


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("April 25", "--04-25"),
        ("25. April 2023", "2023-04-25"),
        ("Feb. 3, 2025", "2025-02-03"),
        ("Tuesday, Feb 3", "--02-03"),
        ("1st May", "--05-01"),
        ("11 Февраля 2023", "2023-02-11"),
        ("11 февраля 2023 г.", "2023-02-11"),
        ("10 juil 2024", "2024-07-10"),
        ("2 de mayo", "--05-02"),
        ("3 NİSAN", "--04-03"),
        ("30 Qańtar 2026", "2026-01-30"),
        ("29 February", "--02-29"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_reads_dates_and_never_guesses_a_year(text: str, iso: str) -> None:
    assert read_date(text) == Date(iso)


@pytest.mark.parametrize("text", ["Thurs.", "понедельник", "3 listopada", "30 February", "2023-02-29"])
def test_knows_a_date_that_is_no_certain_day(text: str) -> None:
    assert read_date(text) == Date(None)


@pytest.mark.parametrize(
    "text", ["", "Ohio", "May", "25", "April 25 26", "April May 3", "Nov 3 (AP)", "12/4", "Ohio 3"]
)
def test_takes_nothing_else_for_a_date(text: str) -> None:
    assert read_date(text) is None


def test_has_twelve_months_in_every_language() -> None:
    assert {language: len(names.split(",")) for language, names in MONTHS.items() if names.count(",") != 11} == {}
    assert all(form for names in MONTHS.values() for form in names.split(","))
