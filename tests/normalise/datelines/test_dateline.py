import pytest

from publisher.metadata import Creditline, Dateline, Metadata
from publisher.model import Article, Emphasis, Note, Paragraph, Role, Strong, Text
from publisher.normalise.datelines.dateline import part_dateline
from publisher.report import Report

LEDE = (
    "The committee met on Monday and heard four speakers, three of whom had travelled from the coast to be there "
    "before the ice came."
)


def article(*texts: str, headline: str | None = None) -> Article:
    return Article(Metadata(headline=headline), tuple(Paragraph((Text(text),)) for text in texts))


def part(*texts: str, headline: str | None = "A bridge before the ice") -> Article:
    return part_dateline(article(*texts, headline=headline), Report())


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("RIVERTON – ", "RIVERTON"),
        ("RIVERTON — ", "RIVERTON"),
        ("RIVERTON - ", "RIVERTON"),
        ("RIVERTON -- ", "RIVERTON"),
        ("RIVERTON _ ", "RIVERTON"),
        ("RIVERTON —", "RIVERTON"),
        ("PORT OF SPAIN – ", "PORT OF SPAIN"),
        ("L’AQUILA – ", "L’AQUILA"),
        ("McALLEN, Texas – ", "McALLEN, Texas"),
        ("ST. PAUL, Minn. _ ", "ST. PAUL, Minn."),
        ("BUFFALO, N.Y. — ", "BUFFALO, N.Y."),
        ("РИВЕРТОН – ", "РИВЕРТОН"),
    ],
)
def test_parts_a_place_in_capitals(raw: str, place: str) -> None:
    parted = part(raw + LEDE)
    assert parted.metadata.dateline == Dateline(raw, place)
    assert parted.metadata.creditline is None
    assert parted.body == article(LEDE).body


@pytest.mark.parametrize(
    ("raw", "place", "date_raw", "date"),
    [
        ("RIVERTON, Feb 26 - ", "RIVERTON", "Feb 26", "--02-26"),
        ("RIVERTON, Ohio, Feb. 3, 2025 — ", "RIVERTON, Ohio", "Feb. 3, 2025", "2025-02-03"),
        ("PORT RIVER, Thurs. - ", "PORT RIVER", "Thurs.", None),
        ("SANTA CRUZ DE LA SIERRA, 2 de mayo – ", "SANTA CRUZ DE LA SIERRA", "2 de mayo", "--05-02"),
        ("РИВЕРТОН, 11 февраля – ", "РИВЕРТОН", "11 февраля", "--02-11"),
        ("RIVERTON, Nov 3 (NOWIRE) – ", "RIVERTON", "Nov 3", "--11-03"),
    ],
)
def test_reads_the_date_and_never_adds_a_year(raw: str, place: str, date_raw: str, date: str | None) -> None:
    assert part(raw + LEDE).metadata.dateline == Dateline(raw, place, date_raw, date)


@pytest.mark.parametrize(
    ("raw", "place", "date", "agency"),
    [
        ("RIVERTON, Kenya (AP) _ ", "RIVERTON, Kenya", None, "AP"),
        ("RIVERTON (AP)– ", "RIVERTON", None, "AP"),
        ("RIVERTON/THE HAGUE, March 7 (Reuters) - ", "RIVERTON/THE HAGUE", "--03-07", "Reuters"),
        ("RIVERTON , Feb. 3, 2025 /PRNewswire/ -- ", "RIVERTON", "2025-02-03", "PRNewswire"),
        ("Riverton (dpa) - ", "Riverton", None, "dpa"),
        ("San Rivera del Mar (tca/dpa) - ", "San Rivera del Mar", None, "tca/dpa"),
        ("دمشق، سوريا (CNN) -- ", "دمشق، سوريا", None, "CNN"),
        ("RIVERTON. KAZINFORM — ", "RIVERTON", None, "Kazinform"),
        ("РИВЕРТОН.КАЗИНФОРМ - ", "РИВЕРТОН", None, "Казинформ"),
        ("РИВЕРТОН. 12 мая. КАЗИНФОРМ - ", "РИВЕРТОН", "--05-12", "Казинформ"),
        ("Jan 3 (Reuters) - ", None, "--01-03", "Reuters"),
        (", May 5, 2025 /PRNewswire/ -- ", None, "2025-05-05", "PRNewswire"),
        ("(Reuters) — ", None, None, "Reuters"),
        ("KAZINFORM – ", None, None, "Kazinform"),
    ],
)
def test_credits_the_agency(raw: str, place: str | None, date: str | None, agency: str) -> None:
    metadata = part(raw + LEDE).metadata
    assert metadata.dateline is not None
    assert (metadata.dateline.raw, metadata.dateline.place, metadata.dateline.date) == (raw, place, date)
    assert metadata.creditline == Creditline(agency, "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "COASTAL ALARM: " + LEDE,
        "LE POINT SUR LE PONT - " + LEDE,
        "EXCLUSIF - " + LEDE,
        "NEWS ANALYSIS — " + LEDE,
        "DEAR ABBY: " + LEDE,
        "WORLD WATCH – " + LEDE,
        "NATO – the alliance – met. " + LEDE,
        "Ilse Beispiel (OGBL) – " + LEDE,
        "RIVERTON (OGBL) – " + LEDE,
        "Confederation Of Bridges (COB) – " + LEDE,
        "Associated Press (AP) – a news agency – says so. " + LEDE,
        "Дмитрий — преподаватель. " + LEDE,
        "Group F — " + LEDE,
        "— Does it stand? — " + LEDE,
        "EU – " + LEDE,
        "RIVERTON 3, COAST 2 – " + LEDE,
        "RIVERTON – " + LEDE.upper(),
        "RIVERTON –",
        "JESHI la Polisi " + LEDE,
        "Leipzig: Hier wurde " + LEDE,
        "A VERY LONG LINE OF WORDS – " + LEDE,
    ],
)
def test_takes_nothing_else_for_a_dateline(text: str) -> None:
    assert part(text) == article(text, headline="A bridge before the ice")


