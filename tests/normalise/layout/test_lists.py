import pytest

from publisher.model import ItemList, Paragraph, Text
from publisher.normalise.layout.lists import find_list, item_list, marks_of, starts_item


@pytest.mark.parametrize(
    ("texts", "before"),
    [
        (["* One", "* Two"], ""),
        (["• One.", "• Two."], ""),
        (["1. One", "2. Two"], ""),
        (["1) One", "2) Two"], "It wants:"),
        (["a) One", "b) Two"], ""),
        (["- one,", "- two;"], ""),
        (["- It is long,", "- It is new"], "It wants:"),
        (["3. Three", "4. Four"], "It goes on:"),
    ],
)
def test_finds_lists(texts: list[str], before: str) -> None:
    assert find_list([*texts, "It stands."], 0, before) == len(texts)


@pytest.mark.parametrize(
    ("texts", "before"),
    [
        (["* One"], ""),
        (["1. One", "3. Three"], ""),
        (["2015. It stood.", "2016. It fell."], "It stands."),
        (["- Yes, it does.", "- No, it doesn’t."], ""),
        (["— Мы ждали.", "— Да."], "Он сказал:"),
        (["3. Three", "4. Four"], "It stands."),
        (["It stands.", "* One"], ""),
        (["*", "*"], ""),
    ],
)
def test_finds_no_list_in_speeches_and_numbers(texts: list[str], before: str) -> None:
    assert find_list(texts, 0, before) == 0


def test_makes_lists_of_their_kind() -> None:
    def items(*texts: str) -> tuple[tuple[Paragraph], ...]:
        return tuple((Paragraph((Text(text),)),) for text in texts)

    assert item_list(["* One", "* Two"]) == ItemList(items("One", "Two"))
    assert item_list(["3. Three", "4. Four"]) == ItemList(items("Three", "Four"), ordered=True, start=3)
    assert item_list(["b) Two", "c) Three"]) == ItemList(
        items("Two", "Three"), ordered=True, start=2, style="lower-alpha"
    )
    assert marks_of(["3. Three", "4. Four"]) == "3. 4."


def test_tells_what_starts_an_item() -> None:
    assert starts_item("* One")
    assert not starts_item("*One")
    assert not starts_item("1.5 metres")
