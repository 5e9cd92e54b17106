import pytest

from publisher.metadata import BulletinMetadata, Metadata
from publisher.model import Article, Bulletin, CodeBlock, DefinitionList, Heading, Paragraph, Role, Section, Text
from publisher.normalise.language.acronyms import expansion, find_acronyms, list_acronyms, with_acronyms
from publisher.report import Report
from publisher.walk import plain_text
from tests.samples import metadata

FOUND = [
    ("The Valley Wire Service (VWS) reported it.", "VWS", "Valley Wire Service"),
    ("He leads the Delegation for Bridges with Upper Valleys and Marshes (DBUV).", "DBUV", None),
    ("the Delegation for Cooperation with Upper Marshes and Valleys (DCUMV) said", "DCUMV", None),
    ("The VWS (Valley Wire Service) reported it.", "VWS", "Valley Wire Service"),
    ("Союз мостов и дорог (СМД) сообщил.", "СМД", "Союз мостов и дорог"),
    ("Die Rivertoner Brückenbau-Gesellschaft (RBG) baut.", "RBG", "Rivertoner Brückenbau-Gesellschaft"),
    ("die Deutsche Brücken-Agentur Nord (DBAN)", "DBAN", "Deutsche Brücken-Agentur Nord"),
    ("the Valley Desktop Environment 3.5.5a (VDE)", "VDE", "Valley Desktop Environment"),
    ("several Independent Bridge Builders (IBBs) came", "IBBs", "Independent Bridge Builders"),
]
DELEGATION = "Delegation for Bridges with Upper Valleys and Marshes"


@pytest.mark.parametrize(("text", "short", "long"), FOUND, ids=[case[1] for case in FOUND])
def test_finds_what_an_acronym_stands_for(text: str, short: str, long: str | None) -> None:
    found = dict(find_acronyms(text))
    assert list(found) == [short]
    if long:
        assert found == {short: long}
    else:
        assert found[short].startswith("Delegation for ")


@pytest.mark.parametrize(
    "text",
    [
        "In this way (IT) nothing is said.",
        "RIVERTON (AP) – The council met.",
        "They opened a brand new hotel (BDL).",
        "The mayor (SPD) spoke, and so did the others (CDU).",
        "It rained (again) for a day.",
        "The bridge (R-OK) is closed.",
        "He said l'union (LU).",
        "(VWS) Valley Wire Service",
        "The VWS (VWS) said.",
        "A bridge of steel (BOS (old)) stood.",
    ],
)
def test_finds_none_where_the_letters_do_not_begin_words(text: str) -> None:
    assert find_acronyms(text) == []


def test_expands_from_the_end() -> None:
    assert expansion("VWS", "we read the Valley Wire Service") == "Valley Wire Service"
    assert expansion("VWS", "the Valley Wire Service", whole=True) is None
    assert expansion("V", "Valley") is None
    assert expansion("IS", "İstanbul Station") is None  # letters that fold into two


def test_lists_those_of_the_story_once() -> None:
    body = (
        Paragraph((Text("The Valley Wire Service (VWS) reported it."),)),
        Paragraph((Text("The Very Wide Sea (VWS) is far."),)),
        Paragraph((Text("Call the Desk Of Records (DOR)."),), role=Role.CONTACT),
        CodeBlock("The Code Of Laws (COL)"),
    )
    report = Report()
    listed = list_acronyms(Article(Metadata(), body), report)
    assert listed.metadata.acronyms == {"VWS": "Valley Wire Service"}
    assert [finding.code for finding in report.findings] == ["acronym.found"]
    assert "Valley" not in report.findings[0].message
    again = Report()
    assert list_acronyms(listed, again) == listed
    assert again.findings == []


def bulletin(**acronyms: str) -> Bulletin:
    article = Article(Metadata(language="de", acronyms=acronyms), (Paragraph((Text("Text."),)),))
    return Bulletin(metadata(), (Section((article,)),))


def test_a_theme_may_print_the_list() -> None:
    (article,) = with_acronyms(bulletin(VWS="Valley Wire Service", AB="A Bridge")).articles
    heading, terms = article.body[1:]
    assert isinstance(heading, Heading)
    assert plain_text(heading.inlines) == "Abkürzungen"
    assert isinstance(terms, DefinitionList)
    assert [plain_text(definition.term) for definition in terms.definitions] == ["AB", "VWS"]
    assert with_acronyms(bulletin()) == bulletin()
    assert isinstance(with_acronyms(bulletin()).metadata, BulletinMetadata)
