import pytest

from publisher.metadata import Metadata
from publisher.model import Article, Emphasis, ItemList, Paragraph, Text
from publisher.normalise.story.openings import text_of
from publisher.normalise.withheld.withhold import withhold_notes
from publisher.report import Report

#: What must never be printed.
CANARY = "canary 0123456"
LEDE = (
    "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there "
    "before the ice came, and nobody could say on the day what the work will cost. It will meet again in spring."
)


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


def withheld(*texts: str) -> tuple[list[str], Metadata]:
    report = Report()
    done = withhold_notes(article(*texts), report)
    assert not any(CANARY in found.message for found in report.findings)
    assert withhold_notes(done, Report()) == done
    return [text_of(block) for block in done.body], done.metadata


@pytest.mark.parametrize(
    "note",
    [
        f"Eds: {CANARY}",
        f"EDITORS: {CANARY}",
        f"ATTENTION EDITORS - {CANARY}",
        f"Note to desk: {CANARY}",
        f"Newsdesk: {CANARY}",
        f"Achtung Redaktionen: {CANARY}",
        f"Hinweis an die Redaktionen: {CANARY}",
        f"Note aux rédactions : {CANARY}",
        f"Nota a los redactores: {CANARY}",
        f"Alla cortese attenzione delle redazioni: {CANARY}",
        f"Noot voor de redactie: {CANARY}",
        f"Вниманию редакций: {CANARY}",
        f"До уваги редакцій: {CANARY}",
        f"Редакцияларға: {CANARY}",
        f"编者注意：{CANARY}",
        f"لعناية التحرير: {CANARY}".replace("لعناية", "ملاحظة"),
        f"(Not for publication: {CANARY})",
        f"NOT FOR PUBLICATION: {CANARY}",
        f"Nicht zur Veröffentlichung: {CANARY}",
        f"Не для публикации: {CANARY}",
        f"жариялауға болмайды: {CANARY}",
        f"No publicar: {CANARY}",
        f"Reporting by {CANARY}, editing by Jane Sample, +44 20 7946 0000",
        f"({CANARY}, London newsroom, +44 20 7946 0000)",
        f"Jane Sample, {CANARY}, <jane@dpa.com>",
    ],
)
def test_takes_a_note_of_one_paragraph(note: str) -> None:
    texts, metadata = withheld("A bridge", LEDE, note, LEDE)
    assert texts == ["A bridge", LEDE, LEDE]
    assert metadata.ed_note == note


@pytest.mark.parametrize(
    "line",
    [
        "(STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS)",
        "(MORE)",
        "Begin optional trim",
        "(STORY MAY END HERE: the mayor’s number is 555 0100)",
        "(End optional trim)",
        "1st add",
        "Pick up 3rd graf: The mayor",
        "Mehr folgt",
        "(à suivre)",
        "(sigue)",
        "Продолжение следует",
        "Далі буде",
        "待续",
    ],
)
def test_takes_a_line_about_cuts_and_keeps_what_may_be_cut(line: str) -> None:
    assert withheld("A bridge", LEDE, line, LEDE) == (["A bridge", LEDE, LEDE], Metadata(ed_note=line))


@pytest.mark.parametrize(
    "heading",
    [
        "The following information is not intended for publication",
        "# Notebook",
        "## Editorial contacts",
        "Note to desk",
        "Die folgenden Angaben sind nicht zur Veröffentlichung bestimmt:",
        "Следующая информация не для публикации:",
        "Les informations suivantes ne sont pas destinées à la publication",
        "以下内容不得发表",
    ],
)
def test_takes_all_that_follows_a_heading(heading: str) -> None:
    texts, metadata = withheld("A bridge", LEDE, "* * *", heading, f"- {CANARY}", LEDE, "dpa js")
    assert texts == ["A bridge", LEDE]
    assert metadata.ed_note == f"* * *\n{heading}\n- {CANARY}\n{LEDE}\ndpa js"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"It stands (not for publication: {CANARY}) and will stay.", "It stands and will stay."),
        (f"It stands. (Eds: {CANARY})", "It stands."),
        (f"It stands. (Reporting by {CANARY}; newsroom +44 20 7946 0000)", "It stands."),
        (f"It stands. (({CANARY}; jane@thomsonreuters.com))", "It stands."),
        (f"It stands [Achtung Redaktionen: {CANARY}].", "It stands."),
    ],
)
def test_takes_a_bracket_inside_a_paragraph(text: str, rest: str) -> None:
    texts, metadata = withheld("A bridge", f"{LEDE} {text}")
    assert texts == ["A bridge", f"{LEDE} {rest}"]
    assert CANARY in (metadata.ed_note or "")


