"""What a book is about, and how its authors' names are filed."""

import re
from collections.abc import Iterator

from publisher.model import Bulletin
from publisher.normalise.language.detection import primary_of
from publisher.writers.epub.accessibility import meta
from publisher.writers.xhtml import text

#: IPTC's Media Topics, as article metadata and other newsrooms write them, and as EPUB calls their scheme.
_TOPIC = re.compile(r"(?:medtop:|https?://cv\.iptc\.org/newscodes/mediatopic/)(\d+)", re.ASCII)
AUTHORITY = "MEDTOP"
#: Languages that put the family's name first, or have none: names are filed as they are written.
AS_WRITTEN = frozenset({"zh", "ja", "ko", "vi", "hu", "km", "my", "is", "am", "ar", "fa", "th"})
#: Languages in which a name of more than two words may end in two of the family.
TWO_LAST = frozenset({"es", "gl"})
#: What may stand behind the family's name.
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def subjects(bulletin: Bulletin) -> Iterator[str]:
    """The keywords of the bulletin and its articles, then the codes, refined by their authority."""
    known = [article.metadata for article in bulletin.articles]
    words = (*bulletin.metadata.keywords, *(word for metadata in known for word in metadata.keywords))
    codes = (_TOPIC.sub(r"medtop:\1", subject) for metadata in known for subject in metadata.subjects)
    for number, subject in enumerate(dict.fromkeys((*words, *codes)), 1):
        yield f'<dc:subject id="subject-{number}">{text(subject)}</dc:subject>'
        if topic := _TOPIC.fullmatch(subject):
            yield meta("authority", AUTHORITY, f' refines="#subject-{number}"')
            yield meta("term", topic[1], f' refines="#subject-{number}"')


def creators(bulletin: Bulletin) -> Iterator[str]:
    """Who wrote it, with their part in it (MARC relators); the names of persons as they are filed."""
    agencies = {a.metadata.creditline.name for a in bulletin.articles if a.metadata.creditline}
    for number, name in enumerate(bulletin.metadata.authors, 1):
        yield f'<dc:creator id="creator-{number}">{text(name)}</dc:creator>'
        yield meta("role", "aut", f' refines="#creator-{number}" scheme="marc:relators"')
        filed = None if name in agencies else file_as(name, bulletin.metadata.language)
        if filed:
            yield meta("file-as", filed, f' refines="#creator-{number}"')


def file_as(name: str, language: str) -> str | None:
    """“Beispiel, Ilse” for “Ilse Beispiel”; None where a name stays as it is written, or its parts can't be told."""
    words, tag = name.split(), primary_of(language)
    if len(words) < 2 or tag in AS_WRITTEN or (len(words) > 2 and tag in TWO_LAST):
        return None
    return None if words[-1].casefold() in SUFFIXES else f"{words[-1]}, {' '.join(words[:-1])}"
