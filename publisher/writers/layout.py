"""The pages laid out once, for both PDFs and for all who want to know what stands where."""

from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Report, Where
from publisher.theme.tokens import Theme
from publisher.writers.headings import check_headings
from publisher.writers.pages.document import pages_tree
from publisher.writers.pages.engine import lay_out_pages
from publisher.writers.pages.flow import Flow, read_flow
from publisher.writers.pages.pictures import LOGO_URL, picture_url
from publisher.writers.pages.style import page_style


class Layout(NamedTuple):
    """The laid-out pages: WeasyPrint's document, the tree it was laid out from, and what stands where.

    *page_of* maps an article's key (``a1`` …) to the label of the page it begins on, as printed; *flow* tells where
    each page begins in the copy.
    """

    document: Any
    page_of: dict[str, str]
    tree: Element
    flow: Flow

    def told(self) -> "Layout":
        """What another process may be told of the pages: all but the document, which stays in its own."""
        return self._replace(document=None)


def lay_out(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> Layout:
    """The pages of *bulletin* in *theme*; a MissingError where Pango isn't installed."""
    check_headings(bulletin, report)
    tree = pages_tree(bulletin, theme, media, report)
    pictures = {picture_url(name): media[name].data for name in media}
    if theme.marks.logo:
        pictures[LOGO_URL] = theme.marks.logo
    document = lay_out_pages(tree, page_style(bulletin.metadata, theme), theme, pictures, report)
    page_of: dict[str, str] = {}
    for number, page in enumerate(document.pages, 1):
        for anchor in page.anchors:  # an article that runs on is there on its later pages as well
            if anchor.startswith("a") and anchor[1:].isdigit():
                page_of.setdefault(anchor, str(number))
    _check_last_page(document, theme, report)
    flow = read_flow(document, tree)
    for leaf in flow.unmatched:
        message = f"the pages show a passage ({leaf}) otherwise than the copy has it; its page turns are told roughly"
        report.add("layout.page-map", message, Where(article=leaf.partition(".")[0]))
    return Layout(document, page_of, tree, flow)


def _check_last_page(document: Any, theme: Theme, report: Report) -> None:
    """A finding where the last of several pages holds only a handful of lines."""
    if len(document.pages) < 2:
        return
    lines = {
        round(box.position_y)
        for box in document.pages[-1]._page_box.descendants()
        if type(box).__name__ == "LineBox" and not _in_margin(box, document.pages[-1], theme)
    }
    if len(lines) < 8:
        report.add(
            "layout.last-page",
            f"the last page holds only {len(lines)} lines",
            Where(page=len(document.pages)),
            f"cut about {len(lines)} lines to save the page",
        )


def _in_margin(box: Any, page: Any, theme: Theme) -> bool:
    bottom = float(page.height) - theme.page.margin_bottom * 96 / 25.4
    return bool(box.position_y >= bottom - 1)
