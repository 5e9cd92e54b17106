"""What the articles of a document fill together: bookmarks, lists, notes and pictures."""

from collections.abc import Iterator
from typing import NamedTuple

from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.docx.elements import serialised
from publisher.writers.docx.images.pictures import Pictures
from publisher.writers.docx.parts.package import DOCUMENT, Part
from publisher.writers.docx.parts.relations import Relations
from publisher.writers.docx.text.anchors import Anchors
from publisher.writers.docx.text.notes import PART, Notes
from publisher.writers.docx.text.numbering import Lists


class Apparatus(NamedTuple):
    """Bookmarks, lists, notes and pictures; *text* and *noted* are what running text and notes refer to."""

    anchors: Anchors
    lists: Lists
    notes: Notes
    pictures: Pictures
    text: Relations
    noted: Relations

    def parts(self, theme: Theme) -> Iterator[Part]:
        """The parts that hold lists and notes."""
        yield Part("word/numbering.xml", "numbering", serialised(self.lists.part(theme)))
        if self.notes:
            yield Part(PART, "footnotes", serialised(self.notes.part()))


def apparatus(bulletin: Bulletin, theme: Theme, media: Media, report: Report) -> Apparatus:
    """The apparatus of a document that holds nothing yet."""
    pictures = Pictures(media, theme, report)
    return Apparatus(Anchors(bulletin, report), Lists(), Notes(), pictures, Relations(DOCUMENT), Relations(PART))