def test_takes_no_acronym_that_the_text_uses() -> None:
    assert part(f"RIVCO – {LEDE}", "The engineers of RIVCO agree.").metadata.dateline is None
    assert part(f"RIVCO – {LEDE}", "The engineers of Rivco agree; RIVCO stands on the sign.").metadata.dateline


def test_takes_no_list_or_dialogue() -> None:
    lines = (f"FRAGE – {LEDE}", f"ANTWORT – {LEDE}")
    assert part(*lines) == article(*lines, headline="A bridge before the ice")


@pytest.mark.parametrize("first", ["RIVERTON – The bridge stands", "RIVERTON, Coast – The bridge stands"])
def test_takes_no_headline_that_begins_with_a_place(first: str) -> None:
    assert part(first, LEDE, headline=None).metadata.dateline is None


@pytest.mark.parametrize("first", ["RIVERTON – It stands.", "RIVERTON (AP) – It stands", f"RIVERTON – {LEDE}"])
def test_takes_the_dateline_of_copy_without_headline(first: str) -> None:
    assert part(first, LEDE, headline=None).metadata.dateline


def test_makes_what_stands_before_it_standfirst() -> None:
    standfirst = "The council wants the first span to stand before the river freezes."
    parted = part(standfirst, f"RIVERTON (AP) – {LEDE}", LEDE)
    assert [block.role for block in parted.body] == [Role.STANDFIRST, Role.BODY, Role.BODY]
    assert parted.body[0] == Paragraph((Text(standfirst),), role=Role.STANDFIRST)


def test_looks_at_the_first_blocks_only() -> None:
    texts = (LEDE, LEDE, LEDE, LEDE, f"RIVERTON (AP) – {LEDE}")
    assert part(*texts) == article(*texts, headline="A bridge before the ice")
    assert part(*texts[1:]).metadata.dateline


def test_cuts_through_marked_words_and_keeps_notes() -> None:
    note = Note((Paragraph((Text("A town."),)),))
    lede = Paragraph(
        (Strong((Text("RIVERTON"), note)), Emphasis((Text(" (AP) – The"), Text(" bridge"))), Text(" stands"))
    )
    parted = part_dateline(Article(Metadata(headline="A bridge"), (lede,)), Report())
    assert parted.metadata.dateline == Dateline("RIVERTON (AP) – ", "RIVERTON")
    assert parted.body == (Paragraph((Strong((note,)), Emphasis((Text("The"), Text(" bridge"))), Text(" stands"))),)


def test_reports_what_was_parted() -> None:
    report = Report()
    part_dateline(article(f"RIVERTON – {LEDE}"), report)
    (finding,) = report.findings
    assert (finding.code, finding.before, finding.after) == ("structure.dateline", "RIVERTON – ", "")


def test_looks_no_further_than_a_dateline_is_long() -> None:
    words = "A, " * 1_000_000
    assert part(words) == article(words, headline="A bridge before the ice")
