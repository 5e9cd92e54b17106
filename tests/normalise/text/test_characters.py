import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.normalise.text.characters import clean_characters
from publisher.report import Finding, Report, Where


def clean(text: str) -> tuple[str, list[Finding]]:
    report = Report()
    return clean_characters(text, "copy.txt", report), report.findings


def test_leaves_plain_copy_alone() -> None:
    text = "“The bridge” – said the mayor’s aide — stands…\n\n5\u202f000 t, 10\xa0% and l‘été"
    assert clean(text) == (text, [])


def test_takes_controls_out_and_says_where() -> None:
    text, findings = clean("One\x00\ntwo \x1b and\x00 three\ufffe")
    assert text == "One\ntwo  and three"
    assert [(found.code, found.before, found.after, found.where) for found in findings] == [
        ("character.control", "\x00", "", Where("copy.txt", 1, 4)),
        ("character.control", "\x1b", "", Where("copy.txt", 2, 5)),
        ("character.control", "\ufffe", "", Where("copy.txt", 2, 17)),
    ]
    assert findings[0].message == "U+0000 (control) was taken out at 1:4, 2:10"


def test_lists_the_first_places_and_counts_the_rest() -> None:
    _, (finding,) = clean("a\x01" * 13)
    assert finding.message.endswith("1:18, 1:20 and 3 more")


def test_makes_quotes_and_dashes_of_what_cp1252_left() -> None:
    text, findings = clean("\x93Wait\x85\x94 he said \x96 twice\x81")
    assert text == "“Wait…” he said – twice"
    assert [(found.before, found.after) for found in findings][:2] == [("\x93", "“"), ("\x85", "…")]
    assert findings[0].message == "U+0093 (control) became U+201C LEFT DOUBLE QUOTATION MARK at 1:1"


def test_parts_words_at_a_vertical_tab_and_keeps_form_feeds() -> None:
    assert clean("one\x0btwo\fthree")[0] == "one two\fthree"


def test_takes_stray_invisible_characters_out() -> None:
    text, findings = clean("AS\u200bTA\u200cNA\u2060 – the dele\ufeffgation met\u202e in Brus\xadsels\u200d\U000e0061")
    assert text == "ASTANA – the delegation met in Brussels"
    assert {found.code for found in findings} == {"character.invisible"}
    assert len(findings) == 8


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष और क्\u200cष",
        "ශ්\u200dරී",
        "👩\u200d🚀 👩🏽\u200d🔬 🏳️\u200d🌈 ❤️",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "ភាសា\u200bខ្មែរ",
        "\u2067שלום\u2069 \u200fab\u200e",
    ],
)
def test_keeps_invisible_characters_that_have_a_purpose(text: str) -> None:
    assert clean(text) == (text, [])


def test_composes_letters_and_counts_the_words() -> None:
    text, (finding,) = clean("Un\nde\u0301but d’e\u0301te\u0301, déjà vu")
    assert text == "Un\ndébut d’été, déjà vu"
    assert (finding.code, finding.where) == ("character.normalised", Where("copy.txt", 2, 1))
    assert (finding.before, finding.after) == ("de\u0301but", "début")
    assert "words: 2" in finding.message


def test_composes_over_a_character_taken_out() -> None:
    assert clean("e\u200b\u0301te\u0301")[0] == "été"


def test_composes_what_a_repair_left_in_parts() -> None:
    assert clean("cafе\u0301s")[0] == "cafés"


def test_leaves_a_heap_of_marks_unsorted() -> None:
    # Sorting them takes time by their square: this many would take minutes.
    heap = "a" + "\u0301\u0328" * 200_000
    assert clean(f"{heap} e\u0301") == (f"{heap} é", clean(f"{heap} e\u0301")[1])


def test_reports_places_of_the_copy_not_of_the_cleaned_text() -> None:
    _, findings = clean("x\n\u200b\x00a сhair, e\u0301")
    assert [(found.code, found.where.line, found.where.column) for found in findings] == [
        ("character.invisible", 2, 1),
        ("character.control", 2, 2),
        ("character.mixed-script", 2, 5),
        ("character.normalised", 2, 12),
    ]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned, _ = clean(text)
    again, findings = clean(cleaned)
    assert again == cleaned
    assert not [finding for finding in findings if finding.is_change]
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.text(st.characters(), max_size=60))
def test_what_is_left_is_fit_for_xml(text: str) -> None:
    cleaned, _ = clean(text)
    cleaned.encode()
    assert all(char in "\t\n\r\f" or unicodedata.category(char) != "Cc" for char in cleaned if char != "\r")
