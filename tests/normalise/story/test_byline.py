import pytest

from publisher.metadata import Creditline, Dateline, Metadata
from publisher.model import Article, Paragraph, Text
from publisher.normalise.story.byline import read_byline, take_byline
from publisher.report import Report

LEDE = (
    "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there "
    "before the ice came, and it will meet again in spring."
)
DATED = f"RIVERTON (AP) – {LEDE}"


def article(*texts: str, headline: str | None = None) -> Article:
    return Article(Metadata(headline=headline), tuple(Paragraph((Text(text),)) for text in texts))


def signed(*texts: str) -> tuple[str, ...]:
    return take_byline(article(*texts), Report()).metadata.by


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Sample, Reuters", ("Jane Sample",)),
        ("BY JANE SAMPLE and JOHN EXAMPLE=", ("JANE SAMPLE", "JOHN EXAMPLE")),
        ("Von Anna Muster und Karl Beispiel, dpa", ("Anna Muster", "Karl Beispiel")),
        ("Par Jeanne EXEMPLE", ("Jeanne EXEMPLE",)),
        ("Por Juan Ejemplo", ("Juan Ejemplo",)),
        ("di Mario Esempio", ("Mario Esempio",)),
        ("Af Peder Eksempel", ("Peder Eksempel",)),
        ("Door Jan Voorbeeld", ("Jan Voorbeeld",)),
        ("Автор: Иван Примеров", ("Иван Примеров",)),
        ("Авторы және күні: Әділ Үлгі 21.03.2016, 18:45", ("Әділ Үлгі",)),
        ("（记者张三）", ("张三",)),
        ("新华社记者 张三 李四", ("张三", "李四")),
        ("홍길동 기자", ("홍길동",)),
        ("بقلم أحمد محمود", ("أحمد محمود",)),
        ("(c)AFP/Aminu SAMPLE", ("Aminu SAMPLE",)),
        ("Text: Jane Sample", ("Jane Sample",)),
    ],
)
def test_reads_bylines(line: str, names: tuple[str, ...]) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, the road was open",
        "By the time it stood",
        "From Brussels",
        "Di Maria",
        "By train",
        "",
        "By Jane Sample, it stands.",
    ],
)
def test_reads_no_others(line: str) -> None:
    assert read_byline(line) is None


def test_takes_a_byline_with_its_agency_and_what_stands_below() -> None:
    report = Report()
    taken = take_byline(article("A bridge", "By JANE SAMPLE", "AP Sports Writer", DATED), report)
    assert taken.metadata == Metadata(by=("JANE SAMPLE",), creditline=Creditline("AP", "byline"))
    assert taken.body == article("A bridge", DATED).body
    assert [(found.before, found.after) for found in report.findings] == [
        ("By JANE SAMPLE", "JANE SAMPLE"),
        ("AP Sports Writer", ""),
    ]


def test_takes_a_bare_name_below_a_headline_or_above_a_dateline() -> None:
    assert signed("A bridge before the ice", "Jane Sample", LEDE) == ("Jane Sample",)
    assert signed("Peder Top Eksempel", DATED) == ("Peder Top Eksempel",)


@pytest.mark.parametrize(
    "texts",
    [
        ("Jane Sample", LEDE),
        ("JANE SAMPLE", DATED),
        ("다리 개통", "(서울=연합뉴스) 홍길동 기자 = 다리가 개통했다."),
        ("A bridge before the ice", "Jane Sample", f"Jane Sample met the committee. {LEDE}"),
        ("A bridge before the ice", "Sports Roundup", LEDE),
        ("A bridge before the ice", "Committee Meeting", LEDE),
        ("A bridge before the ice", LEDE, "Jane Sample"),
        ("A bridge before the ice", "Jane Sample 3", LEDE),
    ],
)
def test_takes_no_other_words_for_a_bare_name(texts: tuple[str, ...]) -> None:
    assert take_byline(article(*texts), Report()) == article(*texts)


def test_counts_a_generic_byline_only_where_nobody_is_named() -> None:
    assert signed("ByStaff ReporterBusinessDesk", "By Jane Sample", DATED) == ("Jane Sample",)
    assert signed("A bridge", "By dpa correspondents =", DATED) == ("dpa correspondents",)
    assert signed("A bridge", "By The Associated Press", DATED) == ()


def test_finds_a_byline_below_a_summary_but_not_below_the_lede() -> None:
    assert signed("A bridge", LEDE, "By JANE SAMPLE", DATED) == ("JANE SAMPLE",)
    assert signed("A bridge", LEDE, "By Jane Sample", LEDE) == ()


def test_keeps_the_date_beside_it() -> None:
    metadata = take_byline(article("Көпір", "Авторы: Әділ Үлгі 21.03.2016", LEDE), Report()).metadata
    assert metadata.dateline == Dateline("", date_raw="2016-03-21", date="2016-03-21")


def test_leaves_a_text_whose_authors_are_known() -> None:
    known = Article(Metadata(by=("Jane Sample",)), article("By John Example", LEDE).body)
    assert take_byline(known, Report()) is known
