import pytest

from publisher.normalise.layout import Passage, lay_out
from publisher.report import Report, Where

WRAPPED = """\
A bridge before the ice

The committee met on Monday and heard four speakers, three
of whom had travelled from the coast to be there.

Nobody could say on the day what the work will cost. A
figure was promised for the spring session.
"""


def paragraphs(text: str) -> list[str]:
    return [passage.text for passage in lay_out(text, "copy.txt", Report())]


def test_parts_at_blank_lines_and_keeps_line_numbers() -> None:
    assert lay_out("\nOne\n \t\n\u3000\n\u200f\nTwo  words\tmore \n\n", "copy.txt", Report()) == (
        Passage("One", 2),
        Passage("Two words more", 6),
    )


def test_makes_every_line_of_unwrapped_copy_a_paragraph() -> None:
    assert paragraphs("A bridge before the ice\nRIVERTON. WIRE – It stands.\n— Yes, it does.") == [
        "A bridge before the ice",
        "RIVERTON. WIRE – It stands.",
        "— Yes, it does.",
    ]


def test_parts_at_form_feeds_without_counting_a_line() -> None:
    assert lay_out("One\fTwo\n\fThree\nFour", "copy.txt", Report()) == (
        Passage("One", 1),
        Passage("Two", 1),
        Passage("Three", 2),
        Passage("Four", 3),
    )


def test_unwraps_and_says_so() -> None:
    report = Report()
    assert lay_out(WRAPPED, "copy.txt", report) == (
        Passage("A bridge before the ice", 1),
        Passage(
            "The committee met on Monday and heard four speakers, three of whom had travelled from the coast "
            "to be there.",
            3,
        ),
        Passage(
            "Nobody could say on the day what the work will cost. A figure was promised for the spring session.", 6
        ),
    )
    (finding,) = report.findings
    assert (finding.code, finding.where) == ("layout.unwrapped", Where("copy.txt", 3))
    assert "4 lines, 2 paragraphs" in finding.message


def test_keeps_the_lines_where_one_is_wider_than_any_wrapped_one() -> None:
    assert len(paragraphs(f"{WRAPPED}\n{'x' * 92}")) == 4
    assert len(paragraphs(f"{WRAPPED}\n{'x' * 93}")) == 6


def test_lets_a_headline_be_wide() -> None:
    headline = (
        "The bridge over the river is to stand before the ice comes, say the engineers of the valley and the coast"
    )
    assert paragraphs(WRAPPED.replace("A bridge before the ice", headline))[0] == headline
    assert len(paragraphs(WRAPPED.replace("A bridge before the ice", headline))) == 3


def test_keeps_the_lines_where_most_are_short() -> None:
    assert len(paragraphs(WRAPPED + "\n" + "Short line\n" * 4)) == 9


def test_keeps_the_lines_where_each_is_a_sentence() -> None:
    text = (
        "The committee met on Monday and heard four speakers.\nNobody could say on the day what the work will cost.\n"
    )
    assert len(paragraphs(text * 2)) == 4


def test_begins_a_paragraph_at_an_indent() -> None:
    text = (
        "\t   RIVERTON (AP) _ The committee met on Monday and heard\n"
        "four speakers from the coast.\n"
        "\t   Three of them had travelled on the day to be there\n"
        "in time, and the mayor of the town on the other bank\n"
        "before the ice.\n"
        "\t   ``It stands,'' said the mayor.\n"
        "\t   Nobody could say on the day what the work will cost, or\n"
        "when it ends.\n"
    )
    assert [passage.line for passage in lay_out(text, "copy.txt", Report())] == [1, 3, 6, 7]
    assert paragraphs(text)[2] == "``It stands,'' said the mayor."


def test_keeps_lists_verse_and_joins_an_indented_quotation() -> None:
    text = WRAPPED + (
        "\nThe council wants to know three things from the engineers:\n"
        "  * when the first span will stand over the river, and\n"
        "    when the second;\n"
        "  * what the whole work costs.\n"
        "\n"
        "    We have waited for this bridge for eleven years, and\n"
        "    we can wait for one more.\n"
        "\n"
        "Ice on the water,\n"
        "wind in the wire.\n"
    )
    assert paragraphs(text)[3:] == [
        "The council wants to know three things from the engineers:",
        "* when the first span will stand over the river, and when the second;",
        "* what the whole work costs.",
        "We have waited for this bridge for eleven years, and we can wait for one more.",
        "Ice on the water,",
        "wind in the wire.",
    ]


def test_mends_a_broken_word_that_stands_whole_elsewhere() -> None:
    report = Report()
    text = (
        "The engineers met on Monday with the whole Inter-\n"
        "national committee, which is as well-\n"
        "known as any international committee of the coast is.\n"
    )
    (passage,) = lay_out(text, "copy.txt", report)
    assert "whole International committee, which is as well-known as any" in passage.text
    mended = report.findings[0]
    assert (mended.code, mended.where) == ("layout.unwrapped", Where("copy.txt", 1, 49))
    assert (mended.before, mended.after) == ("Inter-\nnational", "International")
    assert len(report.findings) == 2


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("well-", "known", "well-known"),
        ("Rhein-", "Ruhr", "Rhein-Ruhr"),
        ("COVID-", "19", "COVID-19"),
        ("Ein-", "und Ausfuhr", "Ein- und Ausfuhr"),
        ("ice –", "and wind", "ice – and wind"),
        ("ice --", "and wind", "ice -- and wind"),
        ("会议在城市", "星期一开会", "会议在城市星期一开会"),
        ("会议，", "The", "会议，The"),
        ("市議会は", "Riverton", "市議会は Riverton"),
        ("시의회는", "월요일에", "시의회는 월요일에"),
    ],
)
def test_joins_lines_as_their_script_asks(end: str, start: str, joined: str) -> None:
    text = f"The committee met on Monday and heard four speakers {end}\n{start} of the coast, and so on."
    assert joined in paragraphs(text)[0]


def test_counts_east_asian_characters_twice() -> None:
    text = "市议会星期一开会，听取了四位发言人的意见，桥将\n在河流结冰之前竣工，工程师说。\n" * 3
    assert len(paragraphs(text)) == 1


def test_takes_linear_time_on_blanks() -> None:
    assert paragraphs("a" + " " * 1_000_000 + "b" + "\t \t" * 300_000) == ["a b"]


def test_one_address_too_long_to_wrap_does_not_keep_a_whole_file_unjoined() -> None:
    words = (
        "The committee heard four speakers from the coast, and sent\n"
        "them home again before the evening train had left.\n\n"
    )
    address = "https://example.org/" + "a-very-long-address/" * 5
    passages = lay_out(
        words * 12 + f"See also the page of the committee, which is found at\n{address}\n", "a.txt", Report()
    )
    assert len(passages) == 13
    assert passages[0].text.endswith("sent them home again before the evening train had left.")
