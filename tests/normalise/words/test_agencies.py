import pytest

from publisher.normalise.words.agencies import AGENCIES, SELF_CREDITING_NAMES, agency_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        (" ritzau ", "Ritzau"),
        ("Newsfile Corp", "Newsfile Corp."),
        ("КАЗИНФОРМ", "Казинформ"),
        ("GLOBE  NEWSWIRE", "GLOBE NEWSWIRE"),
        ("tca/dpa", "tca/dpa"),
    ],
)
def test_names_an_agency_as_it_writes_itself(text: str, name: str) -> None:
    assert agency_named(text) == name


@pytest.mark.parametrize("text", ["", " ", "/", "OGBL", "AP/OGBL", "The committee"])
def test_names_nothing_else(text: str) -> None:
    assert agency_named(text) is None


def test_keeps_the_big_wires_out_of_running_text() -> None:
    wires = {"AP", "Reuters", "AFP", "TASS", "ТАСС", "Xinhua", "dpa"}
    assert wires <= {name.strip() for row in AGENCIES.values() for name in row.split("|")}
    assert not wires & set(SELF_CREDITING_NAMES)
