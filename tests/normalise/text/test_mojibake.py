import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.normalise.text.mojibake import find_mix_up, repair_mojibake, share_of_common_words
from publisher.report import Report, Where

RUSSIAN = (
    "Совет города собрался в понедельник и заслушал четырёх докладчиков. Мост через реку должен быть готов "
    "до ледохода, сообщил главный инженер."
)
GREEK = "Το συμβούλιο της πόλης συνήλθε τη Δευτέρα και άκουσε τέσσερις ομιλητές για τη γέφυρα."
KAZAKH = "Қала кеңесі дүйсенбі күні жиналып, көпір туралы төрт баяндаманы тыңдады және шешім қабылдады."
FRENCH = "La réunion s’est achevée à l’hôtel de ville – la mairesse a déclaré que le pont serait prêt avant l’été."


def misread(text: str, real: str, read: str) -> str:
    return text.encode(real).decode(read)


@pytest.mark.parametrize(
    ("text", "real", "read"),
    [
        (FRENCH, "utf-8", "cp1252"),
        (FRENCH, "utf-8", "latin-1"),
        (RUSSIAN, "utf-8", "latin-1"),
        (RUSSIAN, "utf-8", "koi8-r"),
        (RUSSIAN, "cp1251", "cp1252"),
        (RUSSIAN, "koi8-r", "latin-1"),
        (RUSSIAN, "koi8-r", "cp1251"),
        (RUSSIAN, "cp1251", "koi8-r"),
        (RUSSIAN, "cp866", "koi8-r"),
        (RUSSIAN, "cp1251", "cp866"),
        (RUSSIAN, "iso8859-5", "cp1251"),
        (GREEK, "cp1253", "latin-1"),
        (KAZAKH, "kz1048", "cp1251"),
    ],
)
def test_restores_letters_that_were_read_in_a_wrong_encoding(text: str, real: str, read: str) -> None:
    report = Report()
    broken = misread(text, real, read)
    assert broken != text
    assert repair_mojibake(broken, "copy.txt", report) == text
    assert {found.code for found in report.findings} == {"encoding.mojibake"}


@pytest.mark.parametrize("text", [RUSSIAN, GREEK, KAZAKH, FRENCH, RUSSIAN.upper(), "МОСТ ГОТОВ", "Plain words.", ""])
def test_leaves_what_was_read_right(text: str) -> None:
    report = Report()
    assert repair_mojibake(text, "copy.txt", report) == text
    assert report.findings == []


def test_touches_no_quotation_mark_ligature_or_entity() -> None:
    text = "“It’s ﬁne”, he said… &amp; ５ ½ café"
    assert repair_mojibake(text, "copy.txt", Report()) == text


def test_tells_the_place_and_the_words() -> None:
    report = Report()
    repaired = repair_mojibake("A headline\nthe world’s best cafÃ© is here\n", "copy.txt", report)
    assert repaired == "A headline\nthe world’s best café is here\n"
    (finding,) = report.findings
    assert (finding.where, finding.before, finding.after) == (Where("copy.txt", 2, 18), "cafÃ©", "café")


def test_repairs_the_lines_that_are_broken_and_no_others() -> None:
    text = f"{RUSSIAN}\n{misread(RUSSIAN, 'cp1251', 'latin-1')}\nPlain words."
    assert repair_mojibake(text, "copy.txt", Report()) == f"{RUSSIAN}\n{RUSSIAN}\nPlain words."


def test_keeps_what_cannot_be_had_back() -> None:
    broken = misread(RUSSIAN, "koi8-r", "cp1251").replace("г", "\ufffd")
    assert "\ufffd" in repair_mojibake(broken + "\ufffd", "copy.txt", Report())


def test_judges_by_whole_words_only() -> None:
    assert find_mix_up("Ñîâåò") is None
    assert share_of_common_words(RUSSIAN) >= 0.1
    assert share_of_common_words(misread(RUSSIAN, "koi8-r", "cp1251")) == 0


def test_bounds_its_findings() -> None:
    report = Report()
    repair_mojibake("cafÃ© \n" * 200, "copy.txt", report)
    assert len(report.findings) == 51
    assert "150 more" in report.findings[-1].message


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_keeps_every_line_end(text: str) -> None:
    assert repair_mojibake(text, "copy.txt", Report()).count("\n") == text.count("\n")
