"""Paragraphs set by the house, for the tests of its marks."""

from publisher.metadata import Metadata
from publisher.model import Article, Paragraph, Text
from publisher.normalise.marks.typography import set_marks
from publisher.normalise.rules import Rules
from publisher.report import Report
from publisher.settings import Normalise
from publisher.walk import plain_text

ON = Normalise()


def polished(text: str, language: str, on: Normalise) -> str:
    """The text as a paragraph of an article in *language* has it afterwards."""
    article = Article(Metadata(language=language), (Paragraph((Text(text),)),))
    (block,) = set_marks(article, Rules(on), Report()).body
    return plain_text(block.inlines) if isinstance(block, Paragraph) else ""


def shown(text: str, language: str) -> str:
    """The text as the house sets it; blanks that do not break as ~, narrow ones as ^."""
    return polished(text, language, ON).replace("\u00a0", "~").replace("\u202f", "^")
