"""Sentences and helpers that the tests of all newsroom formats share."""

from publisher.model import Article, Paragraph, Role
from publisher.walk import plain_text

LEDE = "The council voted on Monday for a second bridge over the river, after eleven years of talk about it."
SECOND = "nobody could say on the day what the work will cost, or when the first span will stand."


def body(article: Article) -> list[str]:
    """The paragraphs of the story itself."""
    paragraphs = (block for block in article.body if isinstance(block, Paragraph) and block.role is Role.BODY)
    return [plain_text(block.inlines) for block in paragraphs]
