import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.normalise.text.encoding import Decoded, decode, unify_line_ends
from publisher.report import Report, Where

FRENCH = (
    "La réunion s’est achevée à l’hôtel de ville : la mairesse a déclaré que le pont serait prêt avant l’été, "
    "malgré le gel. « Nous avons déjà trop attendu », a-t-elle ajouté à la fin de la journée.\n"
)
RUSSIAN = (
    "Совет города собрался в понедельник и заслушал четырёх докладчиков. Мост через реку должен быть готов "
    "до ледохода, сообщил главный инженер.\n"
)
JAPANESE = "市議会は月曜日に会合を開き、四人の話を聞いた。橋は川が凍る前に完成する予定だと技師は述べた。\n" * 3
CHINESE = "市议会星期一开会，听取了四位发言人的意见。工程师说，大桥将在河流结冰之前竣工。\n" * 3


def read(data: bytes) -> tuple[Decoded, list[str]]:
    report = Report()
    decoded = decode(Source("copy.txt", data), report)
    return decoded, [finding.code for finding in report.findings]


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF8 * 2, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_goes_by_the_mark_and_takes_it_off(mark: bytes, codec: str) -> None:
    assert read(mark + RUSSIAN.encode(codec)) == (Decoded(RUSSIAN, codec), [])


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["The bridge stands.\n", RUSSIAN, CHINESE])
def test_knows_wide_units_without_a_mark(codec: str, text: str) -> None:
    assert read(text.encode(codec)) == (Decoded(text, codec), ["encoding.guessed"])


def test_leaves_a_stray_nul_to_the_next_step() -> None:
    text = "The bridge\0 stands, and the ice\0 has gone."
    assert read(text.encode()) == (Decoded(text, "utf-8"), [])


@pytest.mark.parametrize(
    ("text", "codec"), [(JAPANESE, "iso2022_jp_ext"), (CHINESE, "hz"), ("다리는 봄에 열린다.\n", "iso2022_kr")]
)
def test_knows_seven_bit_encodings_before_utf8(text: str, codec: str) -> None:
    data = text.encode(codec)
    data.decode("utf-8")
    assert read(data) == (Decoded(text, codec), ["encoding.guessed"])


def test_takes_a_tilde_and_brace_in_plain_copy_for_what_they_are() -> None:
    assert read(b"The sign ~{ is rare; ~} is too.") == (Decoded("The sign ~{ is rare; ~} is too.", "utf-8"), [])


@pytest.mark.parametrize(
    ("text", "codec"),
    [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "cp932"), (CHINESE, "gb18030")],
)
def test_guesses_other_encodings_and_says_which(text: str, codec: str) -> None:
    report = Report()
    decoded = decode(Source("copy.txt", text.encode(codec)), report)
    assert (decoded.text, decoded.encoding) == (text, codec)
    (finding,) = report.findings
    assert (finding.code, finding.where) == ("encoding.guessed", Where("copy.txt"))
    assert codec in finding.message


def test_finds_the_letters_to_guess_by_far_inside() -> None:
    text = "The bridge stands.\n" * 30_000 + FRENCH * 3
    assert read(text.encode("cp1252")) == (Decoded(text, "cp1252"), ["encoding.guessed"])


def test_replaces_stray_bytes_in_utf8_and_says_where() -> None:
    report = Report()
    decoded = decode(Source("copy.txt", "Žižkov\r\nPříbram ".encode() + b"\xff and \xfe\n"), report)
    assert decoded == Decoded("Žižkov\nPříbram \ufffd and \ufffd\n", "utf-8")
    (finding,) = report.findings
    assert (finding.code, finding.where) == ("encoding.undecodable", Where("copy.txt", 2, 9))
    assert "2 in all" in finding.message


@pytest.mark.parametrize("tail", [b"\xd0", b"\xed\xa0\x80", b"\xc0\xaf"])
def test_takes_cut_and_malformed_characters_for_damaged_utf8(tail: bytes) -> None:
    decoded, codes = read("Мост – ".encode() + tail)
    assert decoded.text.rstrip("\ufffd") == "Мост – "
    assert (decoded.encoding, codes) == ("utf-8", ["encoding.undecodable"])


def test_knows_malformed_utf8_by_its_shape() -> None:
    assert read(b"One lone \xed\xa0\x80 surrogate") == (
        Decoded("One lone \ufffd\ufffd\ufffd surrogate", "utf-8"),
        ["encoding.undecodable"],
    )


def test_reports_letters_lost_before_the_copy_came() -> None:
    report = Report()
    decode(Source("copy.txt", "One\nM\ufffdnchen and K\ufffdln\n".encode()), report)
    (finding,) = report.findings
    assert (finding.code, finding.where) == ("encoding.replacement", Where("copy.txt", 2, 2))
    assert "2 in all" in finding.message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"PK\x03\x04\x14\0\0\0\x08\0", "ZIP"),
        (b"RIFF\x24\x08\0\0WEBPVP8 ", "picture"),
        (b"{\\rtf1\\ansi The bridge}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "Office"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
    ],
)
def test_refuses_what_is_no_text(data: bytes, kind: str) -> None:
    with pytest.raises(SourceError, match=rf"copy\.txt.*{kind}") as refusal:
        read(data)
    assert refusal.value.hint


@pytest.mark.parametrize("text", ["RIFFA, Bahrain – The bridge stands.", "ID3 is a form.", "BZh is no word."])
def test_does_not_take_words_for_signatures(text: str) -> None:
    assert read(text.encode())[0].text == text


def test_reads_telex_controls_as_text() -> None:
    assert read(b"\x16\x16\x01a1234\x1f\n\x02The bridge stands, and the ice has gone.\x03")[0].encoding == "utf-8"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_makes_every_line_end_one(end: str) -> None:
    assert unify_line_ends(f"One{end}{end}two{end}") == "One\n\ntwo\n"


def test_mixes_line_ends_and_leaves_form_feeds() -> None:
    assert unify_line_ends("a\r\nb\rc\nd\x85e\u2028f\fg\x0bh") == "a\nb\nc\nd\ne\nf\fg\x0bh"


def test_keeps_the_ellipsis_of_cp1252_among_its_kin() -> None:
    assert unify_line_ends("\x93Wait\x85\x94\nhe said") == "\x93Wait\x85\x94\nhe said"


@given(st.binary(max_size=300))
def test_raises_nothing_else_on_any_bytes(data: bytes) -> None:
    try:
        decoded, _ = read(data)
    except SourceError:
        return
    codecs.lookup(decoded.encoding)
    assert not set(decoded.text) & set("\r\u2028\u2029")


def test_reads_a_second_editors_bytes_in_their_own_encoding() -> None:
    report = Report()
    half = FRENCH.encode("cp1252")
    decoded = decode(Source("copy.txt", FRENCH.encode() + half), report)
    assert decoded == Decoded(FRENCH * 2, "utf-8")
    (finding,) = report.findings
    assert (finding.code, finding.where) == ("encoding.mixed", Where("copy.txt", 2, 5))
    russian = RUSSIAN.encode() + b"Plain words, and M" + "ост".encode("cp1251") + b" there"
    assert read(russian)[0].text == RUSSIAN + "Plain words, and Mост there"


def test_does_not_guess_at_a_character_that_was_cut_off() -> None:
    text, codes = read("Мост готов".encode()[:-1])
    assert (text.text, codes) == ("Мост гото\ufffd", ["encoding.undecodable"])
