import pytest

from publisher.metadata import Metadata
from publisher.model import Article, Paragraph, Role, Text
from publisher.normalise.story.furniture import is_furniture, is_site, take_furniture
from publisher.report import Report


@pytest.mark.parametrize(
    "text",
    [
        "Print",
        "Share (3)",
        "พิมพ์",
        "Печать",
        "Read more: Another bridge",
        "Читайте також: Інший міст",
        "Lesen Sie auch: Eine andere Brücke",
        "相关阅读：另一座桥",
        "RELATED STORIES",
    ],
)
def test_knows_buttons_and_links(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    ["", "Printers", "Share the road, the mayor said.", "Read it: it is good", "See also how it stands", "x" * 300],
)
def test_knows_no_words_of_a_story(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize("name", ["BBC News", "人民网", "新浪新闻", "www.example.org", "DW", "Радио Свобода"])
def test_knows_sites(name: str) -> None:
    assert is_site(name)


@pytest.mark.parametrize("name", ["", "the mayor", "bridge", "大桥"])
def test_knows_no_other_sites(name: str) -> None:
    assert not is_site(name)


def article(*texts: str) -> Article:
    return Article(Metadata(), tuple(Paragraph((Text(text),)) for text in texts))


def test_takes_furniture_and_signs_with_the_source() -> None:
    report = Report()
    taken = take_furniture(
        article("A bridge", "Print", "It stands.", "Read more: Another", "Source: example.org"), report
    )
    assert [(block.role, block) for block in taken.body] == [
        (Role.BODY, Paragraph((Text("A bridge"),))),
        (Role.BODY, Paragraph((Text("It stands."),))),
        (Role.SIGNATURE, Paragraph((Text("Source: example.org"),), role=Role.SIGNATURE)),
    ]
    assert taken.metadata.ed_note == "Print\nRead more: Another"
    assert [found.code for found in report.findings] == [
        "structure.furniture",
        "structure.furniture",
        "structure.signature",
    ]


def test_leaves_what_is_all_there_is() -> None:
    assert take_furniture(article("Print"), Report()) == article("Print")
