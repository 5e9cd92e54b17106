"""News items in the house forms of agencies and press offices: each ends in the parts that it has."""

from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Role
from publisher.normalise.story.openings import text_of
from publisher.readers.wire import read_wire
from publisher.report import Report

LEDE = (
    "The committee met on Monday and heard four speakers from the northern districts, who asked for a second bridge "
    "before the winter comes."
)
SECOND = "“We have waited for eleven years,” the mayor said."
THIRD = "A vote is due in March, the council said on its website."
STORY = f"{LEDE}\n\n{SECOND}\n\n{THIRD}"
PARAGRAPHS = [LEDE, SECOND, THIRD]


def read(copy: str) -> tuple[Metadata, Article]:
    (article,) = read_wire(Source("copy.txt", copy.encode()), Media(), Report())
    return article.metadata, article


def body(article: Article) -> list[str]:
    return [text_of(block) for block in article.body if block.role is Role.BODY]


def roles(article: Article) -> list[tuple[str, str]]:
    return [(block.role.value, text_of(block)) for block in article.body if block.role is not Role.BODY]


def test_dow_jones() -> None:
    metadata, article = read(
        f"Riverton Votes for Second Bridge\n\nRIVERTON (Dow Jones)--{STORY}\n\n-By Ilse Sample, Dow Jones Newswires; "
        "212-416-0000; ilse.sample@dowjones.com\n\n(END) Dow Jones Newswires\n"
    )
    assert body(article) == PARAGRAPHS
    assert "dowjones.com" not in str(article.body)
    assert metadata.end_mark == "(END) Dow Jones Newswires"


def test_a_line_with_the_date_and_who_published() -> None:
    for line in (
        "ANI | Updated: May 05, 2024 10:22 IST",
        "KYODO NEWS - May 5, 2024 - 10:22",
        "Published 10:22 a.m. ET May 5, 2024 | Updated 11:30 a.m. ET May 5, 2024",
        "Publié le 05 mai 2024 à 10h22, mis à jour le 05 mai 2024 à 11h30",
        "5. Mai 2024, 10:22 Uhr Quelle: dpa",
    ):
        metadata, article = read(f"Council votes for second bridge\n\n{line}\n\nTOKYO, May 5 (Kyodo) -- {STORY}\n")
        assert body(article) == PARAGRAPHS, line
        assert metadata.dateline is not None
        assert (metadata.dateline.place, metadata.dateline.date, metadata.headline) == (
            "TOKYO",
            "2024-05-05",
            "Council votes for second bridge",
        )


def test_a_release_with_its_contacts() -> None:
    metadata, article = read(
        f"Riverton Bridges Wins Contract\n\nRIVERTON, Ohio, May 05, 2024 (GLOBE NEWSWIRE) -- {STORY}\n\n"
        "About Riverton Bridges Inc.\n\nRiverton Bridges Inc. has built bridges since 1902.\n\n"
        "Forward-Looking Statements\n\nThis release looks forward; results may differ.\n\nContacts:\n\nInvestors:\n"
        "Ilse Sample\ninvestors@example.com\n\nMedia:\nOtto Sample\n+1 555 123 4567\n"
    )
    assert body(article) == PARAGRAPHS
    assert metadata.by == ()
    assert [role for role, _ in roles(article)] == ["boilerplate"] * 4 + ["contact"] * 7


def test_a_release_with_its_contacts_above() -> None:
    metadata, article = read(
        "FOR IMMEDIATE RELEASE\n\nContact: Ilse Sample\nRiverton Bridges Inc.\nPhone: (555) 123-4567\n"
        f"Email: press@example.com\n\nRiverton Bridges Wins Contract\n\nRIVERTON, Ohio, May 5, 2024 — {STORY}\n\n###\n"
    )
    assert metadata.headline == "Riverton Bridges Wins Contract"
    assert metadata.dateline is not None
    assert (metadata.dateline.place, metadata.end_mark) == ("RIVERTON, Ohio", "###")
    assert body(article) == PARAGRAPHS
    assert [role for role, _ in roles(article)] == ["contact"] * 4


