"""The package document: what the book says of itself, and the order it is read in."""

import pytest

from publisher.media import Media
from publisher.report import Report
from publisher.writers.epub import write_epub
from tests.writers.epub.books import THEME, found, opened, tree
from tests.writers.epub.samples import every_node, issue, plain


def values(name: str, path: str) -> list[str]:
    return found(tree(name, "package.opf"), f"//opf:metadata/{path}/text()")


def properties(name: str, property_: str) -> list[str]:
    return values(name, f"opf:meta[@property='{property_}']")


def packaged(**changes: object) -> str:
    """The package document of an issue with changed metadata."""
    return opened(write_epub(issue(*plain().sections, **changes), THEME, Media(), None, Report()))[
        "package.opf"
    ].decode()


def test_title_and_subtitle_are_told_apart() -> None:
    assert values("every node", "dc:title") == ["The Bulletin", "News of the quay", "No. 47"]
    assert properties("every node", "title-type") == ["main", "subtitle", "edition"]
    assert values("plain", "dc:title") == ["The Bulletin", "No. 47"]


def test_the_number_is_a_place_in_a_series() -> None:
    assert properties("plain", "belongs-to-collection") == ["The Bulletin"]
    assert properties("plain", "collection-type") == ["series"]
    assert properties("plain", "group-position") == ["47"]


def test_what_is_no_number_is_no_position() -> None:
    package = packaged(number="47a")
    assert "belongs-to-collection" in package
    assert "group-position" not in package
    assert '<dc:title id="edition">No. 47a</dc:title>' in package
    assert "belongs-to-collection" not in packaged(number=None)


def test_dates_come_from_the_issue_alone() -> None:
    assert values("plain", "dc:date") == ["2026-11-24"]
    assert properties("plain", "dcterms:modified") == ["2026-11-24T00:00:00Z"]
    package = packaged(date=None)
    assert "dc:date" not in package
    assert "1980-01-01T00:00:00Z" in package


def test_authors_are_creators_and_none_are_made_up() -> None:
    assert values("every node", "dc:creator") == ["A. Writer", "B. Clerk"]
    assert properties("every node", "role") == ["aut", "aut"]
    assert values("plain", "dc:creator") == []


def test_publisher_rights_subjects_and_identifier_are_the_issues() -> None:
    assert values("plain", "dc:publisher") == ["the Press Office"]
    assert values("plain", "dc:rights") == ["Reproduction permitted with attribution."]
    assert values("every node", "dc:subject") == ["ferries", "bridges & tunnels"]
    assert values("plain", "dc:identifier") == [plain().metadata.identifier]


def test_each_language_is_named_once_the_bulletins_first() -> None:
    assert values("plain", "dc:language") == ["en-US"]
    assert values("every node", "dc:language") == ["en-US", "ru", "ar"]


def test_the_description_is_a_standfirst_or_the_headlines() -> None:
    assert values("plain", "dc:description") == ["The last boat stays until spring, and the fare with it."]
    assert values("Russian", "dc:description") == ["Совет порта сохранил ночной паром; Мост подождёт"]


@pytest.mark.parametrize("name", ["plain", "every node"])
def test_accessibility_says_what_is_there_and_claims_nothing(name: str) -> None:
    seen = name == "every node"
    assert properties(name, "schema:accessMode") == ["textual", "visual"][: 1 + seen]
    assert properties(name, "schema:accessModeSufficient") == [*["textual,visual"] * seen, "textual"]
    assert properties(name, "schema:accessibilityHazard") == ["none"]
    features = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    assert properties(name, "schema:accessibilityFeature") == ["alternativeText"] * seen + features
    assert found(tree(name, "package.opf"), "//opf:meta[contains(@property, 'conformsTo')]") == []
    assert found(tree(name, "package.opf"), "//opf:meta[starts-with(@property, 'a11y:')]") == []


def test_the_summary_counts_what_is_there() -> None:
    (summary,) = properties("plain", "schema:accessibilitySummary")
    assert "Reflowable text in English: 1 article, in reading order" in summary
    (summary,) = properties("every node", "schema:accessibilitySummary")
    assert "4 articles, 1 table and 5 notes, linked both ways" in summary
    assert "Reflowable text in English, Russian, Arabic, French, Hebrew and German: " in summary
    assert "2 pictures with a text alternative, 1 picture merely decorative" in summary


def test_a_book_in_arabic_is_leafed_through_from_right_to_left() -> None:
    assert found(tree("Arabic", "package.opf"), "//opf:spine/@page-progression-direction") == ["rtl"]
    assert tree("Arabic", "package.opf").get("dir") == "rtl"
    assert found(tree("Russian", "package.opf"), "//opf:spine/@page-progression-direction") == ["ltr"]


def spine(name: str) -> list[str]:
    package = tree(name, "package.opf")
    hrefs = dict(zip(found(package, "//opf:item/@id"), found(package, "//opf:item/@href"), strict=True))
    return [hrefs[place] for place in found(package, "//opf:itemref[not(@linear = 'no')]/@idref")]


def test_a_long_issue_is_read_with_its_contents_a_short_one_without() -> None:
    assert len(every_node().articles) == THEME.form.contents_from
    articles = ["a1.xhtml", "a2.xhtml", "a3.xhtml", "a4.xhtml"]
    assert spine("every node") == ["cover.xhtml", "nav.xhtml", *articles, "colophon.xhtml"]
    assert spine("plain") == ["cover.xhtml", "a1.xhtml", "colophon.xhtml"]
    assert len(found(tree("plain", "package.opf"), "//opf:itemref[@linear = 'no']")) == 1


def test_navigation_and_cover_image_are_marked() -> None:
    package = tree("plain", "package.opf")
    assert found(package, "//opf:item[@properties = 'nav']/@href") == ["nav.xhtml"]
    assert found(package, "//opf:item[@properties = 'cover-image']/@href") == ["cover.png"]


def test_words_cannot_become_markup() -> None:
    package = packaged(title='</dc:title> & "x"', publisher="<b>&amp;</b>", rights="\x00\x0bnone", language="en-GB")
    assert "&lt;/dc:title&gt; &amp;" in package
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in package
    assert "<dc:rights>none</dc:rights>" in package
