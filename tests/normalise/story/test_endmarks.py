import pytest

from publisher.normalise.story.endmarks import is_end_mark, is_line, signing_agency, trailing_mark

MARKS = (
    "ENDS|ends|- ends -|END|###|# # #|-30-|(30)|-0-|xxx|（完）|(完)|Reuter|REUTER|(cm-kjd)|/ritzau/|(BusinessDesk)|PTI|"
    "– Bernama|abc/def|(ad/jai)|dpa al rmo|Fin|Ende|конец|соңы|النهاية|AAP jd/ab|--SPA|abc/ def/|Enditem|ab.cd|"
    "(©NTB)|nnnn"
)


@pytest.mark.parametrize("text", MARKS.split("|"))
def test_knows_end_marks(text: str) -> None:
    assert is_end_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30",
        "2024",
        "The ends",
        "Straflosigkeit",
        "UP NEXT",
        "It ends.",
        "A long line that no desk would ever write as its mark",
    ],
)
def test_knows_nothing_else(text: str) -> None:
    assert not is_end_mark(text)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("It stands in the US. PTI", "PTI"),
        ("It stands. — Bernama", "— Bernama"),
        ("“It stands.” (ANI)", "(ANI)"),
        ("It stands. Reuter", "Reuter"),
        ("It stands. (END)", "(END)"),
        ("桥已建成。（完）", "（完）"),
        ("It stands. /ritzau/", "/ritzau/"),
        ("It stands. PTI ABC DEF", "PTI ABC DEF"),
        ("It stands. -30-", "-30-"),
        ("It stands. (cm-kjd)", "(cm-kjd)"),
        ("It stands. Enditem", "Enditem"),
        ("Nó đứng vững./.", "/."),
    ],
)
def test_finds_a_mark_behind_the_last_sentence(text: str, mark: str) -> None:
    assert trailing_mark(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PTI",
        "It stands by the U.S. Army",
        "It was the end. Good",
        "It stands. (Reporting by Jane)",
        "Ask the U.N. NATO",
    ],
)
def test_finds_none_in_a_sentence(text: str) -> None:
    assert trailing_mark(text) is None


@pytest.mark.parametrize("text", ["___", "_ _ _", "***", "* * * *", "-----", "....."])
def test_knows_lines_of_signs(text: str) -> None:
    assert is_line(text)


@pytest.mark.parametrize("text", ["", "*", "_", "--", "a ___", "#"])
def test_knows_no_other_lines(text: str) -> None:
    assert not is_line(text)


def test_names_the_agency_that_signs() -> None:
    assert signing_agency("/ritzau/") == "Ritzau"
    assert signing_agency("Reuter") == "Reuters"
    assert signing_agency("ends") is None
