import pytest

from publisher.normalise.words.gazetteer import is_town
from publisher.normalise.words.regions import is_region


@pytest.mark.parametrize(
    "name", ["Pa.", "NY", "N.Y.", "Ohio", "New Mexico", "Kenya", "KENYA", "Ont.", "the Netherlands", "UAE"]
)
def test_knows_states_provinces_and_countries(name: str) -> None:
    assert is_region(name)


@pytest.mark.parametrize(
    ("name", "language"), [("Kanada", "de"), ("Германия", "ru"), ("日本", "zh"), ("Қазақстан", "kk")]
)
def test_knows_countries_in_the_language_of_the_text(name: str, language: str) -> None:
    assert is_region(name, language)
    assert not is_region(name)


@pytest.mark.parametrize(
    ("name", "language"), [("", None), ("Riverton", None), ("Kanada", "xx-nonsense"), ("Kanada", "?")]
)
def test_knows_no_others(name: str, language: str | None) -> None:
    assert not is_region(name, language)


@pytest.mark.parametrize(
    "name", ["Astana", "ASTANA", "New Delhi", "London/Teheran", "АСТАНА", "القدس", "Xi'an", "The Hague"]
)
def test_knows_towns(name: str) -> None:
    assert is_town(name)


@pytest.mark.parametrize("name", ["", "/", "Riverton", "London/Riverton", "The committee"])
def test_knows_no_other_towns(name: str) -> None:
    assert not is_town(name)
