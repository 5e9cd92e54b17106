"""Where an article stands among those of another language."""

from publisher.metadata import BulletinMetadata
from publisher.model import Article
from publisher.normalise.language.detection import direction
from publisher.writers.xhtml import language


def own_language(article: Article, metadata: BulletinMetadata, turning: bool = True) -> str:
    """The attributes that say an article's language where it isn't the bulletin's.

    Not *turning*, they say nothing of its direction: the line it stands in keeps the bulletin's.
    """
    tag = article.metadata.language
    return language(tag, direction(tag) if turning else None) if tag and tag != metadata.language else ""
