"""What a book is about, and how its authors' names are filed."""

from collections.abc import Iterator

from publisher.model import Bulletin
from publisher.normalise.language.detection import primary_of
from publisher.writers.epub.accessibility import meta
from publisher.writers.xhtml import text

#: The scheme of IPTC's Media Topics, as article metadata and as EPUB call it.
MEDIA_TOPICS, AUTHORITY = "medtop:", "MEDTOP"
#: Languages that put the family's name first, or have none: names are filed as they are written.
AS_WRITTEN = frozenset({"zh", "ja", "ko", "vi", "hu", "km", "my", "is", "am", "ar", "fa", "th"})


def subjects(bulletin: Bulletin) -> Iterator[str]:
    """The keywords of the bulletin and its articles, then the codes, refined by their authority."""
    known = [article.metadata for article in bulletin.articles]
    words = (*bulletin.metadata.keywords, *(word for metadata in known for word in metadata.keywords))
    codes = (subject for metadata in known for subject in metadata.subjects)
    for number, subject in enumerate(dict.fromkeys((*words, *codes)), 1):
        yield f'<dc:subject id="subject-{number}">{text(subject)}</dc:subject>'
        if subject.startswith(MEDIA_TOPICS) and subject.removeprefix(MEDIA_TOPICS).isdecimal():
            yield meta("authority", AUTHORITY, f' refines="#subject-{number}"')
            yield meta("term", subject.removeprefix(MEDIA_TOPICS), f' refines="#subject-{number}"')


def file_as(name: str, language: str) -> str | None:
    """“Beispiel, Ilse” for “Ilse Beispiel”; None where a name stays as it is written."""
    first, _, last = name.strip().rpartition(" ")
    return f"{last}, {first.strip()}" if first and primary_of(language) not in AS_WRITTEN else None
