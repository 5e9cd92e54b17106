import pytest

from publisher.model import CodeBlock, ItemList, Paragraph, Table, Text, Verse
from publisher.normalise.layout.blocks import Passage, lay_out, lay_out_plainly, paragraph, stands_alone
from publisher.report import Report, Where

WRAPPED = """\
A bridge before the ice

The committee met on Monday and heard four speakers, three
of whom had travelled from the coast to be there.

Nobody could say on the day what the work will cost. A
figure was promised for the spring session.
"""
LONG = (
    "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there "
    "before the ice came, and it will meet again in spring."
)


def paragraphs(text: str) -> list[str]:
    return [passage.text for passage in lay_out(text, "copy.txt", Report())]


def test_parts_at_blank_lines_and_keeps_line_numbers() -> None:
    assert lay_out("\nOne\n \t\n\u3000\n\u200f\nTwo  words\tmore \n\n", "copy.txt", Report()) == (
        paragraph("One", 2),
        paragraph("Two words more", 6),
    )
    assert paragraph("One", 2) == Passage("One", 2, Paragraph((Text("One"),)))


def test_makes_every_line_of_unwrapped_copy_a_paragraph() -> None:
    assert paragraphs("A bridge before the ice\nRIVERTON. WIRE – It stands.\n— Yes, it does.") == [
        "A bridge before the ice",
        "RIVERTON. WIRE – It stands.",
        "— Yes, it does.",
    ]


def test_parts_at_form_feeds_without_counting_a_line() -> None:
    assert lay_out("One\fTwo\n\fThree\nFour", "copy.txt", Report()) == (
        paragraph("One", 1),
        paragraph("Two", 1),
        paragraph("Three", 2),
        paragraph("Four", 3),
    )


def test_unwraps_and_says_so() -> None:
    report = Report()
    assert lay_out(WRAPPED, "copy.txt", report) == (
        paragraph("A bridge before the ice", 1),
        paragraph(
            "The committee met on Monday and heard four speakers, three of whom had travelled from the coast "
            "to be there.",
            3,
        ),
        paragraph(
            "Nobody could say on the day what the work will cost. A figure was promised for the spring session.", 6
        ),
    )
    (finding,) = report.findings
    assert (finding.code, finding.where) == ("layout.unwrapped", Where("copy.txt", 3))
    assert "4 lines, 2 paragraphs" in finding.message


def test_goes_by_the_lines_that_others_follow() -> None:
    assert len(paragraphs(f"{WRAPPED}\n{'x' * 300}")) == 4
    assert len(paragraphs(f"{WRAPPED}\n{LONG}\n{LONG}\n{LONG}")) == 8


def test_lets_a_headline_be_wide() -> None:
    headline = (
        "The bridge over the river is to stand before the ice comes, say the engineers of the valley and the coast"
    )
    assert paragraphs(WRAPPED.replace("A bridge before the ice", headline))[0] == headline
    assert len(paragraphs(WRAPPED.replace("A bridge before the ice", headline))) == 3


def test_keeps_the_lines_where_each_begins_with_a_capital() -> None:
    lines = (
        "Council hears four speakers from the coast on Monday\nMayor promises a figure for the spring of next year\n"
    )
    assert len(paragraphs(lines * 3)) == 6


def test_joins_sentences_that_stand_one_a_line() -> None:
    block = "The committee met on Monday.\nIt heard four speakers from the coast.\n\n"
    assert paragraphs(block * 3 + "It will meet again.\n\n") == [
        *["The committee met on Monday. It heard four speakers from the coast."] * 3,
        "It will meet again.",
    ]


def test_keeps_lines_that_stand_alone_in_a_wrapped_head() -> None:
    head = "REFILE\n1ST LEAD\nA bridge is to stand before the ice comes, engineers say\nBy Jane Sample =\n"
    assert paragraphs(head + WRAPPED.partition("\n")[2])[:4] == [
        "REFILE",
        "1ST LEAD",
        "A bridge is to stand before the ice comes, engineers say",
        "By Jane Sample =",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "REFILE",
        "By Jane Sample",
        "Eds: With photos.",
        "ENDS",
        "___",
        "(MORE)",
        "5 May 2024",
        "About Sample",
        "(cm-kjd)",
    ],
)
def test_knows_lines_that_stand_alone(line: str) -> None:
    assert stands_alone(line)
    assert not stands_alone(f"and {line.lower()} of the committee that met")


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


