"""The list of contents: a field of Word's, already filled in, so that nobody is asked to update anything."""

from collections.abc import Iterator
from typing import NamedTuple

from publisher.model import Bulletin
from publisher.words import words_for
from publisher.writers.docx.elements import Element, w
from publisher.writers.docx.text.anchors import Anchors
from publisher.writers.docx.text.fields import field, opened
from publisher.writers.docx.text.runs import Ground, line, paragraph, runs, tab
from publisher.writers.heads import keyed, title
from publisher.writers.layout import Layout

#: First-level headings, whatever has that outline level, and hidden entries; as links, without numbers on the web.
_INSTRUCTION = r'TOC \o "1-1" \u \f \h \z'


def contents_title(ground: Ground) -> Element:
    """What stands over the list."""
    return line(words_for(ground.language).contents, "TOCHeading", ground)


def contents(bulletin: Bulletin, layout: Layout | None, anchors: Anchors, ground: Ground) -> list[Element]:
    """A line for each section with a title and for each article; page numbers where pages are laid out.

    A field of Word's begins with the first; `closed` must follow the last, in its paragraph or the next.
    """
    pages = layout.page_of if layout else {}
    entries = [
        [_link(anchors.names[entry.key, ""], entry, pages.get(entry.key), ground)] for entry in _entries(bulletin)
    ]
    entries[0][:0] = opened(_INSTRUCTION)
    return [paragraph("TOC1", entry) for entry in entries]


class _Entry(NamedTuple):
    """A line of the list: the article it leads to, its words and their language."""

    key: str
    words: str
    language: str | None = None


def _entries(bulletin: Bulletin) -> Iterator[_Entry]:
    keys = iter(keyed(bulletin))
    for section in bulletin.sections:
        for number, _ in enumerate(section.articles):
            key, article = next(keys)
            if section.title and not number:
                yield _Entry(key, section.title)
            yield _Entry(key, title(article), article.metadata.language)


def _link(bookmark: str, entry: _Entry, page: str | None, ground: Ground) -> Element:
    look = ground.look("TOC1", entry.language)
    content = runs(entry.words, look, ground)
    if page is not None:
        content += [tab(), *field(f"PAGEREF {bookmark} \\h", runs(page, look, ground))]
    return w("hyperlink", *content, anchor=bookmark, history=1)
