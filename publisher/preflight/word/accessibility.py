"""What Word's own Accessibility Checker looks for, and empty lines that stand for space."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from publisher.preflight.word.styling import Styles, W, styles_of
from publisher.theme.loading import CONTRAST, contrast

#: Contrast that large text needs (WCAG 2.2, 1.4.3).
LARGE_CONTRAST = 3.0
#: How many characters of a place's words are told.
_SAMPLE = 40
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HEX = re.compile("[0-9A-Fa-f]{6}")
#: What makes a paragraph more than space.
_CONTENT = tuple(
    W + name
    for name in (
        "t", "sym", "noBreakHyphen", "br", "drawing", "pict", "object", "fldChar", "fldSimple",
        "footnoteRef", "footnoteReference", "endnoteReference",
    )
)  # fmt: skip
#: What makes an empty paragraph more than space all the same: it ends a section, or is a rule or an item.
_USES = ("sectPr", "pBdr", "numPr")


class Obstacle(NamedTuple):
    """Something that keeps a reader out: the finding's code, its words, the way out."""

    code: str
    message: str
    hint: str


def obstacles(main: Any, trees: Mapping[str, Any], folder: str) -> Iterator[Obstacle]:
    """The obstacles in a document whose main part is *main* and whose parts stand in *folder*."""
    styles = styles_of(trees.get(f"{folder}/styles.xml"))
    checks: tuple[Callable[[Any, Styles], Iterator[Obstacle]], ...] = (
        _pictures, _headings, _tables, _spacing, _contrast,
    )  # fmt: skip
    yield from _document(trees, styles)
    for check in checks:
        yield from check(main, styles)


def _document(trees: Mapping[str, Any], styles: Styles) -> Iterator[Obstacle]:
    core = trees.get("docProps/core.xml")
    if core is None or not (core.findtext(f".//{_TITLE}") or "").strip():
        yield Obstacle("docx.title", "the document has no title", "give it one under File › Info › Title")
    language = styles.defaults.find(f".//{W}lang") if styles.defaults is not None else None
    if language is None or not language.attrib:
        yield Obstacle(
            "docx.language", "the document names no language", "set it for all of its text under Review › Language"
        )


def _pictures(main: Any, _: Styles) -> Iterator[Obstacle]:
    hint = "describe it by Edit Alt Text, or mark it as decorative"
    for number, drawn in enumerate(main.iter(f"{_WP}docPr"), 1):
        described = any((drawn.get(name) or "").strip() for name in ("descr", "title"))
        if not described and not any(mark.get("val") in ("1", "true") for mark in drawn.iter(_DECORATIVE)):
            yield Obstacle("docx.alt", f"picture {number} has no alternative text", hint)
        if drawn.getparent() is not None and drawn.getparent().tag == f"{_WP}anchor":
            yield Obstacle(
                "docx.floating",
                f"picture {number} floats beside the text: screen readers meet it anywhere",
                "set it in line with the text",
            )
    for picture in main.iter(f"{_V}imagedata"):
        shape = picture.getparent()
        if not (picture.get("title") or (shape is not None and shape.get("alt")) or "").strip():
            yield Obstacle("docx.alt", "an old-style picture has no alternative text", hint)


def _headings(main: Any, styles: Styles) -> Iterator[Obstacle]:
    last = 0
    for paragraph in main.iter(f"{W}p"):
        level = styles.outline(paragraph)
        if level is None or not (words := _words(paragraph)):
            continue
        if level > last + 1:
            after = f"a heading of level {last}" if last else "none"
            yield Obstacle(
                "docx.headings",
                f"the heading “{words[:_SAMPLE]}” is of level {level}, after {after}",
                f"make it level {last + 1}: readers who leap from heading to heading miss the one between",
            )
        last = level


def _tables(main: Any, _: Styles) -> Iterator[Obstacle]:
    for number, table in enumerate(main.iter(f"{W}tbl"), 1):
        first = table.find(f"{W}tr")
        if first is not None and first.find(f"{W}trPr/{W}tblHeader") is None:
            yield Obstacle(
                "docx.table-header",
                f"table {number}, “{_words(first)[:_SAMPLE]}”, has no heading row",
                "name its columns in a first row that is said to be a heading (Word: Repeat Header Rows)",
            )


def _spacing(main: Any, styles: Styles) -> Iterator[Obstacle]:
    """Empty paragraphs that nothing asks for; one after a table is asked for by the format."""
    empty = [
        paragraph
        for paragraph in main.iter(f"{W}p")
        if next(paragraph.iter(*_CONTENT), None) is None
        and not any(styles.of_paragraph(paragraph, name) is not None for name in _USES)
        and not _is_asked_for(paragraph)
    ]
    if empty:
        number = "an empty paragraph serves" if len(empty) == 1 else f"{len(empty)} empty paragraphs serve"
        after = next((words for p in empty[0].itersiblings(preceding=True) if (words := _words(p))), "")
        yield Obstacle(
            "docx.empty-paragraph",
            f"{number} as space, the first after “{after[-_SAMPLE:]}”",
            "say the space in the style of the paragraph: screen readers read empty ones out",
        )


def _is_asked_for(paragraph: Any) -> bool:
    before, around = paragraph.getprevious(), paragraph.getparent()
    in_cell = around is not None and around.tag == f"{W}tc"
    return in_cell or (before is not None and before.tag == f"{W}tbl")


def _contrast(main: Any, styles: Styles) -> Iterator[Obstacle]:
    """Each pair of colours that is too weak is told once."""
    told = set()
    for paragraph in main.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            colours = _colour(styles.of_run(run, paragraph, "color")), _ground(run, paragraph, styles)
            needed = LARGE_CONTRAST if styles.is_large(run, paragraph) else CONTRAST
            words = "".join(text.text or "" for text in run.iter(f"{W}t")).strip()
            if not words or (*colours, needed) in told:
                continue
            told.add((*colours, needed))
            if (ratio := contrast(*colours)) < needed:
                yield Obstacle(
                    "docx.contrast",
                    f"“{words[:_SAMPLE]}” has contrast {ratio:.1f} : 1, it needs {needed} : 1",
                    "take a darker colour, or a lighter ground",
                )


def _colour(element: Any) -> str:
    said = element.get(f"{W}val", "") if element is not None else ""
    return f"#{said}" if _HEX.fullmatch(said) else "#000000"


def _ground(run: Any, paragraph: Any, styles: Styles) -> str:
    """What the words stand on: the shading of run, paragraph or cell, or else white paper."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    for shading in (
        styles.of_run(run, paragraph, "shd"),
        styles.of_paragraph(paragraph, "shd"),
        cell.find(f"{W}tcPr/{W}shd") if cell is not None else None,
    ):
        if shading is not None and _HEX.fullmatch(fill := shading.get(f"{W}fill", "")):
            return f"#{fill}"
    return "#FFFFFF"


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t")).strip()
