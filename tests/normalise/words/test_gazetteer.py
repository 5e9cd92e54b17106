import pytest

from publisher.normalise.words.gazetteer import is_town


@pytest.mark.parametrize(
    "name", ["Ashgabat", "NEW DELHI", "Duhok", "Cox's Bazar", "Sault Ste. Marie", "Ciudad Juárez", "Oslo/Bergen"]
)
def test_knows_towns(name: str) -> None:
    assert is_town(name)


@pytest.mark.parametrize("name", ["Hassan", "Reading", "Salt", "Mary", "Nelson", "", "Oslo/Council"])
def test_knows_no_words_or_names_as_towns(name: str) -> None:
    assert not is_town(name)
