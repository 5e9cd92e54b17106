"""What a whole RTF document holds beside its paragraphs."""

from typing import NamedTuple

from publisher.readers.rtf.flow import Paragraph, Row


class Style(NamedTuple):
    """A paragraph style: its name, and the outline level (0–8) of headings."""

    name: str
    outline: int | None = None


class Document:
    """Filled while the document is read: its styles, what it says of itself, pictures, comments, changes."""

    def __init__(self) -> None:
        self.items: list[Paragraph | Row] = []
        self.styles: dict[int, Style] = {}
        self.info: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.comments: list[str] = []
        self.hidden: list[str] = []
        self.boxes: list[str] = []
        self.authors: list[str] = []
        self.inserted = 0
        self.deleted = 0
