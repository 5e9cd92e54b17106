import pytest

from publisher.metadata import Metadata
from publisher.normalise.text.transmission import part_transmission, read_moment
from publisher.report import Report

STORY = "Bridge opens\nRIVERTON (AP) -- It stands."


def part(text: str) -> tuple[str, Metadata]:
    report = Report()
    rest, metadata = part_transmission(text, "copy.txt", report)
    assert {finding.code for finding in report.findings} <= {"transmission.header"}
    assert rest.count("\n") == text.count("\n")
    return rest.strip(), metadata


def test_takes_the_header_and_trailer_of_anpa() -> None:
    text = (
        "\x16\x16\x01a1234\x1fxxxxx\nu i\x13\x11 BC-XX--Bridge     11-13 0123\n\x02^BC-XX--Bridge,123<\n"
        "^Bridge opens <\n^Eds: With photos.<\n^By JANE SAMPLE=\n\t   RIVERTON (AP) _ It stands.\n\n"
        "\t   \x03AP-XX-11-13-13 1509GMT<\n\x0c\n\x04"
    )
    rest, metadata = part(text)
    assert rest.split("\n") == [
        "Bridge opens",
        "Eds: With photos.",
        "By JANE SAMPLE",
        "\t   RIVERTON (AP) _ It stands.",
    ]
    assert metadata == Metadata(urgency=3, slugline="BC-XX--Bridge", version_created="2013-11-13T15:09:00Z")


def test_takes_the_header_and_trailer_of_iptc7901() -> None:
    text = f"\x01xyz0003 3 i 380  dpa 0045\n\nRiverton/bridge/\n\x02{STORY}\n\x03212322 GMT Nov 18\n\x7f\n\x7f\x04"
    rest, metadata = part(text)
    assert rest == STORY
    assert metadata == Metadata(urgency=3, slugline="Riverton/bridge", version_created="2018-11-21T23:22:00Z")


@pytest.mark.parametrize(
    "text",
    [
        f"ZCZC\n{STORY}\n\nNNNN\n",
        f"a0123 ----\nr i BC-Bridge 03-14 0345\n{STORY}\n",
        f"BC-BRIDGE-OPENS\n{STORY}",
        f"xyz0003 3 i 380 dpa 0045\n{STORY}",
        f"{STORY}\nNYT-04-03-98 1916EST&QL;\n",
    ],
)
def test_knows_lines_of_a_wire_without_their_controls(text: str) -> None:
    assert part(text)[0].endswith(STORY)


@pytest.mark.parametrize(
    "text", [STORY, "", "BC is a province", "AM radio is old", "a1 b2", "x\x02y" * 500, "^ an accent\n^o^"]
)
def test_leaves_copy_alone(text: str) -> None:
    rest, metadata = part_transmission(text, "copy.txt", Report())
    assert (rest.replace("^ ", "").replace("^", ""), metadata) == (text.replace("^ ", "").replace("^", ""), Metadata())


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("AP-XX-02-20-16 0337GMT<", "2016-02-20T03:37:00Z"),
        ("NYT-04-03-98 1916EST&QL;", "1998-04-03T19:16:00-05:00"),
        ("212322 GMT Nov 18", "2018-11-21T23:22:00Z"),
        ("212322 GMT Nov 2018", "2018-11-21T23:22:00Z"),
        ("AP-XX-02-30-16 0337GMT", None),
        ("AP-XX-02-20-16 0337XYZ", None),
        ("AP-XX-02-20-16 2537GMT", None),
        ("The bridge stands.", None),
    ],
)
def test_reads_the_time_of_a_trailer(line: str, moment: str | None) -> None:
    assert read_moment(line) == moment


def test_says_what_it_took_where() -> None:
    report = Report()
    part_transmission(f"ZCZC\n{STORY}\nNNNN", "copy.txt", report)
    assert [(found.where.line, found.before) for found in report.findings] == [(1, "ZCZC"), (4, "NNNN")]


def test_takes_no_headline_for_a_header_behind_a_stray_control() -> None:
    assert part(f"\x01{STORY}") == (f"\x01{STORY}", Metadata())