def test_makes_lists_and_verse_and_joins_an_indented_quotation() -> None:
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
        "Wind in the wire,\n"
        "Night in the valley.\n"
    )
    report = Report()
    passages = lay_out(text, "copy.txt", report)[3:]
    assert [passage.text for passage in passages] == [
        "The council wants to know three things from the engineers:",
        "* when the first span will stand over the river, and when the second; * what the whole work costs.",
        "We have waited for this bridge for eleven years, and we can wait for one more.",
        "Ice on the water, Wind in the wire, Night in the valley.",
    ]
    listed, verse = passages[1].block, passages[3].block
    assert isinstance(listed, ItemList)
    assert listed.items[1] == (Paragraph((Text("what the whole work costs."),)),)
    assert verse == Verse(((Text("Ice on the water,"),), (Text("Wind in the wire,"),), (Text("Night in the valley."),)))
    assert [found.code for found in report.findings] == ["layout.unwrapped", "layout.verse", "layout.list"]


def test_keeps_verse_in_copy_that_is_not_wrapped() -> None:
    verse = "Ice on the water,\nWind in the wire,\nNight in the valley.\n"
    passages = lay_out(f"{LONG}\n\n{LONG}\n\n{verse}\n{LONG}\n\n{LONG}", "copy.txt", Report())
    assert isinstance(passages[2].block, Verse)


def test_joins_short_lines_that_were_broken_at_links() -> None:
    text = WRAPPED + "\nIf you care for the bridge, please\njoin the council,\nbring ideas or\nfund the work.\n"
    assert paragraphs(text)[-1] == "If you care for the bridge, please join the council, bring ideas or fund the work."


def test_joins_a_bullet_with_the_words_below_it() -> None:
    items = (
        "  *\nThe first span stands before the ice, say engineers from\nthe coast.\n\n  *\nThe second one comes "
        "in spring.\n"
    )
    listed = lay_out(f"{WRAPPED}\n{items}", "copy.txt", Report())[-1].block
    assert isinstance(listed, ItemList)
    assert len(listed.items) == 2
    unwrapped = f"{LONG}\n{LONG}\n*\nThe first span.\n*\nThe second.\n"
    assert isinstance(lay_out(unwrapped, "copy.txt", Report())[-1].block, ItemList)
    assert paragraphs("It stands\n*") == ["It stands", "*"]


def test_makes_tables_of_columns() -> None:
    agate = "Team       W   L   Pct\nRiverton   10  4   .714\nValley     7   7   .500\nCoast      4   10  .286\n"
    report = Report()
    passages = lay_out(f"{LONG}\n{agate}{LONG}\n", "copy.txt", report)
    assert [type(passage.block) for passage in passages] == [Paragraph, Table, Paragraph]
    assert [(found.code, found.where) for found in report.findings] == [("layout.table", Where("copy.txt", 2, 1))]
    uneven = "Riverton   10  4   .714\nValley     7   7   .500\nCoast      4   10  .286  x\n"
    block = lay_out(f"{LONG}\n{uneven}", "copy.txt", Report())[1].block
    assert block == CodeBlock(uneven.rstrip("\n"))


def test_lays_out_plainly() -> None:
    assert lay_out_plainly("* One\n* Two  words\n\nThree") == (
        paragraph("* One", 1),
        paragraph("* Two words", 2),
        paragraph("Three", 4),
    )


def test_mends_a_broken_word_that_stands_whole_elsewhere() -> None:
    report = Report()
    text = (
        "The engineers met on Monday with the whole Inter-\n"
        "national committee, which is as well-\n"
        "known as any international committee of the coast is.\n"
    )
    (passage,) = lay_out(text, "copy.txt", report)
    assert "whole International committee, which is as well-known as any" in passage.text
    (mended,) = (found for found in report.findings if found.before)
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
        "The committee heard four speakers from the coast, and sent\nthem home again before the evening train "
        "had left.\n\n"
    )
    address = "https://example.org/" + "a-very-long-address/" * 5
    passages = lay_out(
        words * 12 + f"See also the page of the committee, which is found at\n{address}\n", "a.txt", Report()
    )
    assert len(passages) == 13
    assert passages[0].text.endswith("sent them home again before the evening train had left.")


RAGGED = """\
A bridge before the ice

The committee met on Monday
and heard
four speakers from the coast.

Nobody could say on the day what the
work, which began in the spring of last year and has been interrupted twice since then by floods and by frost, will
cost.
"""


def test_joins_lines_that_break_off_anywhere() -> None:
    assert paragraphs(RAGGED)[1:] == [
        "The committee met on Monday and heard four speakers from the coast.",
        "Nobody could say on the day what the work, which began in the spring of last year and has been interrupted "
        "twice since then by floods and by frost, will cost.",
    ]


def test_keeps_headings_apart_from_the_paragraphs_below_them() -> None:
    block = "Speakers from the coast\nThe committee met on Monday and heard four of them.\n\n"
    assert len(paragraphs(block * 4)) == 8
