import pytest

from publisher.metadata import Creditline, Metadata
from publisher.model import Article, Paragraph, Role, Text
from publisher.normalise.story.credit import credit_agency, find_credit
from publisher.report import Report, Where

PLAIN = "Nobody could say on the day what the work will cost."


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge stands, reported Kazinform news agency.", "Kazinform"),
        ("The bridge stands, reports the Kazinform correspondent.", "Kazinform"),
        ("The bridge stands, Kazinform News Agency reports.", "Kazinform"),
        ("The bridge stands, KAZINFORM reports citing the council.", "Kazinform"),
        ("As BelTA reports. The bridge stands.", "BelTA"),
        ("Мост готов, передает МИА «Казинформ».", "Казинформ"),
        ("Мост готов, – передаёт корреспондент агентства Казинформ.", "Казинформ"),
        ("Мост готов. Об этом сообщает Кабар со ссылкой на мэрию.", "Кабар"),
        ("Міст готовий, повідомляє УНН із посиланням на мерію.", "УНН"),
        ("Міст готовий, передає Укрінформ.", "Укрінформ"),
        ("Көпір дайын деп хабарлайды ҚазАқпарат тілшісі.", "ҚазАқпарат"),
        ("Көпір дайын, деп хабарлайды «ҚазАқпарат» ХАА әкімдікке сілтеме жасап.", "ҚазАқпарат"),
        ("Kópir daıyn, dep habarlaıdy QazAqparat tilshisi.", "QazAqparat"),
    ],
)
def test_finds_the_agency_that_tells(text: str, name: str) -> None:
    assert find_credit(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "The bridge stands, an engineer told Reuters.",
        "The bridge stands, Reuters reported.",
        "Мост готов, пишет Reuters.",
        "Міст готовий, зауважує агентство AFP.",
        "Kazinform reported a rise in profit on Monday.",
        "The committee, reported Kazinform to the police, met.",
        "The ministry reported Kazinform is for sale.",
        "It follows the market, trend reports.",
        "He works for Kazinform news agency.",
        "The editor of Kazinform reports to the council.",
    ],
)
def test_credits_no_other_media_and_no_mention(text: str) -> None:
    assert find_credit(text) is None


def test_credits_from_the_lede_and_says_so() -> None:
    report = Report()
    copy = article("The bridge stands, reported Kazinform news agency.", PLAIN)
    credited = credit_agency(copy, report)
    assert credited == Article(Metadata(creditline=Creditline("Kazinform", "text")), copy.body)
    (finding,) = report.findings
    assert (finding.code, finding.where, finding.is_change) == (
        "structure.creditline",
        Where(part="first paragraph"),
        False,
    )


def test_credits_from_the_last_paragraph_but_from_none_between() -> None:
    credit = "The bridge stands, BelTA reports."
    assert credit_agency(article(PLAIN, PLAIN, credit), Report()).metadata.creditline == Creditline("BelTA", "text")
    assert credit_agency(article(PLAIN, credit, PLAIN), Report()).metadata.creditline is None


def test_leaves_a_credit_that_is_known() -> None:
    dateline = Creditline("AP", "dateline")
    known = Article(Metadata(creditline=dateline), article("It stands, Kazinform reports.").body)
    assert credit_agency(known, Report()) is known


def test_reads_body_paragraphs_only() -> None:
    standfirst = Paragraph((Text("It stands, Kazinform reports."),), role=Role.STANDFIRST)
    copy = Article(Metadata(), (standfirst, *article(PLAIN).body))
    assert credit_agency(copy, Report()) is copy
    assert credit_agency(Article(Metadata(), ()), Report()) == Article(Metadata(), ())


def test_looks_no_further_than_a_lede_is_long() -> None:
    endless = ", reported " * 500_000
    assert credit_agency(article(endless), Report()) == article(endless)