def test_a_place_and_date_above_the_headline() -> None:
    metadata, article = read(f"Astana, 5 May 2024\n\nAmbassador meets governor of Riverland\n\n{STORY}\n")
    assert metadata.headline == "Ambassador meets governor of Riverland"
    assert body(article) == PARAGRAPHS


def test_signs_and_letters_below_a_story() -> None:
    for mark in ("XXX END OF STORY", "ENDIT", "/jd/ao", "JD // AO", "jd \\ ao", "==Kyodo", "Lusa/Fim"):
        metadata, article = read(f"Council votes for second bridge\n\nRIVERTON (AP) — {STORY}\n\n{mark}\n")
        assert metadata.end_mark == mark
        assert body(article) == PARAGRAPHS, mark


def test_a_mark_above_the_editors_names() -> None:
    metadata, article = read(
        "市议会通过计划\n\n新华社北京5月5日电 市议会决定再建一座新桥。（完）\n\n（责任编辑：张三）\n"
    )
    assert metadata.end_mark == "（完）"
    assert roles(article) == [("signature", "（责任编辑：张三）")]


def test_lines_that_a_press_wire_adds() -> None:
    for line in ("SOURCE Riverton Bridges Inc.", "View source version on businesswire.com: https://example.com/1"):
        _, article = read(f"Riverton Bridges Wins Contract\n\nRIVERTON, Ohio (AP) — {STORY}\n\n{line}\n")
        assert roles(article) == [("signature", line)]


def test_a_name_that_the_last_line_says_again() -> None:
    metadata, article = read(
        f"Riverton votes for second bridge\n\nIlse Sample\n\nStaff writer\n\n{STORY}\n\n{THIRD}\n\n"
        "Ilse Sample covers the river.\n"
    )
    assert metadata.by == ("Ilse Sample",)
    assert body(article)[0] == LEDE


def test_an_interview_has_no_subheads() -> None:
    talk = "Sample: How long will it take until the bridge stands?\n\nThe mayor: Two winters, if the ice lets us.\n\n"
    _, article = read(f"Talk of the bridge\n\n{STORY}\n\n{talk * 2}")
    assert not any(type(block).__name__ == "Heading" for block in article.body)


def test_bylines_with_an_agency_a_paper_or_a_town() -> None:
    for line, agency in (
        ("Par Marie Exemple avec AFP", "AFP"),
        ("Von Ilse Beispiel, Riverton", None),
        ("By Ilse Sample\n\nThe Riverton Courier (TNS)", "TNS"),
    ):
        metadata, article = read(f"Riverton votes for second bridge\n\n{line}\n\n{STORY}\n")
        assert len(metadata.by) == 1, line
        assert " " in metadata.by[0]
        assert (metadata.creditline and metadata.creditline.name) == agency
        assert body(article) == PARAGRAPHS


def test_three_marks_close_an_inner_quotation_first() -> None:
    _, article = read(f"{LEDE}\n\nHe said. ```We went down.''' ``She wrote, `Go home''' to them.\n")
    assert body(article)[1] == "He said. “‘We went down.’” “She wrote, ‘Go home’” to them."


def test_who_signs_at_the_end() -> None:
    for line, name, agency in (
        ("Автор: Ирина Примерова", "Ирина Примерова", "AP"),
        ("Anna Exempel/TT", "Anna Exempel", "AP"),
    ):
        metadata, article = read(f"Council votes for second bridge\n\nRIVERTON (AP) — {STORY}\n\n{line}\n")
        assert metadata.by == (name,)
        assert (metadata.creditline and metadata.creditline.name) == agency
        assert body(article) == PARAGRAPHS


def test_typesetters_codes() -> None:
    metadata, article = read(f"&UR; RIVERTON DIVIDED OVER BRIDGE &LR; &QL;\n\nRIVERTON, Ohio _ {STORY}\n &#3;\n")
    assert metadata.headline == "RIVERTON DIVIDED OVER BRIDGE"
    assert body(article) == PARAGRAPHS


def test_a_button_is_a_subhead_inside_a_story() -> None:
    _, article = read(f"The vote\n\nComments\n\n{STORY}\n\nComments\n\n{STORY}\n\n{STORY}\n")
    assert [text_of(block) for block in article.body].count("Comments") == 1
