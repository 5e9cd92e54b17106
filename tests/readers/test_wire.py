import contextlib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Creditline, Dateline
from publisher.model import Article, Paragraph, Role
from publisher.readers.wire import read_wire
from publisher.report import Finding, Report, Where
from publisher.walk import plain_text

SEED = Path(__file__).parents[2] / "seeds/000_2a5f29469a24bf2c.txt"

COPY = """\
A bridge before the ice

The council wants the first span to stand before the river freezes.

By Ilse Beispiel

RIVERTON, Nov 3 (AP) – The committee met on Monday and heard four speakers.

“We have waited for eleven years,” the mayor said.
"""


def read(data: str | bytes) -> tuple[tuple[Article, ...], list[Finding]]:
    report = Report()
    source = Source("copy.txt", data if isinstance(data, bytes) else data.encode())
    return read_wire(source, Media(), report), report.findings


def words(article: Article) -> list[str]:
    """All that is printed of an article: headline, dateline, paragraphs."""
    metadata = article.metadata
    body = [plain_text(block.inlines) for block in article.body if isinstance(block, Paragraph)]
    return [metadata.headline or "", metadata.dateline.raw if metadata.dateline else "", *body]


def letters(*texts: str) -> Counter[str]:
    """How often each letter and digit stands in *texts*, however they are composed."""
    chars = unicodedata.normalize("NFD", "\n".join(texts))
    return Counter(char for char in chars if unicodedata.category(char)[0] in "LN")


def test_reads_a_story_in_all_its_parts() -> None:
    (article,), findings = read(COPY)
    assert article.metadata.headline == "A bridge before the ice"
    assert article.metadata.dateline == Dateline("RIVERTON, Nov 3 (AP) – ", "RIVERTON", "Nov 3", "--11-03")
    assert article.metadata.creditline == Creditline("AP", "dateline")
    assert [block.role for block in article.body] == [Role.STANDFIRST, Role.BYLINE, Role.BODY, Role.BODY]
    assert [(found.code, found.where) for found in findings] == [
        ("structure.headline", Where("copy.txt", 1)),
        ("structure.dateline", Where("copy.txt", 7)),
    ]


def test_reads_the_seed() -> None:
    report = Report()
    (article,) = read_wire(Source("seed.txt", SEED.read_bytes()), Media(), report)
    assert article.metadata.headline is None
    assert article.metadata.dateline == Dateline("ASTANA – ", "ASTANA")
    assert article.metadata.creditline == Creditline("Kazinform", "text")
    assert [block.role for block in article.body] == [Role.BODY] * 10
    assert words(article)[2].startswith("The Kazakh delegation led by Aigul Kuspan, chairwoman of the Committee")
    repair, dateline, credit = report.findings
    assert (repair.code, repair.where) == ("character.mixed-script", Where("seed.txt", 1, 53))
    assert (repair.before, repair.after) == ("сhairwoman", "chairwoman")
    assert (dateline.code, dateline.where) == ("structure.dateline", Where("seed.txt", 1))
    assert (credit.code, credit.where) == ("structure.creditline", Where("seed.txt", part="first paragraph"))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_reads_the_same_with_any_line_end(end: str) -> None:
    assert read(COPY.replace("\n", end)) == read(COPY)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_reads_the_same_in_any_encoding(codec: str) -> None:
    assert read(COPY.encode(codec))[0] == read(COPY)[0]


@pytest.mark.parametrize("data", ["", "\n", " \t\r\n\u3000\ufeff\x00\u200f\f"])
def test_reports_an_empty_source(data: str) -> None:
    articles, findings = read(data)
    assert articles == ()
    assert [found.code for found in findings][-1] == "structure.empty"
    assert findings[-1].where == Where("copy.txt")


def test_makes_one_block_of_one_word() -> None:
    ((article,), findings) = read("x")
    assert words(article) == ["", "", "x"]
    assert findings == []


@given(st.binary(max_size=400))
def test_raises_nothing_but_source_errors(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        read(data)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(COPY.splitlines()),
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60),
            st.sampled_from(["", "\t   indented", "сhairwoman", "  * item", "inter-", "national international"]),
        ),
        max_size=12,
    ).map("\n".join)
)
def test_loses_no_letter_and_reads_the_same_twice(text: str) -> None:
    articles, findings = read(text)
    expected = letters(text)
    for found in findings:
        if found.code.startswith("character.") and found.is_change:
            expected += letters(found.after or "")
            expected -= letters(found.before or "")
    assert sum((letters(*words(article)) for article in articles), Counter()) == expected
    assert read(text) == (articles, findings)


@given(st.lists(st.sampled_from([*filter(None, COPY.splitlines()), "It stands", "x" * 100]), min_size=1, max_size=8))
def test_reading_what_was_printed_changes_nothing(lines: list[str]) -> None:
    (article,), _ = read("\n\n".join(lines))
    headline, dateline, *body = words(article)
    opening = next((at for at, block in enumerate(article.body) if block.role is Role.BODY), 0)
    body[opening] = dateline + body[opening]
    (again,), _ = read("\n\n".join(filter(None, [headline, *body])))
    assert again == article
