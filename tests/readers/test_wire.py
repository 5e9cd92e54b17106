import contextlib
import unicodedata
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Creditline, Dateline
from publisher.model import Article, Role
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.steps import carried_out
from publisher.readers.wire import STEPS, read_wire
from publisher.report import Finding, Report, Where
from publisher.settings import Normalise
from tests.corpus.align import notes, said

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
    """All that is printed of an article: its head, its dateline, its blocks."""
    return list(said(article))


def letters(*texts: str) -> Counter[str]:
    """How often each letter and digit stands in *texts*, however they are composed."""
    chars = unicodedata.normalize("NFD", "\n".join(texts))
    return Counter(char for char in chars if unicodedata.category(char)[0] in "LN")


def test_reads_a_story_in_all_its_parts() -> None:
    (article,), findings = read(COPY)
    assert article.metadata.headline == "A bridge before the ice"
    assert article.metadata.dateline == Dateline("RIVERTON, Nov 3 (AP) – ", "RIVERTON", "Nov 3", "--11-03")
    assert article.metadata.creditline == Creditline("AP", "dateline")
    assert article.metadata.standfirst == "The council wants the first span to stand before the river freezes."
    assert article.metadata.by == ("Ilse Beispiel",)
    assert [block.role for block in article.body] == [Role.BODY, Role.BODY]
    assert [(found.code, found.where) for found in findings] == [
        ("structure.byline", Where("copy.txt", 5, 1)),
        ("structure.headline", Where("copy.txt", 1, 1)),
        ("structure.dateline", Where("copy.txt", 7, 1)),
        ("structure.standfirst", Where("copy.txt", 3, 1)),
    ]


def test_reads_the_seed() -> None:
    report = Report()
    (article,) = read_wire(Source("seed.txt", SEED.read_bytes()), Media(), report)
    assert article.metadata.headline is None
    assert article.metadata.dateline == Dateline("ASTANA – ", "ASTANA")
    assert article.metadata.creditline == Creditline("Kazinform", "text")
    assert [block.role for block in article.body] == [Role.BODY] * 10
    assert words(article)[1].startswith("The Kazakh delegation led by Aigul Kuspan, chairwoman of the Committee")
    repair, dateline, credit, *acronyms = report.findings
    assert (repair.code, repair.where) == ("character.mixed-script", Where("seed.txt", 1, 53))
    assert (repair.before, repair.after) == ("сhairwoman", "chairwoman")
    assert (dateline.code, dateline.where) == ("structure.dateline", Where("seed.txt", 1, 1))
    assert (credit.code, credit.where) == ("structure.creditline", Where("seed.txt", part="first paragraph"))
    # The marks of the copy are right, and stay.
    assert [found.code for found in acronyms] == ["acronym.found", "acronym.found"]


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
    assert words(article) == ["", "x"]
    assert findings == []


@given(st.binary(max_size=400))
def test_raises_nothing_but_source_errors(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        read(data)


#: Lines of copy that steps know: any order of them must do no harm.
LINES = (
    "REFILE",
    "1ST LEAD",
    "POLITICS",
    "A bridge before the ice",
    "The council wants the first span to stand before the river freezes",
    "By Ilse Beispiel, Reuters",
    "ByStaff ReporterBusinessDesk",
    "Ilse Beispiel",
    "5 May 2024",
    "Published: 28/12/2566",
    "Eds: Updates with quotes.",
    "(In May 5 story, corrects a name)",
    "RIVERTON, Nov 3 (AP) – The committee met on Monday and heard four speakers.",
    "ASTANA. KAZINFORM — It stands, said the mayor in front of the town hall.",
    "新华社北京4月24日电（记者张三）桥已建成。（完）",
    "Ankara",
    "“We have waited for eleven years,” the mayor said, “and we can wait for one more, if it must be.” PTI",
    "What comes next",
    "* one",
    "* two",
    "1. one",
    "2. two",
    "It stands [1].",
    "[1] Since May.",
    "___",
    "ENDS",
    "(cm-kjd)",
    "Reuter",
    "About Sample",
    "Sample builds bridges.",
    "Media contact",
    "Jane Sample, +44 20 7946 0000, jane@example.org",
    "Notes to editors",
    "NOT FOR PUBLICATION",
    "The following information is not intended for publication",
    "(Reporting by Ilse Beispiel; editing by Jane Sample; newsroom +44 20 7946 0000)",
    "Copyright 2024 The Sample. All rights reserved.",
    "Read more: Another bridge",
    "Source: example.org",
    "\t   indented",
    "Team       W   L   Pct",
    "Riverton   10  4   .714",
    "сhairwoman",
    "inter-",
    "national international",
    "",
)
COPIES = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60),
    ),
    max_size=14,
).flatmap(lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda end: end.join(lines)))


@given(COPIES)
def test_loses_no_letter_and_reads_the_same_twice(text: str) -> None:
    articles, findings = read(text)
    expected = letters(text)
    for found in findings:
        # The dateline is parted from its paragraph, but stays.
        if found.is_change and found.code != "structure.dateline":
            expected.update(letters(found.after or ""))
            expected.subtract(letters(found.before or ""))
    found_in = sum((letters(*words(article), *notes(article)) for article in articles), Counter())
    expected.subtract(found_in)
    assert {letter: number for letter, number in expected.items() if number} == {}
    assert read(text) == (articles, findings)


@given(COPIES)
def test_steps_done_twice_change_nothing(text: str) -> None:
    for article in read(text)[0]:
        again = Report()
        assert carried_out(STEPS, article, ALL, again) == article
        changed = [found for found in again.findings if found.is_change and found.before != found.after]
        assert changed == []


@given(st.lists(st.sampled_from(LINES), min_size=3, max_size=14).map("\n\n".join))
def test_no_note_to_a_desk_is_said(text: str) -> None:
    for article in read(text)[0]:
        printed = "\n".join(words(article))
        assert "Eds:" not in printed
        assert "7946 0000; editing" not in printed


def test_reports_a_text_that_is_nothing_but_notes() -> None:
    (article,), findings = read("Eds: canary 0123456\n")
    assert article.body == ()
    assert [found.code for found in findings] == ["structure.withheld", "structure.empty"]


@pytest.mark.parametrize("rule", ["layout", "structure", "dateline", "byline", "credit", "end_matter"])
def test_each_rule_can_be_switched_off(rule: str) -> None:
    undated = COPY.replace(" (AP)", "")
    text = "POLITICS\n\n" + undated + "\n* one\n* two\n\nIt stands, reported Kazinform.\n\nENDS\n"
    report = Report()
    rules = Rules(msgspec.structs.replace(Normalise(), **{rule: False}))
    on, _ = read(text)
    assert read_wire(Source("copy.txt", text.encode()), Media(), report, rules) != on


def test_never_publishes_what_no_switch_lets_through() -> None:
    off = Normalise(**dict.fromkeys(Normalise.__struct_fields__, False))
    text = COPY + "\nEds: canary 0123456\n\n(MORE)\n"
    (article,) = read_wire(Source("copy.txt", text.encode()), Media(), Report(), Rules(off))
    assert "canary" not in "\n".join(words(article))
    assert article.metadata.ed_note == "Eds: canary 0123456\n(MORE)"


@pytest.mark.parametrize(
    "text", ["word " * 400_000, "слово " * 200_000, "x" * 2_000_000, "(" * 200_000, "* \n" * 50_000, "A. " * 200_000]
)
def test_takes_time_by_the_length_of_the_copy_only(text: str) -> None:
    read(text)
