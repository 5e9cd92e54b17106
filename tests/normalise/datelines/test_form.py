import pytest

from publisher.normalise.datelines.form import LONGEST, read_dateline

LEDE = "The committee met on Monday and heard four speakers."


@pytest.mark.parametrize(
    ("raw", "place", "date", "agency"),
    [
        ("NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya", None, "AP"),
        ("KATHMANDU, April 25 (Reuters) - ", "KATHMANDU", "--04-25", "Reuters"),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) - ", "BEIRUT/THE HAGUE", "--03-07", "Reuters"),
        ("San Diego (tca/dpa) - ", "San Diego", None, "tca/dpa"),
        ("Frankfurt/Main (dpa/lhe) - ", "Frankfurt/Main", None, "dpa/lhe"),
        ("Strasbourg, 10 juil 2024 (AFP) ", "Strasbourg", "2024-07-10", "AFP"),
        ("SHAH ALAM, Thurs. - ", "SHAH ALAM", None, None),
        ("WASHINGTON, D.C. – ", "WASHINGTON, D.C.", None, None),
        ("FORT RIVER, Pa. (AP) _ ", "FORT RIVER, Pa.", None, "AP"),
        ("ST. PAUL, Minn. _ ", "ST. PAUL, Minn.", None, None),
        ("ASTANA.KAZINFORM - ", "ASTANA", None, "Kazinform"),
        ("АСТАНА. 5 мая. КАЗИНФОРМ – ", "АСТАНА", "--05-05", "Казинформ"),
        ("МОСКВА, 5 мая — РИА Новости. ", "МОСКВА", "--05-05", "РИА Новости"),
        ("МОСКВА, 5 мая. /ТАСС/. ", "МОСКВА", "--05-05", "ТАСС"),
        ("Київ. 5 травня. УНН. ", "Київ", "--05-05", "УНН"),
        ("5 мая, Минск /Корр. БЕЛТА/. ", "Минск", "--05-05", "БЕЛТА"),
        ("Melbourne (Australia), 25 may (EFE). ", "Melbourne (Australia)", "--05-25", "EFE"),
        ("Tegucigalpa, Jan 2 (EFE).- ", "Tegucigalpa", "--01-02", "EFE"),
        ("MADRID, 25 May. (EUROPA PRESS) - ", "MADRID", "--05-25", "Europa Press"),
        ("(ANSA) - ROMA, 5 MAG - ", "ROMA", "--05-05", "ANSA"),
        ("Roma, 5 mag. (Adnkronos) - ", "Roma", "--05-05", "Adnkronos"),
        ("Praha 5. května (ČTK) - ", "Praha", "--05-05", "ČTK"),
        ("Budapest, 2024. május 5., vasárnap (MTI) - ", "Budapest", "2024-05-05", "MTI"),
        ("București, 5 mai /Agerpres/ - ", "București", "--05-05", "Agerpres"),
        ("HELSINKI, 5.5. (STT) ", "HELSINKI", "--05-05", "STT"),
        ("Haag /ritzau/ ", "Haag", None, "Ritzau"),
        ("København /ritzau/: ", "København", None, "Ritzau"),
        ("Stockholm TT - ", "Stockholm", None, "TT"),
        ("SYDNEY, May 5 AAP - ", "SYDNEY", "--05-05", "AAP"),
        ("New Delhi [India], May 5 (ANI): ", "New Delhi [India]", "--05-05", "ANI"),
        ("नई दिल्ली, 5 मई (भाषा) ", "नई दिल्ली", "--05-05", "भाषा"),
        ("TOKYO, May 5, Kyodo - ", "TOKYO", "--05-05", "Kyodo"),
        ("Riyadh, May 5, 2024, SPA -- ", "Riyadh", "2024-05-05", "SPA"),
        ("دمشق، سوريا (CNN) -- ", "دمشق، سوريا", None, "CNN"),
        ("واس - الكويت : ", "الكويت", None, "واس"),
        ("تهران - ایرنا - ", "تهران", None, "ایرنا"),
        ("القاهرة 5 مايو (رويترز) - ", "القاهرة", "--05-05", "رويترز"),
        ("Ottawa, Kanada — April 21, 1999 — ", "Ottawa, Kanada", "1999-04-21", None),
        ("NEW YORK , Feb. 3, 2025 /PRNewswire/ ", "NEW YORK", "2025-02-03", "PRNewswire"),
        ("RALEIGH, NC / ACCESSWIRE / December 5, 2023 / ", "RALEIGH, NC", "2023-12-05", "ACCESSWIRE"),
        (", April 01, 2024 (GLOBE NEWSWIRE) -- ", None, "2024-04-01", "GLOBE NEWSWIRE"),
        ("WASHINGTON--(BUSINESS WIRE)--", "WASHINGTON", None, "Business Wire"),
        ("TALLAHASSEE, Fla. (Riverton News Service) — ", "TALLAHASSEE, Fla.", None, "Riverton News Service"),
        ("GEORGETOWN, Guyana (XRW) — ", "GEORGETOWN, Guyana", None, "XRW"),
        ("KINGSTON, May 5 (XRW): ", "KINGSTON", "--05-05", "XRW"),
        ("Accra, May 5, GNA- ", "Accra", "--05-05", "GNA"),
        ("ADDIS ABABA, May 5/2024 (ENA) -- ", "ADDIS ABABA", "2024-05-05", "ENA"),
        ("Nairobi, Kenya | AFP | ", "Nairobi, Kenya", None, "AFP"),
        ("BAKU, Azerbaijan, May 5. ", "BAKU, Azerbaijan", "--05-05", None),
        ("Baku, May 5, AZERTAC ", "Baku", "--05-05", "AZERTAC"),
        ("Phnom Penh, May 5, 2024 AKP -- ", "Phnom Penh", "2024-05-05", "AKP"),
        ("TIRANA, May 5/ATA/ - ", "TIRANA", "--05-05", "ATA"),
        ("WASHINGTON, May 5, 2024–", "WASHINGTON", "2024-05-05", None),
        ("BARCELONA, 5 (EUROPA PRESS) ", "BARCELONA", None, "Europa Press"),
        ("Luanda, 05/05 (Angop) – ", "Luanda", "--05-05", "ANGOP"),
        ("05.05.2024 Warszawa (PAP) - ", "Warszawa", "2024-05-05", "PAP"),
        ("Heidelberg, August 2015 – ", "Heidelberg", None, None),
        ("Victoria, B.C.--(Newsfile Corp. - May 5, 2024) - ", "Victoria, B.C.", "2024-05-05", "Newsfile Corp."),
        ("Бишкек, 05.05.24. /Кабар/. ", "Бишкек", "2024-05-05", "Кабар"),
        ("تهران- ایرنا- ", "تهران", None, "ایرنا"),
        ("دمشق-سانا ", "دمشق", None, "سانا"),
        ("الرياض 5 مايو 2024 م واس ", "الرياض", "2024-05-05", "واس"),
        ("بغداد/ واع / ", "بغداد", None, "واع"),
        ("नयी दिल्ली, पांच मई (भाषा) ", "नयी दिल्ली", "--05-05", "भाषा"),
        ("Jan 3 (Reuters) - ", None, "--01-03", "Reuters"),
        ("ТАСС - КАЗИНФОРМ - ", None, None, "ТАСС"),
    ],
)
def test_reads_every_form(raw: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = read_dateline(raw + LEDE)
    assert found is not None
    assert (found.dateline.raw, found.dateline.place, found.dateline.date, found.agency) == (raw, place, date, agency)


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("KAZAN, May 5. /TASS Correspondent Ivan Sample/. ", ("Ivan Sample",)),
        ("МОСКВА, 5 мая. /Корр. ТАСС Анна Примерова/. ", ("Анна Примерова",)),
        ("МОСКВА, 5 мая - РИА Новости, Иван Примеров. ", ("Иван Примеров",)),
        ("5 мая, Минск /Ольга Примерова - БЕЛТА/. ", ("Ольга Примерова",)),
        ("ASTANA. KAZINFORM /Serik Sample/ - ", ("Serik Sample",)),
        ("ANKARA (AA) - AYŞE ÖRNEK - ", ("AYŞE ÖRNEK",)),
        ("LONDON (Reuters) - ", ()),
    ],
)
def test_names_the_reporters_that_a_dateline_names(raw: str, names: tuple[str, ...]) -> None:
    found = read_dateline(raw + LEDE)
    assert found is not None
    assert (found.dateline.raw, found.names) == (raw, names)
    assert found.agency


