import pytest

from publisher.metadata import Creditline, Metadata
from publisher.model import Article, Heading, Paragraph, Role, Text, ThematicBreak
from publisher.normalise.story.endmatter import part_end_matter
from publisher.normalise.story.openings import text_of
from publisher.report import Report

LEDE = (
    "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there "
    "before the ice came. "
) * 4


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


def part(*texts: str) -> tuple[Article, Report]:
    report = Report()
    parted = part_end_matter(article("A bridge", LEDE.strip(), LEDE.strip(), *texts), report)
    assert part_end_matter(parted, Report()) == parted
    return parted, report


def roles(*texts: str) -> list[tuple[str, str]]:
    return [
        (block.role.value, text_of(block)) for block in part(*texts)[0].body[3:] if not isinstance(block, ThematicBreak)
    ]


@pytest.mark.parametrize("mark", ["ENDS", "###", "(cm-kjd)", "（完）", "___"])
def test_takes_the_mark_that_ends_a_story(mark: str) -> None:
    parted, report = part(mark)
    assert parted.metadata.end_mark == mark
    assert len(parted.body) == 3
    assert [(found.code, found.before) for found in report.findings] == [("structure.end-mark", mark)]


def test_takes_a_mark_behind_the_last_sentence_and_the_initials_below() -> None:
    parted, _ = part("It stands. PTI", "ab/cd")
    assert (parted.metadata.end_mark, text_of(parted.body[3])) == ("PTI", "It stands.")
    assert parted.metadata.creditline == Creditline("PTI", "sign-off")
    assert len(parted.body) == 4


def test_tells_boilerplate_contacts_and_notes_from_the_story() -> None:
    assert roles(
        "About Sample", "It builds bridges.", "Media contact", "Jane Sample", "Notes to editors", "It is long."
    ) == [
        ("boilerplate", "About Sample"),
        ("boilerplate", "It builds bridges."),
        ("contact", "Media contact"),
        ("contact", "Jane Sample"),
        ("editors-note", "Notes to editors"),
        ("editors-note", "It is long."),
    ]
    assert isinstance(part("About Sample", "It builds bridges.")[0].body[3], Heading)


def test_takes_no_subhead_inside_the_story_for_a_section() -> None:
    texts = ("About Sample", *[LEDE] * 7)
    assert {role for role, _ in roles(*texts)} == {"body"}


def test_tells_what_follows_the_mark_from_the_story() -> None:
    parted, _ = part("___", "A writer in Riverton contributed to this report.")
    assert parted.metadata.end_mark == "___"
    assert parted.body[3].role is Role.SIGNATURE


def test_makes_a_line_between_passages_a_pause() -> None:
    parted, report = part("___", LEDE, LEDE, "___", LEDE, LEDE)
    assert [at for at, block in enumerate(parted.body) if isinstance(block, ThematicBreak)] == [3, 6]
    assert parted.metadata.end_mark is None
    assert [found.code for found in report.findings] == ["structure.break"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Jane Sample; editing by John Example)",
        "This report by The Sample was first published today.",
        "（责任编辑：张三）",
    ],
)
def test_knows_a_credit_below_the_story(text: str) -> None:
    assert roles(text) == [("signature", text)]


def test_takes_rights_into_the_metadata() -> None:
    parted, _ = part("Copyright 2024 The Sample.", "This material may not be published, broadcast or redistributed.")
    assert parted.metadata.copyright_notice == "Copyright 2024 The Sample."
    assert parted.metadata.usage_terms == "This material may not be published, broadcast or redistributed."
    assert len(parted.body) == 3


@pytest.mark.parametrize("text", ["It ends.", "The end of the bridge", "He said (PTI) it stands."])
def test_leaves_the_story_alone(text: str) -> None:
    parted, report = part(LEDE, text, LEDE)
    assert (parted, report.findings) == (article("A bridge", LEDE.strip(), LEDE.strip(), LEDE, text, LEDE), [])


def test_leaves_a_mark_that_is_all_there_is() -> None:
    assert part_end_matter(article("ENDS"), Report()) == article("ENDS")
    assert part_end_matter(Article(Metadata(), ()), Report()) == Article(Metadata(), ())


def test_takes_the_second_half_of_a_notice_that_was_torn_apart() -> None:
    torn = article(
        "COPYRIGHT 2024 BY SAMPLE, INC. NOTHING MAY BE USED", "IN ANY MEDIA WITHOUT ATTRIBUTION.", LEDE, LEDE
    )
    parted = part_end_matter(torn, Report())
    assert parted.body == torn.body[2:]
