import pytest

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Paragraph, Text
from publisher.normalise.datelines.dates import Date
from publisher.normalise.datelines.stamp import read_stamp, take_date_stamps
from publisher.report import Report

LEDE = "The committee met on Monday and heard four speakers. " * 4


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2017-04-17", "2017-04-17"),
        ("Tuesday, September 22, 2015", "2015-09-22"),
        ("Published: 5 May 2024 10:30 GMT", "2024-05-05"),
        ("Опубликовано 21.03.2016, 18:45", "2016-03-21"),
        ("วันพฤหัสบดีที่ 28 ธันวาคม 2566", "2023-12-28"),
        ("28/12/2566", "2023-12-28"),
        ("发布时间：2023年12月28日 10:20", "2023-12-28"),
        ("5 May", "--05-05"),
    ],
)
def test_reads_stamps(text: str, iso: str) -> None:
    assert read_stamp(text, None) == Date(iso)


@pytest.mark.parametrize("text", ["", "Monday", "On 5 May 2024 it stood.", "2024", "12", "5 May 2024 " * 20])
def test_reads_nothing_else(text: str) -> None:
    assert read_stamp(text, None) is None


def article(*texts: str, metadata: Metadata | None = None) -> Article:
    return Article(metadata or Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


def test_takes_the_stamps_of_a_head() -> None:
    report = Report()
    taken = take_date_stamps(article("A bridge", "5 May", "5 May 2024", LEDE, LEDE), report)
    assert taken.body == article("A bridge", LEDE, LEDE).body
    assert taken.metadata == Metadata(
        dateline=Dateline("", date_raw="5 May 2024", date="2024-05-05"), first_created="2024-05-05"
    )
    assert [found.before for found in report.findings] == ["5 May", "5 May 2024"]


def test_takes_one_at_the_end_and_none_inside() -> None:
    assert take_date_stamps(article("A bridge", LEDE, "5 May 2024"), Report()).metadata.first_created == "2024-05-05"
    inside = article("A bridge", LEDE, "5 May 2024", LEDE, LEDE, LEDE)
    assert take_date_stamps(inside, Report()) == inside


def test_keeps_the_date_that_is_known() -> None:
    known = Metadata(dateline=Dateline("RIVERTON – ", "RIVERTON", "4 May", "--05-04"))
    taken = take_date_stamps(article("A bridge", "5 May 2024", LEDE, metadata=known), Report())
    assert taken.metadata.dateline == known.dateline


def test_leaves_a_date_that_is_all_there_is() -> None:
    assert take_date_stamps(article("5 May 2024"), Report()) == article("5 May 2024")
    assert take_date_stamps(article("5 May 2024", "6 May 2024"), Report()) == article("5 May 2024", "6 May 2024")
