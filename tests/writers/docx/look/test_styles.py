"""Named styles: Word's own where it has one, each showing its role of the theme to the twentieth of a point."""

from typing import Any

import msgspec
import pytest

from publisher.theme.tokens import Theme
from publisher.writers.docx.look.catalogue import SHOWN
from tests.writers.docx.samples import W14, W, gazette, parts, seed, single, written

#: Role → the name of the style that shows it.
NAMES = {
    "masthead": "Title",
    "sender": "Sender",
    "address": "Address",
    "release_line": "Release Line",
    "folio": "Folio",
    "section_title": "Section Title",
    "kicker": "Kicker",
    "headline": "heading 1",
    "standfirst": "Standfirst",
    "byline": "Byline",
    "dateline": "Dateline",
    "body": "Body Text",
    "heading_1": "heading 2",
    "heading_2": "heading 3",
    "heading_3": "heading 4",
    "quotation": "Quote",
    "pull_quote": "Pull Quote",
    "list_item": "List Bullet",
    "term": "Definition Term",
    "definition": "Definition",
    "table": "Table Text",
    "caption": "caption",
    "code": "HTML Preformatted",
    "verse": "Verse",
    "note": "footnote text",
    "boilerplate": "Boilerplate",
    "contact": "Contact",
    "contents_title": "TOC Heading",
    "contents_entry": "toc 1",
    "running_foot": "footer",
    "colophon": "Colophon",
    "cover_title": "Cover Title",
    "cover_subtitle": "Subtitle",
}
INLINE = "dateline"
JUSTIFIED = {"justify": "both"}


def styles(theme: Theme | None = None, language: str = "en-US") -> dict[str, Any]:
    """Name → the style of that name."""
    tree = parts(written(single(language=language), theme))["word/styles.xml"]
    return {style.find(f"{W}name").get(f"{W}val"): style for style in tree.iter(f"{W}style")}


STYLES = styles()


def value(style: Any, path: str, attribute: str = "val") -> str | None:
    """An attribute at *path* below a style, such as ``rPr/sz``; None where it isn't there."""
    element = style.find("/".join(W + step for step in path.split("/")))
    return None if element is None else element.get(W + attribute)


def is_on(style: Any, path: str) -> bool:
    element = style.find("/".join(W + step for step in path.split("/")))
    return element is not None and element.get(f"{W}val") not in ("0", "false")


@pytest.mark.parametrize("name", gazette().roles())
def test_letters_of_a_role(name: str) -> None:
    theme, style = gazette(), STYLES[NAMES[name]]
    role = theme.roles()[name]
    assert value(style, "rPr/sz") == str(round(role.size * 2))
    assert value(style, "rPr/szCs") == str(round(role.size * 2))
    assert value(style, "rPr/rFonts", "ascii") == theme.family[role.family].name
    assert value(style, "rPr/rFonts", "hAnsi") == theme.family[role.family].name
    assert value(style, "rPr/rFonts", "cs") == "Amiri"
    assert value(style, "rPr/color") == theme.colour[role.colour].rgb.lstrip("#").upper()
    assert is_on(style, "rPr/b") == is_on(style, "rPr/bCs") == (role.weight == "bold")
    assert is_on(style, "rPr/i") == role.italic
    assert is_on(style, "rPr/caps") == role.capitals
    assert int(value(style, "rPr/spacing") or 0) == round(role.tracking * role.size * 20)


@pytest.mark.parametrize("name", [name for name in gazette().roles() if name != INLINE])
def test_lines_of_a_role(name: str) -> None:
    role, style = gazette().roles()[name], STYLES[NAMES[name]]
    assert value(style, "pPr/spacing", "line") == str(round(role.leading * 20))
    assert value(style, "pPr/spacing", "lineRule") == "exact"
    assert value(style, "pPr/jc") == JUSTIFIED.get(role.align, role.align)
    assert is_on(style, "pPr/suppressAutoHyphens") == (role.align != "justify")
    assert is_on(style, "pPr/keepNext") == role.keep_next
    assert is_on(style, "pPr/widowControl") == (name != "contact")
    if name != "list_item":  # its indent is that of its list
        assert value(style, "pPr/ind", "firstLine") == str(round(role.indent * role.size * 20))


@pytest.mark.parametrize("name", ["heading_1", "quotation", "verse", "boilerplate"])
def test_space_around_a_role_is_whole_lines(name: str) -> None:
    role, style = gazette().roles()[name], STYLES[NAMES[name]]
    assert value(style, "pPr/spacing", "before") == str(round(role.before * 13.5 * 20))
    assert value(style, "pPr/spacing", "after") == str(round(role.after * 13.5 * 20))


def test_a_rule_takes_its_room_from_the_space_above() -> None:
    style = STYLES["Pull Quote"]
    assert value(style, "pPr/pBdr/top", "sz") == "12"
    assert value(style, "pPr/pBdr/top", "color") == "9B1C2C"
    assert value(style, "pPr/spacing", "before") == str(round((13.5 - 1.5) * 20))


def test_the_folio_stands_between_a_heavy_rule_and_a_hairline_with_three_places() -> None:
    style = STYLES["Folio"]
    assert value(style, "pPr/pBdr/top", "sz") == "18"
    assert value(style, "pPr/pBdr/bottom", "sz") == "4"
    tabs = [(tab.get(f"{W}val"), tab.get(f"{W}pos")) for tab in style.iter(f"{W}tab")]
    assert tabs == [("center", "4932"), ("end", "9865")]