@pytest.mark.parametrize(
    "note",
    [
        "(In Jan. 3 story, corrects the name)",
        "(Adds quotes)",
        "(neu: mehr Details)",
        "(Дополнено)",
        "AP Photo XY101",
        "With photo",
    ],
)
def test_takes_what_the_head_says_of_changes_and_pictures(note: str) -> None:
    assert withheld("A bridge", note, LEDE) == (["A bridge", LEDE], Metadata(ed_note=note))


def test_takes_a_note_above_the_story_and_not_the_story() -> None:
    texts, metadata = withheld("Note to desk", f"{CANARY} +44 20 7946 0000", "A bridge", LEDE)
    assert (texts, metadata.ed_note) == (["A bridge", LEDE], f"Note to desk\n{CANARY} +44 20 7946 0000")


def test_withholds_a_whole_text_that_is_headed_so() -> None:
    assert withheld("NOT FOR PUBLICATION", "A bridge", LEDE)[1].pub_status == "withheld"
    assert withheld("A bridge", LEDE, "NOT FOR PUBLICATION", CANARY)[1].pub_status == "usable"


@pytest.mark.parametrize(
    "text",
    [
        "The documents were marked “not for publication”, officials said.",
        "The memo says it is not for publication.",
        "Anyone who saw it should call the police on +44 20 7946 0000.",
        "Editor's note: This story speaks of ice.",
        "Notes to editors",
        "Media contact: Jane Sample, jane@example.org",
        "The editors (and the desk) met.",
        "Subs: Sample, Example",
        "More than 300 came.",
    ],
)
def test_leaves_the_story_alone(text: str) -> None:
    assert withheld("A bridge", LEDE, text, LEDE) == (["A bridge", LEDE, text, LEDE], Metadata())


def test_cuts_brackets_among_marked_words_and_takes_lists() -> None:
    marked = Paragraph((Emphasis((Text("It stands"),)), Text(" now. (Eds: cut here)")))
    listed = ItemList(((Paragraph((Text("one"),)),),))
    body = (*article("A bridge", LEDE).body, marked, *article("Note to desk").body, listed)
    done = withhold_notes(Article(Metadata(), body), Report())
    assert done.body[2] == Paragraph((Emphasis((Text("It stands"),)), Text(" now.")))
    assert len(done.body) == 3
    assert done.metadata.ed_note == "(Eds: cut here)\nNote to desk\none"


def test_takes_bare_addresses_of_reporters_but_not_those_of_contacts() -> None:
    assert withheld("A bridge", LEDE, "jane@example.org", "+44 20 7946 0000")[0] == ["A bridge", LEDE]
    listed = ["A bridge", LEDE, "Media contact", "Jane Sample", "jane@example.org"]
    assert withheld(*listed)[0] == listed
    for text in ("2017-04-17", "115-111 98-90", "10 4 .714 22 33"):
        assert withheld("A bridge", LEDE, text)[0] == ["A bridge", LEDE, text]


def test_leaves_no_paragraph_that_was_nothing_but_notes() -> None:
    assert withheld("A bridge", LEDE, "(Eds: cut) (Eds: cut)", LEDE)[0] == ["A bridge", LEDE, LEDE]
    empty = Article(Metadata(), (Paragraph(()),))
    assert withhold_notes(empty, Report()) == empty
