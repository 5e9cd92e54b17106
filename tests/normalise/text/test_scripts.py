import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.normalise.text.places import Places
from publisher.normalise.text.scripts import LOOK_ALIKES, TWINS, repair_scripts
from publisher.report import Finding, Report, Where


def repair(text: str) -> tuple[str, list[Finding]]:
    report = Report()
    return repair_scripts(text, Places("copy.txt", text), report), report.findings


@pytest.mark.parametrize(
    ("mixed", "whole"),
    [
        ("сhairwoman", "chairwoman"),
        ("Тoyota", "Toyota"),
        ("СOVID", "COVID"),
        ("BІShKEK", "BIShKEK"),
        ("Астaнa", "Астана"),
        ("Євроcоюз", "Євросоюз"),
        ("Kάτι", "Κάτι"),
        ("λόγοc", "λόγος"),
        ("λόγοс", "λόγος"),
        ("ΑRM", "ARM"),
        ("об’єднaний", "об’єднаний"),
    ],
)
def test_repairs_to_the_script_of_most_letters(mixed: str, whole: str) -> None:
    text, (finding,) = repair(f"… {mixed}, …")
    assert text == f"… {whole}, …"
    assert (finding.code, finding.before, finding.after) == (
        "character.mixed-script",
        mixed_part(mixed),
        mixed_part(whole),
    )


def mixed_part(word: str) -> str:
    """What follows the apostrophe: it ends a word."""
    return word.rpartition("’")[2]


def test_names_the_code_points_and_the_place() -> None:
    _, (finding,) = repair("One\ntwo сhаir three")
    assert finding.where == Where("copy.txt", 2, 5)
    assert finding.message == (
        "a word mixed Latin and Cyrillic letters: U+0441 CYRILLIC SMALL LETTER ES → U+0063 LATIN SMALL LETTER C, "
        "U+0430 CYRILLIC SMALL LETTER A → U+0061 LATIN SMALL LETTER A"
    )


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("the сa lot of it", "the ca lot of it"),
        ("это сa новости", "это са новости"),
        ("ΑB is here", "AB is here"),
        ("ΑB είναι εδώ", "ΑΒ είναι εδώ"),
    ],
)
def test_asks_the_neighbours_on_a_tie(text: str, repaired: str) -> None:
    assert repair(text)[0] == repaired


@pytest.mark.parametrize(
    "text",
    [
        "сa",  # no neighbours to ask
        "chairwomан",  # н has no Latin twin
        "the PDFфайл",
        "5 kΩ",
        "в Москве iPhoneа нет",  # an ending, not a slip
        "iPhoneом",
    ],
)
def test_only_flags_where_no_repair_is_certain(text: str) -> None:
    repaired, (finding,) = repair(text)
    assert repaired == text
    assert (finding.code, finding.before) == ("character.mixed-script-unclear", None)
    assert finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "IT-компания и COVID‑19, МС-21",
        "The ВВС, СОР28 and НАТО",
        "DNA与β蛋白",
        "µm and Å",
        "Россия2024Russia",
        "e\u0301te\u0301 и зима\u0301",
        "ab_вг",
    ],
)
def test_leaves_words_of_one_script_alone(text: str) -> None:
    assert repair(text) == (text, [])


def test_never_goes_by_unicode_skeletons() -> None:
    assert repair("сommon Іmage")[0] == "common Image"


def test_leaves_endless_runs_alone() -> None:
    noise = "aс" * 100_000
    assert repair(noise) == (noise, [])


def test_pairs_letters_of_one_case() -> None:
    assert all(letter.isupper() == twin.isupper() for twins in TWINS.values() for letter, twin in twins.items())
    assert len({len(row) for row in LOOK_ALIKES.values()}) == 1


@given(st.text("aceoxbdhасеохбдһαβοΟ \n", max_size=40))
def test_changes_only_letters_and_says_so(text: str) -> None:
    repaired, findings = repair(text)
    assert len(repaired) == len(text)
    changed = sum(old != new for old, new in zip(text, repaired, strict=True))
    told = sum(old != new for found in findings for old, new in zip(found.before or "", found.after or "", strict=True))
    assert changed == told


@pytest.mark.parametrize("text", ["2 с×3 метра", "мост［ӿ", "с÷а", "Ω͵ӿ", "а\u0482б"])
def test_goes_on_behind_signs_that_stand_among_letters(text: str) -> None:
    assert repair_scripts(text, Places("copy.txt", text), Report()) == text
