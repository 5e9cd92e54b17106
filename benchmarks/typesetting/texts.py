"""The texts that are set: paragraphs of running text, one folder a language."""

from collections.abc import Sequence
from pathlib import Path

from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import BulletinMetadata, Metadata
from publisher.model import Article, Bulletin, Paragraph, Role, Section, Text
from publisher.readers import read
from publisher.report import Report
from publisher.walk import plain_text

#: Language as the folder is called → as the texts are tagged: hyphenation differs between countries.
TAGS = {"en": "en-US", "pt": "pt-PT", "zh": "zh-CN"}


def read_paragraphs(folder: Path) -> tuple[tuple[str, ...], ...]:
    """The body's paragraphs of each text in *folder*, without any markup."""
    found = []
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        for article in read(Source(path.name, path.read_bytes()), Media(), Report()):
            body = [b for b in article.body if isinstance(b, Paragraph) and b.role is Role.BODY]
            found.append(tuple(" ".join(plain_text(block.inlines).split()) for block in body))
    return tuple(paragraphs for paragraphs in found if paragraphs)


def issue(texts: Sequence[Sequence[str]], language: str) -> Bulletin:
    """The bulletin that holds *texts*, each as an article."""
    articles = (
        Article(
            Metadata(headline=f"Text {number}", language=language),
            tuple(Paragraph((Text(paragraph),)) for paragraph in paragraphs),
        )
        for number, paragraphs in enumerate(texts, 1)
    )
    metadata = BulletinMetadata(title="Lines", language=language, identifier="urn:lines", slug="lines")
    return Bulletin(metadata, (Section(tuple(articles)),))