@pytest.mark.parametrize(
    ("name", "form", "spacing"),
    [
        ("Body Text", "oldStyle", "proportional"),
        ("heading 1", "lining", "proportional"),
        ("Table Text", "lining", "tabular"),
    ],
)
def test_figures(name: str, form: str, spacing: str) -> None:
    properties = STYLES[name].find(f"{W}rPr")
    assert properties.find(f"{W14}numForm").get(f"{W14}val") == form
    assert properties.find(f"{W14}numSpacing").get(f"{W14}val") == spacing


def test_the_first_paragraph_is_body_text_without_an_indent_and_nothing_else() -> None:
    style = STYLES["First Paragraph"]
    assert value(style, "basedOn") == "BodyText"
    assert value(style, "next") == "BodyText"
    assert value(style, "pPr/ind", "firstLine") == "0"
    assert [child.tag for child in style.find(f"{W}pPr")] == [f"{W}ind"]
    assert style.find(f"{W}rPr") is None


def test_a_variant_states_only_what_it_changes() -> None:
    style = STYLES["Table Heading Center"]
    assert value(style, "basedOn") == "TableHeading"
    assert value(style, "pPr/jc") == "center"
    assert [child.tag for child in style.find(f"{W}pPr")] == [f"{W}jc"]
    assert is_on(STYLES["Table Heading"], "rPr/b")


@pytest.mark.parametrize(
    ("name", "following"),
    [
        ("Kicker", "Heading1"),
        ("heading 1", "Standfirst"),
        ("Byline", "FirstParagraph"),
        ("heading 2", "FirstParagraph"),
        ("Body Text", "BodyText"),
        ("Quote", "BodyText"),
        ("List Bullet", "ListBullet"),
    ],
)
def test_what_follows_a_style(name: str, following: str) -> None:
    assert value(STYLES[name], "next") == following


def test_words_own_styles_are_not_marked_as_custom_and_keep_their_identifiers() -> None:
    own = {style.id: style.name for style in SHOWN if not style.custom}
    assert own["Heading1"] == "heading 1"
    assert own["TOCHeading"] == "TOC Heading"
    for name in own.values():
        assert STYLES[name].get(f"{W}customStyle") is None
    assert STYLES["Kicker"].get(f"{W}customStyle") == "1"


def test_the_dateline_is_a_character_style() -> None:
    assert STYLES["Dateline"].get(f"{W}type") == "character"


def test_headings_stand_in_the_outline_under_the_headline() -> None:
    names = ("heading 1", "heading 2", "heading 3", "heading 4")
    assert [value(STYLES[name], "pPr/outlineLvl") for name in names] == ["0", "1", "2", "3"]
    assert value(STYLES["Section Title"], "pPr/outlineLvl") == "0"
    assert value(STYLES["Standfirst"], "pPr/outlineLvl") is None


def test_styles_are_listed_in_the_order_of_a_bulletin() -> None:
    names = ("Folio", "Title", "Kicker", "heading 1", "Standfirst", "Byline", "Body Text", "Colophon")
    ranks = [int(value(STYLES[name], "uiPriority") or 0) for name in names]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_every_style_is_based_on_and_followed_by_one_that_is_there() -> None:
    identifiers = {style.get(f"{W}styleId") for style in STYLES.values()}
    named = {value(style, step) for style in STYLES.values() for step in ("basedOn", "next", "link")}
    assert named - {None} <= identifiers


def test_the_theme_part_has_the_colours_and_fonts_that_styles_refer_to() -> None:
    tree = parts(written(seed()))["word/theme/theme1.xml"]
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    assert [font.get("typeface") for font in tree.iter(f"{drawing}latin")] == [
        "Source Serif 4 Display",
        "Source Serif 4",
    ]
    assert tree.find(f".//{drawing}accent1/{drawing}srgbClr").get("val") == "9B1C2C"
    assert value(STYLES["Kicker"], "rPr/color", "themeColor") == "accent1"
    assert value(STYLES["Title"], "rPr/rFonts", "asciiTheme") == "majorHAnsi"
    assert value(STYLES["Kicker"], "rPr/rFonts", "asciiTheme") is None


def test_the_font_table_names_a_substitute_for_each_family() -> None:
    tree = parts(written(seed()))["word/fontTable.xml"]
    found = {font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val") for font in tree.iter(f"{W}font")}
    assert found["Source Serif 4"] == "Cambria"
    assert found["Source Sans 3"] == "Calibri"
    assert found["Amiri"] == "Traditional Arabic"


def test_another_theme_gives_other_styles() -> None:
    theme = gazette()
    role = msgspec.structs.replace(theme.role.body, size=11, leading=15, align="start", indent=0)
    changed = msgspec.structs.replace(theme, role=msgspec.structs.replace(theme.role, body=role))
    style = styles(changed)["Body Text"]
    assert value(style, "rPr/sz") == "22"
    assert value(style, "pPr/spacing", "line") == "300"
    assert value(style, "pPr/jc") == "start"


def test_letters_that_join_are_not_spaced() -> None:
    assert value(STYLES["Kicker"], "rPr/spacing") is not None
    assert value(styles(language="ar")["Kicker"], "rPr/spacing") is None


@pytest.mark.parametrize(
    ("language", "family", "alignment"),
    [("ar", "Amiri", "lowKashida"), ("he", "Frank Ruhl Libre", "both"), ("th", "Noto Serif Thai", "thaiDistribute")],
)
def test_a_script_of_its_own_brings_its_family_and_its_way_to_justify(
    language: str, family: str, alignment: str
) -> None:
    style = styles(language=language)["Body Text"]
    assert value(style, "rPr/rFonts", "cs") == family
    assert value(style, "pPr/jc") == alignment
