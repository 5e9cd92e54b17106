"""Where an article stands among those of another language."""

from publisher.metadata import BulletinMetadata
from publisher.model import Article
from publisher.normalise.language.detection import direction
from publisher.writers.xhtml import language


def own_language(article: Article, metadata: BulletinMetadata) -> str:
    """The attributes that say an article's language where it isn't the bulletin's."""
    tag = article.metadata.language
    return language(tag, direction(tag)) if tag and tag != metadata.language else ""
