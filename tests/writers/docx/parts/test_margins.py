"""Running heads and feet: which section has which, and what they show where no field is worked out."""

from typing import Any

import msgspec

from publisher.metadata import Metadata
from publisher.model import Article, Bulletin
from publisher.theme.loading import load_theme
from publisher.theme.tokens import Theme
from tests.samples import bulletin
from tests.writers.docx.samples import W, gazette, issue, parts, say, words_of, written

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def covered() -> Theme:
    theme = gazette()
    return msgspec.structs.replace(theme, form=msgspec.structs.replace(theme.form, cover_from=2))


def heads(made: Bulletin, theme: Theme | None = None, kind: str = "header") -> list[dict[str, str]]:
    """For each section that states any, pages → the words of its heads (or feet)."""
    found = parts(written(made, theme))
    names = {r.get("Id"): f"word/{r.get('Target')}" for r in found["word/_rels/document.xml.rels"]}
    stated = [
        {e.get(f"{W}type"): words_of(found[names[e.get(f"{R}id")]]) for e in section.iter(f"{W}{kind}Reference")}
        for section in found["word/document.xml"].iter(f"{W}sectPr")
    ]
    return [section for section in stated if section]


def fields(made: Bulletin, name: str, theme: Theme | None = None) -> list[str]:
    tree: Any = parts(written(made, theme))[name]
    return [instruction.text.strip() for instruction in tree.iter(f"{W}instrText")]


def test_a_single_article_names_itself_over_every_page_but_the_first() -> None:
    assert heads(bulletin(1)) == [{"default": "The Valley Bulletin\t\tA bridge before the ice, part 1"}]


def test_articles_that_start_pages_have_each_its_own_head() -> None:
    theme = gazette(article_start="page")
    assert heads(bulletin(3), theme) == [
        {"default": f"The Valley Bulletin\t\tA bridge before the ice, part {number}"} for number in (1, 2, 3)
    ]
    assert fields(bulletin(3), "word/header-a2.xml", theme) == ["STYLEREF 1"]
    apart = [
        section.find(f"{W}titlePg") is not None
        for section in parts(written(bulletin(2), theme))["word/document.xml"].iter(f"{W}sectPr")
    ]
    assert apart == [True, False, True, False, False]


def test_where_articles_run_on_nothing_shows_the_first_ones_headline_over_the_others() -> None:
    assert heads(bulletin(2)) == [
        {"default": "The Valley Bulletin\t\t"},
        {"default": "The Valley Bulletin\t\tA bridge before the ice, part 2"},
    ]
    assert fields(bulletin(2), "word/header1.xml") == ["STYLEREF 1"]


def test_after_a_cover_the_contents_have_the_title_alone_and_the_first_article_a_foot_on_its_first_page() -> None:
    theme = covered()
    first, opening, second = heads(bulletin(2), theme)
    assert first == {"default": "The Valley Bulletin\t\t"}
    assert fields(bulletin(2), "word/header1.xml", theme) == []
    assert fields(bulletin(2), "word/header-a1.xml", theme) == ["STYLEREF 1"]
    assert second == {"default": "The Valley Bulletin\t\tA bridge before the ice, part 2"}
    assert opening == {"default": "The Valley Bulletin\t\t"}
    feet = heads(bulletin(2), theme, "footer")
    assert [set(section) for section in feet] == [{"default"}, {"first"}]
    assert "The Valley Bulletin · No. 7" in feet[1]["first"]


def test_a_text_without_a_headline_is_named_by_its_lede_and_no_field_puts_another_in_its_place() -> None:
    made = issue(Article(Metadata(headline="One"), (say("A."),)), Article(Metadata(), (say("The tide came early."),)))
    assert heads(made)[1] == {"default": "The Valley Bulletin\t\tThe tide came early"}
    assert fields(made, "word/header-a2.xml") == []


def test_facing_pages_mirror_the_head_of_every_article() -> None:
    second = heads(bulletin(2), gazette(facing=True))[1]
    assert second["even"] == "A bridge before the ice, part 2\t\tThe Valley Bulletin"


def test_columns_run_in_the_direction_of_their_article() -> None:
    made = issue(
        Article(Metadata(headline="One", language="en-US"), (say("A."),)),
        Article(Metadata(headline="خبر", language="ar"), (say("نص."),)),
    )
    tree = parts(written(made))["word/document.xml"]
    columns = [
        (section.find(f"{W}cols").get(f"{W}num"), section.find(f"{W}bidi") is not None)
        for section in tree.iter(f"{W}sectPr")
    ]
    assert [rtl for number, rtl in columns if number == "2"] == [False, True]


def test_a_headline_too_long_for_its_line_is_cut_and_no_field() -> None:
    long = (
        "The council of the valley votes for a bridge of two spans over the river, and for a road to it from the west"
    )
    (first, *_) = heads(issue(Article(Metadata(headline=long), (say("Words."),))))
    title, _, cut = first["default"].partition("\t\t")
    assert long.startswith(cut.removesuffix("…"))
    assert cut.endswith("…")
    assert 80 < len(title) + len(cut) < gazette().running_length
    assert fields(issue(Article(Metadata(headline=long), (say("Words."),))), "word/header1.xml") == []


def test_where_pages_have_running_heads_words_are_the_same() -> None:
    theme = load_theme("journal")
    theme = msgspec.structs.replace(theme, form=msgspec.structs.replace(theme.form, cover_from=9))
    assert heads(bulletin(1), theme) == [
        {"default": "\tA bridge before the ice, part 1", "even": "\tThe Valley Bulletin · No. 7"}
    ]
    assert {words for stated in heads(bulletin(1), theme, "footer") for words in stated.values()} == {"\t1"}
