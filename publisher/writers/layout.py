"""The pages laid out once, for both PDFs and for all who want to know what stands where."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Finding, Report, Where, finding
from publisher.theme.tokens import Theme
from publisher.writers.fitting import difference, least, tightened
from publisher.writers.headings import check_headings
from publisher.writers.pages.document import pages_tree
from publisher.writers.pages.endnotes import long_notes, move_to_end, tall_notes
from publisher.writers.pages.engine import lay_out_pages
from publisher.writers.pages.flow import Flow, read_flow
from publisher.writers.pages.pictures import LOGO_URL, picture_url
from publisher.writers.pages.style import page_style

#: A last page of fewer rows of lines is one too many.
FEW = 8


class Layout(NamedTuple):
    """The laid-out pages: WeasyPrint's document, the tree it was laid out from, and what stands where.

    *page_of* maps an article's key (``a1`` …) to the label of the page it begins on, as printed; *flow* tells where
    each page begins in the copy, and *theme* is the one they are set in: it may be tighter than the one that was asked.
    """

    document: Any
    page_of: dict[str, str]
    tree: Element
    flow: Flow
    theme: Theme

    def told(self) -> "Layout":
        """What another process may be told of the pages: all but the document, which stays in its own."""
        return self._replace(document=None)


class _Pages(NamedTuple):
    """Pages as they are tried: the theme they are set in, the tree, WeasyPrint's document, and what was said of it.

    *moved* are the notes that stand at the end of their article, by name, and what is said of each.
    """

    theme: Theme
    tree: Element
    document: Any
    report: Report
    moved: Mapping[str, Finding]

    @property
    def number(self) -> int:
        """How many pages there are."""
        return len(self.document.pages)


def lay_out(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> Layout:
    """The pages of *bulletin* in *theme*, or in that a little tighter; a MissingError where Pango isn't installed."""
    check_headings(bulletin, report)
    pages = _fitted(_tried(bulletin, theme, media), bulletin, media, report)
    report.extend(pages.report.findings)
    page_of: dict[str, str] = {}
    for number, page in enumerate(pages.document.pages, 1):
        for anchor in page.anchors:  # an article that runs on is there on its later pages as well
            if anchor.startswith("a") and anchor[1:].isdigit():
                page_of.setdefault(anchor, str(number))
    flow = read_flow(pages.document, pages.tree)
    for leaf in flow.unmatched:
        message = f"the pages show a passage ({leaf}) otherwise than the copy has it; its page turns are told roughly"
        report.add("layout.page-map", message, Where(article=leaf.partition(".")[0]))
    return Layout(pages.document, page_of, pages.tree, flow, pages.theme)


def _tried(bulletin: Bulletin, theme: Theme, media: Media, known: Mapping[str, Finding] | None = None) -> _Pages:
    """The pages, made again as long as a note is too tall for its page, with this at the end of its article.

    Notes that are *known* to be so are there from the first.
    """
    moved = dict(known or {})
    while True:
        pages = _made(bulletin, theme, media, moved)
        tall = {note.get("id", ""): _told(note, page) for page, note in tall_notes(pages.document, theme.page.baseline)}
        if not tall:
            pages.report.extend(pages.moved.values())
            return pages
        moved = {**pages.moved, **tall}


def _told(note: Element, page: int | None = None) -> Finding:
    words = " ".join("".join(note.itertext()).split())[:40]
    message = f"a note is too tall for the foot of a page, and was set at the end of its article: “{words}…”"
    where = Where(page=page, article=note.get("id", "").partition(".")[0])
    return finding("layout.note", message, where, "shorten it, or tell it in the text, to have it at its place")


def _made(bulletin: Bulletin, theme: Theme, media: Media, moved: Mapping[str, Finding]) -> _Pages:
    report = Report()
    tree = pages_tree(bulletin, theme, media, report)
    moved = {**{note.get("id", ""): _told(note) for note in long_notes(tree, theme)}, **moved}
    move_to_end(tree, moved)
    pictures = {picture_url(name): media[name].data for name in media}
    if theme.marks.logo:
        pictures[LOGO_URL] = theme.marks.logo
    document = lay_out_pages(tree, page_style(bulletin.metadata, theme), theme, pictures, report)
    return _Pages(theme, tree, document, report, moved)


def _fitted(pages: _Pages, bulletin: Bulletin, media: Media, report: Report) -> _Pages:
    """*pages*, or tighter ones that save a last page of a few lines; where none can, a finding says how much to cut."""
    theme, last = pages.theme, pages.number
    lines = _lines_on_last(pages) if last > 1 else []
    if not lines or len({round(line.position_y) for line in lines}) >= FEW:
        return pages

    def saved(tightness: float) -> _Pages | None:
        tried = _tried(bulletin, tightened(theme, tightness), media, pages.moved)
        return tried if tried.number < last else None

    found = least(saved) if last <= theme.fit.pages else None
    if found is None:
        rows = max(line.position_y + line.height for line in lines) * 0.75 - theme.page.margin_top * 72 / 25.4
        many = math.ceil(rows / theme.page.baseline) * theme.page.columns
        hint = f"cut about {many} lines to save the page"
        report.add("layout.last-page", f"the last page holds only {len(lines)} lines", Where(page=last), hint)
        return pages
    what = difference(theme, found.theme)
    report.add(
        "layout.fitted", f"page {last} with its {len(lines)} lines was saved by setting them all tighter: {what}"
    )
    return found


def _lines_on_last(pages: _Pages) -> list[Any]:
    """The lines of the last page, but for those in its margins."""
    page = pages.document.pages[-1]
    bottom = float(page.height) - pages.theme.page.margin_bottom * 96 / 25.4
    top = pages.theme.page.margin_top * 96 / 25.4
    boxes = (box for box in page._page_box.descendants() if type(box).__name__ == "LineBox")
    return [box for box in boxes if top - 1 <= box.position_y < bottom - 1]