@pytest.mark.parametrize("raw", ["BAAR, SWITZERLAND", "Ankara", "GENEVA, 5 May 2024", "AFP, LONDON"])
def test_reads_one_that_is_a_line_of_its_own(raw: str) -> None:
    found = read_dateline(raw)
    assert found is not None
    assert (found.end, found.dateline.raw) == ("line", raw)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Health (MOH) said so.",
        "Ilse Sample (OGBL) – she said so.",
        "The committee – as we know – met.",
        "the river – it froze.",
        "“RIVERTON – it stands.",
        "",
        "-",
        "RIVERTON",
    ],
)
def test_reads_nothing_else(text: str) -> None:
    assert read_dateline(text) is None


def test_takes_the_longest() -> None:
    found = read_dateline(f"(Reuters) — The Bridge Office (BO) is open. {LEDE}")
    assert found is not None
    assert found.dateline.raw == "(Reuters) — "


@pytest.mark.parametrize(
    "piece", ["AP ", "Abc.", "AP. ", "A, ", "(AP) ", "AP - ", "/AP/ ", "May 5 ", "Xyz. AP. ", "A. ", ". "]
)
def test_looks_no_further_than_a_dateline_is_long(piece: str) -> None:
    text = piece * 300_000
    found = read_dateline(text)
    assert found is None or len(found.dateline.raw) <= LONGEST + 2
